// Column widths, counted by hand or found by trying all of them.
#include "pipeline/tables/column_widths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "pipeline/lines/break_lines.hpp"
#include "table_builder.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;

constexpr Length ems(std::int64_t count) { return kEm * count; }

/// Widths in EMU: an em is 1000, a cell is one em wider than its text.
std::vector<std::int64_t> widths(const ShapedTable& table, Length width) {
    const auto outcome = solve_column_edges(table, width, LineRules{});
    EXPECT_TRUE(outcome.diagnostics.empty());
    EXPECT_EQ(outcome.value.front(), Length{});
    EXPECT_EQ(outcome.value.back(), width);
    std::vector<std::int64_t> found;
    for (std::size_t column = 0; column + 1 < outcome.value.size(); ++column) {
        found.push_back((outcome.value[column + 1] - outcome.value[column]).emu());
    }
    return found;
}

TEST(ColumnWidths, RelativeColumnsShareToTheLastUnit) {
    const ShapedTable table =
        TableBuilder{{relative_column(1), relative_column(1), relative_column(1)}}.table();
    EXPECT_THAT(widths(table, ems(10)), ElementsAre(3333, 3334, 3333));
}

TEST(ColumnWidths, RelativeColumnsTakeWhatTheOthersLeave) {
    const ShapedTable table = TableBuilder{{relative_column(1), fixed_column(ems(3)),
                                            content_column(), relative_column(2)}}
                                  .row({cell(""), cell(""), cell("四个汉字"), cell("")})
                                  .table();
    EXPECT_THAT(widths(table, ems(20)), ElementsAre(4000, 3000, 5000, 8000));
}

TEST(ColumnWidths, SpareWidthIsSharedByPreferredWidth) {
    const ShapedTable table =
        TableBuilder{{content_column(), fixed_column(ems(2)), content_column()}}
            .row({cell("单位"), cell("1"), cell("考核得分\n100")})
            .table();
    // 3 and 5 ems with 4 more between them: 1.5 and 2.5.
    EXPECT_THAT(widths(table, ems(14)), ElementsAre(4500, 2000, 7500));
}

TEST(ColumnWidths, ColumnsOfOneGroupAreEqual) {
    const ShapedTable table =
        TableBuilder{{content_column(1), content_column(2), content_column(1), content_column(2)}}
            .row({cell("市税务局"), cell("9"), cell("市综合行政执法局"), cell("10")})
            .table();
    EXPECT_THAT(widths(table, ems(22)), ElementsAre(9000, 2000, 9000, 2000));
    EXPECT_THAT(widths(table, ems(33)), ElementsAre(13500, 3000, 13500, 3000));
    // Too narrow for the longer name: both columns of names give way.
    EXPECT_THAT(widths(table, ems(16)), ElementsAre(6000, 2000, 6000, 2000));
}

TEST(ColumnWidths, AColumnHoldsOneHanAndItsWidestPiece) {
    const ShapedTable table = TableBuilder{{content_column(), content_column()}}
                                  .row({cell(""), cell(han(30))})
                                  .row({cell("ABCDEFGHIJKLM"), cell("")})
                                  .table();
    // 13 half-em letters.
    EXPECT_GE(widths(table, ems(12))[0], 7500);
    const ShapedTable empty =
        TableBuilder{{content_column(), content_column()}}.row({cell(""), cell(han(30))}).table();
    EXPECT_GE(widths(empty, ems(12))[0], 2000);
}

TEST(ColumnWidths, VerticalCellsAskForOneColumnOfCharacters) {
    const ShapedTable table = TableBuilder{{content_column(), relative_column(1)}}
                                  .row({cell("年度总体目标").vertical(), cell("")})
                                  .table();
    EXPECT_THAT(widths(table, ems(12)), ElementsAre(2000, 10000));
}

TEST(ColumnWidths, ALineOverSeveralColumnsTakesOnlyWhatIsLeft) {
    const TableBuilder narrow = TableBuilder{{content_column(), content_column(), content_column()}}
                                    .row({cell("一二三四五六").over(1, 2), cell("项目")})
                                    .row({cell("1"), cell("2"), cell("一二三四五六七八")});
    // 2 + 2 + 9 ems asked for by single cells, 7 for the line over the first two.
    EXPECT_THAT(widths(narrow.table(), ems(16)), ElementsAre(3500, 3500, 9000));
    EXPECT_THAT(widths(narrow.table(), ems(14)), ElementsAre(2500, 2500, 9000));
}

