#include "random_paragraph.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

using Pieces = std::string_view;

// Every entry stands in both drawn faces, or in one of them for fallback's sake.
constexpr auto kHan = std::to_array<Pieces>(
    {"国", "人", "大", "会", "工", "作", "目", "标", "情", "况", "通", "报", "全", "市",
     "单", "位", "年", "月", "日", "号", "第", "条", "款", "项", "元", "个", "名", "万",
     "亿", "附", "件", "一", "二", "三", "五", "十", "百", "的", "和", "在", "是", "了",
     "不", "中", "々", "〇", "★",  "①",  "⑳",  "※",  "㎡", "垟", "瀍", "𠮷"});
constexpr auto kMarks = std::to_array<Pieces>(
    {"，", "。", "、", "；", "：", "？", "！", "（", "）", "《", "》", "〈", "〉", "“",  "”",
     "‘",  "’",  "「", "」", "『", "』", "【", "】", "〔", "〕", "〖", "〗", "［", "］", "｛",
     "｝", "——", "……", "⋯⋯", "⸺",  "—",  "…",  "～", "·",  "–",  "-",  "‐",  "/",  "／", "％",
     "%",  "‰",  "℃",  "°",  "′",  "″",  "￥", "¥",  "€",  "$",  "№",  "±",  "≥",  "‼",  "⁇",
     "⁈",  "⁉",  "．", ",",  ".",  ";",  ":",  "!",  "?",  "(",  ")",  "\"", "'"});
constexpr auto kFigures = std::to_array<Pieces>({"0",
                                                 "7",
                                                 "46",
                                                 "2020",
                                                 "9.5",
                                                 "2,462.5",
                                                 "12:30",
                                                 "５",
                                                 "２０",
                                                 "2020年",
                                                 "12月31日",
                                                 "99.66%",
                                                 "￥100",
                                                 "35℃",
                                                 "3.45亿元",
                                                 "13家",
                                                 "第12条",
                                                 "第二百零五条",
                                                 "5～7",
                                                 "3-5",
                                                 "附件1",
                                                 "〔2013〕87号",
                                                 "国办发〔2020〕4号",
                                                 "①"});
constexpr auto kWords = std::to_array<Pieces>(
    {"A", "Abc", "PDF", "Banxin", "km", "GB/T", "e-mail", "it’s", "A·B", "internationalization",
     "a@b.cn", "http://www.gov.cn/zhengce/2020-12/31/content.htm", "e\u0301", "U.S."});
constexpr auto kTogether = std::to_array<Pieces>(
    {"，“", "。”", "：“", "》、《", "）（", "”（", "））", "。”）", "？！", "！！！", "——", "……",
     "《通报》", "“一二”", "（大会）", "”，“", "…”", "（一）", "安·列"});
constexpr auto kBlanks = std::to_array<Pieces>({" ", "  ", "\u3000", "\u00a0"});
constexpr auto kJoining = std::to_array<Pieces>({"\u0301", "\u0308", "\ufe00"});

/// How likely each kind of piece is in one paragraph, as shares.
struct Mixture {
    unsigned han, marks, together, figures, words, blanks, joining, line_feeds;
};
constexpr auto kMixtures = std::to_array<Mixture>({
    {800, 60, 60, 50, 15, 10, 0, 1},     // as prose
    {200, 200, 60, 80, 60, 60, 20, 10},  // everything
    {60, 300, 200, 10, 5, 10, 2, 2},     // hardly anything but marks
    {30, 30, 5, 60, 150, 150, 10, 2},    // Latin with figures
    {1000, 0, 0, 0, 0, 0, 0, 0},         // the grid
});

std::string_view random_piece(Dice& dice, const Mixture& mixture) {
    const unsigned all = mixture.han + mixture.marks + mixture.together + mixture.figures +
                         mixture.words + mixture.blanks + mixture.joining + mixture.line_feeds;
    unsigned rest = dice.roll(1, all);
    const auto takes = [&rest](unsigned share) {
        if (rest <= share) return true;
        rest -= share;
        return false;
    };
    if (takes(mixture.han)) return dice.pick(kHan);
    if (takes(mixture.marks)) return dice.pick(kMarks);
    if (takes(mixture.together)) return dice.pick(kTogether);
    if (takes(mixture.figures)) return dice.pick(kFigures);
    if (takes(mixture.words)) return dice.pick(kWords);
    if (takes(mixture.blanks)) return dice.pick(kBlanks);
    if (takes(mixture.joining)) return dice.pick(kJoining);
    return "\n";
}

Style style_named(const std::string& name, const std::string& role, Length size, Length pitch) {
    Style style;
    style.name = name;
    style.font_role = role;
    style.size = size;
    style.pitch = pitch;
    style.leading = size * 2;
    return style;
}

