// The head of an official document (版头), made by the program as a clerk would make it and read
// back by mupdf and poppler, against the figures of GB/T 9704-2012, 7.2, in millimetres from the
// page's top-left corner. The figures are written here by hand: none comes from a layout file.
#include <string>
#include <vector>

#include "tests/unit/head_reader.hpp"

namespace banxin {
namespace {

constexpr const char* kJob = "example-official-document";

/// The mark at 72 mm and what hangs on it, whatever else the head has.
void expect_heights(const PdfReader& reader, const std::string& number, const std::string& title) {
    const RedInk ink = red_ink(reader);
    EXPECT_NEAR(ink.mark.top, 72, kTolerance);  // 37 + 35
    const double number_top = em_top(find(reader, number).front(), kEm);
    EXPECT_NEAR(number_top, ink.mark.bottom + kTwoBlankLines, kTolerance);
    EXPECT_NEAR(ink.rule.top, number_top + kEm + 4, kTolerance);
    const double title_top = em_top(find(reader, title).front(), kTitleEm);
    EXPECT_NEAR(title_top, ink.rule.bottom + kTwoBlankLines, kTolerance);
}

TEST(OfficialDocument, MarkNumberRuleAndTitleStandWhereTheStandardWantsThem) {
    const PdfReader reader{pdf_with(kJob, {})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    const std::vector<ReadGlyph> mark = find(reader, "示例市人民政府文件");
    const double width = mm(mark[1].x) - mm(mark[0].x);
    EXPECT_NEAR(middle(mark, width), 106, kTolerance);
    EXPECT_LE(width * 9, 156);
    EXPECT_NEAR(middle(find(reader, "示政发〔2026〕5号"), kEm), 106, kTolerance);
}

TEST(OfficialDocument, TheRedRuleIsAsWideAsTheTypeArea) {
    const PdfReader reader{pdf_with(kJob, {})};
    const std::vector<ReadBox> boxes = reader.boxes(1);
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_NEAR(mm(boxes[0].left), 28, 0.01);
    EXPECT_NEAR(mm(boxes[0].right), 184, 0.01);
    const RedInk ink = red_ink(reader);
    EXPECT_NEAR(mm(boxes[0].top), ink.rule.top, kTolerance);
    EXPECT_NEAR(mm(boxes[0].bottom), ink.rule.bottom, kTolerance);
}

TEST(OfficialDocument, OnlyTheMarkAndItsRuleAreRed) {
    const PdfReader reader{pdf_with(kJob, {})};
    const std::string trace = reader.run("mutool draw -q -F trace {} 1");
    std::string red;
    for (std::size_t at = 0; (at = trace.find("<fill_", at)) != std::string::npos; ++at) {
        const std::string tag = trace.substr(at, trace.find('>', at) - at);
        if (tag.find("color=\"1 0 0\"") == std::string::npos) continue;
        red += tag.substr(0, tag.find(' ')) + " ";
    }
    EXPECT_EQ(red, "<fill_text <fill_path ");
}

TEST(OfficialDocument, CopyNumberClassificationAndUrgencyTakeTheFirstThreeRows) {
    const PdfReader reader{pdf_with(kJob, {})};
    int row = 0;
    for (const char* words : {"000001", "机密★1年", "特急"}) {
        const ReadGlyph first = find(reader, words).front();
        EXPECT_NEAR(mm(first.x), 28, kTolerance) << words;
        EXPECT_NEAR(em_top(first, kEm), 37 + row++ * kRow, kTolerance) << words;
    }
}

TEST(OfficialDocument, TheClassificationStaysOnTheSecondRowWithoutACopyNumber) {
    const PdfReader reader{pdf_with(kJob, {{"  copy-number: \"000001\"\n", ""}})};
    EXPECT_NEAR(em_top(find(reader, "机密★1年").front(), kEm), 37 + kRow, kTolerance);
    EXPECT_NEAR(em_top(find(reader, "特急").front(), kEm), 37 + 2 * kRow, kTolerance);
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
}

TEST(OfficialDocument, TheMarkStandsAlikeWithNothingAboveIt) {
    const PdfReader reader{pdf_with(kJob, {{"  copy-number: \"000001\"\n", ""},
                                           {"  classification: 机密★1年\n", ""},
                                           {"  urgency: 特急\n", ""}})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    EXPECT_EQ(find(reader, "示例市人民政府文件").front().text, "示");
}

TEST(OfficialDocument, ALongMarkIsSetSmallerAndKeepsItsHeight) {
    const std::string name = "示例市人民政府政务服务和数据管理局文件";
    const PdfReader reader{pdf_with(kJob, {{"mark: 示例市人民政府文件", "mark: " + name}})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    const std::vector<ReadGlyph> mark = find(reader, name);
    const double width = mm(mark[1].x) - mm(mark[0].x);
    EXPECT_NEAR(mm(mark.back().y), mm(mark.front().y), 0.01);  // on one line
    EXPECT_GE(mm(mark.front().x), 28);
    EXPECT_LE(mm(mark.back().x) + width, 184);
    EXPECT_GE(width * 19, 0.9 * 156);  // as large as it can be
}

TEST(OfficialDocument, TheFirstPageShowsBodyText) {
    const PdfReader reader{pdf_with(kJob, {})};
    EXPECT_LT(mm(find(reader, "为进一步提升政务服务").front().y), 262);
}

}  // namespace
}  // namespace banxin
