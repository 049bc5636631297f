// The classes of marks against hand-made readings of GB/T 15834 and CLREQ.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "pipeline/shape/character_class.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

/// One letter a character: capital when it is wide, `_` when it joins the character before it.
std::string classes(std::string_view utf8) {
    static const std::map<Class, char> letters = {
        {Class::han, 'h'},        {Class::opening, 'o'},  {Class::closing, 'c'},
        {Class::pause, 'p'},      {Class::stop, 's'},     {Class::middle_dot, 'm'},
        {Class::connector, 'n'},  {Class::dash, 'd'},     {Class::ellipsis, 'e'},
        {Class::slash, '/'},      {Class::prefix, '<'},   {Class::postfix, '>'},
        {Class::digit, '0'},      {Class::latin, 'a'},    {Class::latin_space, ' '},
        {Class::wide_space, 'w'}, {Class::line_feed, '$'}};
    std::string result;
    for (const ClassifiedCharacter& character : classify(utf8)) {
        const char letter = letters.at(character.character_class);
        const bool capital = character.wide && letter >= 'a' && letter <= 'z';
        result += character.joins_previous ? '_'
                  : capital                ? static_cast<char>(letter - 32)
                                           : letter;
    }
    return result;
}

TEST(Classify, MarksOfTheTable) {
    EXPECT_EQ(classes("（〈《「『【〔〖［｛"), std::string(10, 'O'));
    EXPECT_EQ(classes("）〉》」』】〕〗］｝"), std::string(10, 'C'));
    EXPECT_EQ(classes("、，：；。？！"), "PPPPSSS");
    EXPECT_EQ(classes("国々〇①★"), "HHHHH");
    EXPECT_EQ(classes("　"), "W");
}

TEST(Classify, SharedMarksTakeTheSideOfTheirNeighbours) {
    EXPECT_EQ(classes("称“优秀”者"), "HOHHCH");
    EXPECT_EQ(classes("say “yes” now"), "aaa aaaaa aaa");
    EXPECT_EQ(classes("说“yes”"), "HOaaaC");
    EXPECT_EQ(classes("Apple’s 苹果"), "aaaaaaa HH");
    EXPECT_EQ(classes("王·李"), "HMH");
    EXPECT_EQ(classes("a·b"), "aaa");
    EXPECT_EQ(classes("“3·15”晚会"), "O0M00CHH");
}

TEST(Classify, BothQuotesOfAPairAgree) {
    EXPECT_EQ(classes("he said “hello 好” and"), "aa aaaa Oaaaaa HC aaa");
}

TEST(Classify, AMarkWithoutAnyLetterIsChinese) {
    EXPECT_EQ(classes("“”"), "OC");
    EXPECT_EQ(classes("——"), "D_");
}

TEST(Classify, DashAndEllipsisAreOneSign) {
    EXPECT_EQ(classes("甲——乙"), "HD_H");
    EXPECT_EQ(classes("甲……乙"), "HE_H");
    EXPECT_EQ(classes("甲…………"), "HE_E_");
    EXPECT_EQ(classes("甲⸺乙"), "HDH");
    EXPECT_EQ(classes("3—5年"), "0N0H");
}

TEST(Classify, FiguresKeepTheirSeparators) {
    EXPECT_EQ(classes("2,462.5万元"), "0000000HH");
    EXPECT_EQ(classes("99.66%"), "00000>");
    EXPECT_EQ(classes("≥13家"), "<00H");
    EXPECT_EQ(classes("￥100"), "<000");
    EXPECT_EQ(classes("12:30至"), "00000H");
    EXPECT_EQ(classes("第3.")[2], 'a');
}

TEST(Classify, ACombiningMarkAndAVariationSelectorJoin) {
    EXPECT_EQ(classes("e\xCC\x81"), "a_");
    EXPECT_EQ(classes("葛\xF3\xA0\x84\x80城"), "H_H");
}

}  // namespace
}  // namespace banxin
