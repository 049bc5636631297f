#!/usr/bin/env python3
"""Draws the fonts of the tests: BanxinTest-TrueType.ttf and BanxinTest-CFF.otf.

Widths are whole halves of the em, 1000 units, so that a reader can work out every width of a
test by counting. Ink is made of boxes: Han fill their cell, full-width marks stand in the half
that real marks stand in. The two faces agree in everything but their outlines' format and what
CFF_ONLY says. Not run by the build: the fonts are kept, being small. After a change, run this
file with Debian's python3-fonttools.
"""

import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

ASCENT, DESCENT = 880, -120  # together one em
NOMINAL_WIDTH = 500  # of the CFF face, as real faces have one

# Those of the sample documents and the commonest others, in the order of their code points.
HAN = "".join("""
一丁七万三上下不与专且世丙业东两严个中丰为主举么义之乌乘乙九也习乡书买了予争事二于云互五些交产享
京亮亲人亿什仅仆今仍从他付仟代令以们件价任份企伍休众优伙会传估伸似但位低住体何余作你佰使例供依侨
便促保信修倒候倡值倾偏做健储像儿元充先光免党入全八公六共关兴兵其具养兼内再写军农决况净准减几凭出
函分切划列则创初利别到制刷刻前力办功加务动助励势勤匀包化北区医十千升半华协单南占卫印即却厅历厉压
厚原去县叁参又及友双反发取受变口只叫可台史右号司吃各合同名后向否含听启呈告员呢周呼命和咨品响啃商
善喜四回因团园围国图在地场圾址均坏块坚垂垃型垒城域培基堵塑填境增壁士声壹处备复外多够大天太夫央失
头奉奋奖套女好如始委姻婚媒子字存季学孩它守安完宗官定宜实审客宣室家容宽宾宿寄密富察对导将小少尚就
尺局层展属履山岩州工左差己已市布师帐带常干平年并广庆序库应底府度座康廉延建开异式引弘弟张弥强当录
形影役彻往征待很得循微德心必志忙忠快态怎思急性总恐息悉情惠惩想意感成我或战截户房所扇手才扎打托扣
执扬批找承技把投折护报抵抽担拓招拟拨择括拾拿持挂指按挥捌换据捷授掌排接控推措描提握援揽搬操支收改
放政故效救教数整文料断斯新方施旅无既日旨早时昆明易星映是显普景晰智暂暖更最月有服望期未末本术朵机
杂权杆李材村条来杯极构析林枚果柒查标栏树校样核根格案桌档桥梳检概榜模次款止正此步武死殊段每毒比毕
毛民气氛水永求汇江沉沟没治法注洁津活派流测济浓海消涉液涵淡深清渠港游湖源溪满火灯点炼热烽焦然照熟
燃爆爱父片版牌牢物特状独献率王玖环现班理甚生用由甲申电畅界留疏疗疫痛瘦登白百的皮益监盖目直相省看
真眼着督知短石码研硬确碳示社神祥票福离秀私秋种科租积称移程税稳究空突窗立站章端笑笔第等筑答策筹签
简算管箱米类粮精系紧累红约级纳纸线组细织终经结绕给络统继绩续维综绿编缩缴缺网罩置署美群老考者而耗
职联聚肆股育能脑脚脸腿自至致航般良色节花若英范获营落葆著蓝虚虽融行街衡衣补表被装西要覆见观规视觉
解言誓警计认让训议记讲许论设证评识诉词试诚话询该详语说请诺读课谁调谈象负贡财责账货质购贯贰贴贵费
赁资赋走起超越足跑跟跨路践踪身车转软轻较辅辆辟边达过运近还这进远违连迟述追退送适选透逐递通速造道
遵避那邮部都配酒采释里重野量金针钱银铸锋错锤镇长门问闲间阔队防阳阶附际陆降限院除险随障难集零需青
非靠面革音项顺须顾预领频题额风飞食餐馆馈首香马驶驻驾验骨高黄黑黔龙
""".split())

# Characters for tests of fallback: only the CFF face has them, the last one beyond U+FFFF.
CFF_ONLY = "垟垱堌濛洺瀍瞭𠮷"

# Marks of one em whose ink stands in one half only, and those that fill the em.
OPENING = "（〈《「『【〔〖［｛〝“‘"
CLOSING = "）〉》」』】〕〗］｝”’、，。．：；！？"
WHOLE = ("～￥％／＋－＝＜＞＃＆＊＠￣×÷±≥≤≠℃‰№㎡㎥々〇★☆※☐☑✓→←↑↓■□●○▲△‼⁇⁈⁉"
         + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
         + "０１２３４５６７８９ＡＢＣ")
HALF = "–‐°′″¥€"
COMBINING = "\u0300\u0301\u0308"  # no advance, ink above the letter before
# Glyphs for vertical text: the CFF face has them as its feature `vert`, the TrueType face has no
# such feature and only three presentation forms, whose ︱ does not fill its cell.
VERTICAL_OPENING = [(50, -80, 950, 270)]
VERTICAL_CLOSING = [(50, 490, 950, 840)]
VERTICAL = {c: VERTICAL_OPENING for c in OPENING} | {c: VERTICAL_CLOSING for c in CLOSING}
VERTICAL |= {c: [(600, 560, 950, 840)] for c in "、，。．：；！？"}  # the upper right
VERTICAL |= {"—": [(480, DESCENT, 520, ASCENT)],
             "…": [(450, y, 550, y + 100) for y in (-3, 330, 663)],
             "～": [(450, 0, 550, 760)]}
