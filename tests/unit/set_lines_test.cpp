// `banxin lines` from its command line to what it prints. JSON is read back with yaml-cpp, of
// whose language it is a part.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <sstream>

#include "pipeline/base/decimal.hpp"
#include "pipeline/run/program.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;

struct Ran {
    ExitStatus status = ExitStatus::done;
    std::string out;
    std::string err;
};

/// Han are one em wide in the drawn fonts, digits and letters half.
const std::string kDrawn = BANXIN_SOURCE_DIR "/tests/fonts/fonts.yaml";
const std::string kInstalled = BANXIN_SOURCE_DIR "/fonts/fonts.yaml";

Ran run(std::vector<std::string> arguments, const std::string& input,
        const std::string& fonts = kDrawn) {
    arguments.insert(arguments.begin(), {"lines", "--lang", "en", "--fonts", fonts, "--layouts",
                                         BANXIN_SOURCE_DIR "/layouts"});
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    const ExitStatus status = run_program(arguments, {}, in, out, err, [](Session&) {
        ADD_FAILURE() << "no PDF is read here";
        return ExitStatus::done;
    });
    return {status, out.str(), err.str()};
}

std::string printed(const std::vector<std::string>& arguments, const std::string& input) {
    const Ran ran = run(arguments, input);
    EXPECT_EQ(ran.status, ExitStatus::done);
    EXPECT_EQ(ran.err, "");
    return ran.out;
}

YAML::Node json(std::vector<std::string> arguments, const std::string& input,
                const std::string& fonts = kDrawn) {
    arguments.emplace_back("--json");
    const Ran ran = run(arguments, input, fonts);
    EXPECT_EQ(ran.status, ExitStatus::done) << ran.err;
    return YAML::Load(ran.out);
}

/// A number of the JSON in thousandths of a thousandth of an em, exactly.
std::int64_t millionths(const YAML::Node& number) {
    const auto decimal = Decimal::parse(number.as<std::string>());
    if (!decimal) ADD_FAILURE() << number.as<std::string>() << " is no decimal";
    const Rational value = decimal ? decimal->value() * 1'000'000 : Rational{};
    EXPECT_EQ(denominator(value), 1) << number.as<std::string>();
    return numerator(value).convert_to<std::int64_t>();
}

TEST(SetLines, PrintsTheLinesOfEachParagraph) {
    EXPECT_EQ(printed({"--measure", "5"}, "国人大会国，人大会\n\n国人\n"),
              "国人大会\n国，人大会\n\n国人\n");
    EXPECT_EQ(printed({}, ""), "");
    EXPECT_EQ(printed({}, "国人"), "国人\n");
    EXPECT_EQ(printed({}, "\xEF\xBB\xBF国人\r\n大会\r\n"), "国人\n\n大会\n");
    EXPECT_EQ(printed({}, "\xB9\xFA\xC8\xCB\n"), "国人\n");  // GB 18030
}

TEST(SetLines, TheMeasureIsTwentyEightUnlessToldOtherwise) {
    std::string han;
    for (int k = 0; k < 60; ++k) han += "国";
    const YAML::Node paragraph = json({}, han)["paragraphs"][0];
    ASSERT_EQ(paragraph["lines"].size(), 3U);
    EXPECT_EQ(paragraph["lines"][0]["characters"].size(), 28U);
    EXPECT_EQ(json({}, han)["measure"].as<std::string>(), "28");
    EXPECT_EQ(json({"--measure", "27.125"}, han)["measure"].as<std::string>(), "27.125");
}

TEST(SetLines, JsonHasEveryFigure) {
    // 3 em of Han, an eighth, and half an em of letter.
    const YAML::Node line = json({"--measure", "9"}, "国人大A")["paragraphs"][0]["lines"][0];
    EXPECT_EQ(line["text"].as<std::string>(), "国人大A");
    EXPECT_EQ(line["reason"].as<std::string>(), "forced");
    EXPECT_EQ(line["natural"].as<std::string>(), "3.625");
    EXPECT_EQ(line["width"].as<std::string>(), "3.625");
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"0", "1"}, {"1", "1"}, {"2", "1.125"}, {"3.125", "0.5"}};
    ASSERT_EQ(line["characters"].size(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
        EXPECT_EQ(line["characters"][k]["x"].as<std::string>(), expected[k].first);
        EXPECT_EQ(line["characters"][k]["advance"].as<std::string>(), expected[k].second);
    }
}

