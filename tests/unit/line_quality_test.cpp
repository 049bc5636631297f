// The measure of line quality, measured: lines made by hand with one fault each, in cells of a
// thousand units, so that every counter is seen to count what it should and nothing else.
#include "tests/line_quality.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

constexpr std::int64_t kEm = 1000;

struct Made {
    ShapedParagraph paragraph;
    BrokenParagraph broken;

    /// Moves cluster `k` of a line and all behind it to the right, in thousandths of an em.
    Made& shift(std::size_t line, std::size_t k, std::int64_t distance) {
        std::vector<Length>& positions = broken.lines.at(line).positions;
        for (; k < positions.size(); ++k) positions[k] += Length::from_emu(distance);
        return *this;
    }
};

/// Lines of these texts at natural widths: ASCII half an em, everything else one.
Made lines(const std::vector<std::string>& texts) {
    Made made;
    std::string utf8;
    for (const std::string& text : texts) {
        Line line;
        line.text.begin = static_cast<std::uint32_t>(utf8.size());
        line.cluster_begin = static_cast<std::uint32_t>(made.paragraph.clusters.size());
        Length pen;
        for (std::size_t at = 0; at < text.size();) {
            Cluster cluster;
            cluster.text.begin = static_cast<std::uint32_t>(utf8.size() + at);
            cluster.character = next_character(text, at);
            cluster.text.end = static_cast<std::uint32_t>(utf8.size() + at);
            cluster.em = Length::from_emu(kEm);
            cluster.advance = Length::from_emu(cluster.character < 0x80 ? kEm / 2 : kEm);
            made.paragraph.clusters.push_back(cluster);
            line.positions.push_back(pen);
            pen += cluster.advance;
        }
        utf8 += text;
        line.text.end = static_cast<std::uint32_t>(utf8.size());
        line.cluster_end = static_cast<std::uint32_t>(made.paragraph.clusters.size());
        made.broken.lines.push_back(std::move(line));
    }
    made.broken.lines.back().reason = BreakReason::forced;
    made.paragraph.source = Text{utf8, Origin{}, Text::OriginStep::per_character};
    return made;
}

/// On columns of ten cells.
LineFigures measure(const std::vector<Made>& paragraphs) {
    LineQuality quality{Length::from_emu(10 * kEm), 10};
    for (const Made& made : paragraphs) quality.add(made.paragraph, made.broken);
    return quality.figures();
}
LineFigures measure(const Made& made) { return measure(std::vector<Made>{made}); }

TEST(LineQuality, FindsNoFaultWhereThereIsNone) {
    const LineFigures figures = measure(lines(
        {"各部门应当依照本规定", "第十二条，应于2026年", "办理。有关事项另行通", "知各部门。"}));
    EXPECT_EQ(figures.paragraphs, 1U);
    EXPECT_EQ(figures.lines, 4U);
    EXPECT_EQ(figures.prohibited.of, 3U);
    EXPECT_EQ(figures.prohibited.hits, 0U);
    for (const auto& [item, tally] : figures.torn) EXPECT_EQ(tally.hits, 0U) << name(item);
    EXPECT_EQ(figures.runts.of, 1U);
    EXPECT_EQ(figures.runts.hits, 0U);
    EXPECT_EQ(figures.opened_by_20.of, 3U);
    EXPECT_EQ(figures.opened_by_20.hits, 0U);
    EXPECT_EQ(figures.widest_gap, 0);
    EXPECT_EQ(figures.single_marks.deviation(), 0);
    EXPECT_EQ(figures.edge_missed.of, 3U);
    EXPECT_EQ(figures.edge_missed.hits, 0U) << figures.examples.at(0);
    EXPECT_EQ(figures.on_grid.share(), 1);
    EXPECT_TRUE(figures.examples.empty());
}

