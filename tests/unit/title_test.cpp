// Titles as lines of whole words. Han are one em here and digits half, as in the metal type that
// the rule of the trapezium was made for; no face is needed to break a title.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/lines/title_lines.hpp"
#include "tests/golden.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;

using Lines = std::vector<std::string>;

// A line of 156 mm in 二号, 22 pt: 20.1 em.
constexpr std::int64_t kTitleMeasure = 20'101;

Length ems(std::int64_t thousandths) { return Length::from_emu(thousandths); }

/// `utf8` as it would be shaped in a face that has all of its characters.
ShapedParagraph title(const std::string& utf8) {
    ShapedParagraph paragraph;
    paragraph.source = Text{utf8, {}};
    paragraph.style.alignment = Alignment::centre;
    paragraph.style.line_shape = LineShape::title;
    paragraph.style.pitch = kTestEm;
    for (const ClassifiedCharacter& character : classify(utf8)) {
        const Length width =
            character.wide() ? kTestEm.scaled(character.cell, 1000) : kTestEm.scaled(1, 2);
        if (character.joins_previous) {
            paragraph.clusters.back().text.end = character.text.end;
            paragraph.clusters.back().advance += width;
            continue;
        }
        Cluster cluster;
        cluster.text = character.text;
        cluster.character_class = character.character_class;
        cluster.character = character.character;
        cluster.em = kTestEm;
        cluster.advance = width;
        const Length half = kTestEm.scaled(1, 2);
        if (character.blank == BlankSide::left) cluster.blank_left = half;
        if (character.blank == BlankSide::right) cluster.blank_right = half;
        paragraph.clusters.push_back(cluster);
    }
    return paragraph;
}

Lines break_title(const std::string& utf8, std::int64_t measure = kTitleMeasure) {
    const ShapedParagraph paragraph = title(utf8);
    Lines lines;
    for (const Line& line : break_lines(paragraph, ems(measure), {}).value.lines) {
        lines.push_back(utf8.substr(line.text.begin, line.text.size()));
    }
    return lines;
}

/// The title's lines centred, one blank for half an em, with their widths.
std::string drawn(const std::string& utf8) {
    const ShapedParagraph paragraph = title(utf8);
    std::string picture;
    for (const Line& line : break_lines(paragraph, ems(kTitleMeasure), {}).value.lines) {
        const std::int64_t half_ems = (line.width.emu() + 250) / 500;
        picture += std::string(static_cast<std::size_t>((42 - half_ems) / 2), ' ');
        picture += utf8.substr(line.text.begin, line.text.size());
        picture += "  " + std::to_string(half_ems / 2) + (half_ems % 2 != 0 ? ".5" : "") + "\n";
    }
    return picture;
}

std::vector<Length> widths(std::initializer_list<int> half_ems) {
    std::vector<Length> list;
    for (const int width : half_ems) list.push_back(kTestEm.scaled(width, 2));
    return list;
}

bool is_shape(std::initializer_list<int> half_ems) {
    return is_title_shape(widths(half_ems), kTestEm);
}

TEST(TitleShape, IsATrapeziumOrARhombus) {
    EXPECT_TRUE(is_shape({36}));
    EXPECT_TRUE(is_shape({24, 36}));
    EXPECT_TRUE(is_shape({36, 34}));
    EXPECT_TRUE(is_shape({24, 32, 40}));
    EXPECT_TRUE(is_shape({40, 32, 24}));
    EXPECT_TRUE(is_shape({24, 36, 24}));
    EXPECT_TRUE(is_shape({24, 36, 26}));
    EXPECT_TRUE(is_shape({20, 30, 36, 24}));
    EXPECT_TRUE(is_shape({36, 35, 34}));
}

TEST(TitleShape, IsNoBlockAndNoHourglass) {
    EXPECT_FALSE(is_shape({32, 32}));
    EXPECT_FALSE(is_shape({32, 33}));  // half an em is not seen on two lines
    EXPECT_FALSE(is_shape({32, 32, 32}));
    EXPECT_FALSE(is_shape({36, 20, 36}));
    EXPECT_FALSE(is_shape({24, 32, 32}));
    EXPECT_FALSE(is_shape({32, 32, 24}));
    EXPECT_FALSE(is_shape({24, 36, 30, 34}));
    EXPECT_FALSE(is_shape({36, 30, 34, 20}));
}