TEST(SetLines, TheGapIsAsTold) {
    const auto width = [](const char* gap) {
        return json({"--gap", gap}, "国A人")["paragraphs"][0]["lines"][0]["width"]
            .as<std::string>();
    };
    EXPECT_EQ(width("0"), "2.5");
    EXPECT_EQ(width("0.125"), "2.75");
    EXPECT_EQ(width("0.25"), "3");
}

TEST(SetLines, TheModeSaysWhatAMarkAtTheEndTakes) {
    // The comma fits with its blank half: the grid keeps it, gb cuts it and opens the line.
    const std::string line = "国人大会国人大会国人大会国人大会国人大，";
    const auto comma = [&](const char* mode) {
        const YAML::Node first = json({"--mode", mode, "--measure", "20"},
                                      line + line + line)["paragraphs"][0]["lines"][0];
        EXPECT_EQ(first["text"].as<std::string>(), line);
        return first["characters"][19]["x"].as<std::string>();
    };
    EXPECT_EQ(comma("grid"), "19");
    EXPECT_EQ(comma("gb"), "19.5");
}

TEST(SetLines, TitlesHaveTheirOwnRules) {
    EXPECT_EQ(printed({"--title"}, "政务服务工作专项目标考核情况通报的通知决定\n"),
              "政务服务工作专项目标考核情况\n通报的通知决定\n");
    EXPECT_EQ(json({"--title"}, "通报")["measure"].as<std::string>(), "20.1");
    // Centred: 18.1 em are left over.
    EXPECT_EQ(json({"--title"}, "通报")["paragraphs"][0]["lines"][0]["characters"][0]["x"]
                  .as<std::string>(),
              "9.05");
}

/// What holds for whatever is set, with figures that the printed JSON alone gives.
void expect_consistent(const YAML::Node& set, const std::string& input) {
    const std::int64_t measure = millionths(set["measure"]);
    std::string whole;
    for (const YAML::Node& paragraph : set["paragraphs"]) {
        std::string text;
        const std::size_t count = paragraph["lines"].size();
        for (std::size_t k = 0; k < count; ++k) {
            const YAML::Node& line = paragraph["lines"][k];
            std::string characters;
            std::int64_t pen = millionths(line["characters"][0]["x"]);
            for (const YAML::Node& character : line["characters"]) {
                characters += character["text"].as<std::string>();
                EXPECT_EQ(millionths(character["x"]), pen) << characters;
                pen += millionths(character["advance"]);
            }
            EXPECT_EQ(characters, line["text"].as<std::string>());
            EXPECT_EQ(pen, millionths(line["width"])) << characters;
            if (k + 1 < count) {
                EXPECT_EQ(pen, measure) << characters;
            }
            text += characters;
        }
        EXPECT_EQ(text, paragraph["text"].as<std::string>());
        whole += text + "\n";
    }
    EXPECT_EQ(whole, input);
}

TEST(SetLines, FiguresAddUpToTheMeasure) {
    const std::string input =
        "国务院办公厅关于“大会”的通知（国办发〔2020〕4号）：“国人大会，2020年5月1日，完成99.66%"
        "。”\n"
        "工作目标，工作目标；工作“目标”、《工作》（目标）。工作Abc目标12,345.6万元，工作目标。\n";
    for (const char* measure : {"28", "20", "13.5", "10"}) {
        for (const char* mode : {"grid", "gb"}) {
            SCOPED_TRACE(std::string{measure} + " " + mode);
            expect_consistent(json({"--measure", measure, "--mode", mode}, input), input);
            expect_consistent(json({"--measure", measure, "--mode", mode}, input, kInstalled),
                              input);
        }
    }
}