TEST(LineQuality, CountsProhibitedStartsAndEnds) {
    for (const char* start : {"，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "〕",
                              "】", "·", "—", "…", "～", "%", "℃"}) {
        EXPECT_EQ(measure(lines({"各部门应当", start + std::string{"办理"}})).prohibited.hits, 1U)
            << start;
    }
    for (const char* end : {"（", "《", "“", "‘", "〔", "【", "/"}) {
        EXPECT_EQ(measure(lines({std::string{"各部门应当"} + end, "办理"})).prohibited.hits, 1U)
            << end;
    }
}

TEST(LineQuality, ABlankAtTheEndOfALineHidesNoMark) {
    EXPECT_EQ(measure(lines({"各部门应当（ ", "办理）"})).prohibited.hits, 1U);
}

TEST(LineQuality, CountsTornItems) {
    const struct {
        Item item;
        const char* before;
        const char* after;
    } cases[] = {
        {Item::number, "共2,4", "62.5万元"},
        {Item::number, "共2462.", "5万元"},
        {Item::number, "于20", "26年"},
        {Item::unit, "共2,462.5", "万元"},
        {Item::unit, "共2,462.5万", "元"},
        {Item::unit, "占31.5", "%"},
        {Item::unit, "提高3.2个", "百分点"},
        {Item::unit, "计44", "个子项"},
        {Item::date, "自2026年", "3月5日起"},
        {Item::date, "自2026", "年3月5日起"},
        {Item::date, "于3月", "5日前"},
        {Item::document, "筑府发〔2020〕", "4号"},
        {Item::document, "筑府发〔20", "20〕4号"},
        {Item::article, "依照第二百", "零五条"},
        {Item::article, "依照第", "12条"},
        {Item::han_number, "在三十个", "工作日内"},
        {Item::han_number, "在三", "年内"},
        {Item::circled, "即①", "报告"},
        {Item::word, "全市GD", "P增长"},
        {Item::title, "依照《预", "算法》"},
    };
    for (const auto& [item, before, after] : cases) {
        SCOPED_TRACE(std::string{before} + "｜" + after);
        LineFigures figures = measure(lines({before, after}));
        EXPECT_EQ(figures.torn[item].hits, 1U);
        figures = measure(lines({std::string{before} + after, "有关"}));
        EXPECT_EQ(figures.torn[item].hits, 0U);
        EXPECT_EQ(figures.torn[item].of, 1U);
    }
}

TEST(LineQuality, CountsAFaultInTheRightRow) {
    // Between its digits a date is a torn number; its 年 is no unit; 万 of 44万元 begins no number.
    LineFigures figures = measure(lines({"自20", "26年3月5日起"}));
    EXPECT_EQ(figures.torn[Item::date].hits, 0U);
    EXPECT_EQ(figures.torn[Item::unit].of, 0U);
    figures = measure(lines({"计44万元"}));
    EXPECT_EQ(figures.torn[Item::han_number].of, 0U);
    // Seven characters are no short title, and two titles are not one.
    figures = measure(lines({"《政府信息公开条例》《预算法》"}));
    EXPECT_EQ(figures.torn[Item::title].of, 1U);
}

TEST(LineQuality, CountsParagraphsThatEndInASingleHan) {
    EXPECT_EQ(measure(lines({"各部门应当依照规定办", "理。”"})).runts.hits, 1U);
    EXPECT_EQ(measure(lines({"各部门应当依照规定", "办理"})).runts.hits, 0U);
    EXPECT_EQ(measure(lines({"各部门应当依照第", "3条"})).runts.hits, 0U);
    EXPECT_EQ(measure(lines({"理。"})).runts.of, 0U);
}

