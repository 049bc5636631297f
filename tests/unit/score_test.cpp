// Places, grades and form scores against lists and figures worked out by hand.
#include "pipeline/score/score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/read/read_job.hpp"
#include "pipeline/read/read_workbook.hpp"
#include "pipeline/score/comparison_key.hpp"
#include "pipeline/score/indicator_value.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

constexpr std::uint8_t kJobFile = 1;
constexpr std::uint8_t kFirstSheetFile = 2;

/// A job and its sheets, all as text: `files` are names and csv contents.
struct Case {
    std::string job;
    std::vector<std::pair<std::string, std::string>> files;
};

Outcome<Scorecard> score_case(const Case& given) {
    const Outcome<Job> job = read_job(given.job, kJobFile);
    for (const Diagnostic& diagnostic : job.diagnostics) {
        ADD_FAILURE() << "job.yaml:" << diagnostic.origin.row << " " << info(diagnostic.code).name;
    }
    Workbooks workbooks;
    std::uint8_t file = kFirstSheetFile;
    for (const auto& [name, content] : given.files) {
        Outcome<Workbook> book = read_workbook(content, name, file++);
        EXPECT_THAT(book.diagnostics, IsEmpty());
        workbooks[name] = std::move(book.value);
    }
    return score(job.value, workbooks);
}

/// `grade place name [shown …] score`, one a unit.
std::vector<std::string> lines(const Ranking& ranking) {
    std::vector<std::string> lines;
    for (const RankedGroup& group : ranking.groups) {
        for (const RankedUnit& unit : group.units) {
            std::string line =
                group.name.utf8() + " " + std::to_string(unit.place) + " " + unit.name.utf8();
            for (const Text& shown : unit.shown) line += " " + shown.utf8();
            lines.push_back(line + " " + unit.score.utf8());
        }
    }
    return lines;
}

/// `code file row:column`, one a diagnostic, in the order of the pages a clerk looks at.
std::vector<std::string> complaints(Outcome<Scorecard> outcome) {
    std::vector<std::string> lines;
    sort_and_unite(outcome.diagnostics);
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        const Origin& at = diagnostic.origin;
        lines.push_back(std::string{info(diagnostic.code).name} + " " + std::to_string(at.file) +
                        " " + std::to_string(at.row) + ":" + std::to_string(at.column));
    }
    return lines;
}

/// The value of an argument of the only diagnostic.
std::string argument(const Outcome<Scorecard>& outcome, std::string_view name) {
    EXPECT_EQ(outcome.diagnostics.size(), 1U);
    for (const Argument& one : outcome.diagnostics.front().arguments) {
        if (one.name == name) return one.value;
    }
    return "(no such argument)";
}

std::string value(const Scorecard& scorecard, const std::string& name) {
    const auto found = scorecard.values.find(name);
    if (found == scorecard.values.end()) return "(no such name)";
    if (const auto* count = std::get_if<std::int64_t>(&found->second)) {
        return std::to_string(*count);
    }
    if (const auto* number = std::get_if<Decimal>(&found->second)) return number->to_string();
    return std::get<Text>(found->second).utf8();
}

/// One annex over scores.csv; `more` goes into scores, `grades` is the list.
Case ranking_case(const std::string& csv, const std::string& grades, const std::string& more = "") {
    return {
        "layout: notice\ntitle: 通报\nannexes:\n  - title: 统计表\n    key: 市直\n"
        "    scores: {file: scores.csv, name: 单位, score: 得分" +
            more + "}\n    grades: " + grades + "\n",
        {{"scores.csv", csv}}};
}

// --- The notice of the city, every unit of its five annexes ---------------------------------

std::string bytes_of(const std::string& path) {
    std::ifstream stream{BANXIN_SOURCE_DIR "/inputs/" + path, std::ios::binary};
    EXPECT_TRUE(stream) << path;
    return {std::istreambuf_iterator<char>{stream}, {}};
}

Case input_case(const std::string& folder, const std::vector<std::string>& files) {
    Case given{bytes_of(folder + "/job.yaml"), {}};
    for (const std::string& file : files) {
        given.files.emplace_back(file, bytes_of(folder + "/" + file));
    }
    return given;
}

