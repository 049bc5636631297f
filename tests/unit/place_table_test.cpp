// Tables drawn as pictures: rules, spans, alignment, and where rows go when a page ends.
#include "pipeline/tables/place_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "table_builder.hpp"

namespace banxin {
namespace {

constexpr Length ems(std::int64_t count) { return kEm * count; }
constexpr TableRoom kOnePage{ems(10'000), ems(10'000)};

/// Places a table that nothing is wrong with. Columns are 2 ems of padding and rules wider than
/// their text: a column of relative weight 1 in `width` ems.
PlacedTable placed(const ShapedTable& table, Length width, TableRoom room = kOnePage) {
    auto outcome = place_table(table, width, room, LineRules{});
    EXPECT_TRUE(outcome.diagnostics.empty());
    return std::move(outcome.value);
}

/// All pieces, each followed by an empty line but the last.
std::string pictures(const ShapedTable& table, const PlacedTable& all) {
    std::string drawn;
    for (std::size_t piece = 0; piece < all.pieces.size(); ++piece) {
        if (piece > 0) drawn += "\n";
        drawn += picture(table, all, piece);
    }
    return drawn;
}

std::string pictures(const ShapedTable& table, Length width, TableRoom room = kOnePage) {
    return pictures(table, placed(table, width, room));
}

/// `expected` is a raw string that begins on a line of its own.
testing::AssertionResult drawn_as(const std::string& actual, const std::string& expected) {
    if ("\n" + actual == expected) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "drawn:\n" << actual << "expected:" << expected;
}

TEST(PlaceTable, JoinsRulesWhereCellsSpan) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("甲").over(1, 2)})
                                  .row({cell("乙").over(2, 1), cell("丙")})
                                  .row({cell("丁")})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(6)), R"(
┌───────────┐
│甲         │
├─────┬─────┤
│     │丙   │
│乙   ├─────┤
│     │丁   │
└─────┴─────┘
)"));
}

TEST(PlaceTable, AlignsTextInItsCell) {
    const ShapedTable table =
        TableBuilder{{relative_column(3), relative_column(3), relative_column(3)}}
            .row({cell("上").aligned(VerticalAlignment::top), cell("中").aligned(Alignment::centre),
                  cell("下").aligned(VerticalAlignment::bottom).aligned(Alignment::right)})
            .row({cell("一二三四五六"), cell(""), cell("1\n2")})
            .minimum(ems(4))
            .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(12)), R"(
┌───────┬───────┬───────┐
│上     │  中   │    下 │
├───────┼───────┼───────┤
│一二三 │       │1      │
│四五六 │       │2      │
│       │       │       │
└───────┴───────┴───────┘
)"));
}

TEST(PlaceTable, NumbersOfAColumnStandPointUnderPoint) {
    const ShapedTable table = TableBuilder{{relative_column(1)}}
                                  .row({cell("98.50").decimal()})
                                  .row({cell("100").decimal()})
                                  .row({cell("5.5").decimal()})
                                  .row({cell("无").decimal()})
                                  .row({cell("12.5%").decimal()})
                                  .section({relative_column(1)})
                                  .row({cell("10").decimal()})
                                  .section({relative_column(1), relative_column(1)})
                                  .row({cell("1").decimal(), cell("")})
                                  .table();
    // The block is 100 wide before its points and .50 behind. A section below has the same column,
    // but not one with other edges.
    EXPECT_TRUE(drawn_as(pictures(table, ems(8)), R"(
┌───────────────┐
│     98.50     │
├───────────────┤
│    100        │
├───────────────┤
│      5.5      │
├───────────────┤
│      无       │
├───────────────┤
│     12.5%     │
├───────────────┤
│     10        │
├───────┬───────┤
│   1   │       │
└───────┴───────┘
)"));
}

TEST(PlaceTable, NumbersStayInAColumnTooNarrowForTheirBlock) {
    const ShapedTable table = TableBuilder{{relative_column(1)}}
                                  .row({cell("12345").decimal()})
                                  .row({cell("0.123").decimal()})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(4)), R"(
┌───────┐
│12345  │
├───────┤
│ 0.123 │
└───────┘
)"));
}

TEST(PlaceTable, LabelsTurnWhereFewerThanTwoCharactersFit) {
    const auto label = [](std::int64_t half_ems) {
        const ShapedTable table =
            TableBuilder{{fixed_column(kHalfEm * half_ems), relative_column(1)}}
                .row({cell("总体目标").head().turning(), cell("一")})
                .table();
        PlacedTable all = placed(table, ems(12));
        const ShapedTable& shown = all.shown ? *all.shown : table;
        return std::pair{shown.cells[0].paragraph.orientation, all.paragraphs[0].lines.size()};
    };
    // Half an em of padding on either side: room for one and a half characters, and for two.
    EXPECT_EQ(label(5), std::pair(Orientation::vertical, std::size_t{1}));
    EXPECT_EQ(label(6), std::pair(Orientation::horizontal, std::size_t{2}));
    // A single character needs no turning.
    const ShapedTable single = TableBuilder{{fixed_column(ems(2)), relative_column(1)}}
                                   .row({cell("一\n二").head().turning(), cell("一")})
                                   .table();
    EXPECT_FALSE(placed(single, ems(12)).shown);
}

