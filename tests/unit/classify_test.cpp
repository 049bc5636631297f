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
        const bool capital = character.wide() && letter >= 'a' && letter <= 'z';
        result += character.joins_previous ? '_'
                  : capital                ? static_cast<char>(letter - 32)
                                           : letter;
    }
    return result;
}

/// The cells of all characters in thousandths of an em, 0 for what is as wide as its glyph.
std::vector<unsigned> cells(std::string_view utf8) {
    std::vector<unsigned> widths;
    for (const ClassifiedCharacter& character : classify(utf8)) widths.push_back(character.cell);
    return widths;
}

/// `l` and `r` for a blank half that may be cut on the left or right, `.` for none.
std::string blanks(std::string_view utf8) {
    std::string sides;
    for (const ClassifiedCharacter& character : classify(utf8)) {
        sides += ".lr"[static_cast<int>(character.blank)];
    }
    return sides;
}

/// One row of the table of marks, written by hand from GB/T 15834-2011, 5.1, CLREQ 3.1 and UAX #14.
struct Row {
    const char* marks;  ///< All of them between two Han each.
    char letter;        ///< Their class as classes() shows it.
    unsigned cell;      ///< Thousandths of an em.
    char blank;
};

class TableOfMarks : public testing::TestWithParam<Row> {};