TEST(ColumnWidths, TooWideIsReportedAtTheFirstTextThatIsNoHeadAndShrunk) {
    const ShapedTable table = TableBuilder{{fixed_column(ems(6)), fixed_column(ems(10))}}
                                  .row({cell(""), cell("序号").head()})
                                  .row({cell(""), cell("1")})
                                  .table();
    const auto outcome = solve_column_edges(table, ems(8), LineRules{});
    EXPECT_THAT(outcome.value, ElementsAre(Length{}, ems(3), ems(8)));
    ASSERT_EQ(outcome.diagnostics.size(), 1U);
    const Diagnostic& warning = outcome.diagnostics[0];
    EXPECT_EQ(warning.code, Code::table_too_wide);
    EXPECT_EQ(warning.origin, (Origin{.row = 2, .column = 2, .file = 1}));
    EXPECT_THAT(warning.arguments,
                ElementsAre(Argument{"needed", "0.44"}, Argument{"width", "0.22"}));
}

TEST(ColumnWidths, FixedColumnsAloneFillTheWidth) {
    const ShapedTable table = TableBuilder{{fixed_column(ems(1)), fixed_column(ems(3))}}.table();
    EXPECT_THAT(widths(table, ems(8)), ElementsAre(2000, 6000));
}

/// Lines that each cell has in a column of each number of ems; nothing for none.
std::vector<std::vector<std::size_t>> lines_by_width(const ShapedTable& table, std::int64_t most) {
    std::vector<std::vector<std::size_t>> lines(table.cells.size());
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        lines[index].resize(2);
        for (std::int64_t own = 2; own <= most; ++own) {
            const ShapedParagraph& paragraph = table.cells[index].paragraph;
            const auto broken = break_lines(paragraph, ems(own - 1), LineRules{}).value;
            lines[index].push_back(broken.lines.size());
        }
    }
    return lines;
}

/// Lines that the rows of a table have together when its columns are so many ems wide.
std::size_t lines_high(const ShapedTable& table, const std::vector<std::vector<std::size_t>>& lines,
                       const std::vector<std::int64_t>& column_ems) {
    std::vector<std::size_t> rows(table.rows.size());
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        const ShapedCell& shaped = table.cells[index];
        const auto own = static_cast<std::size_t>(column_ems[shaped.column]);
        rows[shaped.row] = std::max(rows[shaped.row], lines[index][own]);
    }
    return std::accumulate(rows.begin(), rows.end(), std::size_t{0});
}

TEST(ColumnWidths, NarrowedColumnsMakeTheTableNearlyAsLowAsAnyOthers) {
    constexpr std::int64_t kWidth = 28;
    const std::vector<std::vector<std::vector<std::size_t>>> texts = {
        {{60, 12, 3}, {10, 30, 2}, {45, 8, 4}},
        {{8, 8, 40}, {6, 9, 4}, {7, 7, 35}, {8, 2, 21}},
        {{20, 20, 20}, {1, 40, 1}},
        {{100, 3, 3}, {100, 6, 1}},
        {{5, 17, 9}, {16, 4, 30}, {2, 26, 11}, {13, 13, 13}, {40, 1, 7}},
    };
    for (const auto& rows : texts) {
        TableBuilder builder{{content_column(), content_column(), content_column()}};
        for (const auto& row : rows) {
            builder.row({cell(han(row[0])), cell(han(row[1])), cell(han(row[2]))});
        }
        const ShapedTable table = builder.table();
        const auto lines = lines_by_width(table, kWidth);
        std::size_t lowest = std::numeric_limits<std::size_t>::max();
        for (std::int64_t first = 2; first <= kWidth - 4; ++first) {
            for (std::int64_t second = 2; second <= kWidth - 2 - first; ++second) {
                const std::vector<std::int64_t> tried = {first, second, kWidth - first - second};
                lowest = std::min(lowest, lines_high(table, lines, tried));
            }
        }
        std::vector<std::int64_t> found = widths(table, ems(kWidth));
        for (std::int64_t& own : found) own /= 1000;  // Parts of an em hold no Han.
        // Widths are exchanged by twos; where three would have to change at once, one line in
        // ten may be lost.
        EXPECT_LE(lines_high(table, lines, found) * 10, lowest * 11)
            << "first row " << rows[0][0] << " " << rows[0][1] << " " << rows[0][2];
    }
}

}  // namespace
}  // namespace banxin
