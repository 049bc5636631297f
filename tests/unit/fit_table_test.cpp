// Tables that miss their page by little.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/tables/place_table.hpp"
#include "tests/unit/table_builder.hpp"

namespace banxin {
namespace {

/// Ten rows of one line: 2 ems each, of which the padding is one.
ShapedTable ten_rows(Shrink shrink) {
    TableBuilder builder{{relative_column(1)}};
    for (int row = 0; row < 10; ++row) builder.row({cell("甲")});
    ShapedTable table = builder.table();
    table.shrink = shrink;
    return table;
}

PlacedTable fit(const ShapedTable& table, Length room) {
    auto fitted = place_table(table, 8 * kEm, {room, room}, {});
    EXPECT_THAT(fitted.diagnostics, testing::IsEmpty());
    return std::move(fitted.value);
}

TEST(FitTable, LeavesATableAloneThatFits) {
    EXPECT_FALSE(fit(ten_rows({900, 900}), 20 * kEm).shown);
}

// 19.5 ems hold ten rows of 1.95: an em of 0.95, which the fourth of eight steps to 0.9 gives.
TEST(FitTable, TakesTheLargestSizeThatSavesAPage) {
    const PlacedTable fitted = fit(ten_rows({900, 900}), kEm.scaled(195, 10));
    ASSERT_TRUE(fitted.shown);
    EXPECT_EQ(fitted.pieces.size(), 1U);
    EXPECT_EQ(fitted.shown->cells[0].paragraph.style.size, kEm.scaled(950, 1000));
    EXPECT_EQ(fitted.shown->cells[0].paragraph.clusters[0].advance, kEm.scaled(950, 1000));
}

TEST(FitTable, ShrinksForNothingLess) {
    const PlacedTable fitted = fit(ten_rows({900, 900}), 18 * kEm);
    EXPECT_FALSE(fitted.shown);
    EXPECT_EQ(fitted.pieces.size(), 2U);
}

TEST(FitTable, WithoutBoundsNothingShrinks) {
    EXPECT_FALSE(fit(ten_rows({}), kEm.scaled(195, 10)).shown);
}

// Twelve Han in lines of four: three lines an em apart become lower by their leading alone.
TEST(FitTable, LeadingMayShrinkAlone) {
    TableBuilder builder{{fixed_column(5 * kEm)}};
    builder.row({cell(han(12))});
    ShapedTable table = builder.table();
    table.cells[0].paragraph.style.leading = 2 * kEm;
    table.shrink = {1000, 500};
    const auto fitted = place_table(table, 5 * kEm, {5 * kEm, 5 * kEm}, {});
    ASSERT_TRUE(fitted.value.shown);
    EXPECT_EQ(fitted.value.shown->cells[0].paragraph.style.size, kEm);
    EXPECT_EQ(fitted.value.shown->cells[0].paragraph.style.leading, kEm.scaled(3, 2));
    EXPECT_EQ(fitted.value.pieces.size(), 1U);
}

TEST(FitTable, LabelsThatTurnAreMadeSmallerToo) {
    TableBuilder builder{{fixed_column(2 * kEm), relative_column(1)}};
    for (int row = 0; row < 10; ++row) builder.row({cell("一二").turning(), cell("字")});
    ShapedTable table = builder.table();
    table.shrink = {900, 500};
    const Length one_page = 29 * kEm;
    const PlacedTable all = place_table(table, 12 * kEm, {one_page, one_page}, LineRules{}).value;
    EXPECT_EQ(all.pieces.size(), 1U);
    ASSERT_TRUE(all.shown);
    const ShapedParagraph& label = all.shown->cells[0].paragraph;
    EXPECT_EQ(label.orientation, Orientation::vertical);
    EXPECT_LT(label.style.size, kEm);
}

}  // namespace
}  // namespace banxin