TEST_P(TableOfMarks, HasClassWidthAndBlankSide) {
    const Row& row = GetParam();
    for (const ClassifiedCharacter& mark : classify(row.marks)) {
        const std::string utf8 =
            "国" + std::string{row.marks}.substr(mark.text.begin, mark.text.size()) + "国";
        EXPECT_EQ(classes(utf8), (std::string{'H', row.letter, 'H'})) << utf8;
        EXPECT_EQ(cells(utf8), (std::vector<unsigned>{1000, row.cell, 1000})) << utf8;
        EXPECT_EQ(blanks(utf8), (std::string{'.', row.blank, '.'})) << utf8;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TableOfMarks,
    testing::Values(Row{"（〈《「『【〔〖［｛〝", 'O', 1000, 'l'}, Row{"“‘", 'O', 1000, 'l'},
                    Row{"）〉》」』】〕〗］｝", 'C', 1000, 'r'}, Row{"”’", 'C', 1000, 'r'},
                    Row{"、，", 'P', 1000, 'r'}, Row{"。．", 'S', 1000, 'r'},
                    Row{"：；", 'P', 1000, 'r'}, Row{"！？", 'S', 1000, 'r'},
                    Row{"‼⁇⁈⁉", 'S', 1000, '.'}, Row{"·‧・", 'M', 500, '.'},
                    Row{"—～", 'N', 1000, '.'}, Row{"–-‐", 'N', 500, '.'}, Row{"⸺", 'D', 2000, '.'},
                    Row{"/／", '/', 500, '.'}, Row{"　", 'W', 1000, '.'}, Row{"￥", '<', 1000, '.'},
                    Row{"¥$€№±≥≤", '<', 0, '.'}, Row{"％‰℃", '>', 1000, '.'},
                    Row{"%°′″", '>', 0, '.'}, Row{"々〇①⑳★※×＋－＝", 'H', 1000, '.'}));

TEST(Classify, SharedMarksTakeTheSideOfTheirNeighbours) {
    EXPECT_EQ(classes("称“优秀”者"), "HOHHCH");
    EXPECT_EQ(classes("say “yes” now"), "aaa aaaaa aaa");
    EXPECT_EQ(classes("说“yes”"), "HOaaaC");
    EXPECT_EQ(classes("Apple’s 苹果"), "aaaaaaa HH");
    EXPECT_EQ(classes("王·李"), "HMH");
    EXPECT_EQ(classes("a·b"), "aaa");
    EXPECT_EQ(classes("“3·15”晚会"), "O0M00CHH");
}

TEST(Classify, QuotesAroundLatinWordsInChineseAreChinese) {
    EXPECT_EQ(classes("使用“App”办理"), "HHOaaaCHH");
    EXPECT_EQ(classes("“App”办理"), "OaaaCHH");
    EXPECT_EQ(classes("使用“App”"), "HHOaaaC");
    EXPECT_EQ(classes("“A”、“B”和“C”"), "OaCPOaCHOaC");
    EXPECT_EQ(classes("“A”“B”两类"), "OaCOaCHH");
    EXPECT_EQ(classes("“A”、“B”"), "OaCPOaC");
}

TEST(Classify, QuotesOfALatinSentenceInChineseAreLatin) {
    EXPECT_EQ(classes("他写道：The “big” one 很好"), "HHHPaaa aaaaa aaa HH");
    EXPECT_EQ(classes("it’s, isn’t it"), "aaaaa aaaaa aa");
    EXPECT_EQ(classes("the students’ 作业"), "aaa aaaaaaaaa HH");
    EXPECT_EQ(classes("他说：“He said ‘yes’ to me.”"), "HHPOaa aaaa aaaaa aa aaaC");
}

TEST(Classify, NestedQuotes) {
    EXPECT_EQ(classes("“国‘人’大”"), "OHOHCHC");
    EXPECT_EQ(classes("“‘国’”"), "OOHCC");
    EXPECT_EQ(classes("他说“‘A’与‘B’”"), "HHOOaCHOaCC");
    // The inner one was never closed: the outer pair still finds itself.
    EXPECT_EQ(classes("“A‘B”好"), "OaaaCH");
    EXPECT_EQ(classes("“it’s”好"), "OaaaaCH");
}

TEST(Classify, BothQuotesOfAPairAgree) {
    EXPECT_EQ(classes("he said “hello 好” and"), "aa aaaa Oaaaaa HC aaa");
}

TEST(Classify, ConnectorsOfFiguresAreWrittenAsTheParagraphIs) {
    EXPECT_EQ(classes("根据GB/T 9704-2012"), "HHaaaa 0000N0000");
    EXPECT_EQ(classes("see GB/T 9704-2012"), "aaa aaaa 0000a0000");
    EXPECT_EQ(classes("2020-12-31"), "0000N00N00");
    EXPECT_EQ(classes("e-mail和Wi-Fi"), "aaaaaaHaaaaa");
    EXPECT_EQ(classes("10/12个月"), "00/00HH");
}

TEST(Classify, AddressesAreLatinThroughout) {
    EXPECT_EQ(classes("网址https://a-b.cn/12/3-4，其"), "HHaaaaaaaaaaaaaaa00a0a0PH");
    EXPECT_EQ(classes("信箱a-1@b.cn收"), "HHaa0aaaaaH");
}

TEST(Classify, QuestionsAndExclamationsShareCells) {
    EXPECT_EQ(cells("国？！国"), (std::vector<unsigned>{1000, 500, 500, 1000}));
    EXPECT_EQ(cells("！！"), (std::vector<unsigned>{500, 500}));
    EXPECT_EQ(cells("？？？"), (std::vector<unsigned>{500, 500, 1000}));
    EXPECT_EQ(blanks("国？国！！国！！！”"), ".r......rr");
    EXPECT_EQ(cells("？。？"), (std::vector<unsigned>{1000, 1000, 1000}));
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
    EXPECT_EQ(classes("甲⋯⋯乙"), "HE_H");
    EXPECT_EQ(classes("3—5年"), "0N0H");
    EXPECT_EQ(classes("word—word"), "aaaaaaaaa");
    EXPECT_EQ(classes("A——B"), "aD_a");
    EXPECT_EQ(classes("A……B"), "aE_a");
    EXPECT_EQ(cells("甲——乙……"), (std::vector<unsigned>{1000, 2000, 2000, 1000, 2000, 2000}));
}

TEST(Classify, SmallFiguresBelongToTheLatinUnit) {
    EXPECT_EQ(classes("100m²以内"), "000aaHH");
    EXPECT_EQ(classes("－5℃"), "H0>");
}

TEST(Classify, FiguresKeepTheirSeparators) {
    EXPECT_EQ(classes("2,462.5万元"), "0000000HH");
    EXPECT_EQ(classes("99.66%"), "00000>");
    EXPECT_EQ(classes("≥13家"), "<00H");
    EXPECT_EQ(classes("￥100"), "<000");
    EXPECT_EQ(classes("12:30至"), "00000H");
    EXPECT_EQ(classes("第3."), "H0a");
}

TEST(Classify, ACombiningMarkAndAVariationSelectorJoin) {
    EXPECT_EQ(classes("e\xCC\x81"), "a_");
    EXPECT_EQ(classes("葛\xF3\xA0\x84\x80城"), "H_H");
}

/// A zero-width joiner, an accent: the sign is still one, of one class and width.
TEST(Classify, WhatJoinsADashOfTwoEmsIsPartOfIt) {
    for (const char* sign : {"——\u200D", "……\u0301", "——\u200D\u0301"}) {
        const auto characters = classify(sign);
        for (const ClassifiedCharacter& each : characters) {
            EXPECT_EQ(each.character_class, characters.front().character_class) << sign;
            EXPECT_EQ(each.cell, 2000U) << sign;
        }
    }
}

}  // namespace
}  // namespace banxin