// Of the kinds that state organs publish; the places are invented.
constexpr const char* kTitles[] = {
    "市政府常务会议纪要",
    "关于人民防空警报试鸣的公告",
    "关于召开全市安全生产工作会议的通知",
    "关于请求解决山区道路养护经费的请示",
    "关于同意设立云岭经济开发区的批复",
    "行政许可事项清单（2023年版）",
    "关于表彰2023年度先进集体和先进个人的决定",
    "关于成立市防汛抗旱指挥部的通知",
    "国务院关于加强数字政府建设的指导意见",
    "云岭市财政局关于做好2024年部门预算编制工作的通知",
    "关于报送2022年政府信息公开工作年度报告的函",
    "关于从严控制一般性支出的若干规定",
    "部门整体支出绩效目标自评表",
    "关于印发《云岭市机关事务管理办法（试行）》的通知",
    "关于进一步加强“菜篮子”市长负责制考核工作的通知",
    "国务院办公厅关于印发国家突发环境事件应急预案的通知",
    "国务院办公厅关于进一步优化营商环境降低市场主体制度性交易成本的意见",
    "国务院关于修改《城市供水条例》的决定",
    "云岭省人民政府办公厅关于转发省财政厅、省税务局行政事业单位国有资产管理办法的通知",
    "云岭市财政局 云岭市审计局关于开展乡村振兴资金专项检查的通知",
    "云岭市人民政府关于废止《云岭市城市道路停车管理暂行办法》等三件规范性文件的决定",
    "关于对全县农村危房改造工作情况进行督查的通报",
    "云岭省人民政府关于印发云岭省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要的通知",
    "云岭市第十五届人民代表大会常务委员会关于加强行政审判工作的决议",
    "关于做好高等学校毕业生就业创业工作的实施意见",
    "关于贯彻落实国办发〔2020〕4号文件精神的实施方案",
    "关于将部分行政许可事项下放至县（市、区）实施的公告",
    "中华人民共和国反电信网络诈骗法实施条例",
    "云岭市消防救援支队关于公布火灾高危单位名单的通告",
    "云岭市卫生健康委员会关于调整部分医疗服务项目价格的通知",
    "2020年度云岭市政务服务工作专项目标考核情况通报",
    "2020年度云岭市人民政府政务大厅市直窗口部门（含联络制）专项目标考核结果统计表",
    "2020年度云岭市人民政府政务大厅驻厅企业专项目标考核结果统计表",
    "2020年度云岭市人民政府政务服务中心部门业务大厅专项目标考核结果统计表",
    "2020年度云岭市区（市、县）政务服务中心专项目标考核结果统计表",
    "2020年度云岭市开发区政务服务中心专项目标考核结果统计表",
    "关于2023年上半年全省经济运行情况和下半年重点工作安排的报告",
    "云岭市人民政府办公室关于印发云岭市“十四五”应急管理体系和能力建设规划的通知",
    "关于进一步规范国有企业负责人薪酬管理和履职待遇、业务支出的意见",
    "云岭市住房和城乡建设局关于公开征求《云岭市既有住宅加装电梯管理办法（征求意见稿）》意见的公告",
    "国务院批转发展改革委关于深化经济体制改革重点工作意见的通知",
    "关于命名第三批全省乡村治理示范村镇的通报",
    "云岭市市场监督管理局行政处罚自由裁量权基准",
    "关于云岭市2023年预算执行情况与2024年预算草案的报告",
    "关于组织开展2024年度高级职称评审工作的补充通知",
    "云岭市人民政府关于公布市级非物质文化遗产代表性项目名录的通知",
    "关于建立云岭河流域横向生态保护补偿机制的合作协议",
    "云岭市教育局等八部门关于印发《云岭市中小学生校外托管服务管理暂行规定》的通知",
};

TEST(TitleLines, LookLikeTitles) {
    std::string picture;
    for (const char* utf8 : kTitles) picture += drawn(utf8) + "\n";
    EXPECT_TRUE(matches_golden("titles", picture));
}

TEST(TitleLines, OneLineWhereItFitsWithRoom) {
    EXPECT_THAT(break_title("市政府常务会议纪要"), ElementsAre("市政府常务会议纪要"));
    EXPECT_EQ(break_title("国务院关于加强数字政府建设的指导意见").size(), 1U);  // 18 characters
    // 20 characters would fill the line from edge to edge.
    EXPECT_EQ(break_title("关于命名第三批全省乡村治理示范村镇的通报").size(), 2U);
}

TEST(TitleLines, AManualBreakWins) {
    EXPECT_THAT(break_title("2020年度云岭市政务服务工作专项目标\n考核情况通报"),
                ElementsAre("2020年度云岭市政务服务工作专项目标\n", "考核情况通报"));
    // Also against every rule, and where the line is full.
    EXPECT_THAT(break_title("关于\n表彰先进的决定"), ElementsAre("关于\n", "表彰先进的决定"));
    EXPECT_THAT(break_title("关于命名第三批全省乡村治理示范村镇的通报\n（试行）"),
                ElementsAre("关于命名第三批全省乡村治理示范村镇的通报\n", "（试行）"));
}

TEST(TitleLines, AStretchThatSomebodyMadeTooLongIsBrokenByTheRules) {
    EXPECT_THAT(
        break_title("云岭市人民政府文件\n云岭市市场监督管理局关于公布行政处罚裁量权基准的通告"),
        ElementsAre("云岭市人民政府文件\n", "云岭市市场监督管理局关于公布",
                    "行政处罚裁量权基准的通告"));
}