TEST(PlaceTable, SetsVerticalLabelsInColumns) {
    const ShapedTable table = TableBuilder{{relative_column(4), relative_column(2)}}
                                  .row({cell("产出\n指标").over(2, 1).vertical(), cell("数量")})
                                  .row({cell("质")})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(9)), R"(
┌───────────┬─────┐
│   指产    │数量 │
│   标出    ├─────┤
│           │质   │
└───────────┴─────┘
)"));
}

TEST(PlaceTable, DividesLongRowsBetweenLines) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("一"), cell("一二三四五六七八九十")})
                                  .row({cell("二"), cell("末")})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(5), ems(9)}), R"(
┌─────┬─────┐
│     │一二 │
│一   │三四 │
│     │五六 │
└─────┴─────┘

┌─────┬─────┐
│     │七八 │
│     │九十 │
├─────┼─────┤
│二   │末   │
└─────┴─────┘
)"));
}

TEST(PlaceTable, LeavesTwoLinesOnEitherSide) {
    // Three of the four lines would fit.
    const ShapedTable four = TableBuilder{{relative_column(1)}}.row({cell("一二三四")}).table();
    EXPECT_TRUE(drawn_as(pictures(four, ems(2), {ems(4), ems(9)}), R"(
┌───┐
│一 │
│二 │
└───┘

┌───┐
│三 │
│四 │
└───┘
)"));
    // Three lines are never divided: the first piece is empty.
    const ShapedTable three = TableBuilder{{relative_column(1)}}.row({cell("一二三")}).table();
    EXPECT_TRUE(drawn_as(pictures(three, ems(2), {ems(3), ems(9)}), R"(
(empty)

┌───┐
│一 │
│二 │
│三 │
└───┘
)"));
}

TEST(PlaceTable, RepeatsHeadsWhileTheirRowsGoOn) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("总表").over(1, 2).head()})
                                  .row({cell("名").head(), cell("分").head()})
                                  .repeat_until(3)
                                  .row({cell("甲"), cell("9")})
                                  .row({cell("乙"), cell("8")})
                                  .row({cell("丙"), cell("7")})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(7), ems(5)}), R"(
┌───────────┐
│总表       │
├─────┬─────┤
│名   │分   │
├─────┼─────┤
│甲   │9    │
└─────┴─────┘

┌─────┬─────┐
│名   │分   │
├─────┼─────┤
│乙   │8    │
└─────┴─────┘

┌─────┬─────┐
│丙   │7    │
└─────┴─────┘
)"));
}

TEST(PlaceTable, NeverEndsAPieceWithABarOrAHead) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("名").head(), cell("分").head()})
                                  .repeat_until(3)
                                  .row({cell("甲"), cell("9")})
                                  .row({cell("良好").over(1, 2)})
                                  .keep_with_next()
                                  .row({cell("乙"), cell("8")})
                                  .table();
    // Head, row and bar would fit the first page.
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(6), ems(7)}), R"(
┌─────┬─────┐
│名   │分   │
├─────┼─────┤
│甲   │9    │
└─────┴─────┘

┌─────┬─────┐
│名   │分   │
├─────┴─────┤
│良好       │
├─────┬─────┤
│乙   │8    │
└─────┴─────┘
)"));
    // The head alone would.
    EXPECT_EQ(placed(table, ems(6), {ems(3), ems(9)}).pieces.front().row_end, 0U);
}

TEST(PlaceTable, RepeatsLabelsButNotContent) {
    const ShapedTable table =
        TableBuilder{{relative_column(1), relative_column(1), relative_column(1)}}
            .row({cell("产").over(4, 1).head(), cell("量").over(4, 1), cell("1")})
            .row({cell("2")})
            .row({cell("3")})
            .row({cell("4")})
            .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(9), {ems(4), ems(4)}), R"(
┌─────┬─────┬─────┐
│     │     │1    │
│产   │量   ├─────┤
│     │     │2    │
└─────┴─────┴─────┘

┌─────┬─────┬─────┐
│     │     │3    │
│产   │     ├─────┤
│     │     │4    │
└─────┴─────┴─────┘
)"));
}

TEST(PlaceTable, BreaksBeforeALabelThatWouldNotFit) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("一"), cell("1")})
                                  .row({cell("产出指").over(3, 1).vertical().head(), cell("2")})
                                  .row({cell("3")})
                                  .row({cell("4")})
                                  .table();
    // The row of 2 would fit, but nothing of its label.
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(4), ems(9)}), R"(
┌─────┬─────┐
│一   │1    │
└─────┴─────┘

┌─────┬─────┐
│     │2    │
│ 产  ├─────┤
│ 出  │3    │
│ 指  ├─────┤
│     │4    │
└─────┴─────┘
)"));
}

