// Sheets as rows for a layout: names of columns, empty cells, groups and totals.
#include "pipeline/score/data_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read/read_workbook.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Text words(const std::string& utf8) { return Text{utf8, {.row = 7, .column = 3, .file = 1}}; }

struct Read {
    DataTable table;
    std::map<std::string, NamedValue> totals;
    Diagnostics diagnostics;
};

Read read(const std::string& csv, const TableJob& job) {
    Outcome<Workbook> book = read_workbook(csv, "rules.csv", 2);
    EXPECT_THAT(book.diagnostics, IsEmpty());
    Workbooks workbooks;
    workbooks["rules.csv"] = std::move(book.value);
    Read result;
    const auto sheet = SheetTable::open({words("rules.csv"), {}}, workbooks, result.diagnostics);
    Outcome<DataTable> outcome = data_table(job, *sheet, result.totals);
    result.table = std::move(outcome.value);
    append(result.diagnostics, std::move(outcome.diagnostics));
    return result;
}

std::string decimal(const NamedValue& value) { return std::get<Decimal>(value).to_string(); }

const std::string kRules =
    "序号,类别,评估内容 （方法）,分值\n"
    "1,改革,甲,15\n"
    ",,乙,0.25\n"
    ",,丙,—\n"
    "2,公开,丁,10\n";

TEST(DataTable, NamesColumnsByTheLettersOfTheirHeads) {
    const Read rules = read(kRules, {});
    EXPECT_THAT(rules.diagnostics, IsEmpty());
    EXPECT_THAT(rules.table.columns, ElementsAre("序号", "类别", "评估内容方法", "分值"));
    ASSERT_EQ(rules.table.rows.size(), 4U);
    EXPECT_EQ(rules.table.rows[1][1].utf8(), "") << "an empty cell is as its author left it";
    EXPECT_THAT(rules.table.groups, IsEmpty());
    EXPECT_THAT(rules.totals, IsEmpty());
}

TEST(DataTable, GroupsAndAddsUpExactly) {
    TableJob job;
    job.as_above = {words("序号")};
    job.group = words("类别");
    job.totals = {words("分值")};
    const Read rules = read(kRules, job);
    EXPECT_THAT(rules.diagnostics, IsEmpty());
    EXPECT_EQ(rules.table.rows[2][0].utf8(), "1");
    EXPECT_EQ(rules.table.rows[2][1].utf8(), "改革");
    ASSERT_EQ(rules.table.groups.size(), 2U);
    EXPECT_EQ(rules.table.groups[0].end, 3U);
    EXPECT_EQ(decimal(rules.table.groups[0].totals.at("分值_小计")), "15.25");
    EXPECT_EQ(decimal(rules.table.groups[1].totals.at("分值_小计")), "10");
    EXPECT_EQ(decimal(rules.totals.at("分值")), "25.25");
}

TEST(DataTable, SumsKeepThePlacesThatAllPartsHave) {
    const auto total = [](const std::string& entries) {
        TableJob job;
        job.totals = {words("金额")};
        const Read table = read("金额\n" + entries, job);
        EXPECT_THAT(table.diagnostics, IsEmpty());
        return decimal(table.totals.at("金额"));
    };
    EXPECT_EQ(total("3200.00\n1850.50\n"), "5050.50");
    EXPECT_EQ(total("12600.00\n4800.00\n"), "17400.00");
    EXPECT_EQ(total("3200.00\n1850.5\n—\n"), "5050.5");
    EXPECT_EQ(total("2.25\n1.75\n3\n"), "7");
}

TEST(DataTable, ReportsColumnsAndNumbersAtTheirPlaces) {
    TableJob job;
    job.group = words("类型");
    job.totals = {words("分值")};
    const Read rules = read("类别,分值\n甲,1O\n乙,2\n", job);
    ASSERT_EQ(rules.diagnostics.size(), 2U);
    EXPECT_EQ(rules.diagnostics[0].code, Code::column_missing);
    EXPECT_EQ(rules.diagnostics[0].origin.row, 7U) << "at the job's words";
    EXPECT_EQ(rules.diagnostics[1].code, Code::number_expected);
    EXPECT_EQ(rules.diagnostics[1].origin.row, 2U);
    EXPECT_EQ(rules.diagnostics[1].origin.column, 2U);
}

TEST(DataTable, TwoHeadsOfOneNameAreAMistake) {
    const Read rules = read("分值,分 值\n1,2\n", {});
    ASSERT_EQ(rules.diagnostics.size(), 1U);
    EXPECT_EQ(rules.diagnostics[0].code, Code::column_duplicate);
}

}  // namespace
}  // namespace banxin
