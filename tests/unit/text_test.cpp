// A text keeps the place of every character while it is cut and joined.
#include "pipeline/base/text.hpp"

#include <gtest/gtest.h>

#include "pipeline/base/line_joint.hpp"

namespace banxin {
namespace {

constexpr Origin kLine{.row = 3, .column = 1, .file = 1};
constexpr Origin kCell{.row = 7, .column = 3, .file = 2};

TEST(Text, CountsCharactersNotBytes) {
    const Text text{"二a〔𬭊b", kLine, Text::OriginStep::per_character};
    EXPECT_EQ(text.origin_at(0).column, 1U);
    EXPECT_EQ(text.origin_at(3).column, 2U);   // a
    EXPECT_EQ(text.origin_at(4).column, 3U);   // 〔
    EXPECT_EQ(text.origin_at(7).column, 4U);   // four bytes
    EXPECT_EQ(text.origin_at(10).column, 4U);  // its last byte
    EXPECT_EQ(text.origin_at(11).column, 5U);
}

TEST(Text, ACellIsOnePlace) {
    const Text text{"市税务局", kCell};
    EXPECT_EQ(text.origin_at(9), kCell);
}

TEST(Text, SlicesAndJoinsKeepPlaces) {
    Text text{"评出", kLine, Text::OriginStep::per_character};
    text.append("8", kCell);
    text.append(Text{"名。", {.row = 3, .column = 9, .file = 1}, Text::OriginStep::per_character});
    ASSERT_EQ(text.utf8(), "评出8名。");
    EXPECT_EQ(text.origin_at(3).column, 2U);
    EXPECT_EQ(text.origin_at(6), kCell);
    EXPECT_EQ(text.origin_at(10).column, 10U);

    const Text part = text.slice(3, 10);
    EXPECT_EQ(part.utf8(), "出8名");
    EXPECT_EQ(part.origin().column, 2U);
    EXPECT_EQ(part.origin_at(3), kCell);
    EXPECT_EQ(part.origin_at(4).column, 9U);
    EXPECT_TRUE(text.slice(4, 4).empty());
}

TEST(Lines, JoinWithASpaceOnlyBetweenLatinWords) {
    EXPECT_EQ(on_one_line("国\n人"), "国人");
    EXPECT_EQ(on_one_line("国，\n人\n（甲）\n乙"), "国，人（甲）乙");
    EXPECT_EQ(on_one_line("Latin\nwords"), "Latin words");
    EXPECT_EQ(on_one_line("国\nApp\n国"), "国App国");
    EXPECT_EQ(on_one_line("共\n39\n个"), "共39个");
    EXPECT_EQ(on_one_line("“App”\n国“\nApp\n”"), "“App”国“App”");
    EXPECT_EQ(on_one_line("A——\nB……\nC"), "A——B……C");
    EXPECT_EQ(on_one_line(""), "");
}

}  // namespace
}  // namespace banxin