TEST(TitleLines, SmallWordsBelongToTheirNeighbours) {
    // 12 and 12 ems beside 和: it neither begins a line nor ends one.
    EXPECT_THAT(break_title("关于表彰全市抗震救灾先进集体和优秀共产党员个人的决定"),
                ElementsAre("关于表彰全市抗震救灾", "先进集体和优秀共产党员个人的决定"));
    // 和 inside a word is no small word.
    for (const std::string& line :
         break_title("关于支持云岭和平矿业有限公司改制重组上市工作的通知")) {
        EXPECT_FALSE(line.starts_with("平")) << line;
    }
}

TEST(TitleLines, TheInkIsCentredAndNotTheBlankOfAMark) {
    // 14 em, of which the last half is the blank of ）.
    const std::string utf8 = "行政许可事项清单（2023年版）";
    const auto broken = break_lines(title(utf8), ems(20'000), {});
    ASSERT_EQ(broken.value.lines.size(), 1U);
    const Line& line = broken.value.lines[0];
    EXPECT_EQ(line.width.emu(), 14'000);
    EXPECT_EQ(line.left.emu(), 3'250);  // ink from 3.25 to 16.75
    EXPECT_EQ(line.positions[0].emu(), 3'250);
}

TEST(TitleLines, NeverOneCharacterAlone) {
    for (std::int64_t measure = 5'000; measure < 21'000; measure += 500) {
        for (const char* utf8 : {"关于报送年度报告的函", "市政府令", "关于调整价格的批复函"}) {
            for (const std::string& line : break_title(utf8, measure)) {
                EXPECT_GT(line.size(), 3U) << utf8 << " on " << measure;
            }
        }
    }
}

TEST(TitleLines, WhatNeedsMoreThanFourLinesIsSetAsOtherCentredText) {
    std::string utf8;
    for (int k = 0; k < 12; ++k) utf8 += "关于印发工作方案的通知";
    const Lines lines = break_title(utf8);
    EXPECT_GT(lines.size(), 4U);
    std::string joined;
    for (const std::string& line : lines) joined += line;
    EXPECT_EQ(joined, utf8);
}

TEST(TitleLines, APieceWiderThanTheMeasureIsStillSet) {
    const Lines lines = break_title("https://www.example.gov.cn/a-long-path", 4'000);
    EXPECT_GT(lines.size(), 1U);
}

/// Pieces that no line may tear; each is one word to a reader.
constexpr const char* kWhole[] = {"通知",
                                  "通报",
                                  "决定",
                                  "意见",
                                  "办法",
                                  "规定",
                                  "条例",
                                  "请示",
                                  "批复",
                                  "报告",
                                  "纪要",
                                  "实施办法",
                                  "工作方案",
                                  "统计表",
                                  "国务院",
                                  "办公厅",
                                  "人民政府",
                                  "政务服务",
                                  "专项目标",
                                  "2024年",
                                  "99.5%",
                                  "46个",
                                  "2021年1月29日",
                                  "第十二条",
                                  "《安全法》",
                                  "《供水条例》",
                                  "“菜篮子”",
                                  "（试行）",
                                  "云岭发〔2020〕4号"};

TEST(TitleLinesProperty, NeverTearWhatIsOneWord) {
    std::random_device device;
    const unsigned seed = device();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 2000; ++round) {
        std::string utf8;
        std::vector<std::size_t> ends;  // of the pieces, in bytes
        const std::size_t count = 2 + random() % 12;
        for (std::size_t k = 0; k < count; ++k) {
            utf8 += kWhole[random() % std::size(kWhole)];
            ends.push_back(utf8.size());
        }
        const Lines lines = break_title(utf8);
        if (lines.size() > kMostTitleLines) continue;
        std::size_t at = 0;
        for (const std::string& line : lines) {
            at += line.size();
            EXPECT_NE(std::find(ends.begin(), ends.end(), at), ends.end())
                << "torn after " << line << " in " << utf8;
        }
    }
}

TEST(TitleLinesProperty, AShapeIsFoundAndNoLineIsWasted) {
    std::random_device device;
    const unsigned seed = device();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    // Two-character words only, so that a title can be broken after every second character.
    constexpr const char* kShort[] = {"加强", "规范", "检查", "审批",
                                      "安全", "交通", "农业", "住房"};
    for (int count = 4; count < 36; ++count) {
        std::string utf8;
        for (int k = 0; k < count; ++k) utf8 += kShort[random() % std::size(kShort)];
        const ShapedParagraph paragraph = title(utf8);
        std::vector<Length> set;
        for (const Line& line : break_lines(paragraph, ems(kTitleMeasure), {}).value.lines) {
            set.push_back(line.width);
        }
        EXPECT_TRUE(is_title_shape(set, kTestEm)) << utf8;
        // Words of two use 18 ems of a line, since 20 would fill it to the brim.
        const auto least = static_cast<std::size_t>((2 * count + 17) / 18);
        EXPECT_GE(set.size(), least) << utf8;
        EXPECT_LE(set.size(), least + 1) << utf8;
    }
}

}  // namespace
}  // namespace banxin
