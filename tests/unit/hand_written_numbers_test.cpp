// Numbers that an author wrote into the text, against the tables they speak of.
#include "pipeline/compose/hand_written_numbers.hpp"

#include <gtest/gtest.h>

namespace banxin {
namespace {

constexpr std::uint8_t kSheets = 2;

/// Five annexes with the groups of the sample notice.
class HandWrittenNumbers : public testing::Test {
  protected:
    HandWrittenNumbers() {
        add({{"优秀", 8}, {"良好", 20}, {"合格", 11}});
        add({{"优秀", 2}, {"良好", 6}, {"合格", 4}});
        add({{"一等奖", 1}, {"二等奖", 2}, {"三等奖", 3}});
        add({{"一等奖", 2}, {"二等奖", 3}, {"三等奖", 5}});
        add({{"一等奖", 1}, {"二等奖", 2}, {"三等奖", 1}});
    }

    void add(const std::vector<std::pair<std::string, unsigned>>& groups) {
        AnnexJob annex;
        Ranking ranking;
        ranking.key = "附件" + std::to_string(job_.annexes.size() + 1);
        std::uint32_t row = 1;
        for (const auto& [name, count] : groups) {
            GradeRule rule;
            rule.name = Text{name, Origin{}};
            annex.ranking.grades.push_back(rule);
            RankedGroup group;
            group.name = rule.name;
            for (unsigned k = 0; k < count; ++k) {
                RankedUnit unit;
                unit.name =
                    Text{"单位", Origin{.row = ++row,
                                        .column = 1,
                                        .file = kSheets,
                                        .sheet = static_cast<std::uint8_t>(job_.annexes.size())}};
                group.units.push_back(unit);
            }
            ranking.groups.push_back(group);
        }
        job_.annexes.push_back(annex);
        scorecard_.rankings.push_back(ranking);
    }

    Diagnostics check(const std::string& text) {
        const Text written{
            text, {.row = 1, .column = 1, .file = 1}, Text::OriginStep::per_character};
        return check_hand_written_numbers({written, {}}, job_, scorecard_);
    }

    Job job_;
    Scorecard scorecard_;
};

TEST_F(HandWrittenNumbers, AgreesWithTheSample) {
    for (const char* text :
         {"评选出“优秀”8名、“良好”20名、“合格”11名（具体情况详见附件1）。",
          "评选出“优秀”2名、“良好”6名、“合格”4名（具体情况详见附件2）。",
          "评出区（市、县）政务服务中心“一等奖”2名、“二等奖”3名、“三等奖”5名，开发区政务服务中心"
          "“一等奖”1名、“二等奖”2名、“三等奖”1名。（具体情况详见附件4、附件5）",
          "优秀8名，优秀（8名），“优秀”（８名），“优秀”八名，良好等次共二十家（附件1）",
          "全市共评出“优秀”2名。", "涉及市直部门39个，共计9个方面46个子项。", "不合格3名。"}) {
        EXPECT_EQ(check(text), Diagnostics{}) << text;
    }
}

TEST_F(HandWrittenNumbers, NamesBothPlacesOfAContradiction) {
    const Diagnostics found = check("评选出“优秀”9名（附件1）");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, Code::count_contradicts_table);
    EXPECT_EQ(found[0].origin, (Origin{.row = 1, .column = 8, .file = 1}));
    EXPECT_EQ(found[0].related,
              (std::vector<Origin>{{.row = 2, .column = 1, .file = kSheets, .sheet = 0}}));
    EXPECT_EQ(
        found[0].arguments,
        (std::vector<Argument>{
            {"grade", "优秀"}, {"written", "9"}, {"actual", "8"}, {"name", "{附件1_优秀_名数}"}}));
}

TEST_F(HandWrittenNumbers, FindsEveryWayOfWriting) {
    for (const char* text : {"“优秀”9名", "优秀9名", "“优秀”（9名）", "优秀（９名）", "“优秀”九名",
                             "“优秀” 9 名", "“优秀”单位9家", "\"优秀\"9名", "优秀等次共十九个"}) {
        EXPECT_EQ(check(text).size(), 1U) << text;
    }
    for (const char* text : {"“优秀”3个百分点", "“优秀”率9名", "非优秀9名", "约9名优秀"})
        EXPECT_EQ(check(text).size(), 0U) << text;
}

TEST_F(HandWrittenNumbers, TakesMentionsInTheOrderOfTheAnnexes) {
    // Each number is right for the other annex: only the order tells.
    EXPECT_EQ(check("“一等奖”1名……“一等奖”2名（附件4、附件5）").size(), 2U);
    EXPECT_EQ(check("“一等奖”2名……“一等奖”1名（附件4、5）").size(), 0U);
    // One mention, two annexes: either will do.
    EXPECT_EQ(check("“三等奖”5名（附件4至附件5）").size(), 0U);
    EXPECT_EQ(check("“三等奖”3名（附件4至附件5）").size(), 1U);
    // Only annex 1 of the two has the grade.
    EXPECT_EQ(check("“优秀”2名（附件1、附件3）").size(), 1U);
    // No annex named: any table with the grade.
    EXPECT_EQ(check("“三等奖”5名").size(), 0U);
    EXPECT_EQ(check("“三等奖”4名").size(), 1U);
}

TEST_F(HandWrittenNumbers, AGradeNobodyGotCountsNought) {
    scorecard_.rankings[0].groups.pop_back();
    EXPECT_EQ(check("“合格”0名（附件1）").size(), 0U);
    EXPECT_EQ(check("“合格”11名（附件1）").size(), 1U);
}

TEST_F(HandWrittenNumbers, TrustsWhatANamePutIn) {
    NamedValues values{{"数", std::int64_t{7}}};
    Diagnostics none;
    const Text pattern{"“优秀”{数}名、“良好”7名（附件1）", {.row = 1, .column = 1, .file = 1}};
    const FilledText text = fill(pattern, Names{&values}, none);
    const Diagnostics found = check_hand_written_numbers(text, job_, scorecard_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].arguments[0].value, "良好");
}

TEST_F(HandWrittenNumbers, ReportsAnAnnexThatIsNotThere) {
    const Diagnostics found = check("详见附件6。");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, Code::annex_unknown);
    EXPECT_EQ(found[0].origin.column, 3);
    EXPECT_EQ(check("详见附件5、7。").size(), 1U);
    EXPECT_EQ(check("见附件０").size(), 1U);
    EXPECT_EQ(check("按《办法》附件9、（筑府办发〔2013〕87号）附件7执行。").size(), 0U);
    EXPECT_EQ(check("附件3、5个部门；附件材料").size(), 0U);
    job_.annexes.clear();
    EXPECT_EQ(check("详见附件6。").size(), 0U) << "annexes that are no part of the job";
}

}  // namespace
}  // namespace banxin
