// The rules of days, marks, numbers and lists: what each finds, and what it must leave alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "pipeline/check/rules.hpp"
#include "tests/unit/checked_text.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;

/// Codes and the argument `written` of what a document of 29 January 2021 has wrong in its days.
Names days(const std::string& utf8, const std::optional<Date>& date = Date{2021, 1, 29}) {
    Diagnostics found;
    check_calendar(Passage{text_line(utf8)}, date, found);
    Names names;
    for (const Diagnostic& each : found)
        names.push_back(std::string{info(each.code).name} + " " + argument_of(each, "written"));
    return names;
}

TEST(Days, AreInTheCalendar) {
    EXPECT_THAT(days("2021年2月29日、2021年4月31日、13月5日、2021-02-30、2021.2.29"),
                ElementsAre("date-impossible 2021年2月29日", "date-impossible 2021年4月31日",
                            "date-impossible 13月5日", "date-impossible 2021-02-30",
                            "date-impossible 2021.2.29"));
    EXPECT_THAT(days("2020年2月29日、2月29日、2000年2月29日、12月31日、农历2月30日"), IsEmpty());
    EXPECT_THAT(days("1900年2月29日"), ElementsAre("date-impossible 1900年2月29日"));
    EXPECT_THAT(days("每3个月31日、版本2021.2.29.1、12-31-45、2021-13-40、1234-02-30"), IsEmpty());
}

TEST(Days, AreOnTheirWeekdays) {
    // 29 January 2021 was a Friday; 5 March was a Thursday in 2020, a Friday in 2021 and a
    // Saturday in 2022.
    EXPECT_THAT(days("2021年1月29日（星期四）"), ElementsAre("weekday-wrong 星期四"));
    EXPECT_THAT(days("2021年1月29日（星期五上午）、2021年1月29日 周五、2021年1月31日星期天"),
                IsEmpty());
    EXPECT_THAT(days("3月5日（星期一）、3月5日（周四）、3月5日（周五）、3月5日（周六）"),
                ElementsAre("weekday-wrong 星期一"));
    EXPECT_THAT(days("3月5日（星期一）", std::nullopt), IsEmpty());
    EXPECT_THAT(days("2021年1月29日（周一至周五）、2021年1月29日周年庆典"), IsEmpty());
}

TEST(Days, ThatAreReportedOfHaveCome) {
    EXPECT_THAT(days("截至2021年2月1日，已办结280件。"),
                ElementsAre("date-in-future 2021年2月1日"));
    EXPECT_THAT(days("截至2021年1月29日，已办结280件。截至2021年12月31日，累计应当办结300件。"),
                IsEmpty());
    EXPECT_THAT(days("截至2021年2月1日，已办结280件。", std::nullopt), IsEmpty());
}

Names dates(const std::string& utf8) {
    Diagnostics found;
    check_dates(Passage{text_line(utf8)}, found);
    return arguments_of(found, "meant");
}

TEST(Years, HaveTheirCentury) {
    EXPECT_THAT(dates("截至25年底，26年度计划，98年末，26年上半年"),
                ElementsAre("2025年底", "2026年度", "1998年末", "2026年上半年"));
    EXPECT_THAT(
        dates("经过20年度过难关、30年底蕴、第10年末、近20年度、2024/25年度、历时12年，2025年底"),
        IsEmpty());
}

Names unpaired(const std::string& utf8, char32_t next = U'\0') {
    Diagnostics found;
    check_mark_pairs(Passage{text_line(utf8)}, next, found);
    return arguments_of(found, "written");
}

TEST(MarkPairs, AreComplete) {
    EXPECT_THAT(
        unpaired("印发《关于〈某某办法〉的通知》（某政发〔2020〕4号），做好“‘放管服’改革”。"),
        IsEmpty());
    EXPECT_THAT(unpaired("印发《某某办法，"), ElementsAre("《"));
    EXPECT_THAT(unpaired("印发某某办法》，"), ElementsAre("》"));
    EXPECT_THAT(unpaired("印发《某某办法（试行》）"), ElementsAre("（"));
    EXPECT_THAT(unpaired("评为“优秀“的"), ElementsAre("“", "“"));
    EXPECT_THAT(unpaired("（甲)和(乙）"), IsEmpty());  // Of other widths, but pairs.
}

TEST(MarkPairs, LeaveLabelsIntervalsAndApostrophesAlone) {
    EXPECT_THAT(unpaired("1）甲；2）乙；a）丙；三）丁"), IsEmpty());
    EXPECT_THAT(unpaired("优[90,100]、良[80,90)、中（60，80]，（得分在[60，80)的）"), IsEmpty());
    EXPECT_THAT(unpaired("People’s和32”显示屏"), IsEmpty());
    EXPECT_THAT(unpaired("第三）条"), ElementsAre("）"));
}

TEST(MarkPairs, OfAQuotationThatGoesOn) {
    EXPECT_THAT(unpaired("他说：“第一段。", U'“'), IsEmpty());
    EXPECT_THAT(unpaired("他说：“第一段。", U'第'), ElementsAre("“"));
}

Names forms(const std::string& utf8) {
    Diagnostics found;
    check_number_forms(Passage{text_line(utf8)}, found);
    return arguments_of(found, "meant");
}

