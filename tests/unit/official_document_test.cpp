// The head of an official document (版头), made by the program as a clerk would make it and read
// back by mupdf and poppler, against the figures of GB/T 9704-2012, 7.2, in millimetres from the
// page's top-left corner. The figures are written here by hand: none comes from a layout file.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr const char* kJob = "example-official-document";
constexpr double kEm = 16 * 25.4 / 72;       // 三号
constexpr double kTitleEm = 22 * 25.4 / 72;  // 二号
constexpr double kRow = (225 - kEm) / 21;    // 22 rows fill 225 mm
constexpr double kTwoBlankLines = 20.78;     // GB/T 33476.2-2016, 7: edge to edge
constexpr double kBaseline = 0.88;           // below an em's top, in ems
constexpr double kTolerance = 0.1;
using Replacements = std::vector<std::pair<std::string, std::string>>;

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

/// The PDF of the sample with some of its job's words replaced.
std::string pdf_with(const Replacements& replacements) {
    static int count = 0;
    const fs::path inputs =
        fs::path{testing::TempDir()} /
        ("banxin-head-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    fs::create_directories(inputs / kJob);
    fs::copy(input_file(kJob, "body.txt"), inputs / kJob / "body.txt");
    std::string job = read_file(input_file(kJob, "job.yaml"));
    for (const auto& [from, to] : replacements) {
        const std::size_t at = job.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) job.replace(at, from.size(), to);
    }
    std::ofstream{inputs / kJob / "job.yaml", std::ios::binary} << job;
    const MadeJobs made{"head", {kJob}, "", inputs};
    fs::remove_all(inputs);
    return made.pdf(kJob);
}

/// What is red between 60 and 150 mm as poppler draws it, a twentieth of a millimetre a dot.
struct RedInk {
    double mark_top = 0, mark_bottom = 0;  ///< of what is not as wide as the type area
    double rule_top = 0, rule_bottom = 0;
};

RedInk red_ink(const PdfReader& reader) {
    constexpr int kDots = 20;
    constexpr int kTop = 60;
    std::istringstream picture{reader.run(
        "pdftoppm -r 508 -aa no -aaVector no -f 1 -l 1 -x 0 -y 1200 -W 4200 -H 1800 {}")};
    std::string format;
    int width = 0;
    int height = 0;
    int most = 0;
    picture >> format >> width >> height >> most;
    picture.get();
    const std::string dots{std::istreambuf_iterator<char>{picture}, {}};
    EXPECT_EQ(dots.size(), 3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    RedInk ink;
    std::optional<int> mark;
    std::optional<int> rule;
    for (int row = 0; row < height; ++row) {
        int red = 0;
        for (int column = 0; column < width; ++column) {
            const auto at = 3 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                                 static_cast<std::size_t>(column));
            if (dots[at] == '\xFF' && dots[at + 1] == 0 && dots[at + 2] == 0) ++red;
        }
        if (red == 0) continue;
        const double top = kTop + static_cast<double>(row) / kDots;
        const bool is_rule = red > 150 * kDots;
        (is_rule ? ink.rule_bottom : ink.mark_bottom) = top + 1.0 / kDots;
        if (is_rule && !rule) ink.rule_top = kTop + static_cast<double>(*(rule = row)) / kDots;
        if (!is_rule && !mark) ink.mark_top = kTop + static_cast<double>(*(mark = row)) / kDots;
    }
    return ink;
}

/// The first glyphs on page 1 that spell `words`.
std::vector<ReadGlyph> find(const PdfReader& reader, const std::string& words) {
    const std::vector<ReadGlyph> glyphs = reader.glyphs(1);
    for (std::size_t begin = 0; begin < glyphs.size(); ++begin) {
        std::string text;
        for (std::size_t k = begin; k < glyphs.size() && text.size() < words.size(); ++k) {
            text += glyphs[k].text;
            if (text != words) continue;
            const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(begin);
            return {first, glyphs.begin() + static_cast<std::ptrdiff_t>(k + 1)};
        }
    }
    ADD_FAILURE() << words << " is not on the page";
    return {ReadGlyph{}};
}

double em_top(const ReadGlyph& glyph, double em) { return mm(glyph.y) - kBaseline * em; }

