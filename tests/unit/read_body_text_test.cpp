// Labels and headings of body texts, and the places of their characters.
#include "pipeline/read/read_body_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace banxin {
namespace {

using testing::ElementsAre;

constexpr std::uint8_t kFile = 2;

/// `level heading|rest` of each paragraph.
std::vector<std::string> paragraphs(std::string_view bytes) {
    std::vector<std::string> lines;
    const Outcome<BodyText> body = read_body_text(bytes, kFile);
    EXPECT_TRUE(body.diagnostics.empty());
    for (const BodyParagraph& paragraph : body.value.paragraphs) {
        std::string text = paragraph.text.utf8();
        text.insert(paragraph.heading_bytes, "|");
        lines.push_back(std::to_string(paragraph.level) + " " + text);
    }
    return lines;
}

TEST(ReadBodyText, LabelsMakeLevels) {
    EXPECT_THAT(
        paragraphs("现通报如下：\n一、总体情况\n（二）考核结果\n3.加强领导\n（4）压实责任\n"),
        ElementsAre("0 |现通报如下：", "1 一、总体情况|", "2 （二）考核结果|", "3 3.加强领导|",
                    "4 （4）压实责任|"));
    EXPECT_THAT(paragraphs("(十二)情况\n１．情况\n10、情况\n（10）情况"),
                ElementsAre("2 (十二)情况|", "3 １．情况|", "3 10、情况|", "4 （10）情况|"));
}

TEST(ReadBodyText, WhatOnlyLooksLikeALabel) {
    EXPECT_THAT(
        paragraphs(
            "1.5亿元用于建设\n2020.12\n2020年情况\n一是加强\n（略）\n十一月总结\n（2020）5号"),
        ElementsAre("0 |1.5亿元用于建设", "0 |2020.12", "0 |2020年情况", "0 |一是加强", "0 |（略）",
                    "0 |十一月总结", "0 |（2020）5号"));
}

TEST(ReadBodyText, RunInHeadings) {
    EXPECT_THAT(
        paragraphs("（一）加强组织领导。各部门要高度重视。\n"
                   "（一）各部门要高度重视，加强领导。要落实责任。\n"
                   "（一）加强组织领导。\n"
                   "1.评出“优秀”{市直_优秀_名数, number, 。}名。其余合格。\n"
                   "（二）一二三四五六七八九十一二三四五六七八九十。后文\n"
                   "（二）一二三四五六七八九十一二三四五六七八九十一。后文"),
        ElementsAre("2 （一）加强组织领导。|各部门要高度重视。",
                    "2 |（一）各部门要高度重视，加强领导。要落实责任。", "2 |（一）加强组织领导。",
                    "3 1.评出“优秀”{市直_优秀_名数, number, 。}名。|其余合格。",
                    "2 （二）一二三四五六七八九十一二三四五六七八九十。|后文",
                    "2 |（二）一二三四五六七八九十一二三四五六七八九十一。后文"));
    // A point of a list goes on with the next one; it is no heading.
    EXPECT_THAT(paragraphs("（一）各窗口部门；"), ElementsAre("2 |（一）各窗口部门；"));
}

TEST(ReadBodyText, BlanksGoAndPlacesStay) {
    const Outcome<BodyText> body = read_body_text("\r\n　　一、总\t则 \r\n\n乙", kFile);
    ASSERT_TRUE(body.diagnostics.empty());
    ASSERT_EQ(body.value.paragraphs.size(), 2U);
    const Text& text = body.value.paragraphs[0].text;
    EXPECT_EQ(text.utf8(), "一、总 则");
    EXPECT_EQ(text.origin(), (Origin{.row = 2, .column = 3, .file = kFile}));
    EXPECT_EQ(text.origin_at(10), (Origin{.row = 2, .column = 7, .file = kFile}));
    EXPECT_EQ(body.value.paragraphs[1].text.origin().row, 4U);
}

TEST(ReadBodyText, ReadsGb18030) {
    EXPECT_THAT(paragraphs("\xD2\xBB\xA1\xA2\xD7\xDC\xD4\xF2"), ElementsAre("1 一、总则|"));
}

TEST(ReadBodyText, ComplainsOfEachControlCharacter) {
    const Outcome<BodyText> body = read_body_text("甲\n乙\v丙\xE2\x80\xAE", kFile);
    ASSERT_EQ(body.diagnostics.size(), 2U);
    EXPECT_EQ(body.diagnostics[0].code, Code::control_character);
    EXPECT_EQ(body.diagnostics[0].origin, (Origin{.row = 2, .column = 2, .file = kFile}));
    EXPECT_EQ(body.diagnostics[0].arguments[0].value, "U+000B");
    EXPECT_EQ(body.diagnostics[1].arguments[0].value, "U+202E");
}

TEST(ReadBodyText, ComplainsOfTheLineThatIsNotText) {
    const Outcome<BodyText> body = read_body_text("甲\n乙\n\xFF\xFE\xFF", kFile);
    ASSERT_EQ(body.diagnostics.size(), 1U);
    EXPECT_EQ(body.diagnostics[0].code, Code::encoding_unknown);
    EXPECT_EQ(body.diagnostics[0].origin.row, 3U);
}

TEST(ReadPlainText, KeepsLinesAndBlanks) {
    const Outcome<Text> text = read_plain_text("\xEF\xBB\xBF  甲\r\n\r\n乙\r\n", kFile);
    ASSERT_TRUE(text.diagnostics.empty());
    EXPECT_EQ(text.value.utf8(), "  甲\n\n乙");
    EXPECT_EQ(text.value.origin_at(7), (Origin{.row = 3, .column = 1, .file = kFile}));
    EXPECT_TRUE(read_plain_text("", kFile).value.empty());
}

}  // namespace
}  // namespace banxin
