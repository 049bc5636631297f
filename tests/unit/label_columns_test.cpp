// Labels of tables in columns, drawn as pictures.
#include "pipeline/tables/label_columns.hpp"

#include <gtest/gtest.h>

#include "pipeline/tables/place_table.hpp"
#include "table_builder.hpp"

namespace banxin {
namespace {

constexpr Length ems(std::int64_t count) { return kEm * count; }

/// One label in a cell `width` ems wide without its padding and rules, beside an empty one.
std::string drawn(const CellSketch& label, std::int64_t width, Length page = ems(1000),
                  std::size_t piece = 0) {
    const ShapedTable table = TableBuilder{{fixed_column(ems(width + 1)), relative_column(1)}}
                                  .row({label, cell("")})
                                  .table();
    const auto outcome = place_table(table, ems(width + 3), {page, page}, LineRules{});
    EXPECT_TRUE(outcome.diagnostics.empty());
    return "\n" + picture(table, outcome.value, piece);
}

TEST(LabelColumns, AShortLabelIsOneColumnInTheMiddle) {
    EXPECT_EQ(drawn(cell("年度目标").vertical(), 2), R"(
┌─────┬───┐
│ 年  │   │
│ 度  │   │
│ 目  │   │
│ 标  │   │
└─────┴───┘
)");
}

TEST(LabelColumns, ALongOneIsBalancedAndReadFromTheRight) {
    EXPECT_EQ(drawn(cell("一二三四五六七八九十").vertical(), 3), R"(
┌───────┬───┐
│ 六一  │   │
│ 七二  │   │
│ 八三  │   │
│ 九四  │   │
│ 十五  │   │
└───────┴───┘
)");
}

TEST(LabelColumns, ColumnsAreAlignedAsTheirStyleSays) {
    const CellSketch label = cell("一二三\n甲").vertical();
    EXPECT_EQ(drawn(label.aligned(Alignment::left), 2), R"(
┌─────┬───┐
│甲一 │   │
│  二 │   │
│  三 │   │
└─────┴───┘
)");
    EXPECT_EQ(drawn(label.aligned(Alignment::centre), 2), R"(
┌─────┬───┐
│  一 │   │
│甲二 │   │
│  三 │   │
└─────┴───┘
)");
}

TEST(LabelColumns, ANarrowCellMakesThemLonger) {
    const std::string picture = drawn(cell("一二三四五六七八九十").vertical(), 1);
    EXPECT_EQ(std::count(picture.begin(), picture.end(), '\n'), 1 + 1 + 10 + 1) << picture;
}

TEST(LabelColumns, MoreThanAPageHoldsStandInTiersOnTheNext) {
    const CellSketch label = cell("一二三四五六七八九十甲乙").vertical();
    // A page of seven ems with its padding holds columns of six, and only one of them abreast.
    EXPECT_EQ(drawn(label, 1, ems(7), 0), R"(
┌───┬───┐
│一 │   │
│二 │   │
│三 │   │
│四 │   │
│五 │   │
│六 │   │
└───┴───┘
)");
    EXPECT_EQ(drawn(label, 1, ems(7), 1), R"(
┌───┬───┐
│七 │   │
│八 │   │
│九 │   │
│十 │   │
│甲 │   │
│乙 │   │
└───┴───┘
)");
}

TEST(LabelColumns, TheWidthAskedForHoldsEveryPart) {
    const ShapedTable table = TableBuilder{{content_column(), relative_column(1)}}
                                  .row({cell("产出指标\n甲乙\n丙").vertical(), cell("")})
                                  .table();
    const auto placed = place_table(table, ems(12), {ems(50), ems(50)}, LineRules{}).value;
    EXPECT_EQ(placed.column_edges.at(1), ems(4));  // three columns, half an em on either side
    EXPECT_EQ("\n" + picture(table, placed, 0), R"(
┌───────┬───────────────┐
│丙甲产 │               │
│  乙出 │               │
│    指 │               │
│    标 │               │
└───────┴───────────────┘
)");
}

}  // namespace
}  // namespace banxin
