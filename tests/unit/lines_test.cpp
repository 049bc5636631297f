// Line layout with drawn fonts: Han are 1000 wide, digits and letters 500, so every expected
// figure can be counted by hand.
#include <gtest/gtest.h>

#include <random>

#include "pipeline/lines/break_lines.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

using Lines = std::vector<std::string>;

Length ems(std::int64_t thousandths) { return Length::from_emu(thousandths); }

Lines texts(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
    Lines lines;
    for (const Line& line : broken.lines) {
        lines.push_back(paragraph.source.utf8().substr(line.text.begin, line.text.size()));
    }
    return lines;
}

Lines break_text(const std::string& utf8, std::int64_t measure) {
    const ShapedParagraph paragraph = shape_text(utf8);
    return texts(paragraph, break_lines(paragraph, ems(measure), {}).value);
}

/// The set width of `utf8` on one line that is wide enough: the sums of standards' vectors.
std::int64_t natural_width(const std::string& utf8) {
    const ShapedParagraph paragraph = shape_text(utf8);
    const auto broken = break_lines(paragraph, ems(100000), {});
    EXPECT_EQ(broken.value.lines.size(), 1U);
    return broken.value.lines.at(0).width.emu();
}

TEST(AdjacentMarks, TakeOneAndAHalfEm) {
    EXPECT_EQ(natural_width("。”"), 1500);
    EXPECT_EQ(natural_width("，“"), 1500);
    EXPECT_EQ(natural_width("（（"), 1500);
    EXPECT_EQ(natural_width("））"), 1500);
    EXPECT_EQ(natural_width("”（"), 1500);
    EXPECT_EQ(natural_width("：“"), 1500);
    EXPECT_EQ(natural_width("》、《"), 2000);
    EXPECT_EQ(natural_width("“（甲）”"), 4000);
    EXPECT_EQ(natural_width("他说：“你好。”（笑）"), 9500);
    EXPECT_EQ(natural_width("《大国》——《大会》"), 10000);
    EXPECT_EQ(natural_width("国办发〔2012〕5号"), 8500);
}

TEST(BreakLines, KeepsTheGridWhereItCan) {
    const ShapedParagraph paragraph = shape_text("国人大会国人大会国人大会");
    const auto broken = break_lines(paragraph, ems(5000), {});
    ASSERT_EQ(broken.value.lines.size(), 3U);
    const Line& line = broken.value.lines[0];
    ASSERT_EQ(line.positions.size(), 5U);
    for (std::size_t k = 0; k < 5; ++k) {
        EXPECT_EQ(line.positions[k].emu(), static_cast<std::int64_t>(k) * 1000);
    }
}

TEST(BreakLines, AMarkAtTheEndGivesWayToTheGrid) {
    // 5.5 em of text and mark on 5: the comma loses its blank half and nothing else moves.
    const ShapedParagraph paragraph = shape_text("国人（大），国人大会国人大会");
    const auto broken = break_lines(paragraph, ems(5000), {});
    EXPECT_EQ(texts(paragraph, broken.value)[0], "国人（大），");
    EXPECT_EQ(broken.value.lines[0].width.emu(), 5000);
}

TEST(BreakLines, NeverBeginsWithAClosingOrEndsWithAnOpeningMark) {
    EXPECT_EQ(break_text("国人大会国，人大会", 5000), (Lines{"国人大会", "国，人大会"}));
    EXPECT_EQ(break_text("国人大会（国人）大会", 5000), (Lines{"国人大会", "（国人）大会"}));
}

TEST(BreakLines, HouseUnitsStayWhole) {
    for (const char* unit : {"2020年12月31日", "〔2013〕87号", "第二百零五条", "2,462.5万元",
                             "99.66%", "46个", "附件12", "￥100", "≥13家"}) {
        for (int lead = 0; lead < 12; ++lead) {
            std::string utf8;
            for (int k = 0; k < lead; ++k) utf8 += "国";
            utf8 += unit + std::string{"国人大会国人大会国人大会"};
            bool whole = false;
            for (const std::string& line : break_text(utf8, 10000)) {
                whole = whole || line.find(unit) != std::string::npos;
            }
            EXPECT_TRUE(whole) << unit << " after " << lead;
        }
    }
}