TEST(Ranges, RepeatTheirUnits) {
    EXPECT_THAT(forms("9～16亿、13-17万元、15—30%、1.5~2.5‰"),
                ElementsAre("9亿～16亿", "13万元-17万元", "15%—30%", "1.5‰~2.5‰"));
    EXPECT_THAT(forms("9亿～16亿、15%～30%、400—429页、100-80%、5-10月、2019—2020万、A1-30%、-5-10%"
                      "、3至5万元"),
                IsEmpty());
}

TEST(PercentagePoints, AreNoPercentages) {
    EXPECT_THAT(forms("提高5%个百分点"), ElementsAre("5个百分点"));
    EXPECT_THAT(forms("由85%提高到90%，提高5%；从90.5%下降至88%，同比下降了2.5%"),
                ElementsAre("5个百分点", "2.5个百分点"));
    EXPECT_THAT(
        forms("由85%提高到90%，提高5个百分点；由50%提高到60%，提高20%；由100%下降到95%，下降5%"),
        IsEmpty());
    EXPECT_THAT(forms("由85%提高到90%，另有5%尚未办结"), IsEmpty());
}

TEST(Digits, AreHalfAsWideAsHan) {
    EXPECT_THAT(forms("共１２３件，2０件"), ElementsAre("123"));
    EXPECT_THAT(forms("约3．5万"), IsEmpty());
    EXPECT_THAT(forms("约３．５万"), ElementsAre("3.5"));
}

Names lists(const std::string& utf8) {
    Diagnostics found;
    check_list_counts(Passage{text_line(utf8)}, found);
    Names names;
    for (const Diagnostic& each : found)
        names.push_back(argument_of(each, "written") + "/" + argument_of(each, "listed"));
    return names;
}

TEST(Lists, HaveAsManyEntriesAsAnnounced) {
    EXPECT_THAT(lists("原因有两项：一是人少；二是钱少。"), IsEmpty());
    EXPECT_THAT(lists("原因有两项：一是人少；二是钱少；三是地少。"), ElementsAre("两项/3"));
    EXPECT_THAT(lists("主要有三个方面的问题。一是人少；二是钱少。"),
                ElementsAre("三个方面的问题/2"));
    EXPECT_THAT(lists("5个部门（市公安局、市民政局、市财政局、市教育局）的窗口"),
                ElementsAre("5个部门/4"));
    EXPECT_THAT(lists("5个部门（市公安局、市民政局、市财政局、市教育局和市税务局）"), IsEmpty());
    // 规划和自然资源局 is one body, or two.
    EXPECT_THAT(lists("3个部门（市公安局、市民政局、规划和自然资源局）"), IsEmpty());
}

TEST(Lists, ThatMayBeMeantOtherwise) {
    EXPECT_THAT(lists("14个区（市、县、开发区）参加"), IsEmpty());
    EXPECT_THAT(lists("5个部门（市公安局、市民政局、市财政局等）"), IsEmpty());
    EXPECT_THAT(lists("12个单位（含5个镇、7个部门）"), IsEmpty());
    EXPECT_THAT(lists("第三项：一是人少；二是钱少。"), IsEmpty());
    EXPECT_THAT(lists("3个单位有问题：一是超时；二是漏报。"), IsEmpty());
    // The third may stand in the next paragraph; the items of a second list belong to it.
    EXPECT_THAT(lists("有三项：一是人少。说明如下。二是钱少。说明如下。"), IsEmpty());
    EXPECT_THAT(lists("有两项：一是人少：一是甲；二是乙；三是丙。二是钱少。"), IsEmpty());
}

Names changes(const std::string& utf8) {
    Diagnostics found;
    check_changes(Passage{text_line(utf8)}, found);
    return arguments_of(found, "computed");
}

TEST(Changes, AreThoseOfTheirAmounts) {
    EXPECT_THAT(changes("总计2,462.5万元，比2018年增加1,432.44万元，增幅为139.06%。"), IsEmpty());
    EXPECT_THAT(changes("总计2,462.5万元，比2018年增加1,432.44万元，增幅为193.06%。"),
                ElementsAre("139.06"));
    EXPECT_THAT(changes("支出80.5万元，占9%，比上年减少20.1万元，同比下降20%。"), IsEmpty());
    EXPECT_THAT(changes("支出80.5万元，占9%，比上年减少20.1万元，下降25.0%。"),
                ElementsAre("20.0"));
    // 1.63 after 2.26 less was between 3.88 and 3.90: 57.8 % to 58.4 % less.
    EXPECT_THAT(changes("决算为1.63万元，比上年减少2.26万元，降幅为58.19%。"), IsEmpty());
}

TEST(Changes, OfOtherThings) {
    EXPECT_THAT(changes("约100万元，比上年增加20万元，增长90%。"),
                IsEmpty());  // 约100万元, roughly.
    EXPECT_THAT(changes("投入100万元，办件比上年增加20件，增长90%。"), IsEmpty());
    EXPECT_THAT(changes("投入100万元，比上年增加20万元，其中市级增长90%。"), IsEmpty());
    EXPECT_THAT(changes("投入20万元，比上年增加20万元，增长90%。"), IsEmpty());
}

}  // namespace
}  // namespace banxin
