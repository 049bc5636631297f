// Letters, orders and minutes, made by the program from the samples and read back by mupdf and
// poppler. Figures of GB/T 9704-2012, clause 10, in millimetres, written here by hand.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/head_reader.hpp"

namespace banxin {
namespace {

constexpr double kPoint = 25.4 / 72;

void expect_rule(const RedBand& rule, double top, double thickness) {
    EXPECT_TRUE(rule.is_rule);
    EXPECT_NEAR(rule.top, top, kTolerance);
    EXPECT_NEAR(rule.bottom - rule.top, thickness, kTolerance);
    EXPECT_NEAR(rule.left, 20, kTolerance);  // 170 mm in the middle of 210 mm
    EXPECT_NEAR(rule.right, 190, kTolerance);
}

/// The rules between these heights, from the top down.
std::vector<RedBand> rules(const PdfReader& reader, int first_mm, int last_mm) {
    std::vector<RedBand> found = red_bands(reader, first_mm, last_mm);
    std::erase_if(found, [](const RedBand& band) { return !band.is_rule; });
    return found;
}

// ---- 信函, cl. 10.1

constexpr const char* kLetter = "example-letter";

TEST(Letter, TheMarkStandsBelowThePapersHeadAndTheDoubleRuleBelowIt) {
    const PdfReader reader{pdf_with(kLetter, {})};
    const RedInk ink = red_ink(reader, 10, 120);
    EXPECT_NEAR(ink.mark.top, 30, kTolerance);
    const auto mark = find(reader, "示例市人民政府办公室");
    EXPECT_NEAR(middle(mark, mm(mark[1].x) - mm(mark[0].x)), 105, kTolerance);
    const auto upper = rules(reader, 10, 120);
    ASSERT_EQ(upper.size(), 2U);
    expect_rule(upper[0], ink.mark.bottom + 4, 2.25 * kPoint);  // thick above thin
    expect_rule(upper[1], upper[0].bottom + 0.75 * kPoint, 0.75 * kPoint);
}

TEST(Letter, TheLowerDoubleRuleIsOnTheFirstPageOnly) {
    const PdfReader reader{pdf_with(kLetter, {})};
    const auto lower = rules(reader, 250, 297);
    ASSERT_EQ(lower.size(), 2U);
    expect_rule(lower[0], 277, 0.75 * kPoint);  // 20 mm above the foot; thin above thick
    expect_rule(lower[1], lower[0].bottom + 0.75 * kPoint, 2.25 * kPoint);
    EXPECT_TRUE(reader.boxes(2).empty());
}

/// One blank line below the title, and where the rows of the page want more, a third of one at most.
void expect_text_near_title(const PdfReader& reader) {
    const double foot =
        em_top(find(reader, "政务服务管理办法意见的函").front(), kTitleEm) + kTitleEm;
    const double gap = em_top(find(reader, "各示例区人民政府").front()) - foot;
    EXPECT_GE(gap, kTwoBlankLines / 2 - kTolerance);
    EXPECT_LE(gap, 14.11 + kTolerance);
}

TEST(Letter, LinesStandAtTheLeftAndTheNumberAtTheRightBelowTheRule) {
    const PdfReader reader{pdf_with(kLetter, {})};
    const auto upper = rules(reader, 10, 120);
    ASSERT_EQ(upper.size(), 2U);
    const double top = upper[1].bottom + 4.84;
    int row = 0;
    for (const char* words : {"000001", "秘密★1年", "加急"}) {
        const ReadGlyph first = find(reader, words).front();
        EXPECT_NEAR(mm(first.x), 28, kTolerance) << words;
        EXPECT_NEAR(em_top(first), top + row++ * kRow, kTolerance) << words;
    }
    const auto number = find(reader, "示政办函〔2026〕6号");
    EXPECT_NEAR(em_top(number.front()), top, kTolerance);
    EXPECT_NEAR(right_edge(number), 184, kTolerance);
    const double title_top = em_top(find(reader, "示例市人民政府办公室关于").front(), kTitleEm);
    EXPECT_GE(title_top, em_bottom(find(reader, "加急").front()) + kTwoBlankLines - kTolerance);
    expect_text_near_title(reader);
}

TEST(Letter, TheTitleFollowsTheNumberWhereNothingIsBesideIt) {
    const PdfReader reader{pdf_with(kLetter, {{"  copy-number: \"000001\"\n", ""},
                                              {"  classification: 秘密★1年\n", ""},
                                              {"  urgency: 加急\n", ""}})};
    const auto number = find(reader, "示政办函〔2026〕6号");
    EXPECT_NEAR(em_top(number.front()), rules(reader, 10, 120).back().bottom + 4.84, kTolerance);
    const double title_top = em_top(find(reader, "示例市人民政府办公室关于").front(), kTitleEm);
    EXPECT_GE(title_top, em_bottom(number.front()) + kTwoBlankLines - kTolerance);
    expect_text_near_title(reader);
}

TEST(Letter, TextGoesFurtherDownOnTheFirstPageThanOnOthers) {
    const PdfReader reader{pdf_with(kLetter, {})};
    EXPECT_NEAR(text_foot(reader, 1), 277 - 4.84, kTolerance);
    double first_top = 297;
    for (const ReadGlyph& glyph : reader.glyphs(2)) first_top = std::min(first_top, em_top(glyph));
    EXPECT_NEAR(first_top, 37, kTolerance);
    EXPECT_LE(text_foot(reader, 2), 262.01);
}

TEST(Letter, OnlyTheFirstPageHasNoNumber) {
    const PdfReader reader{pdf_with(kLetter, {})};
    EXPECT_LT(text_foot(reader, 1), 273);
    const auto number = find(reader, "—2—", 2);
    EXPECT_GT(mm(number.front().y), 265);
}

// ---- 命令, cl. 10.2

constexpr const char* kOrder = "example-order";

TEST(Order, MarkNumberAndTextFollowEachOtherWithoutARule) {
    const PdfReader reader{pdf_with(kOrder, {})};
    const RedInk ink = red_ink(reader, 40, 200);
    EXPECT_NEAR(ink.mark.top, 57, kTolerance);  // 37 + 20
    EXPECT_TRUE(rules(reader, 40, 290).empty());
    const auto number = find(reader, "第5号");
    EXPECT_NEAR(em_top(number.front()), ink.mark.bottom + kTwoBlankLines, kTolerance);
    EXPECT_NEAR((mm(number.front().x) + mm(number.back().x) + kEm) / 2, 106, kTolerance);
    const auto text = find(reader, "（本文为排版示例");
    EXPECT_NEAR(em_top(text.front()), em_bottom(number.front()) + kTwoBlankLines, kTolerance);
}

TEST(Order, AllRowsOfTheFirstPageKeepTheLinePitch) {
    const PdfReader reader{pdf_with(kOrder, {})};
    const double first = em_top(find(reader, "（本文为排版示例").front());
    const double second = em_top(find(reader, "示例市以前的规定").front());
    EXPECT_NEAR(second, first + 3 * kRow, kTolerance);
}

TEST(Order, TheTitleIsNotPrinted) {
    const PdfReader reader{pdf_with(kOrder, {{"title: 示例市人民政府令第5号", "title: 不印出来"}})};
    EXPECT_EQ(reader.text().find("不印出来"), std::string::npos);
}

// ---- 纪要, cl. 10.3

constexpr const char* kMinutes = "example-minutes";

TEST(Minutes, MarkNumberAndRowStandAboveTheRule) {
    const PdfReader reader{pdf_with(kMinutes, {})};
    const RedInk ink = red_ink(reader);
    EXPECT_NEAR(ink.mark.top, 72, kTolerance);
    const auto number = find(reader, "〔2026〕3号");
    EXPECT_NEAR(em_top(number.front()), ink.mark.bottom + kTwoBlankLines, kTolerance);
    const auto issuer = find(reader, "示例市人民政府办公室");
    const auto date = find(reader, "2026年3月11日");
    EXPECT_NEAR(em_top(issuer.front()), em_bottom(number.front()) + 4.84, kTolerance);
    EXPECT_NEAR(em_top(date.front()), em_top(issuer.front()), 0.01);
    EXPECT_NEAR(mm(issuer.front().x), 28 + kCell, kTolerance);
    EXPECT_NEAR(right_edge(date), 184 - kCell, kTolerance);
    EXPECT_NEAR(ink.rule.top, em_bottom(issuer.front()) + 4, kTolerance);
}

TEST(Minutes, TheNumberMayBeLeftOut) {
    const PdfReader reader{pdf_with(kMinutes, {{"  document-number: 〔2026〕3号\n", ""}})};
    const RedInk ink = red_ink(reader);
    const auto issuer = find(reader, "示例市人民政府办公室");
    EXPECT_NEAR(em_top(issuer.front()), ink.mark.bottom + kTwoBlankLines, kTolerance);
    EXPECT_NEAR(ink.rule.top, em_bottom(issuer.front()) + 4, kTolerance);
}

TEST(Minutes, AttendanceFollowsAfterABlankLineWithLaterLinesBehindTheColon) {
    const PdfReader reader{pdf_with(kMinutes, {})};
    const ReadGlyph present = find(reader, "出席：").front();
    const ReadGlyph absent = find(reader, "请假：").front();
    const ReadGlyph guests = find(reader, "列席：").front();
    EXPECT_NEAR(mm(present.x), 28 + 2 * kCell, kTolerance);  // 左空二字
    EXPECT_NEAR(mm(absent.x), mm(present.x), 0.01);
    EXPECT_NEAR(em_top(guests), em_top(absent) + kRow, kTolerance);
    double above = 0;
    std::vector<double> later_lines;
    for (const ReadGlyph& glyph : reader.glyphs(1)) {
        if (em_top(glyph) < em_top(present) - 1) above = std::max(above, em_top(glyph));
        const bool between =
            em_top(glyph) > em_top(present) + 1 && em_top(glyph) < em_top(absent) - 1;
        if (between) later_lines.push_back(mm(glyph.x));
    }
    EXPECT_NEAR(em_top(present), above + 2 * kRow, kTolerance);
    ASSERT_FALSE(later_lines.empty());
    EXPECT_NEAR(*std::min_element(later_lines.begin(), later_lines.end()),
                mm(present.x) + 3 * kCell, kTolerance);
}

TEST(Minutes, LabelsAreBlackAndNamesAreFangsong) {
    const PdfReader reader{pdf_with(kMinutes, {})};
    EXPECT_NE(face_of(reader, "席").find("Hei"), std::string::npos);
    EXPECT_NE(face_of(reader, "赵").find("Fang"), std::string::npos);
}

}  // namespace
}  // namespace banxin
