// Rules of cells, rows and frames other than the table's own, and diagonal heads: every end worked
// out by hand. Edges of columns are at 0, 4, 8 and 12 ems, rows are 2 ems high.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/tables/place_table.hpp"
#include "tests/unit/table_builder.hpp"

namespace banxin {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

ShapedTable three_by_three() {
    TableBuilder builder{{fixed_column(4 * kEm), fixed_column(4 * kEm), fixed_column(4 * kEm)}};
    for (int row = 0; row < 3; ++row) builder.row({cell("甲"), cell("乙"), cell("丙")});
    return builder.table();
}

TablePiece place(const ShapedTable& table) {
    const auto placed = place_table(table, 12 * kEm, {100 * kEm, 100 * kEm}, {});
    EXPECT_THAT(placed.diagnostics, testing::IsEmpty());
    EXPECT_EQ(placed.value.pieces.size(), 1U);
    return placed.value.pieces.front();
}

/// `x,y to x,y thickness`
std::vector<std::string> rules(const TablePiece& piece) {
    std::vector<std::string> list;
    const auto number = [](Length length) { return std::to_string(length.emu()); };
    for (const PlacedRule& rule : piece.rules)
        list.push_back(number(rule.left) + "," + number(rule.top) + " to " + number(rule.right) +
                       "," + number(rule.bottom) + " " + number(rule.thickness));
    return list;
}

// The frame is 40 units thick, inner rules 20: their ends reach 10 beyond the edges they meet.
TEST(TableRules, ARowsRuleIsThickerAndUprightRulesEndOnItsFarSide) {
    ShapedTable table = three_by_three();
    table.rows[0].rule_below = RuleStyle{Length::from_emu(60)};
    EXPECT_THAT(
        rules(place(table)),
        ElementsAre("0,20 to 12000,20 40", "0,5980 to 12000,5980 40", "20,0 to 20,6000 40",
                    "11980,0 to 11980,6000 40", "0,2000 to 12000,2000 60",
                    "0,4000 to 12000,4000 20", "4000,0 to 4000,6000 20", "8000,0 to 8000,6000 20"));
    table.cells[1].row_span = 2;
    table.cells.erase(table.cells.begin() + 4);
    EXPECT_THAT(rules(place(table)), Contains("0,2000 to 4010,2000 60"))
        << "it ends at the cell that it does not cut";
    EXPECT_THAT(rules(place(table)), Contains("7990,2000 to 12000,2000 60"));
}

TEST(TableRules, ACellWithoutARuleLeavesItOutOnItsSideOnly) {
    ShapedTable table = three_by_three();
    table.cells[4].rules.left = RuleStyle{};
    const auto list = rules(place(table));
    EXPECT_THAT(list, Contains("4000,0 to 4000,2010 20"));
    EXPECT_THAT(list, Contains("4000,3990 to 4000,6000 20"));
    EXPECT_THAT(list, Contains("8000,0 to 8000,6000 20"));
}

TEST(TableRules, TheLaterCellHasTheLastWordOnARuleThatTwoShare) {
    ShapedTable table = three_by_three();
    table.cells[0].rules.right = RuleStyle{Length::from_emu(60)};
    table.cells[1].rules.left = RuleStyle{Length::from_emu(80)};
    EXPECT_THAT(rules(place(table)), Contains("4000,0 to 4000,2010 80"));
}

TEST(TableRules, ADoubleFrameIsTwoAndInnerRulesStopAtTheInnerOne) {
    ShapedTable table = three_by_three();
    table.frame.outer_rule = RuleStyle{Length::from_emu(40), Length::from_emu(60)};
    const auto list = rules(place(table));
    EXPECT_THAT(list, Contains("0,20 to 12000,20 40"));
    EXPECT_THAT(list, Contains("100,120 to 11900,120 40"));
    EXPECT_THAT(list, Contains("120,100 to 120,5900 40"));
    EXPECT_THAT(list, Contains("4000,100 to 4000,5900 20"));
    EXPECT_THAT(list, Contains("100,2000 to 11900,2000 20"));
}

TEST(TableRules, ATableMayBeOpenAtItsSides) {
    ShapedTable table = three_by_three();
    table.frame.side_rule = RuleStyle{};
    const auto list = rules(place(table));
    EXPECT_THAT(list, Contains("0,20 to 12000,20 40"));
    EXPECT_THAT(list, Not(Contains("20,0 to 20,6000 40")));
}

TEST(TableRules, ADoubleRuleLiesOnBothSidesOfItsEdge) {
    ShapedTable table = three_by_three();
    table.rows[2].rule_above = RuleStyle{Length::from_emu(20), Length::from_emu(40)};
    const auto list = rules(place(table));
    EXPECT_THAT(list, Contains("0,3970 to 12000,3970 20"));
    EXPECT_THAT(list, Contains("0,4030 to 12000,4030 20"));
}

TEST(TableRules, ADiagonalHeadHasItsLabelsInTheCornersAndALineBetweenThem) {
    TableBuilder builder{{fixed_column(8 * kEm), fixed_column(4 * kEm)}};
    builder.row({cell("项目\n单位"), cell("甲")}).minimum(5 * kEm);
    ShapedTable table = builder.table();
    table.cells[0].diagonal = true;
    const TablePiece piece = place(table);
    ASSERT_EQ(piece.slants.size(), 1U);
    const PlacedSlant& slant = piece.slants.front();
    EXPECT_EQ(slant.left, Length{});
    EXPECT_EQ(slant.top, Length{});
    EXPECT_EQ(slant.right, 8 * kEm);
    EXPECT_EQ(slant.bottom, 5 * kEm);
    EXPECT_EQ(slant.thickness, kInnerRule);
    const auto& lines = piece.cells.front().lines;
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].x, 8 * kEm - kHalfEm - 2 * kEm) << "half an em of padding on the right";
    EXPECT_EQ(lines[0].top, kHalfEm);
    EXPECT_EQ(lines[1].x, kHalfEm);
    EXPECT_EQ(lines[1].top, 5 * kEm - kHalfEm - kEm);
}

}  // namespace
}  // namespace banxin