TEST(Score, RanksEveryUnitOfTheNotice) {
    const Outcome<Scorecard> outcome =
        score_case(input_case("guiyang-2020-notice", {"scores.xlsx", "companies.ods", "halls.csv",
                                                      "districts.csv", "zones.tsv"}));
    ASSERT_THAT(outcome.diagnostics, IsEmpty());
    const auto& rankings = outcome.value.rankings;
    ASSERT_EQ(rankings.size(), 5U);
    EXPECT_THAT(lines(rankings[0]),
                ElementsAreArray(std::vector<std::string>{"优秀 1 市住房公积金中心 111.00",
                                                          "优秀 2 市税务局 100.89",
                                                          "优秀 3 市民政局 99.85",
                                                          "优秀 4 市文化和旅游局 97.97",
                                                          "优秀 5 市市场监管局 97.30",
                                                          "优秀 6 市公安交通管理局 96.71",
                                                          "优秀 7 市投资促进局 94.90",
                                                          "优秀 8 市综合行政执法局 94.04",
                                                          "良好 1 市人防办 92.67",
                                                          "良好 2 市人力资源社会保障局 91.24",
                                                          "良好 3 市商务局 91.17",
                                                          "良好 4 市应急局 91.01",
                                                          "良好 5 市粮食和储备局 90.70",
                                                          "良好 6 市科技局 90.08",
                                                          "良好 7 市司法局 90.02",
                                                          "良好 8 市住房城乡建设局 89.98",
                                                          "良好 9 市卫生健康局 89.93",
                                                          "良好 10 市农业农村局 89.40",
                                                          "良好 11 市交委 89.30",
                                                          "良好 12 市民宗委 89.08",
                                                          "良好 13 市生态环境局 88.45",
                                                          "良好 14 市档案馆（市地方志办） 88.03",
                                                          "良好 15 市档案局 88.00",
                                                          "良好 16 市气象局 87.95",
                                                          "良好 17 市医保局 87.70",
                                                          "良好 18 市邮管局 87.67",
                                                          "良好 19 市财政局 87.54",
                                                          "良好 20 市水务局 87.43",
                                                          "合格 1 市林业局 86.71",
                                                          "合格 2 市教育局 86.10",
                                                          "合格 3 市金融办 85.93",
                                                          "合格 4 市侨务办 85.50",
                                                          "合格 5 市发展改革委 85.18",
                                                          "合格 6 市工业和信息化局 84.50",
                                                          "合格 7 市退役军人局 84.00",
                                                          "合格 8 市公安局 83.98",
                                                          "合格 9 市自然资源和规划局 83.57",
                                                          "合格 10 市体育局 83.50",
                                                          "合格 11 市消防救援支队 82.32"}));
    EXPECT_THAT(lines(rankings[1]),
                ElementsAreArray(std::vector<std::string>{
                    "优秀 1 中国电信贵阳分公司 89.26",
                    "优秀 2 中国邮政速递物流股份有限公司贵阳市分公司 89.24",
                    "良好 1 贵阳银行 87.84", "良好 2 市邮政局 87.28", "良好 3 贵阳供电局 85.30",
                    "良好 4 贵州阳光产权交易所有限公司 84.85", "良好 5 市公交公司 84.77",
                    "良好 6 贵阳北控水务有限责任公司 84.67", "合格 1 贵阳通信联建办公室 83.00",
                    "合格 2 贵州广电网络贵阳分公司 81.17", "合格 3 中国移动贵阳分公司 81.00",
                    "合格 4 贵州燃气集团股份有限公司贵阳分公司 80.76"}));
    EXPECT_THAT(
        lines(rankings[2]),
        ElementsAreArray(std::vector<std::string>{
            "一等奖 1 贵阳市人民政府政务服务中心住房公积金服务大厅 市住房公积金中心 109.50",
            "二等奖 1 贵阳市人民政府政务服务中心就业与职业技能开发服务大厅 市人力资源社会保障局 "
            "101.88",
            "二等奖 2 贵阳市人民政府政务服务中心车驾管服务大厅 市公安交通管理局 101.18",
            "三等奖 1 贵阳市人民政府政务服务中心不动产服务大厅（含万东站点） 市自然资源和规划局 "
            "100.20",
            "三等奖 2 贵阳市人民政府政务服务中心社会保险服务大厅 市人力资源社会保障局 98.54",
            "三等奖 3 贵阳市人民政府政务服务中心出入境服务大厅 市公安局 95.00"}));
    EXPECT_THAT(lines(rankings[3]), ElementsAreArray(std::vector<std::string>{
                                        "一等奖 1 南明区人民政府政务服务中心 103.64",
                                        "一等奖 2 清镇市人民政府政务服务中心 103.12",
                                        "二等奖 1 观山湖区人民政府政务服务中心 96.78",
                                        "二等奖 2 云岩区人民政府政务服务中心 95.52",
                                        "二等奖 3 花溪区人民政府政务服务中心 95.03",
                                        "三等奖 1 息烽县人民政府政务服务中心 94.90",
                                        "三等奖 2 白云区人民政府政务服务中心 92.86",
                                        "三等奖 3 开阳县人民政府政务服务中心 91.26",
                                        "三等奖 4 修文县人民政府政务服务中心 90.90",
                                        "三等奖 5 乌当区人民政府政务服务中心 88.80"}));
    EXPECT_THAT(lines(rankings[4]), ElementsAreArray(std::vector<std::string>{
                                        "一等奖 1 贵阳国家高新技术产业开发区政务服务中心 101.29",
                                        "二等奖 1 贵阳国家经济技术开发区政务服务中心 97.56",
                                        "二等奖 2 贵阳综合保税区政务服务中心 96.43",
                                        "三等奖 1 贵州双龙航空港经济区政务服务中心 86.13"}));
    EXPECT_EQ(rankings[2].name_head.utf8(), "业务大厅名称");
    ASSERT_EQ(rankings[2].shown_heads.size(), 1U);
    EXPECT_EQ(rankings[2].shown_heads[0].utf8(), "主管部门");

    EXPECT_EQ(value(outcome.value, "市直_总数"), "39");
    EXPECT_EQ(value(outcome.value, "市直_优秀_名数"), "8");
    EXPECT_EQ(value(outcome.value, "市直_良好_名数"), "20");
    EXPECT_EQ(value(outcome.value, "市直_合格_名数"), "11");
    EXPECT_EQ(value(outcome.value, "市直_最高分"), "111.00");
    EXPECT_EQ(value(outcome.value, "市直_最低分"), "82.32");
    EXPECT_EQ(value(outcome.value, "开发区_二等奖_名单"),
              "贵阳国家经济技术开发区政务服务中心、贵阳综合保税区政务服务中心");
}

