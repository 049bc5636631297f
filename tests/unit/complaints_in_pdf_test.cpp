// What users of other typesetters complain of in Chinese layout, where only the fonts documents are
// made with and finished pages show it. Pages are read back by mupdf and poppler.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/make_pages.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/layout_files.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

constexpr double kCell = 156.0 / 28;
constexpr double kRow = 10.44550265;  // (225 − 5.64444) / 21
constexpr double kFirstBaseline =
    37 + 0.88 * 5.64444;  // 88 % of a 三号 em below the type area's top

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

class ComplaintsInPdf : public testing::Test {
  protected:
    static void SetUpTestSuite() { fonts_ = installed_fonts(); }
    static void TearDownTestSuite() { fonts_.reset(); }

    ComplaintsInPdf() : layout_{layout_of("notice")}, shaper_{fonts_} {}

    void add(BlockRole role, const std::string& style, const std::string& utf8) {
        document_.blocks.push_back({role, paragraph_in(style, utf8)});
    }
    void add_body(const std::string& utf8) { add(BlockRole::body, "body", utf8); }

    /// The document so far, without page numbers, as PDF.
    std::string pdf() {
        layout_.page_number.shown = false;
        auto shaped = shaper_.shape(document_, layout_);
        EXPECT_THAT(shaped.diagnostics, testing::IsEmpty());
        auto pages = make_pages(shaped.value, layout_);
        EXPECT_THAT(pages.diagnostics, testing::IsEmpty());
        return write_pdf(pages.value, *fonts_).value;
    }

    static Paragraph paragraph_in(const std::string& style, const std::string& utf8) {
        Paragraph paragraph;
        paragraph.style = style;
        paragraph.runs = {{Text{utf8, {.row = 1, .column = 1, .file = 1}}, style}};
        return paragraph;
    }

