// Forms: sections with column edges of their own on one grid, repeated rows, merged labels.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "pipeline/compose/compose.hpp"
#include "pipeline/compose/form_table.hpp"
#include "pipeline/write/dump/write_dump.hpp"
#include "tests/golden.hpp"

namespace banxin {
namespace {

Text words(const std::string& utf8, std::uint32_t row = 1) {
    return Text{utf8, {.row = row, .column = 1, .file = 1}};
}

FormCell cell(const std::string& text, unsigned columns = 1, unsigned rows = 1) {
    FormCell made;
    made.text = words(text);
    made.style = "cell";
    made.columns = columns;
    made.rows = rows;
    return made;
}

FormCell merging(const std::string& text) {
    FormCell made = cell(text);
    made.merge = Merge::equal;
    return made;
}

FormRow row(std::vector<FormCell> cells, std::string repeat = {}) {
    FormRow made;
    made.cells = std::move(cells);
    made.repeat = std::move(repeat);
    return made;
}

TableColumn share(unsigned weight) {
    TableColumn made;
    made.kind = ColumnWidth::relative;
    made.relative = weight;
    return made;
}

FormSection section(const std::vector<unsigned>& shares, std::vector<FormRow> rows) {
    FormSection made;
    for (const unsigned weight : shares) made.columns.push_back(share(weight));
    made.rows = std::move(rows);
    return made;
}

struct Made {
    Table table;
    Diagnostics diagnostics;
};

Made make(const FormLayout& form, const Scorecard& scorecard = {}) {
    Made made;
    made.table = form_table(form, scorecard, scorecard.values, made.diagnostics);
    return made;
}

/// `text@row,column rows x columns`, in the table's order.
std::vector<std::string> cells_of(const Table& table) {
    std::vector<std::string> cells;
    for (const TableCell& made : table.cells) {
        const std::string text =
            made.paragraph.runs.empty() ? "" : made.paragraph.runs[0].text.utf8();
        cells.push_back(text + "@" + std::to_string(made.row) + "," + std::to_string(made.column) +
                        " " + std::to_string(made.row_span) + "x" +
                        std::to_string(made.column_span));
    }
    return cells;
}

void expect_tiled(const Table& table) {
    std::vector<std::vector<unsigned>> covered;
    for (const TableSection& section : table.sections) {
        ASSERT_EQ(section.row_begin, covered.size());
        covered.resize(section.row_end, std::vector<unsigned>(section.columns.size()));
    }
    ASSERT_EQ(covered.size(), table.rows.size());
    for (const TableCell& made : table.cells)
        for (unsigned k = made.row; k < made.row + made.row_span; ++k)
            for (unsigned l = made.column; l < made.column + made.column_span; ++l)
                ++covered.at(k).at(l);
    for (std::size_t k = 0; k < covered.size(); ++k)
        EXPECT_THAT(covered[k], testing::Each(1U)) << "row " << k;
}

TEST(FormTable, SectionsKeepTheirOwnColumns) {
    FormLayout form;
    form.sections = {section({1, 1}, {row({cell("a"), cell("b")})}),
                     section({10, 10, 10}, {row({cell("c"), cell("d", 2)})})};
    const Made made = make(form);
    expect_tiled(made.table);
    ASSERT_EQ(made.table.sections.size(), 2U);
    EXPECT_EQ(made.table.sections[1].row_begin, 1U);
    EXPECT_EQ(made.table.sections[1].columns.at(2).relative, 10U);
    EXPECT_EQ(cells_of(made.table),
              (std::vector<std::string>{"a@0,0 1x1", "b@0,1 1x1", "c@1,0 1x1", "d@1,1 1x2"}));
}

TEST(FormTable, RepeatsRowsAndMergesEqualLabelsInsideEachOther) {
    Scorecard scorecard;
    DataTable& table = scorecard.tables["指标"];
    table.columns = {"一级", "二级", "三级"};
    const std::vector<std::vector<std::string>> values = {
        {"产出", "数量", "一"}, {"产出", "数量", "二"}, {"产出", "质量", "三"},
        {"效益", "质量", "四"}, {"效益", "质量", "四"}, {"产出", "质量", "六"}};
    for (const auto& line : values)
        table.rows.push_back({words(line[0]), words(line[1]), words(line[2])});
    FormLayout form;
    FormRow heads = row({cell("指标", 1, 0), cell("级"), cell("别"), cell("名")});
    heads.repeat_head = true;
    form.sections = {
        section({1, 1, 1, 1},
                {heads, row({merging("{一级}"), merging("{二级}"), cell("{三级}")}, "指标")})};
    const Made made = make(form, scorecard);
    EXPECT_EQ(made.diagnostics, Diagnostics{});
    expect_tiled(made.table);
    EXPECT_EQ(cells_of(made.table),
              (std::vector<std::string>{"指标@0,0 7x1", "级@0,1 1x1", "别@0,2 1x1", "名@0,3 1x1",
                                        "产出@1,1 3x1", "数量@1,2 2x1", "一@1,3 1x1", "二@2,3 1x1",
                                        "质量@3,2 1x1", "三@3,3 1x1", "效益@4,1 2x1",
                                        "质量@4,2 2x1", "四@4,3 1x1", "四@5,3 1x1", "产出@6,1 1x1",
                                        "质量@6,2 1x1", "六@6,3 1x1"}));
    EXPECT_EQ(made.table.rows[0].repeats_until, 6U);
    EXPECT_EQ(made.table.rows[1].repeats_until, 1U);
}

TEST(FormTable, ASpanOfLayoutRowsStandsBesideAllRepetitions) {
    Scorecard scorecard;
    scorecard.tables["资金"] = {{"来源"}, {{words("甲")}, {words("乙")}, {words("丙")}}};
    FormLayout form;
    form.sections = {section({1, 1}, {row({cell("总体", 1, 2), cell("来源")}),
                                      row({cell("{来源}")}, "资金"), row({cell("完", 2)})})};
    const Made made = make(form, scorecard);
    expect_tiled(made.table);
    EXPECT_EQ(cells_of(made.table).front(), "总体@0,0 4x1");
    EXPECT_EQ(made.table.rows.size(), 5U);
}

/// The rules of an assessment, in two groups with totals.
LayoutData grouped_rules() {
    LayoutData data;
    DataTable& table = data.tables["细则"];
    table.columns = {"类别", "项目", "分值"};
    for (const auto& [group, item, points] :
         {std::array{"改革", "全覆盖", "15"}, std::array{"改革", "大厅", "10"},
          std::array{"公开", "信息", "5"}})
        table.rows.push_back({words(group), words(item), words(points)});
    table.groups = {{0, 2, {{"分值_小计", Decimal{25, 0}}}},
                    {2, 3, {{"分值_小计", Decimal{5, 0}}}}};
    return data;
}

TEST(FormTable, FillsAPatternOfHeadRecordAndFootGroupByGroup) {
    const LayoutData data = grouped_rules();
    FormRow head = row({cell("{类别}", 3)}, "细则");
    head.each_group = true;
    head.repeat_head = true;
    FormRow foot = row({cell("小计", 2), cell("{分值_小计}")}, "细则");
    foot.each_group = true;
    FormLayout form;
    form.sections = {section({1, 1, 1}, {head, row({cell("{项目}", 2), cell("{分值}")}, "细则"),
                                         foot, row({cell("完", 3)})})};
    Diagnostics diagnostics;
    const Table table = form_table(form, data, {}, diagnostics);
    EXPECT_EQ(diagnostics, Diagnostics{});
    expect_tiled(table);
    EXPECT_EQ(cells_of(table),
              (std::vector<std::string>{"改革@0,0 1x3", "全覆盖@1,0 1x2", "15@1,2 1x1",
                                        "大厅@2,0 1x2", "10@2,2 1x1", "小计@3,0 1x2", "25@3,2 1x1",
                                        "公开@4,0 1x3", "信息@5,0 1x2", "5@5,2 1x1", "小计@6,0 1x2",
                                        "5@6,2 1x1", "完@7,0 1x3"}));
    EXPECT_EQ(table.rows[0].repeats_until, 3U) << "a group's head comes again within its group";
    EXPECT_EQ(table.rows[4].repeats_until, 6U);
}

TEST(FormTable, ACellOverRowsOfAPatternSpansThoseOfOneRecord) {
    const LayoutData data = grouped_rules();
    FormLayout form;
    form.sections = {section({1, 1}, {row({cell("{项目}", 1, 2), cell("分值")}, "细则"),
                                      row({cell("{分值}")}, "细则")})};
    Diagnostics diagnostics;
    const Table table = form_table(form, data, {}, diagnostics);
    expect_tiled(table);
    EXPECT_EQ(cells_of(table),
              (std::vector<std::string>{"全覆盖@0,0 2x1", "分值@0,1 1x1", "15@1,1 1x1",
                                        "大厅@2,0 2x1", "分值@2,1 1x1", "10@3,1 1x1",
                                        "信息@4,0 2x1", "分值@4,1 1x1", "5@5,1 1x1"}));
}

TEST(FormTable, LabelsDoNotMergeOverTheFootOfAGroup) {
    LayoutData data = grouped_rules();
    for (auto& record : data.tables["细则"].rows) record[1] = words("同");
    FormRow foot = row({cell("小计", 2)}, "细则");
    foot.each_group = true;
    FormLayout form;
    form.sections = {section({1, 1}, {row({merging("{项目}"), cell("{分值}")}, "细则"), foot})};
    Diagnostics diagnostics;
    const Table table = form_table(form, data, {}, diagnostics);
    expect_tiled(table);
    EXPECT_EQ(cells_of(table).front(), "同@0,0 2x1");
}

TEST(FormTable, AnEmptyCellMayContinueTheOneAbove) {
    LayoutData data = grouped_rules();
    data.tables["细则"].rows[1][2] = Text{};
    FormCell points = cell("{分值}");
    points.merge = Merge::empty;
    FormLayout form;
    form.sections = {section({1}, {row({points}, "细则")})};
    Diagnostics diagnostics;
    EXPECT_EQ(cells_of(form_table(form, data, {}, diagnostics)),
              (std::vector<std::string>{"15@0,0 2x1", "5@2,0 1x1"}));
}

TEST(FormTable, ACellWithoutTextShowsWhatTheLayoutHasForIt) {
    LayoutData data = grouped_rules();
    data.tables["细则"].rows[1][2] = Text{};
    FormCell points = cell("{分值}");
    points.if_empty = words("空");
    FormLayout form;
    form.sections = {section({1}, {row({points}, "细则")})};
    Diagnostics diagnostics;
    EXPECT_EQ(cells_of(form_table(form, data, {}, diagnostics)),
              (std::vector<std::string>{"15@0,0 1x1", "空@1,0 1x1", "5@2,0 1x1"}));
}

TEST(FormTable, ATableWithoutRowsLeavesOneEmptyRow) {
    Scorecard scorecard;
    scorecard.tables["资金"] = {{"来源"}, {}};
    FormLayout form;
    form.sections = {section({1}, {row({cell("{来源}")}, "资金")})};
    const Made made = make(form, scorecard);
    EXPECT_EQ(made.diagnostics, Diagnostics{});
    EXPECT_EQ(cells_of(made.table), (std::vector<std::string>{"@0,0 1x1"}));
}

TEST(FormTable, ReportsNamesThatNothingGives) {
    Scorecard scorecard;
    scorecard.tables["资金"] = {{"来源"}, {{words("甲")}}};
    FormLayout form;
    form.sections = {section({1}, {row({cell("{来原}")}, "资金"), row({cell("甲")}, "资本")})};
    const Made made = make(form, scorecard);
    ASSERT_EQ(made.diagnostics.size(), 2U);
    EXPECT_EQ(made.diagnostics[0].arguments,
              (std::vector<Argument>{{"name", "资本"}, {"nearest", "资金"}}));
    EXPECT_EQ(made.diagnostics[1].arguments,
              (std::vector<Argument>{{"name", "来原"}, {"nearest", "来源"}}));
}

TEST(FormTable, KeepsTheLookAndTheOriginsOfItsCells) {
    Scorecard scorecard;
    scorecard.tables["指标"] = {
        {"一级", "分值"}, {{words("产出", 5), words("50", 6)}, {words("产出", 7), words("50")}}};
    FormCell label = merging("{一级}\n（{分值}分）");
    label.orientation = Orientation::vertical;
    label.head = true;
    FormCell text = cell("{分值}");
    text.vertical_alignment = VerticalAlignment::top;
    FormRow pattern = row({label, text}, "指标");
    pattern.minimum_height = 12_mm;
    FormLayout form;
    form.frame.outer_rule = 1_pt;
    form.sections = {section({1, 5}, {pattern})};
    Document document;
    document.blocks.push_back({BlockRole::table, make(form, scorecard).table});
    EXPECT_TRUE(matches_golden("compose-form", dump(document)));
}

/// Random sections: however spans and repetitions meet, the cells tile the grid.
TEST(FormTable, AlwaysTilesTheGrid) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random{seed};
        const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
        Scorecard scorecard;
        DataTable& table = scorecard.tables["表"];
        table.columns = {"甲"};
        for (unsigned k = below(5); k > 0; --k)
            table.rows.push_back({words(below(2) == 0 ? "同" : "异")});
        scorecard.tables["册"] = table;
        FormLayout form;
        for (unsigned sections = 1 + below(3); sections > 0; --sections) {
            FormSection made;
            for (unsigned columns = 1 + below(5); columns > 0; --columns)
                made.columns.push_back(share(1 + below(9)));
            const std::size_t rows = 1 + below(4);
            std::vector<std::size_t> free_from(made.columns.size(), 0);
            for (std::size_t k = 0; k < rows; ++k) {
                // Two rows with one name would be one pattern.
                FormRow line = row({}, below(2) == 0 ? (k % 2 == 0 ? "表" : "册") : "");
                for (std::size_t column = 0; column < made.columns.size();) {
                    if (free_from[column] > k) {
                        ++column;
                        continue;
                    }
                    FormCell piece = below(2) == 0 ? merging("{甲}") : cell("字");
                    if (line.repeat.empty()) piece.text = words("字");
                    piece.columns = 1 + below(2);
                    if (column + 1 >= made.columns.size() || free_from[column + 1] > k)
                        piece.columns = 1;
                    piece.rows = below(4) == 0 ? 0 : 1 + below(static_cast<unsigned>(rows - k));
                    const std::size_t end = piece.rows == 0 ? rows : k + piece.rows;
                    for (unsigned span = 0; span < piece.columns; ++span) free_from[column++] = end;
                    line.cells.push_back(piece);
                }
                made.rows.push_back(line);
            }
            form.sections.push_back(made);
        }
        const Made made = make(form, scorecard);
        EXPECT_EQ(made.diagnostics, Diagnostics{});
        expect_tiled(made.table);
        if (HasFailure()) return;
    }
}

}  // namespace
}  // namespace banxin