TEST(Score, AScoreKeepsThePlaceOfItsCell) {
    const Outcome<Scorecard> outcome =
        score_case(ranking_case("单位,得分\n甲,1\n乙,2\n", "[{name: 优秀, rest: true}]"));
    const RankedUnit& best = outcome.value.rankings[0].groups[0].units[0];
    EXPECT_EQ(best.name.utf8(), "乙");
    EXPECT_EQ(best.score.utf8(), "2.00");
    EXPECT_EQ(best.score.origin(), (Origin{.row = 3, .column = 2, .file = kFirstSheetFile}));
}

// --- Ties ------------------------------------------------------------------------------------

constexpr const char* kTies = "单位,得分,产出\n甲,95,1\n乙,100,2\n丙,95,3\n丁,90,4\n";

TEST(Score, EqualScoresShareAPlaceInTheOrderOfTheSheet) {
    const std::string grades = "[{name: 全部, rest: true}]";
    EXPECT_THAT(
        lines(score_case(ranking_case(kTies, grades)).value.rankings[0]),
        ElementsAre("全部 1 乙 100.00", "全部 2 甲 95.00", "全部 2 丙 95.00", "全部 4 丁 90.00"));
    EXPECT_THAT(
        lines(score_case(ranking_case(kTies, grades, ", ties: dense")).value.rankings[0]),
        ElementsAre("全部 1 乙 100.00", "全部 2 甲 95.00", "全部 2 丙 95.00", "全部 3 丁 90.00"));
    EXPECT_THAT(
        lines(score_case(ranking_case(kTies, grades, ", tie-break: [产出]")).value.rankings[0]),
        ElementsAre("全部 1 乙 100.00", "全部 2 丙 95.00", "全部 3 甲 95.00", "全部 4 丁 90.00"));
}

TEST(Score, RanksOnThePublishedScore) {
    const std::string csv = "单位,得分\n甲,89.994\n乙,89.985\n丙,89.995\n";
    const std::string grades = "[{name: 全部, rest: true}]";
    EXPECT_THAT(lines(score_case(ranking_case(csv, grades)).value.rankings[0]),
                ElementsAre("全部 1 丙 90.00", "全部 2 甲 89.99", "全部 2 乙 89.99"));
    // GB/T 8170: 89.985 goes to the even 89.98, 89.995 to 90.00.
    EXPECT_THAT(
        lines(score_case(ranking_case(csv, grades, ", rounding: gb-8170")).value.rankings[0]),
        ElementsAre("全部 1 丙 90.00", "全部 2 甲 89.99", "全部 3 乙 89.98"));
    EXPECT_THAT(lines(score_case(ranking_case(csv, grades, ", decimals: 0")).value.rankings[0]),
                ElementsAre("全部 1 甲 90", "全部 1 乙 90", "全部 1 丙 90"));
}

