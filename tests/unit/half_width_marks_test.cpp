// Which half-width marks are mistakes, and which belong where they stand.
#include "pipeline/shape/half_width_marks.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/shaped.hpp"

namespace banxin {
namespace {

/// What is found in `utf8`, as `,→， @5` with the byte, joined by blanks.
std::string found(std::string_view utf8) {
    std::string words;
    for (const HalfWidthMark& mark : find_half_width_marks(classify(utf8))) {
        words += (words.empty() ? "" : " ") + std::string{mark.written} + "→" +
                 std::string{mark.meant} + "@" + std::to_string(mark.text.begin);
    }
    return words;
}

TEST(HalfWidthMarks, AmongHanAreMistakes) {
    EXPECT_EQ(found("甲,乙"), ",→，@3");
    EXPECT_EQ(found("甲."), ".→。@3");
    EXPECT_EQ(found("甲:39个"), ":→：@3");
    EXPECT_EQ(found("甲;乙"), ";→；@3");
    EXPECT_EQ(found("甲?乙!"), "?→？@3 !→！@7");
    EXPECT_EQ(found("(甲)乙"), "()→（）@0");
    EXPECT_EQ(found("(一)总体情况"), "()→（）@0");
    EXPECT_EQ(found("第(1)项"), "()→（）@3");
    EXPECT_EQ(found("甲（乙)丙"), "()→（）@9");
    EXPECT_EQ(found("“甲”,乙"), ",→，@9");
    EXPECT_EQ(found("说\"甲\"乙"), "\"→“”@3");
    EXPECT_EQ(found("\"App\"的"), "\"→“”@4");
    EXPECT_EQ(found("说'甲'"), "'→‘’@3");
    EXPECT_EQ(found("<通知>"), "<>→《》@0");
    EXPECT_EQ(found("1月~3月"), "~→～@4");
    EXPECT_EQ(found("3~5天"), "~→～@1");
    EXPECT_EQ(found("甲…乙"), "…→……@3");
    EXPECT_EQ(found("甲...乙"), "...→……@3");
    EXPECT_EQ(found("甲--乙"), "--→——@3");
    EXPECT_EQ(found("筑府[2020]5号"), "[]→〔〕@6");
}

TEST(HalfWidthMarks, BehindFiguresAndWordsAreMistakesWhereHanFollowsAtOnce) {
    EXPECT_EQ(found("得99分,排第一"), ",→，@8");
    EXPECT_EQ(found("增长3.5%,排第一"), ",→，@10");
    EXPECT_EQ(found("使用App,办理"), ",→，@9");
    EXPECT_EQ(found("见https://a.cn/b,其余"), ",→，@17");
}

TEST(HalfWidthMarks, OnlyTheFirstOfEachKindIsTold) {
    EXPECT_EQ(found("甲,乙,丙(丁)(戊)"), ",→，@3 ()→（）@11");
}

TEST(HalfWidthMarks, FiguresTimesWordsAndNumbersKeepTheirs) {
    for (const char* utf8 : {"增长3.5个点",
                             "2,462.5万元",
                             "12:30前",
                             "比例为1:2",
                             "A-1厅",
                             "GB/T 9704-2012规定",
                             "1.总体情况",
                             "1. 总体情况",
                             "(1) App",
                             "(1)各单位",
                             "1)各单位",
                             "Smith, J. 著",
                             "平台.NET版",
                             "e-mail和Wi-Fi",
                             "网址https://a.cn/b?c=1;d",
                             "信箱a.b@c.cn",
                             "Yes, it is.",
                             "\"quoted\"",
                             "it's",
                             "5\"屏",
                             "f(x)",
                             "x<60",
                             "得分<60",
                             "甲，乙。丙：丁；戊？己！",
                             "（甲）“乙”《丙》",
                             "甲……乙——丙",
                             "3～5天",
                             "see [1]",
                             "No.5",
                             "‘甲’",
                             "2020-12-31"}) {
        EXPECT_EQ(found(utf8), "") << utf8;
    }
}

TEST(HalfWidthMarks, AreReportedWhereTheyStandAndStayAsWritten) {
    Shaper shaper{test_fonts()};
    const auto outcome = shaper.shape(test_paragraph("国人,大会"), test_layout());
    ASSERT_EQ(outcome.diagnostics.size(), 1U);
    EXPECT_EQ(outcome.diagnostics[0].code, Code::half_width_mark);
    EXPECT_EQ(outcome.diagnostics[0].origin.column, 3U);
    EXPECT_EQ(outcome.value.source.utf8(), "国人,大会");
    EXPECT_EQ(outcome.value.clusters.at(2).advance.emu(), 500);
}

}  // namespace
}  // namespace banxin
