// The rules of tables and annexes, on documents written down by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "pipeline/check/check_content.hpp"
#include "pipeline/check/rules.hpp"
#include "tests/unit/checked_text.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

/// A table of cells without spans; its first row is the head. Each cell is its own place.
Table table_of(const Rows& rows) {
    Table table;
    TableSection section;
    section.columns.resize(rows.front().size());
    section.row_end = static_cast<unsigned>(rows.size());
    table.sections = {section};
    table.rows.resize(rows.size());
    for (unsigned row = 0; row < rows.size(); ++row) {
        for (unsigned column = 0; column < rows[row].size(); ++column) {
            TableCell cell;
            cell.row = row;
            cell.column = column;
            cell.head = row == 0;
            const Origin origin{
                .row = row + 1, .column = static_cast<std::uint16_t>(column + 1), .file = 1};
            cell.paragraph.runs = {{Text{rows[row][column], origin}, "cell"}};
            table.cells.push_back(cell);
        }
    }
    return table;
}

/// `total≠sum` or `sum%` of what is wrong in a table.
Names totals(const Rows& rows) {
    Diagnostics found;
    check_table_totals(table_of(rows), found);
    Names names;
    for (const Diagnostic& each : found)
        names.push_back(each.code == Code::shares_do_not_add_up
                            ? argument_of(each, "sum") + "%"
                            : argument_of(each, "total") + "≠" + argument_of(each, "sum"));
    return names;
}

TEST(TableTotals, OfColumns) {
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "1.5"}, {"乙", "2.5"}, {"合计", "4.0"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "1.5"}, {"乙", "2.5"}, {"合 计", "5.0"}}),
                ElementsAre("5.0≠4.0"));
    EXPECT_THAT(totals({{"项目", "人数"}, {"合计", "13"}, {"甲", "1"}, {"乙", "11"}}),
                ElementsAre("13≠12"));
    EXPECT_THAT(
        totals(
            {{"项目", "金额"}, {"甲", "1,200"}, {"乙", "—"}, {"丙", "2,500"}, {"总计", "3,700"}}),
        IsEmpty());
    // What rounding explains.
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "0.33"}, {"乙", "0.33"}, {"合计", "0.67"}}),
                IsEmpty());
}

TEST(TableTotals, OfGroups) {
    const Rows good = {{"部门", "项目", "金额"}, {"甲", "一", "1"}, {"甲", "二", "2"},
                       {"甲", "小计", "3"},      {"乙", "三", "4"}, {"乙", "四", "5"},
                       {"乙", "小计", "9"},      {"合计", "", "12"}};
    EXPECT_THAT(totals(good), IsEmpty());
    Rows bad = good;
    bad[6][2] = "10";
    EXPECT_THAT(totals(bad), ElementsAre("10≠9"));
    bad = good;
    bad[7][2] = "21";
    EXPECT_THAT(totals(bad), ElementsAre("21≠12"));
}

TEST(TableTotals, OfWhatNobodyAddsUp) {
    EXPECT_THAT(totals({{"项目", "单价", "完成率", "得分"},
                        {"甲", "10", "90", "80"},
                        {"乙", "20", "80", "90"},
                        {"合计", "300", "170.5", "85"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "10"}, {"其中：乙", "4"}, {"合计", "11"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"（一）甲", "10"}, {"1.乙", "4"}, {"合计", "11"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "10"}, {"乙", "另计"}, {"合计", "11"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "10"}, {"合计", "11"}}), IsEmpty());
    EXPECT_THAT(totals({{"项目", "金额"}, {"甲", "10"}, {"乙", "1"}, {"支出合计", "12"}}),
                IsEmpty());
}

TEST(TableTotals, OfRowsAreLearntFromTheOthers) {
    const Rows good = {{"单位", "合计", "省级", "市级"},
                       {"甲", "3", "1", "2"},
                       {"乙", "7", "3", "4"},
                       {"丙", "11", "5", "6"}};
    EXPECT_THAT(totals(good), IsEmpty());
    Rows bad = good;
    bad[3][1] = "12";
    EXPECT_THAT(totals(bad), ElementsAre("12≠11"));
    // Most rows say that 合计 is something else here.
    EXPECT_THAT(totals({{"单位", "合计", "省级", "市级"},
                        {"甲", "3", "1", "2"},
                        {"乙", "9", "3", "4"},
                        {"丙", "12", "5", "6"}}),
                IsEmpty());
}