    /// The baselines of `words` in every style, each as a paragraph and in a row of a table, and
    /// the tops of the table's rules; from the first page to the last.
    std::vector<Length> heights(const std::string& words) {
        document_ = {};
        Table table;
        table.frame.outer_rule = table.frame.inner_rule = Length::from_emu(6350);
        TableColumn column;
        column.kind = ColumnWidth::relative;
        for (const auto& [style, unused] : layout_.styles) {
            add(BlockRole::body, style, words);
            TableCell cell;
            cell.row = static_cast<unsigned>(table.cells.size());
            cell.paragraph = paragraph_in(style, words);
            table.rows.emplace_back().repeats_until = cell.row;
            table.cells.push_back(std::move(cell));
        }
        table.sections = {{{column}, 0, static_cast<unsigned>(table.rows.size())}};
        document_.blocks.push_back({BlockRole::table, std::move(table)});
        const PdfReader reader{pdf()};
        std::vector<Length> list;
        for (int page = 1; page <= std::stoi(reader.mupdf("print(doc.countPages())")); ++page) {
            for (const ReadGlyph& glyph : reader.glyphs(page)) list.push_back(glyph.y);
            for (const ReadBox& box : reader.boxes(page)) list.push_back(box.top);
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
        return list;
    }

    ShapedParagraph shape(const std::string& utf8, const std::string& role = "仿宋") {
        layout_.styles["body"].font_role = role;
        Paragraph paragraph;
        paragraph.style = "body";
        paragraph.runs = {{Text{utf8, {}}, "body"}};
        auto shaped = shaper_.shape(paragraph, layout_);
        EXPECT_FALSE(has_errors(shaped.diagnostics)) << utf8;
        return std::move(shaped.value);
    }

    static std::string face_of(const ShapedParagraph& paragraph, std::size_t cluster) {
        const FaceId face = paragraph.runs.at(paragraph.clusters.at(cluster).run).face;
        return fonts_->faces.at(face).postscript_name;
    }

    /// Left and right end of the ink of glyph `number` of a cluster, from the cluster's pen, in
    /// thousandths of its cell of one em.
    struct Ink {
        double left = 0;
        double right = 0;
    };
    static Ink ink_of(const ShapedParagraph& paragraph, const Cluster& cluster,
                      std::size_t number = 0) {
        const TypeRun& run = paragraph.runs.at(cluster.run);
        const Face& face = fonts_->faces.at(run.face);
        hb_glyph_extents_t extents{};
        double pen = 0;
        for (std::size_t k = 0; k < number; ++k) {
            pen += mm(paragraph.glyphs.at(cluster.first_glyph + k).advance);
        }
        const Glyph& glyph = paragraph.glyphs.at(cluster.first_glyph + number);
        EXPECT_NE(hb_font_get_glyph_extents(face.font.get(), glyph.id, &extents), 0);
        const double unit = mm(run.size) / face.units_per_em;
        const double left = pen + mm(glyph.x_offset) + extents.x_bearing * unit;
        const double em = mm(cluster.em) / 1000;
        return {left / em, (left + extents.width * unit) / em};
    }
    static double thousandths(const Cluster& cluster, Length length) {
        return mm(length) / mm(cluster.em) * 1000;
    }

    static std::shared_ptr<const FontSet> fonts_;
    Layout layout_;
    Shaper shaper_;
    Document document_;
};

std::shared_ptr<const FontSet> ComplaintsInPdf::fonts_;

constexpr const char* kRoles[] = {"仿宋", "楷体", "黑体", "小标宋", "宋体"};

// 1. Quotes, · — and … are the same code points in Chinese and Latin.

TEST_F(ComplaintsInPdf, QuotesAndDotsComeFromTheFaceOfTheirSide) {
    const ShapedParagraph chinese = shape("国“人”大‘会’工·作—目…标");
    const std::vector<double> widths = {1000, 1000, 1000, 1000, 500, 1000, 1000};
    for (std::size_t k = 0; k < widths.size(); ++k) {
        const Cluster& mark = chinese.clusters.at(2 * k + 1);
        EXPECT_EQ(face_of(chinese, 2 * k + 1), "FandolFang-Regular") << k;
        EXPECT_NEAR(thousandths(mark, mark.advance), widths[k], 0.1) << k;
    }
    const ShapedParagraph latin = shape("a “b” ‘c’ it’s d·e");
    for (const std::size_t k : {2U, 4U, 6U, 8U, 12U, 16U}) {
        EXPECT_EQ(face_of(latin, k), "LiberationSerif") << k;
        EXPECT_LT(thousandths(latin.clusters[k], latin.clusters[k].advance), 500) << k;
    }
}

// 2. Marks are squeezed into their neighbours, or not at all where a face draws them in the middle.

TEST_F(ComplaintsInPdf, EveryMarkHasABlankHalfWithoutInkInEveryFace) {
    for (const char* role : kRoles) {
        for (const char* mark : {"（", "〈", "《", "「", "『", "【", "〔", "〖", "［", "｛", "“",
                                 "‘",  "）", "〉", "》", "」", "』", "】", "〕", "〗", "］", "｝",
                                 "”",  "’",  "、", "，", "。", "．", "：", "；", "！", "？"}) {
            const ShapedParagraph text = shape(std::string{"国"} + mark + "国", role);
            const Cluster& cluster = text.clusters.at(1);
            const Ink ink = ink_of(text, cluster);
            EXPECT_NEAR(thousandths(cluster, cluster.blank_left + cluster.blank_right), 500, 0.1)
                << role << mark;
            EXPECT_GE(ink.left, thousandths(cluster, cluster.blank_left) - 0.1) << role << mark;
            EXPECT_LE(ink.right, thousandths(cluster, cluster.advance - cluster.blank_right) + 0.1)
                << role << mark;
        }
    }
}

TEST_F(ComplaintsInPdf, MarksOfHalfAnEmKeepTheirInkInside) {
    for (const char* role : kRoles) {
        for (const char* marks : {"？！", "！！", "？？？", "·", "/", "／", "-"}) {
            const ShapedParagraph text = shape(std::string{"国"} + marks + "国", role);
            for (std::size_t k = 1; k + 1 < text.clusters.size(); ++k) {
                const Cluster& cluster = text.clusters[k];
                const bool last_of_three = k == 3;
                EXPECT_NEAR(thousandths(cluster, cluster.advance), last_of_three ? 1000 : 500, 0.1)
                    << role << marks;
                EXPECT_GE(ink_of(text, cluster).left, -0.1) << role << marks;
                EXPECT_LE(ink_of(text, cluster).right, 500.1) << role << marks;
            }
        }
    }
}

// 4. —— has a gap in the middle, or is not two em.

TEST_F(ComplaintsInPdf, DashesAreTwoEmOfUnbrokenInk) {
    for (const char* role : kRoles) {
        const ShapedParagraph text = shape("国——国", role);
        ASSERT_EQ(text.clusters.size(), 3U) << role;
        const Cluster& dash = text.clusters[1];
        EXPECT_NEAR(thousandths(dash, dash.advance), 2000, 0.1) << role;
        Ink ink = ink_of(text, dash);
        for (std::size_t k = 1; k < dash.glyph_count; ++k) {
            const Ink next = ink_of(text, dash, k);
            EXPECT_LE(next.left, ink.right) << role << " has a gap";
            ink.right = next.right;
        }
        EXPECT_GT(ink.right - ink.left, 1500) << role;
        EXPECT_NEAR(ink.left, 2000 - ink.right, 5) << role << " is not in the middle";
    }
}

// 4 and 6. What is copied from a PDF is not what was written.

TEST_F(ComplaintsInPdf, TheTextLayerIsWhatWasWritten) {
    // Han that share their glyphs with Kangxi radicals and compatibility ideographs, and all marks.
    const std::string han =
        "一乙二人入八力十又口土士大女子寸小山工己巾干弓心戈手支文斗斤方日月木止毛氏水火父片牙牛犬"
        "玉瓜瓦甘生用田白皮皿目矛矢石示禾穴立竹米缶羊羽老而耳肉臣自至臼舌舟色虫血行衣西见角言谷豆"
        "贝赤走足身车辛里金长门阜隶雨青非面革韭音页风飞食首香马骨高鬼鱼鸟鹿麦麻黄黍黑鼓鼠鼻齐齿龙龟"
        "不更车贾滑串句契喇奈癞罗烂络酪";
    const std::string marks =
        "他说：“好！”——‘甲’……王·李，（一）、《二》；〔2020〕4号？！1—3、5～9、a-b／c/"
        "d。￥8％‰℃①★々〇";
    add_body(han);
    add_body(marks);
    for (const char* style : {"heading-1", "heading-2", "title"}) {
        add(BlockRole::body, style, "——人力……“工”／");
    }
    const PdfReader reader{pdf()};
    const std::string heading = "——人力……“工”／";
    EXPECT_EQ(reader.text(), han + marks + heading + heading + heading);
}

// 8 and 9. The grid is not held and the right edge is missed.

TEST_F(ComplaintsInPdf, HanStandOnTheGridAndLinesEndAtTheRightEdge) {
    std::string utf8;
    for (int k = 0; k < 10; ++k) utf8 += "各单位要高度重视，按照通知要求（见附件）抓好工作落实。";
    add_body(utf8);
    const PdfReader reader{pdf()};
    double row = 0;
    std::vector<ReadGlyph> line;
    std::size_t lines = 0;
    const auto check = [&] {
        if (line.empty()) return;
        ++lines;
        // The last sign's own cell ends at 184 mm, or its blank half was cut there.
        const bool is_mark =
            line.back().text == "，" || line.back().text == "。" || line.back().text == "）";
        const double right = mm(line.back().x) + kCell;
        EXPECT_NEAR(right, 184, is_mark ? kCell / 2 + 0.3 : 0.3) << lines;
    };
    for (const ReadGlyph& glyph : reader.glyphs(1)) {
        if (mm(glyph.y) > row + 1) {
            check();
            line.clear();
            row = mm(glyph.y);
        }
        line.push_back(glyph);
        const bool first_sentence = lines == 0 && line.size() <= 9;
        if (!first_sentence) continue;
        EXPECT_NEAR(mm(glyph.x), 28 + (2 + static_cast<double>(line.size() - 1)) * kCell, 0.3);
    }
    EXPECT_GE(lines, 8U);
}

// 11. The first line's indent is missing behind a heading or at the beginning.

TEST_F(ComplaintsInPdf, EveryBodyParagraphIsIndentedByTwoCells) {
    add_body("甲正文在最前。");
    add(BlockRole::heading_1, "heading-1", "一、标题");
    add_body("甲正文在一级标题之后。");
    add(BlockRole::heading_2, "heading-2", "（一）标题");
    add_body("甲正文在二级标题之后。");
    add(BlockRole::attachment, "attachment", "附件：名称");
    add_body("甲正文在附件说明之后。");
    const PdfReader reader{pdf()};
    std::size_t paragraphs = 0;
    for (const ReadGlyph& glyph : reader.glyphs(1)) {
        if (glyph.text != "甲") continue;
        ++paragraphs;
        // mupdf gives the pen's place; Han of this face begin there.
        EXPECT_NEAR(mm(glyph.x), 28 + 2 * kCell, 0.05) << paragraphs;
    }
    EXPECT_EQ(paragraphs, 4U);
}

// 13. Latin words and characters of other faces change the pitch of lines.

TEST_F(ComplaintsInPdf, BaselinesStandOnTheRowsWhateverTheFaces) {
    std::string utf8;
    for (int k = 0; k < 8; ++k)
        utf8 += "各县（垟瞭）的 App 与☑项目 m² 共￥100‰①达标，Quality为优。";
    add_body(utf8);
    add_body("下一段“Big”照旧。");
    const PdfReader reader{pdf()};
    std::size_t rows = 0;
    for (const ReadGlyph& glyph : reader.glyphs(1)) {
        const double row = (mm(glyph.y) - kFirstBaseline) / kRow;
        EXPECT_NEAR(row, std::round(row), 0.01) << glyph.text;
        rows = std::max(rows, static_cast<std::size_t>(std::round(row)) + 1);
    }
    EXPECT_GE(rows, 9U);
}

/// Titles, headings, the closing lines and the cells of tables alike: where Han alone stand, Han
/// of another face, words and signs stand too, and so do the rules around them.
TEST_F(ComplaintsInPdf, EveryStyleKeepsItsBaselinesAndRowsWhateverTheFaces) {
    for (const char* name : {"notice", "ranking", "department-self-evaluation"}) {
        layout_.styles = layout_of(name).styles;
        const std::vector<Length> han = heights("国人\n大会\n工作");
        EXPECT_EQ(heights("垟App\n“Big”m²\n☑①￥‰"), han) << name;
        EXPECT_GT(han.size(), 3 * 2 * layout_.styles.size()) << name;
    }
}

}  // namespace
}  // namespace banxin
