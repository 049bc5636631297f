// A job file: everything a clerk can write in it, and what is said about mistakes in it.
#include "pipeline/read/read_job.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> complaints(const std::string& bytes) {
    auto outcome = read_job(bytes, 1);
    sort_and_unite(outcome.diagnostics);
    std::vector<std::string> list;
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        list.push_back(std::string{info(diagnostic.code).name} + " " +
                       std::to_string(diagnostic.origin.row) + ":" +
                       std::to_string(diagnostic.origin.column));
    }
    return list;
}

std::vector<std::string> words(const std::vector<Text>& texts) {
    std::vector<std::string> list;
    for (const Text& text : texts) list.push_back(text.utf8());
    return list;
}

const std::string kHead = "layout: notice\ntitle: 通报\n";

/// A job whose only annex has these grades.
std::string with_grades(const std::string& grades, const std::string& more = "") {
    return kHead + "annexes:\n- title: 表\n  scores: {file: a.csv, name: 单位, score: 得分" + more +
           "}\n  grades: " + grades + "\n";
}

TEST(ReadJob, ReadsANotice) {
    const auto outcome = read_job(
        "layout: notice\n"
        "title: [2020年度, 考核情况通报]\n"
        "issuer: 某市考核领导小组\n"
        "date: 2021-01-29\n"
        "recipients: 各区（市、县）：\n"
        "body: body.txt\n"
        "annexes:\n"
        "  - title: 结果统计表\n"
        "    key: 市直\n"
        "    scores: {file: scores.xlsx, sheet: 窗口, name: 单位名称, score: 考核得分, show: "
        "[主管部门], tie-break: [办件量, 满意度], decimals: 1, rounding: gb-8170, ties: dense}\n"
        "    grades: [{name: 优秀, quota: 8}, {name: 合格, rest: true}]\n"
        "    table: {layout: ranking, panels: 4, fill: across, bar: above-heads}\n"
        "  - title: 另一表\n"
        "    scores: {file: b.csv, name: 单位, score: 得分, grade: 等次}\n"
        "    grades: [{name: 一等}, {name: 二等}]\n",
        7);
    ASSERT_THAT(outcome.diagnostics, IsEmpty());
    const Job& job = outcome.value;
    EXPECT_EQ(job.layout.utf8(), "notice");
    EXPECT_THAT(words(job.title), ElementsAre("2020年度", "考核情况通报"));
    EXPECT_EQ(job.title.at(1).origin(), (Origin{.row = 2, .column = 17, .file = 7}));
    EXPECT_EQ(job.issuer.utf8(), "某市考核领导小组");
    EXPECT_EQ(job.date, (Date{2021, 1, 29}));
    EXPECT_EQ(job.recipients.utf8(), "各区（市、县）");
    EXPECT_EQ(job.body.utf8(), "body.txt");
    EXPECT_FALSE(job.data.form);

    ASSERT_EQ(job.annexes.size(), 2U);
    const AnnexJob& first = job.annexes.at(0);
    EXPECT_THAT(words(first.title), ElementsAre("结果统计表"));
    EXPECT_EQ(first.origin.row, 8U);
    EXPECT_EQ(first.ranking.key, "市直");
    EXPECT_EQ(first.ranking.scores.file.utf8(), "scores.xlsx");
    EXPECT_EQ(first.ranking.scores.sheet.utf8(), "窗口");
    EXPECT_EQ(first.ranking.name_column.utf8(), "单位名称");
    EXPECT_EQ(first.ranking.score_column.utf8(), "考核得分");
    EXPECT_THAT(words(first.ranking.shown), ElementsAre("主管部门"));
    EXPECT_THAT(words(first.ranking.tie_breaks), ElementsAre("办件量", "满意度"));
    EXPECT_EQ(first.ranking.decimals, 1U);
    EXPECT_EQ(first.ranking.rounding, Rounding::half_to_even);
    EXPECT_EQ(first.ranking.ties, TieRule::dense);
    ASSERT_EQ(first.ranking.grades.size(), 2U);
    EXPECT_EQ(first.ranking.grades.at(0).kind, GradeRule::Kind::quota);
    EXPECT_EQ(first.ranking.grades.at(0).quota, 8U);
    EXPECT_EQ(first.ranking.grades.at(1).kind, GradeRule::Kind::rest);
    EXPECT_EQ(first.table.layout.utf8(), "ranking");
    EXPECT_EQ(first.table.panels, 4U);
    EXPECT_EQ(first.table.fill, FillOrder::across);
    EXPECT_EQ(first.table.bar, BarPlace::above_heads);

    const AnnexJob& second = job.annexes.at(1);
    EXPECT_EQ(second.ranking.key, "附件2");
    EXPECT_EQ(second.ranking.grade_column.utf8(), "等次");
    EXPECT_EQ(second.ranking.grades.at(1).kind, GradeRule::Kind::given);
    EXPECT_EQ(second.ranking.decimals, 2U);
    EXPECT_EQ(second.ranking.rounding, Rounding::half_away_from_zero);
    EXPECT_EQ(second.ranking.ties, TieRule::competition);
    EXPECT_TRUE(second.table.layout.empty());
    EXPECT_FALSE(second.table.panels || second.table.fill || second.table.bar);
}