TEST(TableShares, MakeAHundred) {
    EXPECT_THAT(totals({{"项目", "占比"}, {"甲", "64.30%"}, {"乙", "36.20%"}, {"合计", "100%"}}),
                ElementsAre("100.50%"));
    EXPECT_THAT(totals({{"项目", "占比（%）"}, {"甲", "33.3"}, {"乙", "33.3"}, {"丙", "33.3"}}),
                IsEmpty());
    EXPECT_THAT(totals({{"项目", "占比"}, {"甲", "60%"}, {"乙", "30%"}}), IsEmpty());
}

Names units(const std::string& caption, const Rows& rows) {
    Diagnostics found;
    check_table_units(table_of(rows), Passage{text_line(caption)}, found);
    Names names;
    for (const Diagnostic& each : found)
        names.push_back(argument_of(each, "value") + " in " + argument_of(each, "unit"));
    return names;
}

TEST(TableUnits, AreThoseAnnounced) {
    EXPECT_THAT(
        units("", {{"项目", "金额（万元）"}, {"甲", "3"}, {"乙", "2000元"}, {"丙", "5万元"}}),
        ElementsAre("2000元 in 万元"));
    EXPECT_THAT(units("填报单位：某局  单位：万元",
                      {{"项目", "金额", "单价（元）"}, {"甲", "300元", "20元"}}),
                ElementsAre("300元 in 万元"));
    EXPECT_THAT(units("填报单位：元某", {{"项目", "金额"}, {"甲", "300万元"}}), IsEmpty());
    EXPECT_THAT(
        units("单位：万元", {{"指标", "指标值"}, {"补贴标准", "≥200元"}, {"标准", "200元/人"}}),
        IsEmpty());
}

/// A document of `paragraphs` with so many annexes: the codes of what its text says of them.
Names annexes(std::size_t count, const Names& paragraphs) {
    Job job;
    job.annexes.resize(count);
    Document document;
    for (const std::string& utf8 : paragraphs) {
        Paragraph paragraph;
        paragraph.runs = {{text_line(utf8), "body"}};
        document.blocks.push_back({BlockRole::body, paragraph});
    }
    Diagnostics found;
    check_annexes(job, document, found);
    Names names;
    for (const Diagnostic& each : found)
        names.push_back(std::string{info(each.code).name} + argument_of(each, "annex"));
    return names;
}

TEST(Annexes, AreMentionedInTheirOrder) {
    EXPECT_THAT(annexes(3, {"见附件1。", "见附件2、3。", "见附件1。"}), IsEmpty());
    EXPECT_THAT(annexes(3, {"见附件2。", "见附件1、3。"}), ElementsAre("annex-order1"));
    EXPECT_THAT(annexes(3, {"见附件1和附件3。"}), ElementsAre("annex-not-mentioned2"));
    EXPECT_THAT(annexes(3, {"见附件1至附件3。"}), IsEmpty());
    EXPECT_THAT(annexes(3, {"见附件1。", "其余见附件。"}), IsEmpty());
    EXPECT_THAT(annexes(3, {"请执行。"}), IsEmpty());
}

TEST(Annexes, HaveNoNumberWhenAlone) {
    EXPECT_THAT(annexes(1, {"见附件1。"}), ElementsAre("annex-number"));
    EXPECT_THAT(annexes(1, {"见附件。", "按照《某某办法》附件1执行。"}), IsEmpty());
}

TEST(Annexes, AreThere) {
    EXPECT_THAT(annexes(0, {"请填写汇总表（见附件）。"}), ElementsAre("annex-missing"));
    EXPECT_THAT(annexes(0, {"请填写汇总表（附件2）。"}), ElementsAre("annex-missing"));
    EXPECT_THAT(annexes(0, {"《某某办法》附件2、随信附件齐全。"}), IsEmpty());
    EXPECT_THAT(annexes(0, {"结果见附件。", "附件：结果统计表"}), IsEmpty());
    EXPECT_THAT(annexes(0, {"结果见附件。", "五、附件"}), IsEmpty());
}

}  // namespace
}  // namespace banxin