/// Three styles, each under two names. 3号 is drawn larger than its cell on a page of 28 cells.
Layout random_layout(Dice& dice, Length em) {
    const Length size = dice.one_in(3) ? em.scaled(1013, 1000) : em;
    const Length smaller = em.scaled(7, 8);
    Layout layout;
    for (const char* suffix : {"", "-again"}) {
        for (const Style& style :
             {style_named("body", "仿宋", size, em), style_named("strong", "黑体", size, em),
              style_named("small", "楷体", smaller, smaller)}) {
            Style& named = layout.styles[style.name + suffix];
            named = style;
            named.name += suffix;
        }
    }
    return layout;
}

/// Alignment and indents are those of the paragraph's style alone.
void set_column(Dice& dice, Length em, Style& style, Length measure) {
    constexpr auto kAlignments = std::to_array<Alignment>(
        {Alignment::justify, Alignment::justify, Alignment::justify, Alignment::justify,
         Alignment::left, Alignment::centre, Alignment::right});
    style.alignment = dice.pick(kAlignments);
    const bool title = style.alignment == Alignment::centre && dice.one_in(2);
    if (title) style.line_shape = LineShape::title;
    if (measure < em * 8 || dice.one_in(3)) return;
    style.first_line_indent = em * static_cast<std::int64_t>(dice.roll(0, 2));
    style.left_indent = em.scaled(dice.roll(0, 2), 2);
    style.right_indent = em.scaled(dice.roll(0, 2), 2);
}

unsigned random_count(Dice& dice) {
    if (dice.one_in(100)) return dice.roll(1000, 4000);
    return dice.one_in(4) ? dice.roll(1, 30) : dice.roll(30, 300);
}

}  // namespace

LineSample random_sample(std::uint64_t seed) {
    Dice dice{seed};
    constexpr auto kEms = std::to_array<std::int64_t>({1000, 1000, 1001, 200'564});
    const Length em = Length::from_emu(dice.pick(kEms));
    LineSample sample;
    sample.layout = random_layout(dice, em);
    sample.measure = em * static_cast<std::int64_t>(dice.roll(4, 40));
    if (dice.one_in(4)) sample.measure += em.scaled(dice.roll(0, 999), 1000);
    set_column(dice, em, sample.layout.styles["body"], sample.measure);
    sample.rules.line_end = dice.one_in(3) ? LineEndMode::gb : LineEndMode::grid;
    sample.rules.latin_gap = dice.roll(0, 2) * 125;
    sample.rules.trim_paragraph_start = dice.one_in(4);

    const Mixture& mixture = dice.pick(kMixtures);
    sample.paragraph.style = "body";
    const char* style = "body";
    std::string text;
    const auto end_run = [&] {
        if (text.empty()) return;
        sample.paragraph.runs.push_back(
            {Text{text, Origin{.row = 1, .column = 1, .file = 1}}, style});
        text.clear();
    };
    if (dice.one_in(12)) {
        text = "1. 国";
        sample.paragraph.hanging_bytes = 3;
    }
    const bool one_style = dice.one_in(2);
    for (unsigned count = random_count(dice); count > 0; --count) {
        text += random_piece(dice, mixture);
        if (one_style || !dice.one_in(15)) continue;
        end_run();
        constexpr std::array<const char*, 3> kStyles = {"body", "strong", "small"};
        style = dice.pick(kStyles);
    }
    end_run();
    return sample;
}

LineSample cut_into_runs(const LineSample& sample, std::uint64_t seed) {
    Dice dice{seed};
    LineSample cut = sample;
    // The second names have the first ones' figures, also those that random_sample() gave.
    for (auto& [name, style] : cut.layout.styles) {
        const std::size_t suffix = name.find("-again");
        if (suffix == std::string::npos) continue;
        style = cut.layout.styles.at(name.substr(0, suffix));
        style.name = name;
    }
    cut.paragraph.runs.clear();
    const unsigned spacing = dice.roll(1, 8);
    for (const StyledText& run : sample.paragraph.runs) {
        const std::string& utf8 = run.text.utf8();
        std::size_t begin = 0;
        for (std::size_t next = 0; next < utf8.size();) {
            (void)next_character(utf8, next);
            if (next < utf8.size() && !dice.one_in(spacing)) continue;
            const std::string style = dice.one_in(2) ? run.style : run.style + "-again";
            cut.paragraph.runs.push_back({run.text.slice(begin, next), style});
            begin = next;
        }
    }
    return cut;
}

std::string text_of(const Paragraph& paragraph) {
    std::string utf8;
    for (const StyledText& run : paragraph.runs) utf8 += run.text.utf8();
    return utf8;
}

}  // namespace banxin