TEST(Score, NobodyIsGradedByChance) {
    const std::string grades = "[{name: 优秀, quota: 2}, {name: 合格, rest: true}]";
    const Outcome<Scorecard> tie = score_case(ranking_case(kTies, grades));
    ASSERT_THAT(complaints(tie), ElementsAre("quota-tie 2 4:2"));
    EXPECT_THAT(tie.diagnostics[0].related,
                ElementsAre(Origin{.row = 2, .column = 2, .file = kFirstSheetFile}));
    EXPECT_EQ(argument(tie, "first"), "甲");
    EXPECT_EQ(argument(tie, "second"), "丙");
    EXPECT_THAT(
        lines(score_case(ranking_case(kTies, grades, ", tie-break: [产出]")).value.rankings[0]),
        ElementsAre("优秀 1 乙 100.00", "优秀 2 丙 95.00", "合格 1 甲 95.00", "合格 2 丁 90.00"));
}

// --- Grades ----------------------------------------------------------------------------------

TEST(Score, GradesByThresholdAndAsGiven) {
    const std::string csv = "单位,得分,等次\n甲,84.995,良好\n乙,70,\n丙,90,合格\n丁,84.99,良 好\n";
    EXPECT_THAT(
        lines(score_case(ranking_case(csv,
                                      "[{name: 优秀, at-least: 90}, {name: 良好, "
                                      "at-least: 85}, {name: 合格, rest: true}]"))
                  .value.rankings[0]),
        ElementsAre("优秀 1 丙 90.00", "良好 1 甲 85.00", "合格 1 丁 84.99", "合格 2 乙 70.00"));
    const Outcome<Scorecard> given = score_case(
        ranking_case(csv, "[{name: 优秀}, {name: 良好}, {name: 合格}]", ", grade: 等次"));
    EXPECT_THAT(lines(given.value.rankings[0]),
                ElementsAre("良好 1 甲 85.00", "良好 2 丁 84.99", "合格 1 丙 90.00"));
    EXPECT_THAT(complaints(given), ElementsAre("grade-unknown 2 3:3"));
    EXPECT_EQ(value(given.value, "市直_优秀_名数"), "0");
    EXPECT_EQ(value(given.value, "市直_优秀_名单"), "");
}

TEST(Score, QuotasThatDoNotFit) {
    const std::string csv = "单位,得分\n甲,3\n乙,2\n丙,1\n";
    const Outcome<Scorecard> large =
        score_case(ranking_case(csv, "[{name: 优秀, quota: 2}, {name: 良好, quota: 2}]"));
    EXPECT_THAT(complaints(large), ElementsAre("quota-too-large 1 7:43"));
    EXPECT_EQ(argument(large, "left"), "1");
    EXPECT_THAT(complaints(score_case(ranking_case(csv, "[{name: 优秀, quota: 1}]"))),
                ElementsAre("units-without-grade 2 3:2"));
    // Two units are missing only because their rows were not understood.
    EXPECT_THAT(complaints(score_case(
                    ranking_case("单位,得分\n甲,3\n乙,O\n丙,\n", "[{name: 优秀, quota: 3}]"))),
                ElementsAre("score-not-a-number 2 3:2", "score-missing 2 4:2"));
}

// --- Bad sheets ------------------------------------------------------------------------------

TEST(Score, ReportsEveryBadCellAndGoesOn) {
    const Outcome<Scorecard> outcome =
        score_case(ranking_case("单位,得分\n甲,1O1.88\n,90\n乙,80\n市 "
                                "财政局(本级),70\n\n市财政局（本级）,60\n丙,#REF!\n丁,\n",
                                "[{name: 全部, rest: true}]"));
    EXPECT_THAT(complaints(outcome),
                ElementsAre("score-not-a-number 2 2:2", "name-missing 2 3:1",
                            "name-duplicate 2 7:1", "cell-error 2 8:2", "score-missing 2 9:2"));
    EXPECT_THAT(lines(outcome.value.rankings[0]),
                ElementsAre("全部 1 乙 80.00", "全部 2 市 财政局(本级) 70.00"));
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        if (diagnostic.code != Code::name_duplicate) continue;
        EXPECT_THAT(diagnostic.related,
                    ElementsAre(Origin{.row = 5, .column = 1, .file = kFirstSheetFile}));
    }
}

