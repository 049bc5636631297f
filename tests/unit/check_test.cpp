// The rules of the text, one by one: what each finds, and what it must leave alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "pipeline/check/check_content.hpp"
#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Text text(const std::string& utf8) {
    return {utf8, {.row = 1, .column = 1, .file = 1}, Text::OriginStep::per_character};
}

std::string argument(const Diagnostic& diagnostic, const std::string& name) {
    for (const Argument& each : diagnostic.arguments)
        if (each.name == name) return each.value;
    return {};
}

/// The argument `name` of all that `rule` finds in `utf8`.
std::vector<std::string> found_by(void (*rule)(const Passage&, Diagnostics&),
                                  const std::string& utf8, const std::string& name) {
    Diagnostics found;
    rule(Passage{text(utf8)}, found);
    std::vector<std::string> values;
    for (const Diagnostic& each : found) values.push_back(argument(each, name));
    return values;
}

std::vector<std::string> numbers(const std::string& utf8) {
    return found_by(check_document_numbers, utf8, "meant");
}
std::vector<std::string> dates(const std::string& utf8) {
    return found_by(check_dates, utf8, "meant");
}
std::vector<std::string> shares(const std::string& utf8) {
    return found_by(check_shares, utf8, "sum");
}
std::vector<std::string> totals(const std::string& utf8) {
    return found_by(check_totals, utf8, "sum");
}

TEST(DocumentNumbers, AreWrittenAsTheStandardHasThem) {
    EXPECT_THAT(numbers("国办发〔2020〕4号、筑府办发〔2013〕87号"), IsEmpty());
    for (const char* written :
         {"国办发[2020]4号", "国办发【2020】4号", "国办发（2020）4号", "国办发﹝2020﹞4号",
          "国办发〔2020〕04号", "国办发〔2020〕第4号", "国办发〔20〕4号", "国办发〔2020年〕4号",
          "国办发〔2020〕 4 号", "国办发〔２０２０〕4号"})
        EXPECT_THAT(numbers(written), ElementsAre("〔2020〕4号")) << written;
    EXPECT_THAT(numbers("国发〔98〕3号"), ElementsAre("〔1998〕3号"));
}

TEST(DocumentNumbers, LeaveOtherBracketsAlone) {
    EXPECT_THAT(numbers("（2020）京01民初1号"), IsEmpty());
    EXPECT_THAT(numbers("地铁（2020）3号线"), IsEmpty());
    EXPECT_THAT(numbers("见第（12）4号表"), IsEmpty());
    EXPECT_THAT(numbers("某政发〔2020〕×号"), IsEmpty());
}

/// Whether a job of `issuer` may have `number`.
bool goes_with(const std::string& number, const std::string& issuer) {
    Job job;
    job.issuer = text(issuer);
    job.data.fields["发文字号"].value = text(number);
    Diagnostics found;
    check_number_of_issuer(job, found);
    return found.empty();
}

TEST(NumberOfIssuer, BeginsWithTheIssuersName) {
    EXPECT_TRUE(goes_with("南政发〔2020〕4号", "衡南县人民政府"));
    EXPECT_TRUE(goes_with("筑府发〔2020〕4号", "贵阳市人民政府"));
    EXPECT_TRUE(goes_with("国办发〔2020〕4号", "国务院办公厅"));
    EXPECT_TRUE(goes_with("×政发〔2020〕4号", "某市人民政府"));
    EXPECT_TRUE(goes_with("清政发〔2020〕4号", ""));
    EXPECT_FALSE(goes_with("清公开办函〔2020〕4号", "衡南县政务公开政务服务领导小组办公室"));
}

TEST(NumberOfIssuer, IsComparedWithTheMarkToo) {
    Job job;
    job.issuer = text("某县政务公开办公室");
    job.head.emplace();
    job.head->document_number = text("示政发〔2026〕5号");
    Diagnostics found;
    check_number_of_issuer(job, found);
    EXPECT_EQ(found.size(), 1U);
    job.head->mark = {text("示例市人民政府文件")};
    found.clear();
    check_number_of_issuer(job, found);
    EXPECT_THAT(found, IsEmpty());
}

TEST(NumberOfIssuer, IsThatOfTheArchiveWhereTheDocumentShowsNone) {
    Job job;
    job.issuer = text("某县政务公开办公室");
    job.archive.emplace();
    job.archive->document_number = text("示政发〔2026〕5号");
    Diagnostics found;
    check_number_of_issuer(job, found);
    EXPECT_EQ(found.size(), 1U);
    job.archive->document_number = text("某政办发〔2026〕5号");
    found.clear();
    check_number_of_issuer(job, found);
    EXPECT_THAT(found, IsEmpty());
}

/// The numbers whose year contradicts a document of 2026 that has `own` and names `named`.
std::vector<std::string> wrong_years(const std::string& own, const std::string& named) {
    Job job;
    job.date = Date{2026, 1, 29};
    job.head.emplace();
    job.head->document_number = text(own);
    Diagnostics found;
    check_own_number_year(job, found);
    check_number_years(Passage{text(named)}, *job.date, found);
    std::vector<std::string> years;
    for (const Diagnostic& each : found) years.push_back(argument(each, "number"));
    return years;
}