TEST(ReadJob, ReadsAForm) {
    const auto outcome = read_job(
        "layout: department-self-evaluation\n"
        "title: 自评表\n"
        "form:\n"
        "  money: {file: form.xlsx, sheet: 资金}\n"
        "  indicators: {file: form.xlsx, sheet: 指标}\n"
        "  rounding: gb-8170\n"
        "  decimals: 3\n"
        "  rate-decimals: 1\n"
        "  score-from: exact-rate\n"
        "  execution-weight: 20\n"
        "  weights: {产出指标: 50, 满意度指标: 12.5}\n"
        "  grades: [{name: 优, at-least: 90}, {name: 良, at-least: 80}, {name: 差, rest: true}]\n"
        "fields:\n"
        "  年度: 2023\n"
        "  电话:\n"
        "  预期目标: {file: goals.txt}\n",
        1);
    ASSERT_THAT(outcome.diagnostics, IsEmpty());
    ASSERT_TRUE(outcome.value.data.form);
    const FormJob& form = *outcome.value.data.form;
    EXPECT_EQ(form.money.sheet.utf8(), "资金");
    EXPECT_EQ(form.indicators.file.utf8(), "form.xlsx");
    EXPECT_EQ(form.rounding, Rounding::half_to_even);
    EXPECT_EQ(form.decimals, 3U);
    EXPECT_EQ(form.rate_decimals, 1U);
    EXPECT_FALSE(form.score_from_printed_rate);
    EXPECT_EQ(form.execution_weight.to_string(), "20");
    ASSERT_EQ(form.weights.size(), 2U);
    EXPECT_EQ(form.weights.at(1).first.utf8(), "满意度指标");
    EXPECT_EQ(form.weights.at(1).second.to_string(), "12.5");
    ASSERT_EQ(form.grades.size(), 3U);
    EXPECT_EQ(form.grades.at(1).threshold.to_string(), "80");
    const auto& fields = outcome.value.data.fields;
    ASSERT_EQ(fields.size(), 3U);
    EXPECT_EQ(fields.at("年度").value.utf8(), "2023");
    EXPECT_TRUE(fields.at("电话").value.empty());
    EXPECT_EQ(fields.at("预期目标").file.utf8(), "goals.txt");
}

TEST(ReadJob, FormDefaultsAreTheUsualOnes) {
    const auto outcome = read_job(kHead +
                                      "form:\n  money: {file: a.ods}\n  indicators: {file: a.ods}\n"
                                      "  grades: [{name: 优, rest: true}]\n",
                                  1);
    ASSERT_THAT(outcome.diagnostics, IsEmpty());
    EXPECT_EQ(outcome.value.data.form->execution_weight.to_string(), "10");
    EXPECT_EQ(outcome.value.data.form->rounding, Rounding::half_away_from_zero);
    EXPECT_TRUE(outcome.value.data.form->score_from_printed_rate);
}

TEST(ReadJob, ABlockGivesTheLinesOfATitle) {
    const auto outcome = read_job("layout: notice\ntitle: |\n  甲乙\n  丙\n", 1);
    EXPECT_THAT(words(outcome.value.title), ElementsAre("甲乙", "丙"));
    EXPECT_EQ(outcome.value.title.at(1).origin(), (Origin{.row = 4, .column = 3, .file = 1}));
}

TEST(ReadJob, ReadsDatesBothWays) {
    const auto date = [](const std::string& text) {
        return read_job(kHead + "date: " + text + "\n", 1).value.date;
    };
    EXPECT_EQ(date("2021年1月29日"), (Date{2021, 1, 29}));
    EXPECT_EQ(date("2024-2-29"), (Date{2024, 2, 29}));
    EXPECT_EQ(date("\"2021-12-01\""), (Date{2021, 12, 1}));
}

TEST(ReadJob, RefusesDaysThatDoNotExist) {
    for (const std::string date : {"2023-02-29", "2021年4月31日", "2021-13-01", "2021-00-10"}) {
        EXPECT_THAT(complaints(kHead + "date: " + date + "\n"), ElementsAre("date-invalid 3:7"))
            << date;
    }
    for (const std::string date : {"21-01-29", "2021-01", "2021年1月29", "2021/1/29", "2021-1-29x",
                                   "2021-1月29日", "二〇二一年一月", "20210-1-2"}) {
        EXPECT_THAT(complaints(kHead + "date: " + date + "\n"), ElementsAre("value-invalid 3:7"))
            << date;
    }
}