TEST(Score, MissingSheetsAndColumnsAreReportedInTheJob) {
    Case given = ranking_case("单位,成绩,单 位\n", "[{name: 全部, rest: true}]", ", show: [部门]");
    EXPECT_THAT(
        complaints(score_case(given)),
        ElementsAre("column-missing 1 6:49", "column-missing 1 6:60", "column-duplicate 2 1:3"));
    given.job =
        "layout: notice\ntitle: 通报\nannexes:\n  - title: 统计表\n"
        "    scores: {file: scores.csv, sheet: 表, name: 单位, score: 得分}\n"
        "    grades: [{name: 全部, rest: true}]\n";
    EXPECT_THAT(complaints(score_case(given)), ElementsAre("sheet-missing 1 5:39"));
    given.files.clear();  // Whoever reads the files reports this one.
    EXPECT_THAT(complaints(score_case(given)), IsEmpty());
}

TEST(Score, AnEmptySheetHasNoColumns) {
    EXPECT_THAT(complaints(score_case(ranking_case("", "[{name: 全部, rest: true}]"))),
                ElementsAre("column-missing 1 6:38", "column-missing 1 6:49"));
}

TEST(Score, SaysNothingAboutASheetThatBrokeOff) {
    Case given = ranking_case("", "[{name: 全部, rest: true}]");
    const Outcome<Job> job = read_job(given.job, kJobFile);
    Sheet sheet;
    sheet.complete = false;
    EXPECT_THAT(complaints(score(job.value, {{"scores.csv", Workbook{{sheet}}}})), IsEmpty());
}

TEST(Score, GuessesWhatWasMeant) {
    EXPECT_EQ(number_like("1O1.88"), "101.88");
    EXPECT_EQ(number_like("９８。５分"), "98.5");
    EXPECT_EQ(number_like("98,5"), "98.5");
    EXPECT_EQ(number_like("1,234.5"), "1234.5");
    EXPECT_EQ(number_like("1,234"), "1234");
    EXPECT_EQ(number_like("9 l.2"), "91.2");
    EXPECT_EQ(number_like("八十"), "89.50");
}

// --- Against brute force ---------------------------------------------------------------------

/// A unit's place is one more than the number of units (or of different scores) above it.
TEST(Score, PlacesAgreeWithCountingWhoIsAbove) {
    constexpr unsigned kSeed = 97041;
    std::mt19937 random{kSeed};
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE("seed " + std::to_string(kSeed) + ", round " + std::to_string(round));
        const std::size_t count = 1 + random() % 12;
        std::string csv = "单位,得分,甲项\n";
        std::vector<std::pair<int, int>> typed;  // hundredths, tie-break
        for (std::size_t k = 0; k < count; ++k) {
            typed.emplace_back(9000 + static_cast<int>(random() % 5),
                               static_cast<int>(random() % 3));
            csv += "单位" + std::to_string(k) + ",90.0" + std::to_string(typed[k].first - 9000) +
                   "," + std::to_string(typed[k].second) + "\n";
        }
        const bool dense = random() % 2 == 0;
        const bool tie_break = random() % 2 == 0;
        if (!tie_break) {
            for (auto& [hundredths, second] : typed) second = 0;
        }
        const Outcome<Scorecard> outcome =
            score_case(ranking_case(csv, "[{name: 全部, rest: true}]",
                                    std::string{dense ? ", ties: dense" : ", ties: competition"} +
                                        (tie_break ? ", tie-break: [甲项]" : "")));
        ASSERT_THAT(outcome.diagnostics, IsEmpty());
        std::vector<std::string> expected;
        std::vector<std::size_t> order(count);
        for (std::size_t k = 0; k < count; ++k) order[k] = k;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return typed[a] > typed[b]; });
        for (const std::size_t k : order) {
            std::vector<std::pair<int, int>> above;
            for (const auto& other : typed) {
                if (other > typed[k]) above.push_back(other);
            }
            std::sort(above.begin(), above.end());
            if (dense) above.erase(std::unique(above.begin(), above.end()), above.end());
            expected.push_back("全部 " + std::to_string(above.size() + 1) + " 单位" +
                               std::to_string(k) + " 90.0" + std::to_string(typed[k].first - 9000));
        }
        ASSERT_THAT(lines(outcome.value.rankings[0]), ElementsAreArray(expected));
    }
}

// --- Values of indicators --------------------------------------------------------------------

TEST(IndicatorValue, ReadsQuantitiesWithTheirUnits) {
    for (const std::string_view text : {"≥13家", ">= 13 家", "＝１３家", "13家", "≧13家"}) {
        const auto quantity = parse_quantity(text);
        ASSERT_TRUE(quantity) << text;
        EXPECT_EQ(quantity->number.to_string(), "13");
        EXPECT_EQ(quantity->unit, "家");
    }
    EXPECT_EQ(parse_quantity("≤0.5％")->unit, "%");
    EXPECT_FALSE(parse_quantity("服务对象≥13家"));
    EXPECT_FALSE(parse_quantity("12月底前")->unit.empty());
    EXPECT_FALSE(parse_quantity("优秀"));
}

