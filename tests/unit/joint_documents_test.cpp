// Documents to superiors and joint documents, made by the program from the samples and read back by
// mupdf and poppler. Figures of GB/T 9704-2012, 7.2, in millimetres, written here by hand.
#include <string>
#include <vector>

#include "tests/unit/head_reader.hpp"

namespace banxin {
namespace {

// ---- 上行文

constexpr const char* kUpward = "example-upward-document";

TEST(UpwardDocument, SignersStandTwoALineAndLaterOnesBelowTheFirst) {
    const PdfReader reader{pdf_with(kUpward, {})};
    const double first_row = red_ink(reader).mark.bottom + kTwoBlankLines;
    const auto label = find(reader, "签发人：");
    const auto first = find(reader, "赵一鸣");
    const auto second = find(reader, "钱二");
    const auto third = find(reader, "孙三立");
    EXPECT_NEAR(em_top(label.front()), first_row, kTolerance);
    EXPECT_NEAR(em_top(first.front()), first_row, kTolerance);
    EXPECT_NEAR(em_top(second.front()), first_row, kTolerance);
    EXPECT_NEAR(em_top(third.front()), first_row + kRow, kTolerance);
    EXPECT_NEAR(mm(first.front().x), mm(label.front().x) + 4 * kCell, kTolerance);
    EXPECT_NEAR(mm(second.front().x), right_edge(first) + kCell, kTolerance);
    EXPECT_NEAR(right_edge(second), 184 - kCell, kTolerance);  // 右空一字
    EXPECT_NEAR(mm(third.front().x), mm(first.front().x), kTolerance);
}

TEST(UpwardDocument, ANameOfTwoCharactersIsAsWideAsOneOfThree) {
    const PdfReader reader{pdf_with(kUpward, {})};
    const auto name = find(reader, "钱二");
    EXPECT_NEAR(mm(name[1].x) - mm(name[0].x), 2 * kCell, kTolerance);
}

TEST(UpwardDocument, TheNumberStandsOnTheRowOfTheLastSignerAndTheRuleBelowIt) {
    const PdfReader reader{pdf_with(kUpward, {})};
    const auto number = find(reader, "示政〔2026〕8号");
    EXPECT_NEAR(mm(number.front().x), 28 + kCell, kTolerance);  // 左空一字
    EXPECT_NEAR(em_top(number.front()), em_top(find(reader, "孙三立").front()), 0.01);
    EXPECT_NEAR(red_ink(reader).rule.top, em_bottom(number.front()) + 4, kTolerance);
}

TEST(UpwardDocument, TheLabelIsFangsongAndTheNamesAreKai) {
    const PdfReader reader{pdf_with(kUpward, {})};
    EXPECT_NE(face_of(reader, "签").find("Fang"), std::string::npos);
    EXPECT_NE(face_of(reader, "赵").find("Kai"), std::string::npos);
    EXPECT_NE(face_of(reader, "孙").find("Kai"), std::string::npos);
}

TEST(UpwardDocument, OneSignerStandsAtTheRight) {
    const PdfReader reader{pdf_with(kUpward, {{"[赵一鸣, 钱二, 孙三立]", "[赵一鸣]"}})};
    const auto name = find(reader, "赵一鸣");
    EXPECT_NEAR(right_edge(name), 184 - kCell, kTolerance);
    EXPECT_NEAR(em_top(find(reader, "示政〔2026〕8号").front()), em_top(name.front()), 0.01);
    EXPECT_NEAR(em_top(name.front()), red_ink(reader).mark.bottom + kTwoBlankLines, kTolerance);
}

// ---- 联合行文

constexpr const char* kJoint = "example-joint-document";
constexpr const char* kThree =
    "[示例市发展和改革委员会, 示例市财政局, 示例市政务服务局]\n  mark-end";

std::string many_names(int count) {
    std::string names = "[示例市发展和改革委员会";
    for (int k = 1; k < count; ++k) names += ", 示例市第" + std::to_string(k) + "工作委员会";
    return names + "]\n  mark-end";
}

TEST(JointDocument, NamesAreStackedAtOneWidthWithTheEndInTheMiddleOfTheirRight) {
    const PdfReader reader{pdf_with(kJoint, {})};
    const auto host = find(reader, "示例市发展和改革委员会");
    const auto second = find(reader, "示例市财政局");
    const auto third = find(reader, "示例市政务服务局");
    const auto end = find(reader, "文件");
    EXPECT_NEAR(mm(second.front().x), mm(host.front().x), kTolerance);
    EXPECT_NEAR(mm(second.back().x), mm(host.back().x), kTolerance);
    EXPECT_NEAR(mm(third.back().x), mm(host.back().x), kTolerance);
    EXPECT_NEAR(mm(third.front().y - second.front().y), mm(second.front().y - host.front().y),
                0.01);
    const double width = mm(host[1].x) - mm(host[0].x);
    EXPECT_GT(mm(end.front().x), mm(host.back().x) + width);
    EXPECT_NEAR((mm(host.front().x) + mm(end.back().x) + width) / 2, 106, kTolerance);
    const RedInk whole = red_ink(reader);
    EXPECT_NEAR(whole.mark.top, 72, kTolerance);
    const auto beside = red_bands(reader, 50, 150, static_cast<int>(mm(end.front().x)), 184);
    ASSERT_FALSE(beside.empty());
    EXPECT_NEAR((beside.front().top + beside.front().bottom) / 2,
                (whole.mark.top + whole.mark.bottom) / 2, kTolerance);
    EXPECT_NEAR(em_top(find(reader, "示发改发〔2026〕12号").front()),
                whole.mark.bottom + kTwoBlankLines, kTolerance);
}

TEST(JointDocument, ManyNamesAreSmallerAndTheFirstPageShowsBodyText) {
    const PdfReader few{pdf_with(kJoint, {{kThree, many_names(3)}})};
    const PdfReader many{pdf_with(kJoint, {{kThree, many_names(8)}})};
    const auto size = [](const PdfReader& reader) {
        const auto end = find(reader, "文件");
        return mm(end[1].x) - mm(end[0].x);
    };
    EXPECT_LT(size(many), size(few) - 1);
    EXPECT_NEAR(red_ink(many).mark.top, 72, kTolerance);
    EXPECT_LE(em_bottom(find(many, "（本文为排版示例").front()), 262.01);
}

TEST(JointDocument, TheHostAloneIsAMarkLikeAnyOther) {
    const PdfReader reader{pdf_with(kJoint, {{kThree, "示例市发展和改革委员会\n  mark-end"}})};
    const auto mark = find(reader, "示例市发展和改革委员会文件");
    EXPECT_NEAR(mm(mark.front().y), mm(mark.back().y), 0.01);
    EXPECT_NEAR(middle(mark, mm(mark[1].x) - mm(mark[0].x)), 106, kTolerance);
}

}  // namespace
}  // namespace banxin