TEST(BreakLines, AUnitWiderThanTheMeasureIsBrokenInsideRatherThanPushedOut) {
    const ShapedParagraph paragraph = shape_text("2020年12月31日");
    const auto broken = break_lines(paragraph, ems(3000), {});
    for (const Line& line : broken.value.lines) EXPECT_LE(line.width.emu(), 3000);
    EXPECT_EQ(texts(paragraph, broken.value)[0], "2020年");
}

TEST(BreakLines, NoParagraphEndsInOneHan) {
    for (int count = 30; count < 120; ++count) {
        std::string utf8;
        for (int k = 0; k < count; ++k) utf8 += k % 7 == 5 ? "，" : "国";
        utf8 += "国。";
        const Lines lines = break_text(utf8, 28000);
        EXPECT_NE(lines.back(), "国。") << count;
    }
}

TEST(BreakLines, ALineFeedEndsTheLineAndIsNotJustified) {
    const ShapedParagraph paragraph = shape_text("国人\n大会国人大");
    const auto broken = break_lines(paragraph, ems(4000), {});
    ASSERT_EQ(broken.value.lines.size(), 3U);
    EXPECT_EQ(broken.value.lines[0].width.emu(), 2000);
    EXPECT_EQ(broken.value.lines[0].reason, BreakReason::forced);
}

TEST(BreakLines, IndentsAndHangingLines) {
    Layout layout = test_layout(Alignment::left);
    layout.styles["body"].first_line_indent = ems(2000);
    Paragraph source = test_paragraph("1. 国人大会国人大会");
    source.hanging_bytes = 3;
    Shaper shaper{test_fonts()};
    const auto paragraph = shaper.shape(source, layout);
    const auto broken = break_lines(paragraph.value, ems(8000), {});
    ASSERT_EQ(broken.value.lines.size(), 2U);
    EXPECT_EQ(broken.value.lines[0].left.emu(), 2000);
    // The second line begins where the name does: 2 em and `1. `.
    EXPECT_EQ(broken.value.lines[1].left, broken.value.lines[0].positions.at(3));
}

/// What hangs is neither opened nor squeezed with the rest of its line: 2 em of indent, then every
/// width as it was shaped.
TEST(BreakLines, WhatHangsIsRigidInJustifiedLines) {
    struct Case {
        std::string number;
        std::int64_t width;
    };
    const std::vector<Case> cases = {
        {"1. ", 1500}, {"（一）", 3000}, {"1、", 1500}, {"附件：1. ", 4500}, {"第一条 ", 4000}};
    Layout layout = test_layout();
    layout.styles["body"].first_line_indent = ems(2000);
    Shaper shaper{test_fonts()};
    std::size_t filled = 0;
    std::size_t squeezed = 0;
    for (const Case& hanging : cases) {
        for (const std::string& name :
             {std::string{"国人，大会（工作）a"}, std::string{"国人b大会，"}}) {
            for (std::int64_t measure = 13000; measure < 20000; measure += 230) {
                Paragraph source = test_paragraph(hanging.number + name + name + name + name);
                source.hanging_bytes = static_cast<std::uint32_t>(hanging.number.size());
                const auto paragraph = shaper.shape(source, layout).value;
                const auto lines = break_lines(paragraph, ems(measure), {}).value.lines;
                ASSERT_GE(lines.size(), 2U);
                const std::uint32_t count = paragraph.hanging_clusters;
                ASSERT_GT(lines[0].positions.size(), count);
                const Length begins = ems(2000 + hanging.width);
                EXPECT_EQ(lines[0].positions[count], begins) << hanging.number << measure;
                EXPECT_EQ(lines[1].left, begins) << hanging.number << measure;
                filled += lines[0].width + ems(2000) == ems(measure) ? 1 : 0;
                squeezed += lines[0].natural_width > lines[0].width ? 1 : 0;
            }
        }
    }
    // Else nothing was tried.
    EXPECT_GT(filled, 100U);
    EXPECT_GT(squeezed, 20U);
}

TEST(BreakLines, CentredTextIsBalancedBetweenWords) {
    const ShapedParagraph paragraph =
        shape_text("工作目标考核情况", test_layout(Alignment::centre));
    const Lines lines = texts(paragraph, break_lines(paragraph, ems(7000), {}).value);
    EXPECT_EQ(lines, (Lines{"工作目标", "考核情况"}));
}