TEST(IndicatorValue, ReadsCompletionAndBands) {
    EXPECT_EQ(parse_completion("106%"), Rational(106, 100));
    EXPECT_EQ(parse_completion("完成"), Rational(1));
    EXPECT_EQ(parse_completion("未完成"), Rational(0));
    EXPECT_FALSE(parse_completion("0.9"));
    const auto in_band = [](std::string_view text) {
        return matches_band(*parse_qualitative(text));
    };
    EXPECT_TRUE(in_band("达成 100%"));
    EXPECT_TRUE(in_band("达成预期指标80％"));
    EXPECT_FALSE(in_band("达成 79.9%"));
    EXPECT_FALSE(in_band("达成 101%"));
    EXPECT_TRUE(in_band("部分达成 50%"));
    EXPECT_FALSE(in_band("部分达成 80%"));
    EXPECT_TRUE(in_band("未达成 0%"));
    EXPECT_FALSE(in_band("未达成 50%"));
    EXPECT_FALSE(parse_qualitative("达成"));
    EXPECT_FALSE(parse_qualitative("优秀 90%"));
}

// --- The department's form -------------------------------------------------------------------

TEST(Score, TheDepartmentsFormToTheLastDigit) {
    const Outcome<Scorecard> outcome =
        score_case(input_case("qiannan-2023-department-self-evaluation", {"form.xlsx"}));
    ASSERT_THAT(complaints(outcome), IsEmpty());
    const auto rows = [&](const std::string& table) {
        std::vector<std::string> lines;
        for (const auto& row : outcome.value.tables.at(table).rows) {
            std::string line;
            for (const Text& cell : row) line += (line.empty() ? "" : "|") + cell.utf8();
            lines.push_back(line);
        }
        return lines;
    };
    EXPECT_THAT(rows("资金"),
                ElementsAre("年度资金总额：|752.03|752.03|592.18|10|79%|7.9",
                            "基本支出|377.57|377.57|399.98|—|—|—",
                            "项目支出|374.46|374.46|192.2|—|—|—", "其他资金||||—|—|—"));
    // Second level, weight, score; names and reasons are long and checked below.
    std::vector<std::string> figures;
    for (const auto& row : outcome.value.tables.at("指标").rows) {
        figures.push_back(row[0].utf8() + " " + row[1].utf8() + " " + row[2].utf8() + " " +
                          row[5].utf8() + " " + row[6].utf8() + " " + row[7].utf8());
    }
    EXPECT_THAT(figures,
                ElementsAre("产出指标 50 数量 100% 4 4", "产出指标 50 数量 100% 4 4",
                            "产出指标 50 数量 100% 3 3", "产出指标 50 数量 100% 3 3",
                            "产出指标 50 数量 100% 3 3", "产出指标 50 数量 100% 3 3",
                            "产出指标 50 质量 100% 10 10", "产出指标 50 时效 100% 10 10",
                            "产出指标 50 成本 106% 5 5", "产出指标 50 成本 104% 2.5 2.5",
                            "产出指标 50 成本 131% 2.5 2.5", "产出指标 50 成本 51% 5 3.5",
                            "产出指标 50 成本 91% 2.5 2.28", "产出指标 50 成本 49% 2.5 1.22",
                            "效益指标 30 社会效益 100% 15 15", "效益指标 30 可持续影响 100% 15 15",
                            "满意度指标 10 服务对象满意度 100% 4 4",
                            "满意度指标 10 服务对象满意度 100% 3 3",
                            "满意度指标 10 服务对象满意度 100% 3 3"));
    const auto& indicators = outcome.value.tables.at("指标").rows;
    EXPECT_EQ(indicators[13][3].utf8(), "2.特定目标类-事业发展支出");
    EXPECT_THAT(indicators[13][8].utf8(), testing::HasSubstr("中标价11.77万元"));
    EXPECT_EQ(indicators[8][4].utf8(), "377.57");

    EXPECT_EQ(value(outcome.value, "执行率"), "79%");
    EXPECT_EQ(value(outcome.value, "执行得分"), "7.9");
    EXPECT_EQ(value(outcome.value, "产出指标_得分"), "48.5");
    EXPECT_EQ(value(outcome.value, "效益指标_得分"), "30");
    EXPECT_EQ(value(outcome.value, "满意度指标_得分"), "10");
    EXPECT_EQ(value(outcome.value, "总分_分值"), "100");
    EXPECT_EQ(value(outcome.value, "总分_得分"), "96.4");
    EXPECT_EQ(value(outcome.value, "结论"), "优");
}