TEST(NumberYears, AreThoseOfTheDocumentAndNotLater) {
    EXPECT_THAT(wrong_years("某政发〔2026〕4号", "某政发〔2026〕3号、某政发〔1998〕3号"),
                IsEmpty());
    EXPECT_THAT(wrong_years("某政发〔2025〕4号", ""), ElementsAre("〔2025〕4号"));
    EXPECT_THAT(wrong_years("某政发〔2026〕4号", "某政发〔2027〕1号"), ElementsAre("〔2027〕1号"));
    EXPECT_THAT(wrong_years("", "某政发〔26〕1号"), IsEmpty());
}

TEST(Dates, HaveNoZerosAndTheWholeYear) {
    EXPECT_THAT(dates("2020年01月05日"), ElementsAre("2020年1月5日"));
    EXPECT_THAT(dates("2020年10月05日"), ElementsAre("2020年10月5日"));
    EXPECT_THAT(dates("2020年09月"), ElementsAre("2020年9月"));
    EXPECT_THAT(dates("20年9月8日"), ElementsAre("2020年9月8日"));
    EXPECT_THAT(dates("98年9月8日"), ElementsAre("1998年9月8日"));
    EXPECT_THAT(dates("2020年1月5日至3月31日、10月20日，历时10年3月，每月05元，第100月"),
                IsEmpty());
}

TEST(Dates, OfYearsThatAreNone) { EXPECT_THAT(dates("2020年13月45日、2020年00月00日"), IsEmpty()); }

TEST(Shares, OfOneSentenceAddUpToAHundred) {
    EXPECT_THAT(shares("甲占0%，乙占64.30%；丙占36.20%。"), ElementsAre("100.50"));
    EXPECT_THAT(shares("甲占33.3%，乙占33.3%，丙占33.3%。"), IsEmpty());  // Rounding.
    EXPECT_THAT(shares("甲占33%，乙占33%，丙占33%。"), IsEmpty());
    EXPECT_THAT(shares("甲占33.3%，乙占66.2%。"), ElementsAre("99.5"));
    EXPECT_THAT(shares("甲占60%，乙占30%。"), IsEmpty());             // Not all of them.
    EXPECT_THAT(shares("男占60%，女占40%，青年占70%。"), IsEmpty());  // Of two wholes.
    EXPECT_THAT(shares("甲占50%。乙占50.5%。"), IsEmpty());
}

TEST(Totals, AreTheSumsOfTheirParts) {
    EXPECT_THAT(
        totals("收入合计2,442.28万元，由以下各项构成：拨款2,442.28万元，占100%；其他0万元。"),
        IsEmpty());
    EXPECT_THAT(totals("支出合计2,456.75万元，由以下各项构成：基本336.31万元；项目2,120.43万元。"),
                IsEmpty());  // 2456.74: rounding.
    EXPECT_THAT(totals("支出合计2,456.75万元，由以下各项构成：基本336.31万元；项目2,020.43万元。"),
                ElementsAre("2356.74"));
    EXPECT_THAT(totals("车辆共计3辆，其中：公务2辆，特种2辆。"), ElementsAre("4"));
    EXPECT_THAT(totals("车辆共计3辆，其中：公务1辆，特种1辆。"), IsEmpty());
    EXPECT_THAT(totals("窗口共计3个，其中：综合2个，其中：早班2个，晚班1个。"), IsEmpty());
    EXPECT_THAT(totals("资金共计3万元，其中：省级2万元，市级15000元。"), IsEmpty());
}

std::vector<std::string> headings(const std::vector<std::pair<unsigned, std::string>>& lines) {
    BodyText body;
    for (const auto& [level, line] : lines) body.paragraphs.push_back({level, 0, text(line)});
    Diagnostics found;
    check_heading_order(body, found);
    std::vector<std::string> labels;
    for (const Diagnostic& each : found)
        labels.push_back(std::string{info(each.code).name} + " " + argument(each, "label"));
    return labels;
}

TEST(Headings, FollowEachOtherByLevelAndNumber) {
    EXPECT_THAT(headings({{1, "一、甲"},
                          {2, "（一）乙"},
                          {3, "1.丙"},
                          {4, "（1）丁"},
                          {4, "（2）戊"},
                          {1, "二、己"},
                          {3, "1. 庚"},
                          {4, "（1）辛"}}),
                IsEmpty());
    EXPECT_THAT(headings({{1, "一、甲"}, {4, "（1）丁"}}),
                ElementsAre("heading-level-skipped （1）"));
    EXPECT_THAT(headings({{1, "一、甲"}, {2, "（一）乙"}, {4, "（1）丁"}}),
                ElementsAre("heading-level-skipped （1）"));
    EXPECT_THAT(headings({{2, "（二）乙"}}), ElementsAre("heading-number-gap （二）"));
    EXPECT_THAT(headings({{3, "1. 乙"}, {3, "2. 乙"}, {0, "另有："}, {3, "1. 丙"}}), IsEmpty());
}

TEST(Headings, CountBeyondTen) {
    std::vector<std::pair<unsigned, std::string>> lines;
    for (const char* label :
         {"一",   "二",   "三",   "四",   "五",   "六",   "七",   "八",   "九",   "十",    "十一",
          "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一"})
        lines.emplace_back(2, std::string{"（"} + label + "）条");
    EXPECT_THAT(headings(lines), IsEmpty());
    lines.erase(lines.begin() + 19);
    EXPECT_THAT(headings(lines), ElementsAre("heading-number-gap （二十一）"));
}

}  // namespace
}  // namespace banxin
