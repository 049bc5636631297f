// Texts with `{name}` places: what a reader gets, and where each character was written.
#include "pipeline/compose/wording.hpp"

#include <gtest/gtest.h>

namespace banxin {
namespace {

constexpr Origin kBody{.row = 7, .column = 3, .file = 1};
constexpr Origin kCell{.row = 2, .column = 2, .file = 2};

class Wording : public testing::Test {
  protected:
    FilledText filled(const std::string& pattern) {
        return fill(Text{pattern, kBody, Text::OriginStep::per_character}, names_, diagnostics_);
    }
    std::string words(const std::string& pattern) { return filled(pattern).text.utf8(); }

    NamedValues values_{{"市直_优秀_名数", std::int64_t{8}},
                        {"总数", std::int64_t{12345}},
                        {"得分", *Decimal::parse("111.00")},
                        {"名单", Text{"市税务局、市民政局", kCell}}};
    Names names_{&values_};
    Diagnostics diagnostics_;
};

TEST_F(Wording, PutsValuesInAsTheyArePublished) {
    EXPECT_EQ(words("评出“优秀”{市直_优秀_名数}名，得分{得分}分：{名单}。"),
              "评出“优秀”8名，得分111.00分：市税务局、市民政局。");
    EXPECT_EQ(words("{总数}{总数}"), "1234512345");
    EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(Wording, FormatsWithIcuWhereAsked) {
    EXPECT_EQ(words("{市直_优秀_名数, spellout}名"), "八名");
    EXPECT_EQ(words("{总数, number}元"), "12,345元");
    EXPECT_EQ(words("{得分, number,0.00}分"), "111.00分");
    EXPECT_EQ(words("{市直_优秀_名数, plural, =0{没有} other{共#名，见{名单}}}。"),
              "共8名，见市税务局、市民政局。");
    EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(Wording, LeavesApostrophesAlone) {
    EXPECT_EQ(words("it's ''{总数}'' '{总数}'"), "it's ''12345'' '12345'");
    EXPECT_EQ(words("'"), "'");
    EXPECT_EQ(words("{市直_优秀_名数, plural, other{it's #}}'"), "it's 8'");
}

TEST_F(Wording, KeepsTheOriginOfEveryCharacter) {
    const Text text = filled("𠮷'甲{名单}乙{总数}").text;
    ASSERT_EQ(text.utf8(), "𠮷'甲市税务局、市民政局乙12345");
    const auto column = [&](std::string_view part) {
        return text.origin_at(text.utf8().find(part)).column;
    };
    EXPECT_EQ(column("甲"), kBody.column + 2);
    EXPECT_EQ(text.origin_at(text.utf8().find("市民")), kCell);
    EXPECT_EQ(column("乙"), kBody.column + 7);
    EXPECT_EQ(column("12345"), kBody.column + 8);
    EXPECT_EQ(column("45"), kBody.column + 8) << "a count stands where its name stands";
}

TEST_F(Wording, KnowsWhereATemplatesBytesHaveGone) {
    const std::string pattern = "一{总数}二{名单}三";
    const FilledText text = filled(pattern);
    const auto place = [&](std::string_view part) {
        return text.place_of(static_cast<std::uint32_t>(pattern.find(part)));
    };
    EXPECT_EQ(text.text.utf8().substr(place("二"), 3), "二");
    EXPECT_EQ(text.text.utf8().substr(place("三"), 3), "三");
    EXPECT_EQ(place("数}二"), place("二")) << "inside a place: the end of its value";
    EXPECT_EQ(text.place_of(static_cast<std::uint32_t>(pattern.size())), text.text.utf8().size());
    EXPECT_FALSE(text.is_inserted(0));
    EXPECT_TRUE(text.is_inserted(3));
    EXPECT_FALSE(text.is_inserted(text.text.utf8().find("二")));
}

TEST_F(Wording, NamesOfARowHideThoseOfTheDocument) {
    names_.row["名单"] = Text{"本行", kCell};
    EXPECT_EQ(words("{名单}{总数}"), "本行12345");
}

TEST_F(Wording, ReportsAnUnknownNameWithTheNearest) {
    EXPECT_EQ(words("甲{市直_优秀_名}乙"), "甲{市直_优秀_名}乙");
    ASSERT_EQ(diagnostics_.size(), 1U);
    EXPECT_EQ(diagnostics_[0].code, Code::name_unknown);
    EXPECT_EQ(diagnostics_[0].origin.column, kBody.column + 2);
    EXPECT_EQ(diagnostics_[0].arguments,
              (std::vector<Argument>{{"name", "市直_优秀_名"}, {"nearest", "市直_优秀_名数"}}));
}

TEST_F(Wording, ReportsWhatCannotBeRead) {
    const struct {
        const char* pattern;
        unsigned column;  // from 0
    } cases[] = {{"甲乙{总数", 2},          {"甲}乙", 1},         {"甲{}", 2},
                 {"甲{市直.优秀}", 1},      {"{总数, 中文}", 0},  {"{总数, date}", 0},
                 {"乙{名单, spellout}", 1}, {"{总数, plural}", 0}};
    for (const auto& [pattern, column] : cases) {
        diagnostics_.clear();
        EXPECT_EQ(words(pattern), pattern);
        ASSERT_EQ(diagnostics_.size(), 1U) << pattern;
        EXPECT_EQ(diagnostics_[0].code, Code::message_invalid) << pattern;
        EXPECT_EQ(diagnostics_[0].origin.column, kBody.column + column) << pattern;
    }
}

}  // namespace
}  // namespace banxin