/// A form over two csv files, of which the indicators weigh 90.
Case form_case(const std::string& money, const std::string& indicators,
               const std::string& rules = "") {
    return {
        "layout: department-self-evaluation\ntitle: 自评表\nform:\n"
        "  money: {file: money.csv}\n  indicators: {file: indicators.csv}\n" +
            rules +
            "  grades: [{name: 优, at-least: 90}, {name: 良, at-least: 80}, {name: 差, rest: "
            "true}]\n",
        {{"money.csv", money}, {"indicators.csv", indicators}}};
}

constexpr const char* kMoney = "资金来源,年初预算数,全年预算数,全年执行数\n总额,3,3,2\n";
constexpr const char* kHeads =
    "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,计分方法,得分,归属,未完成原因分析\n";

/// The printed score of an indicator that weighs 90, of which `cells` are A, B.
std::string score_of(const std::string& method, const std::string& cells,
                     const std::string& rules = "") {
    const Outcome<Scorecard> outcome = score_case(form_case(
        kMoney, kHeads + std::string{"产出,数量,甲,"} + cells + ",90," + method + ",,,因故\n",
        rules));
    const std::vector<std::string> found = complaints(outcome);
    if (!found.empty()) return found.front();
    return outcome.value.tables.at("指标").rows[0][7].utf8();
}

TEST(Score, IndicatorsByEveryMethod) {
    EXPECT_EQ(score_of("完成率", "按期,50%"), "45");
    EXPECT_EQ(score_of("完成率", "按期,150%"), "90");
    EXPECT_EQ(score_of("正向", "≥12家,9家"), "67.5");
    EXPECT_EQ(score_of("正向", "≥12家,13"), "90");
    EXPECT_EQ(score_of("正向", "≥7,6"), "77.14");
    EXPECT_EQ(score_of("反向", "≤5天,4天"), "90");
    EXPECT_EQ(score_of("反向", "≤5天,6天"), "75");
    EXPECT_EQ(score_of("反向", "0,0"), "90");
    EXPECT_EQ(score_of("定性", "明显,部分达成 75%"), "67.5");
    EXPECT_EQ(score_of("定性", "明显,部分达成 90%"), "band-mismatch 3 2:5");
    EXPECT_EQ(score_of("正向", "≥12家,100%"), "unit-mismatch 3 2:5");
    EXPECT_EQ(score_of("正向", "0,1"), "manual-score-needed 3 2:4");
    EXPECT_EQ(score_of("反向", "0,1"), "manual-score-needed 3 2:4");
    EXPECT_EQ(score_of("正向", "很多,1"), "indicator-value-invalid 3 2:4");
    EXPECT_EQ(score_of("完成率", "按期,是"), "indicator-value-invalid 3 2:5");
    EXPECT_EQ(score_of("随意", "1,1"), "indicator-method-unknown 3 2:7");
    EXPECT_EQ(score_of("给定", "1,1"), "score-missing 3 2:8");
}

TEST(Score, RoundsTheRateFirstWhereTheFormSaysSo) {
    const std::string indicators = kHeads + std::string{"产出,数量,甲,1,100%,90,完成率\n"};
    const auto rate_and_score = [&](const std::string& rules) {
        const Outcome<Scorecard> outcome = score_case(form_case(kMoney, indicators, rules));
        return value(outcome.value, "执行率") + " " + value(outcome.value, "执行得分");
    };
    EXPECT_EQ(rate_and_score(""), "67% 6.7");
    EXPECT_EQ(rate_and_score("  score-from: exact-rate\n"), "67% 6.67");
    EXPECT_EQ(rate_and_score("  rate-decimals: 2\n"), "66.67% 6.67");
    EXPECT_EQ(rate_and_score("  score-from: exact-rate\n  decimals: 1\n"), "67% 6.7");
}