TEST(SetLines, TheRealFacesKeepTheGrid) {
    const std::string input =
        "各市、州人民政府，各县级人民政府，省政府各部门、各直属机构：现将工作方案印发给你们，请认真"
        "组织"
        "实施。\n";
    const YAML::Node lines = json({}, input, kInstalled)["paragraphs"][0]["lines"];
    ASSERT_EQ(lines.size(), 2U);
    ASSERT_EQ(lines[0]["characters"].size(), 28U);
    for (std::size_t k = 0; k < 28; ++k) {
        EXPECT_EQ(lines[0]["characters"][k]["x"].as<std::string>(), std::to_string(k));
    }
}

TEST(SetLines, QuotesWhatJsonWantsQuoted) {
    const YAML::Node set = json({}, "国\"人\\大\"会\n");
    EXPECT_EQ(set["paragraphs"][0]["text"].as<std::string>(), "国\"人\\大\"会");
}

TEST(SetLines, MistakesAreReportedWithTheirPlaces) {
    const Ran glyph = run({}, "国人\n国龘人\n");
    EXPECT_EQ(glyph.status, ExitStatus::input_errors);
    EXPECT_EQ(glyph.out, "");
    EXPECT_THAT(glyph.err, HasSubstr("standard input:2:2: error[glyph-missing]"));
    const Ran role = run({"--role", "行书"}, "国人\n");
    EXPECT_EQ(role.status, ExitStatus::input_errors);
    EXPECT_THAT(role.err, HasSubstr("error[font-role-unknown]"));
    const Ran bytes = run({}, "\xFF\xFF\xFF\n");
    EXPECT_EQ(bytes.status, ExitStatus::input_errors);
    EXPECT_THAT(bytes.err, HasSubstr("error[encoding-unknown]"));
    const Ran narrow = run({"--measure", "1"}, "2020年\n");
    EXPECT_EQ(narrow.status, ExitStatus::done);
    EXPECT_THAT(narrow.err, HasSubstr("warning[line-overfull]"));
    EXPECT_NE(narrow.out, "");
}

TEST(SetLines, WrongOptionsAreRefused) {
    const std::vector<std::vector<std::string>> wrong = {{"--measure", "0"},
                                                         {"--measure", "0.999"},
                                                         {"--measure", "1001"},
                                                         {"--measure", "28em"},
                                                         {"--measure", "2.0005"},
                                                         {"--gap", "0.26"},
                                                         {"--gap", "-0.1"},
                                                         {"--size", "三"},
                                                         {"--size", "0pt"},
                                                         {"--mode", "loose"},
                                                         {"job"}};
    for (const auto& arguments : wrong) {
        const Ran ran = run(arguments, "国人\n");
        EXPECT_EQ(ran.status, ExitStatus::wrong_usage) << arguments[0];
        EXPECT_THAT(ran.err, HasSubstr("\"" + arguments.back() + "\""));
        EXPECT_EQ(ran.out, "");
    }
    for (const char* size : {"三号", "16pt", "5.6mm", "小四"}) {
        EXPECT_EQ(run({"--size", size}, "国人\n").out, "国人\n");
    }
    EXPECT_EQ(run({"--measure", "1"}, "国\n").out, "国\n");
}

TEST(SetLines, TheReadmesShowWhatComesOut) {
    const std::string input = "各市、州人民政府，各县级人民政府，省政府各部门、各直属机构：";
    const std::string shown = "$ banxin lines --measure 12 <<< '" + input + "'\n" +
                              run({"--measure", "12"}, input + "\n", kInstalled).out + "```";
    for (const char* name : {"/README.md", "/README.zh-CN.md"}) {
        std::ostringstream readme;
        readme << std::ifstream{std::string{BANXIN_SOURCE_DIR} + name}.rdbuf();
        EXPECT_THAT(readme.str(), HasSubstr(shown));
    }
}

TEST(SetLines, HelpSaysWhatAnEmIs) {
    EXPECT_THAT(run({"--help"}, "").out, HasSubstr("156 mm / 28"));
}

}  // namespace
}  // namespace banxin