TEST(LineQuality, CountsOpenedLines) {
    Made opened = lines({"各部门应当依照规定", "办理有关事项"});
    for (std::size_t k = 1; k < 9; ++k) opened.shift(0, k, 30);
    LineFigures figures = measure(opened);
    EXPECT_EQ(figures.opened_by_20.hits, 1U);
    EXPECT_EQ(figures.opened_by_50.hits, 0U);
    EXPECT_NEAR(figures.widest_gap, 0.03, 1e-9);
    for (std::size_t k = 1; k < 9; ++k) opened.shift(0, k, 30);
    figures = measure(opened);
    EXPECT_EQ(figures.opened_by_50.hits, 1U);
    // Squeezed Han are no better than opened ones, and one wide gap is seen as well as eight.
    figures = measure(lines({"各部门应当依照规定", "办理有关事项"}).shift(0, 4, -80));
    EXPECT_EQ(figures.opened_by_20.hits, 0U);
    EXPECT_NEAR(figures.widest_gap, 0.08, 1e-9);
}

TEST(LineQuality, MeasuresSingleMarks) {
    // One comma of a cell and one of half a cell: 0.25 em from their mean.
    const Made whole = lines({"部门，各"});
    const Made half = lines({"部门，各"}).shift(0, 3, -500);
    LineFigures figures = measure({whole, half});
    EXPECT_EQ(figures.single_marks.count, 2U);
    EXPECT_NEAR(figures.single_marks.mean(), 0.75, 1e-9);
    EXPECT_NEAR(figures.single_marks.deviation(), 0.25, 1e-9);
    // What the whole line opens by is not the mark's: six joints of 0.04 em.
    Made opened = lines({"各部门，应当", "办理"});
    for (std::size_t k = 1; k < 6; ++k) opened.shift(0, k, 40);
    EXPECT_NEAR(measure({whole, opened}).single_marks.deviation(), 0, 1e-9);
    // Next to a figure there is no telling.
    EXPECT_EQ(measure(lines({"各部门，3"})).single_marks.count, 0U);
}

TEST(LineQuality, MeasuresPairsOfMarks) {
    LineFigures figures = measure(lines({"如下：“各部门"}).shift(0, 3, -500));
    EXPECT_NEAR(figures.pairs["：“"].mean(), 1.5, 1e-9);
    figures = measure(lines({"（如下），各部门"}));
    EXPECT_NEAR(figures.pairs["），"].mean(), 2, 1e-9);
}

TEST(LineQuality, CountsLinesThatMissTheRightEdge) {
    EXPECT_EQ(measure(lines({"各部门应当依照规定", "办理"})).edge_missed.hits, 1U);
    EXPECT_EQ(measure(lines({"各部门应当依照规定办理", "办理"})).edge_missed.hits, 1U);
    EXPECT_EQ(measure(lines({"各部门应当依照本规定", "办"}).shift(0, 9, 20)).edge_missed.hits, 1U);
    // A mark may keep its blank half, have it cut, or anything between.
    EXPECT_EQ(measure(lines({"各部门应当依照规定，", "办"})).edge_missed.hits, 0U);
    EXPECT_EQ(measure(lines({"各部门应当依照规定，", "办"}).shift(0, 9, 500)).edge_missed.hits, 0U);
    EXPECT_EQ(measure(lines({"各部门应当依照规定，", "办"}).shift(0, 9, 600)).edge_missed.hits, 1U);
    // The last line is as long as it is.
    EXPECT_EQ(measure(lines({"办理"})).edge_missed.of, 0U);
}

TEST(LineQuality, CountsHanOnTheGrid) {
    const LineFigures figures = measure(lines({"各部门3应当", "办理"}).shift(0, 2, 20));
    EXPECT_EQ(figures.on_grid.of, 7U);
    EXPECT_EQ(figures.on_grid.hits, 5U);  // 门 is within 0.02 em, 应当 are half a cell off
}

TEST(LineQuality, TableNamesEveryFault) {
    const LineFigures figures = measure(lines({"各部门共2", "6名，应当（", "办理）"}));
    const std::string text = table(figures);
    EXPECT_NE(text.find("prohibited: 各部门共26名，应当（｜办理）"), std::string::npos) << text;
    EXPECT_NE(text.find("| torn: numbers | 100.00 % (1 of 1) |"), std::string::npos) << text;
}

}  // namespace
}  // namespace banxin