TEST(Score, TheExecutionRate) {
    const std::string indicators = kHeads + std::string{"产出,数量,甲,1,100%,90,完成率\n"};
    const auto check = [&](const std::string& money) {
        return complaints(score_case(form_case(money, indicators)));
    };
    const std::string heads = "资金来源,年初预算数,全年预算数,全年执行数,得分\n";
    EXPECT_THAT(check(heads + "总额,3,3,4,10\n甲,1,2,3\n乙,2,1,1\n"), IsEmpty());  // capped
    EXPECT_THAT(check(heads + "总额,3,3,2,6.8\n"), ElementsAre("score-contradicts-rule 2 2:5"));
    EXPECT_THAT(check(heads + "总额,3,3,2\n甲,1,1,\n乙,2,1,2\n"),
                ElementsAre("parts-do-not-add-up 2 2:3"));
    EXPECT_THAT(check(heads + "总额,0,0,0\n"), ElementsAre("manual-score-needed 2 2:3"));
    EXPECT_THAT(check(heads + "总额,0,0,0,8\n"), IsEmpty());
    EXPECT_THAT(check(heads + "总额,0,0,0,11\n"), ElementsAre("score-above-weight 2 2:5"));
    EXPECT_THAT(check(heads + "总额,3万,3,\n"),
                ElementsAre("number-expected 2 2:2", "number-expected 2 2:4"));
    EXPECT_THAT(check("资金来源,年初预算数,全年执行数\n"), ElementsAre("column-missing 2 1:0"));
}

TEST(Score, WeightsAndSubtotals) {
    const auto check = [&](const std::string& rows, const std::string& rules = "") {
        return complaints(score_case(form_case(kMoney, kHeads + rows, rules)));
    };
    const std::string subtotal = "产出,成本,小计甲,,,90,小计\n";
    EXPECT_THAT(check(subtotal + ",,甲,1,100%,40,完成率,,小计甲\n,,乙,1,100%,50,完成率,,小计甲\n"),
                IsEmpty());
    EXPECT_THAT(check(subtotal + ",,甲,1,100%,40,完成率,,小计甲\n,,乙,1,100%,50,完成率\n"),
                ElementsAre("weights-do-not-add-up 3 2:6"));
    EXPECT_THAT(check(subtotal + ",,甲,1,100%,90,完成率,,小计乙\n"),
                ElementsAre("subtotal-empty 3 2:3", "subtotal-unknown 3 3:9"));
    EXPECT_THAT(check("产出,数量,甲,1,100%,80,完成率\n"),
                ElementsAre("weights-do-not-add-up 3 1:6"));
    EXPECT_THAT(check("产出,数量,甲,1,100%,60,完成率\n效益,社会,乙,1,100%,30,完成率\n",
                      "  weights: {产出: 50, 效益: 30, 满意度: 10}\n"),
                ElementsAre("weights-do-not-add-up 1 6:29", "weights-do-not-add-up 3 2:1"));
    // A row that was not understood says nothing about the sums.
    EXPECT_THAT(check("产出,数量,甲,1,100%,八十,完成率\n,,乙,1,100%,10,完成率\n"),
                ElementsAre("number-expected 3 2:6"));
}

TEST(Score, TypedScoresLabelsAndReasons) {
    const auto check = [&](const std::string& rows) {
        return complaints(score_case(form_case(kMoney, kHeads + rows)));
    };
    EXPECT_THAT(check("产出,数量,甲,1,50%,90,完成率,45.00,,因故\n"), IsEmpty());
    EXPECT_THAT(check("产出,数量,甲,1,50%,90,完成率,46,,因故\n"),
                ElementsAre("score-contradicts-rule 3 2:8"));
    EXPECT_THAT(check("产出,数量,甲,1,1,90,给定,91\n"), ElementsAre("score-above-weight 3 2:8"));
    EXPECT_THAT(check("产出,数量,甲,1,1,90,给定,-1,,因故\n"),
                ElementsAre("score-above-weight 3 2:8"));
    EXPECT_THAT(check("产出,数量,甲,1,50%,90,完成率\n"), ElementsAre("reason-missing 3 2:10"));
    EXPECT_EQ(info(Code::reason_missing).severity, Severity::warning);
    // 二级指标 is “as above” only below the same 一级指标.
    EXPECT_THAT(
        check("产出,数量,甲,1,100%,50,完成率\n效益,,乙,1,100%,40,完成率\n,,,1,100%,,完成率\n"),
        ElementsAre("indicator-name-missing 3 3:2", "indicator-name-missing 3 4:2",
                    "indicator-name-missing 3 4:3", "number-expected 3 4:6"));
}

TEST(Score, ATotalBelowAllGrades) {
    Case given = form_case(kMoney, kHeads + std::string{"产出,数量,甲,1,0%,90,完成率,,,因故\n"});
    given.job.replace(given.job.find(", {name: 差, rest: true}"), 25, "");
    EXPECT_THAT(complaints(score_case(given)), ElementsAre("total-without-grade 1 6:44"));
}

}  // namespace
}  // namespace banxin