TEST(ReadJob, GradesMustGoTogether) {
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 1}, {name: 良, quota: 2}]")), IsEmpty());
    EXPECT_THAT(complaints(with_grades("[{name: 优, at-least: 90}, {name: 差, rest: true}]")),
                IsEmpty());
    const auto conflict = ElementsAre(testing::StartsWith("grade-rules-conflict 6:"));
    // Two ways of awarding; the rest before the end; a name twice; rising thresholds.
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 1}, {name: 良, at-least: 80}]")),
                conflict);
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 1, rest: true}]")), conflict);
    EXPECT_THAT(complaints(with_grades("[{name: 优, rest: true}, {name: 良, quota: 1}]")),
                conflict);
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 1}, {name: 优, rest: true}]")),
                conflict);
    EXPECT_THAT(complaints(with_grades("[{name: 良, at-least: 80}, {name: 优, at-least: 90}]")),
                conflict);
    // A column gives the grades, and there is a quota too.
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 1}]", ", grade: 等次")), conflict);
}

TEST(ReadJob, GradesNeedAWay) {
    EXPECT_THAT(complaints(with_grades("[{name: 优}]")), ElementsAre("key-missing 6:12"));
    EXPECT_THAT(complaints(with_grades("[{name: 优, quota: 0}]")),
                ElementsAre("value-invalid 6:29"));
    EXPECT_THAT(complaints(with_grades("[{name: 优, rest: false}]")),
                ElementsAre("value-invalid 6:28"));
}

TEST(ReadJob, FormsGradeByThreshold) {
    EXPECT_THAT(complaints(kHead + "form:\n  money: {file: a}\n  indicators: {file: b}\n"
                                   "  grades: [{name: 优, quota: 3}]\n"),
                ElementsAre("grade-rules-conflict 6:12"));
}

TEST(ReadJob, NamesMustBeUsableInTexts) {
    EXPECT_THAT(complaints(kHead + "fields: {负责人_电话: a, unit2: b, 2023年: c}\n"), IsEmpty());
    EXPECT_THAT(complaints(kHead + "fields: {a-b: 1, '2023': 2, '甲 乙': 3, 甲，乙: 4}\n"),
                ElementsAre("value-invalid 3:10", "value-invalid 3:19", "value-invalid 3:30",
                            "value-invalid 3:39"));
}

TEST(ReadJob, AnnexKeysAreUnique) {
    const std::string annex =
        "- title: 表\n  key: 市直\n  scores: {file: a, name: b, score: c}\n"
        "  grades: [{name: 优, rest: true}]\n";
    EXPECT_THAT(complaints(kHead + "annexes:\n" + annex + annex), ElementsAre("key-duplicate 8:3"));
}

TEST(ReadJob, ReportsEverythingInOneRun) {
    EXPECT_THAT(complaints("tilte: 通报\n"
                           "date: 2021-02-30\n"
                           "annexes:\n"
                           "- title: 表\n"
                           "  scores: {file: a.csv, name: 单位}\n"
                           "  grades: 优秀\n"
                           "  table: {panels: 0, fill: sideways}\n"
                           "form: []\n"),
                ElementsAre("key-unknown 1:1", "key-missing 1:1", "key-missing 1:1",
                            "date-invalid 2:7", "key-missing 5:11", "list-expected 6:11",
                            "value-invalid 7:19", "value-invalid 7:28", "map-expected 8:7"));
}

TEST(ReadJob, ReadsWhatAnOlderNotepadSaves) {
    // layout: 通报 / title: 二〇 in GB18030, with Windows line ends
    const auto outcome = read_job("layout: \xCD\xA8\xB1\xA8\r\ntitle: \xB6\xFE\xA9\x96\r\n", 1);
    EXPECT_THAT(outcome.diagnostics, IsEmpty());
    EXPECT_EQ(outcome.value.layout.utf8(), "通报");
    EXPECT_EQ(outcome.value.title.at(0).utf8(), "二〇");
    EXPECT_THAT(complaints("layout: notice\ntitle: \xFF\xFF\n"),
                ElementsAre(testing::StartsWith("encoding-unknown 2")));
}

TEST(ReadJob, ABrokenFileIsOneMistake) {
    EXPECT_THAT(complaints(""), ElementsAre("yaml-not-a-map 1:1"));
    EXPECT_THAT(complaints("title: [通报\n"), ElementsAre(testing::StartsWith("yaml-syntax")));
}

}  // namespace
}  // namespace banxin