PRESENTATION_FORMS = {"︱": [(480, -100, 520, 860)], "︵": VERTICAL_OPENING, "︶": VERTICAL_CLOSING}
INVISIBLE = {"\u3000": 1000, "\u00a0": 500, " ": 500, "\u200b": 0, "\ufe00": 0, "\ufe01": 0}


def han(order):
    """A box with a hole; the hole's place tells one Han from another."""
    column, row = order % 32, order // 32
    left, bottom = 60 + 22 * column, -60 + 22 * row
    return [(40, DESCENT + 40, 960, ASCENT - 40), (left, bottom, left + 160, bottom + 160)]


def draw():
    """Every character: its advance and its boxes, (left, bottom, right, top)."""
    drawn = {ord(c): (width, []) for c, width in INVISIBLE.items()}
    for c in range(0x21, 0x7F):
        top = 500 if chr(c).islower() else 700
        drawn[c] = (500, [(50, 0, 450, top)])
    for c in HALF:
        drawn[ord(c)] = (500, [(50, 300, 450, 700)])
    for c in OPENING:
        drawn[ord(c)] = (1000, [(600, -80, 950, 840)])
    for c in CLOSING:
        low = c in "、，。．"
        drawn[ord(c)] = (1000, [(50, -80, 400, 200 if low else 840)])
    for c in WHOLE:
        drawn[ord(c)] = (1000, [(100, 0, 900, 760)])
    for c in COMBINING:
        drawn[ord(c)] = (0, [(-350, 720, -150, 800)])
    drawn[ord("·")] = (1000, [(450, 330, 550, 430)])
    drawn[ord("—")] = (1000, [(0, 360, 1000, 400)])  # two of them meet
    drawn[ord("⸺")] = (2000, [(0, 360, 2000, 400)])
    for c in "…⋯":
        drawn[ord(c)] = (1000, [(x, 330, x + 100, 430) for x in (117, 450, 783)])
    for order, c in enumerate(HAN + CFF_ONLY):
        drawn[ord(c)] = (1000, han(order))
    return drawn


def outline(pen, boxes):
    for order, (left, bottom, right, top) in enumerate(boxes):
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        hole = order > 0 and boxes[0][0] < left and boxes[0][2] > right
        corners = corners[::-1] if hole else corners
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()


def glyph_of(c):
    return f"u{ord(c):04X}"


def build(name, drawn, is_cff, vertical):
    glyphs = [".notdef"] + [f"u{c:04X}" for c in sorted(drawn)]
    glyphs += [glyph_of(c) + ".vert" for c in vertical]
    advances = {".notdef": 1000} | {f"u{c:04X}": advance for c, (advance, _) in drawn.items()}
    advances |= {glyph_of(c) + ".vert": 1000 for c in vertical}
    boxes = {".notdef": [(100, 0, 900, 760), (200, 100, 800, 660)]}
    boxes |= {f"u{c:04X}": ink for c, (_, ink) in drawn.items()}
    boxes |= {glyph_of(c) + ".vert": ink for c, ink in vertical.items()}

    builder = FontBuilder(1000, isTTF=not is_cff)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({c: f"u{c:04X}" for c in drawn})
    if is_cff:
        strings = {}
        for glyph in glyphs:
            # A width of one em is left out, others are stored less NOMINAL_WIDTH.
            width = None if advances[glyph] == 1000 else advances[glyph] - NOMINAL_WIDTH
            pen = T2CharStringPen(width, None)
            outline(pen, boxes[glyph])
            strings[glyph] = pen.getCharString()
        builder.setupCFF(name, {"FullName": name}, strings,
                         {"defaultWidthX": 1000, "nominalWidthX": NOMINAL_WIDTH})
    else:
        outlines = {}
        for glyph in glyphs:
            pen = TTGlyphPen(None)
            outline(pen, boxes[glyph])
            outlines[glyph] = pen.glyph()
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(
        {g: (advances[g], min((box[0] for box in boxes[g]), default=0)) for g in glyphs})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable(
        {"familyName": name, "styleName": "Regular", "fullName": name, "psName": name,
         "version": "1.0", "uniqueFontIdentifier": name}, mac=False)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT,
                     usWinDescent=-DESCENT, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    if vertical:
        rules = "".join(f"sub {glyph_of(c)} by {glyph_of(c)}.vert; " for c in vertical)
        builder.addOpenTypeFeatures("languagesystem DFLT dflt; languagesystem hani dflt;"
                                    f"feature vert {{ {rules} }} vert;")
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    suffix = "otf" if is_cff else "ttf"
    builder.save(pathlib.Path(__file__).with_name(f"{name}.{suffix}"))


def main():
    drawn = draw()
    build("BanxinTest-CFF", drawn, is_cff=True, vertical=VERTICAL)
    true_type = {c: ink for c, ink in drawn.items() if chr(c) not in CFF_ONLY}
    true_type |= {ord(c): (1000, ink) for c, ink in PRESENTATION_FORMS.items()}
    build("BanxinTest-TrueType", true_type, is_cff=False, vertical={})


if __name__ == "__main__":
    main()