/// The mark at 72 mm and what hangs on it, whatever else the head has.
void expect_heights(const PdfReader& reader, const std::string& number, const std::string& title) {
    const RedInk ink = red_ink(reader);
    EXPECT_NEAR(ink.mark_top, 72, kTolerance);  // 37 + 35
    const double number_top = em_top(find(reader, number).front(), kEm);
    EXPECT_NEAR(number_top, ink.mark_bottom + kTwoBlankLines, kTolerance);
    EXPECT_NEAR(ink.rule_top, number_top + kEm + 4, kTolerance);
    const double title_top = em_top(find(reader, title).front(), kTitleEm);
    EXPECT_NEAR(title_top, ink.rule_bottom + kTwoBlankLines, kTolerance);
}

/// The middle of a centred line of signs of equal width.
double middle(const std::vector<ReadGlyph>& glyphs, double width) {
    return (mm(glyphs.front().x) + mm(glyphs.back().x) + width) / 2;
}

TEST(OfficialDocument, MarkNumberRuleAndTitleStandWhereTheStandardWantsThem) {
    const PdfReader reader{pdf_with({})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    const std::vector<ReadGlyph> mark = find(reader, "示例市人民政府文件");
    const double width = mm(mark[1].x) - mm(mark[0].x);
    EXPECT_NEAR(middle(mark, width), 106, kTolerance);
    EXPECT_LE(width * 9, 156);
    EXPECT_NEAR(middle(find(reader, "示政发〔2026〕5号"), kEm), 106, kTolerance);
}

TEST(OfficialDocument, TheRedRuleIsAsWideAsTheTypeArea) {
    const PdfReader reader{pdf_with({})};
    const std::vector<ReadBox> boxes = reader.boxes(1);
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_NEAR(mm(boxes[0].left), 28, 0.01);
    EXPECT_NEAR(mm(boxes[0].right), 184, 0.01);
    const RedInk ink = red_ink(reader);
    EXPECT_NEAR(mm(boxes[0].top), ink.rule_top, kTolerance);
    EXPECT_NEAR(mm(boxes[0].bottom), ink.rule_bottom, kTolerance);
}

TEST(OfficialDocument, OnlyTheMarkAndItsRuleAreRed) {
    const PdfReader reader{pdf_with({})};
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
    const PdfReader reader{pdf_with({})};
    int row = 0;
    for (const char* words : {"000001", "机密★1年", "特急"}) {
        const ReadGlyph first = find(reader, words).front();
        EXPECT_NEAR(mm(first.x), 28, kTolerance) << words;
        EXPECT_NEAR(em_top(first, kEm), 37 + row++ * kRow, kTolerance) << words;
    }
}

TEST(OfficialDocument, TheClassificationStaysOnTheSecondRowWithoutACopyNumber) {
    const PdfReader reader{pdf_with({{"  copy-number: \"000001\"\n", ""}})};
    EXPECT_NEAR(em_top(find(reader, "机密★1年").front(), kEm), 37 + kRow, kTolerance);
    EXPECT_NEAR(em_top(find(reader, "特急").front(), kEm), 37 + 2 * kRow, kTolerance);
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
}

TEST(OfficialDocument, TheMarkStandsAlikeWithNothingAboveIt) {
    const PdfReader reader{pdf_with({{"  copy-number: \"000001\"\n", ""},
                                     {"  classification: 机密★1年\n", ""},
                                     {"  urgency: 特急\n", ""}})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    EXPECT_EQ(find(reader, "示例市人民政府文件").front().text, "示");
}

TEST(OfficialDocument, ALongMarkIsSetSmallerAndKeepsItsHeight) {
    const std::string name = "示例市人民政府政务服务和数据管理局文件";
    const PdfReader reader{pdf_with({{"mark: 示例市人民政府文件", "mark: " + name}})};
    expect_heights(reader, "示政发〔2026〕5号", "示例市人民政府关于");
    const std::vector<ReadGlyph> mark = find(reader, name);
    const double width = mm(mark[1].x) - mm(mark[0].x);
    EXPECT_NEAR(mm(mark.back().y), mm(mark.front().y), 0.01);  // on one line
    EXPECT_GE(mm(mark.front().x), 28);
    EXPECT_LE(mm(mark.back().x) + width, 184);
    EXPECT_GE(width * 19, 0.9 * 156);  // as large as it can be
}

TEST(OfficialDocument, TheFirstPageShowsBodyText) {
    const PdfReader reader{pdf_with({})};
    EXPECT_LT(mm(find(reader, "为进一步提升政务服务").front().y), 262);
}

}  // namespace
}  // namespace banxin
