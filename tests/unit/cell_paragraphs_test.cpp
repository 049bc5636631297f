// Lists and paragraphs in cells: labels that hang, indents that come again, lines that tile the
// text.
#include "pipeline/tables/cell_paragraphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/shaped.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;

Layout list_layout() {
    Layout layout = test_layout();
    layout.styles["body"].hanging_labels = true;
    return layout;
}

std::uint32_t label_of(const std::string& utf8) {
    const ShapedParagraph paragraph = shape_text(utf8);
    return label_clusters(paragraph.clusters);
}

/// `left in thousandths of an em: text`, one a line; line feeds are shown as /.
std::vector<std::string> lines_of(const ShapedParagraph& paragraph, Length measure) {
    const auto broken = break_cell_text(paragraph, measure, {});
    EXPECT_THAT(broken.diagnostics, testing::IsEmpty());
    std::vector<std::string> lines;
    for (const Line& line : broken.value.lines) {
        std::string text = paragraph.source.utf8().substr(line.text.begin, line.text.size());
        if (text.ends_with('\n')) text.back() = '/';
        lines.push_back(std::to_string(line.left.emu()) + ": " + text);
        EXPECT_EQ(line.positions.size(), line.cluster_end - line.cluster_begin);
    }
    return lines;
}

TEST(CellParagraphs, KnowsTheLabelsOfLists) {
    EXPECT_EQ(label_of("①大国"), 1U);
    EXPECT_EQ(label_of("1.大国"), 2U);
    EXPECT_EQ(label_of("12、大国"), 3U);
    EXPECT_EQ(label_of("（1）大国"), 3U);
    EXPECT_EQ(label_of("（十二）大国"), 4U);
    EXPECT_EQ(label_of("一、大国"), 2U);
    EXPECT_EQ(label_of("1. 大国"), 3U) << "the blank belongs to it";
    for (const char* text : {"大国", "1.5大国", "2020年", "（大）国", "1234.大", "一大、国", "①"})
        EXPECT_EQ(label_of(text), 0U) << text;
}

// Four ems: ① and three Han, then lines of three below the first of them.
TEST(CellParagraphs, LaterLinesOfAnItemBeginBelowItsText) {
    const ShapedParagraph list = shape_text("①国人大会工作\n②国人\n大会工作国人", list_layout());
    EXPECT_THAT(lines_of(list, 4 * kTestEm),
                ElementsAre("0: ①国人大", "1000: 会工作/", "0: ②国人/", "0: 大会工作", "0: 国人"));
}

TEST(CellParagraphs, EveryParagraphIsIndented) {
    Layout layout = test_layout();
    layout.styles["body"].first_line_indent = 2 * kTestEm;
    const ShapedParagraph text = shape_text("国人大会工作\n\n国人大会", layout);
    EXPECT_THAT(lines_of(text, 5 * kTestEm),
                ElementsAre("2000: 国人大", "0: 会工作/", "0: /", "2000: 国人大", "0: 会"));
}

TEST(CellParagraphs, WithoutListsOrIndentsLineFeedsOnlyBreakTheLine) {
    const ShapedParagraph text = shape_text("①国人大会工作\n国人");
    EXPECT_THAT(lines_of(text, 4 * kTestEm), ElementsAre("0: ①国人大", "0: 会工作/", "0: 国人"));
}

}  // namespace
}  // namespace banxin