TEST(BreakLines, PartsALongCodeBehindItsHyphensBeforeTheLineGapes) {
    const std::string text = "国人大会国人项目代码为2019-538587-84-01-123456";
    EXPECT_EQ(break_text(text, 17000),
              (Lines{"国人大会国人项目代码为2019-538587-", "84-01-123456"}));
    EXPECT_EQ(break_text(text, 23000), Lines{text});
    EXPECT_EQ(break_text("国人大会国人项目代码(2019-538587-84-01-123456),国人大会", 17000).front(),
              "国人大会国人项目代码(2019-538587-");
    // A tenth of an em at each gap is less than a code in two pieces.
    EXPECT_EQ(break_text(text, 12000),
              (Lines{"国人大会国人项目代码为", "2019-538587-84-01-123456"}));
}

TEST(BreakLines, PartsNoDateAndNoTelephoneNumber) {
    for (const std::string figure : {"2019-05-12", "0851-8888-1234", "2019-538587"}) {
        for (std::int64_t measure = 8000; measure <= 20000; measure += 1000) {
            const std::string text = "国人大会国人项目" + figure + "大会";
            for (const std::string& line : break_text(text, measure))
                EXPECT_FALSE(line.ends_with("-")) << line;
        }
    }
}

TEST(BreakLines, KeepsTheNamesOfAListOfPeopleWhole) {
    const std::vector<std::string> names = {"周一光",   "林二",   "王三立",
                                            "万光明强", "张　三", "李一"};
    const std::string text = "出国：周一光、林二、王三立（国人大会）、万光明强，张　三　李一";
    Layout layout = test_layout();
    std::size_t torn = 0;
    for (const bool keeps_names : {false, true}) {
        layout.styles["body"].keeps_names = keeps_names;
        for (std::int64_t measure = 6000; measure <= 24000; measure += 500) {
            const ShapedParagraph paragraph = shape_text(text, layout);
            const Lines lines = texts(paragraph, break_lines(paragraph, ems(measure), {}).value);
            for (const std::string& name : names) {
                const bool whole = std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
                    return line.find(name) != std::string::npos;
                });
                if (!whole) ++torn;
                EXPECT_TRUE(whole || !keeps_names) << name << " at " << measure;
            }
        }
    }
    EXPECT_GT(torn, 10U);  // Else nothing would be kept.
}

constexpr const char* kNoStart[] = {"，", "。", "、", "；", "：", "？", "！",
                                    "）", "》", "”",  "·",  "～", "％"};
constexpr const char* kNoEnd[] = {"（", "《", "“"};

/// Random official prose: on any measure lines tile the text, are exactly as wide as the measure,
/// and no prohibited mark begins or ends one.
TEST(BreakLinesProperty, RandomText) {
    const std::vector<std::string> pieces = {"国", "人", "大",     "会",     "工作", "目标", "，",
                                             "。", "、", "（",     "）",     "《",   "》",   "“",
                                             "”",  "：", "2020年", "46",     "9.5%", "Abc",  " ",
                                             "——", "……", "·",      "第三条", "？",   "！"};
    std::random_device device;
    const unsigned seed = device();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 300; ++round) {
        std::string utf8 = "国";
        for (auto k = random() % 120; k-- > 0;) utf8 += pieces[random() % pieces.size()];
        const std::int64_t measure = 6000 + static_cast<std::int64_t>(random() % 30) * 1000;
        const ShapedParagraph paragraph = shape_text(utf8);
        const auto broken = break_lines(paragraph, ems(measure), {});
        std::uint32_t byte = 0;
        std::uint32_t cluster = 0;
        BreakReason before = BreakReason::forced;
        for (const Line& line : broken.value.lines) {
            EXPECT_EQ(line.text.begin, byte);
            EXPECT_EQ(line.cluster_begin, cluster);
            EXPECT_EQ(line.positions.size(), line.cluster_end - line.cluster_begin);
            byte = line.text.end;
            cluster = line.cluster_end;
            const std::string text = utf8.substr(line.text.begin, line.text.size());
            if (before == BreakReason::chosen) {
                for (const char* mark : kNoStart) EXPECT_FALSE(text.starts_with(mark)) << text;
            }
            if (line.reason == BreakReason::chosen) {
                for (const char* mark : kNoEnd) EXPECT_FALSE(text.ends_with(mark)) << text;
            }
            EXPECT_LE(line.width.emu(), measure) << text;
            before = line.reason;
        }
        EXPECT_EQ(byte, utf8.size());
    }
}

}  // namespace
}  // namespace banxin