TEST(PlaceTable, LabelGoesOnBelowTheHeadThatItCovers) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("绩").over(4, 1).head(), cell("项").head()})
                                  .repeat_until(3)
                                  .row({cell("甲")})
                                  .row({cell("乙")})
                                  .row({cell("丙")})
                                  .table();
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(6), ems(4)}), R"(
┌─────┬─────┐
│     │项   │
│     ├─────┤
│绩   │甲   │
│     ├─────┤
│     │乙   │
└─────┴─────┘

┌─────┬─────┐
│     │项   │
│绩   ├─────┤
│     │丙   │
└─────┴─────┘
)"));
}

TEST(PlaceTable, LetsLongTextOverSeveralRowsGoOn) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("甲"), cell("一二三四五六七八").over(3, 1)})
                                  .row({cell("乙")})
                                  .row({cell("丙")})
                                  .table();
    // Two and a half rows' worth of text: the last row grows on the second page.
    EXPECT_TRUE(drawn_as(pictures(table, ems(6), {ems(4), ems(9)}), R"(
┌─────┬─────┐
│甲   │一二 │
├─────┤三四 │
│乙   │     │
└─────┴─────┘

┌─────┬─────┐
│丙   │五六 │
│     │七八 │
└─────┴─────┘
)"));
}

TEST(PlaceTable, DividesARowHigherThanAPage) {
    const ShapedTable table =
        TableBuilder{{relative_column(1), relative_column(1)}}
            .row({cell("目标").vertical().head(), cell("一二三四五六七八九十甲乙")})
            .table();
    const PlacedTable all = placed(table, ems(6), {ems(5), ems(5)});
    EXPECT_TRUE(drawn_as(pictures(table, all), R"(
┌─────┬─────┐
│     │一二 │
│ 目  │三四 │
│ 标  │五六 │
│     │七八 │
└─────┴─────┘

┌─────┬─────┐
│ 目  │九十 │
│ 标  │甲乙 │
└─────┴─────┘
)"));
    EXPECT_FALSE(all.pieces[0].cells[0].repeated);
    EXPECT_TRUE(all.pieces[1].cells[0].repeated);
    EXPECT_FALSE(all.pieces[1].cells[1].repeated);
}

TEST(PlaceTable, TakesALineAPageWhereNothingFits) {
    const ShapedTable table = TableBuilder{{relative_column(1)}}.row({cell("一二三")}).table();
    const PlacedTable all = placed(table, ems(2), {Length{}, Length::from_emu(1)});
    ASSERT_EQ(all.pieces.size(), 4U);
    EXPECT_EQ(all.pieces[0].height, Length{});
    for (std::size_t piece = 1; piece < 4; ++piece) {
        EXPECT_EQ(all.pieces[piece].cells.at(0).lines.size(), 1U);
        EXPECT_EQ(all.pieces[piece].height, ems(2));
    }
}

TEST(PlaceTable, EmptyTableIsOneEmptyPiece) {
    EXPECT_EQ(placed(ShapedTable{}, ems(6)).pieces.size(), 1U);
    const ShapedTable no_rows = TableBuilder{{relative_column(1)}}.table();
    EXPECT_EQ(placed(no_rows, ems(6)).pieces.at(0).rules.size(), 0U);
}

TEST(PlaceTable, FrameLiesInsideAndEndsAreClosed) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("甲"), cell("乙")})
                                  .table();
    const TablePiece piece = placed(table, ems(6)).pieces.at(0);
    const Length width = ems(6);
    const Length height = ems(2);
    const Length half = Length::from_emu(20);  // of the frame's rule
    ASSERT_EQ(piece.rules.size(), 5U);
    const auto expect_rule = [&](std::size_t index, Length left, Length top, Length right,
                                 Length bottom, Length thickness) {
        const PlacedRule& rule = piece.rules[index];
        EXPECT_EQ(rule.left, left) << index;
        EXPECT_EQ(rule.top, top) << index;
        EXPECT_EQ(rule.right, right) << index;
        EXPECT_EQ(rule.bottom, bottom) << index;
        EXPECT_EQ(rule.thickness, thickness) << index;
    };
    expect_rule(0, {}, half, width, half, kEdgeRule);
    expect_rule(1, {}, height - half, width, height - half, kEdgeRule);
    expect_rule(2, half, {}, half, height, kEdgeRule);
    expect_rule(3, width - half, {}, width - half, height, kEdgeRule);
    expect_rule(4, ems(3), {}, ems(3), height, kInnerRule);
}

TEST(PlaceTable, InnerRulesEndOnTheFarSideOfTheRuleTheyMeet) {
    const ShapedTable table = TableBuilder{{relative_column(1), relative_column(1)}}
                                  .row({cell("甲").over(1, 2)})
                                  .row({cell("乙"), cell("丙")})
                                  .table();
    const TablePiece piece = placed(table, ems(6)).pieces.at(0);
    ASSERT_EQ(piece.rules.size(), 6U);
    const PlacedRule& between_columns = piece.rules[5];
    EXPECT_EQ(between_columns.top, ems(2) - Length::from_emu(10));
    EXPECT_EQ(between_columns.bottom, ems(4));
}

}  // namespace
}  // namespace banxin
