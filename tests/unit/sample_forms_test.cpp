// The documents of inputs/ with forms in their text or as annexes, made by the program and read
// back by poppler and mupdf: every paragraph, every cell, once, and nothing outside the type area.
// What a cell should say is read from the inputs here, by other code than the program's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <sstream>
#include <string>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr const char* kAccounts = "guiyang-2019-final-accounts";
constexpr const char* kProject = "chenggong-2021-project";
constexpr const char* kLetter = "hengnan-2020-letter";

using Pages = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

/// The text of each page as it was drawn, without blanks and page numbers.
Pages pages_of(const PdfReader& reader) {
    Pages pages;
    std::istringstream text{reader.run("pdftotext -raw {} -")};
    for (std::string page; std::getline(text, page, '\f');)
        pages.push_back(without_page_numbers(without_blanks(page)));
    return pages;
}

std::string joined(const Pages& pages) {
    std::string text;
    for (const std::string& page : pages) text += page;
    return text;
}

std::size_t count(const std::string& text, const std::string& piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
        ++found;
    return found;
}

std::size_t count(const Pages& pages, const std::string& piece) {
    std::size_t found = 0;
    for (const std::string& page : pages) found += count(page, piece);
    return found;
}

/// Whether `cell` stands at the foot of one page and goes on below the head of the next. Both parts
/// must be long enough not to be found by chance: 9 bytes are three Han.
bool is_divided(const Pages& pages, const std::string& cell) {
    constexpr std::size_t kLeast = 9;
    for (std::size_t page = 0; page + 1 < pages.size(); ++page)
        for (std::size_t cut = kLeast; cut + kLeast <= cell.size(); ++cut)
            if (count(pages[page], cell.substr(0, cut)) == 1 &&
                count(pages[page + 1], cell.substr(cut)) == 1)
                return true;
    return false;
}

/// `pages` have the cells of a row one after the other, once; where the page turns within the row,
/// each of its longer cells once, in two parts.
void expect_row(const Pages& pages, const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += without_blanks(cell);
    if (count(pages, row) == 1) return;
    EXPECT_EQ(count(pages, row), 0U) << row;
    constexpr std::size_t kLong = 36;
    bool divided = false;
    for (const std::string& written : cells) {
        const std::string cell = without_blanks(written);
        if (cell.size() < kLong) continue;
        const bool whole = count(pages, cell) == 1;
        divided = divided || !whole;
        EXPECT_TRUE(whole || is_divided(pages, cell)) << cell;
    }
    EXPECT_TRUE(divided) << row;
}

/// Cells divided by commas, those with line feeds in quotes; the heads left out.
Rows rows_of_csv(const fs::path& path) {
    Rows rows = {{""}};
    bool quoted_cell = false;
    for (const char byte : bytes_of(path)) {
        if (byte == '"') {
            quoted_cell = !quoted_cell;
        } else if (byte == ',' && !quoted_cell) {
            rows.back().emplace_back();
        } else if (byte == '\n' && !quoted_cell) {
            rows.push_back({""});
        } else {
            rows.back().back() += byte;
        }
    }
    rows.pop_back();
    rows.erase(rows.begin());
    return rows;
}

/// Whether a viewer shows the page on its side.
bool is_turned(const PdfReader& reader, int page) {
    const std::string number = std::to_string(page);
    const std::string facts = reader.run("pdfinfo -f " + number + " -l " + number + " {}");
    const std::size_t at = facts.find(" rot:");
    EXPECT_NE(at, std::string::npos) << facts;
    return std::stoi(facts.substr(at + 5)) % 180 != 0;
}

class SampleForms : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const MadeJobs made{"forms", {kAccounts, kProject, kLetter}};
        readers_ = new std::array<PdfReader, 3>{PdfReader{made.pdf(kAccounts)},
                                                PdfReader{made.pdf(kProject)},
                                                PdfReader{made.pdf(kLetter)}};
    }
    static void TearDownTestSuite() { delete readers_; }

    static const PdfReader& accounts() { return (*readers_)[0]; }
    static const PdfReader& project() { return (*readers_)[1]; }
    static const PdfReader& letter() { return (*readers_)[2]; }
    static const std::array<PdfReader, 3>& all() { return *readers_; }

    static std::array<PdfReader, 3>* readers_;
};
std::array<PdfReader, 3>* SampleForms::readers_ = nullptr;

/// Each paragraph of a text file, after the one before it; lines in braces are places of insets.
void expect_paragraphs(const PdfReader& reader, const fs::path& file, std::size_t least) {
    const std::string text = joined(pages_of(reader));
    std::istringstream lines{bytes_of(file)};
    std::size_t at = 0;
    std::size_t found = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::string paragraph = without_blanks(line);
        if (paragraph.empty() || paragraph.front() == '{') continue;
        const std::size_t next = text.find(paragraph, at);
        ASSERT_NE(next, std::string::npos) << paragraph;
        at = next + paragraph.size();
        ++found;
    }
    EXPECT_GE(found, least);
}

TEST_F(SampleForms, EveryParagraphComesBackWholeAndInOrder) {
    expect_paragraphs(accounts(), input_file(kAccounts, "body.txt"), 100);
    expect_paragraphs(project(), input_file(kProject, "body.txt"), 25);
    expect_paragraphs(letter(), input_file(kLetter, "body.txt"), 1);
    expect_paragraphs(letter(), input_file(kLetter, "scheme.txt"), 20);
}

/// Later checks have to find these slips of the originals.
TEST_F(SampleForms, WhatIsWrongInTheOriginalsIsPublishedAsItWas) {
    EXPECT_EQ(count(pages_of(letter()), "清公开办函〔2020〕4号"), 1U);
    EXPECT_EQ(count(pages_of(accounts()), "占64.30%"), 1U);
    EXPECT_EQ(count(pages_of(accounts()), "占36.20%"), 1U);
}

TEST_F(SampleForms, TheSelfEvaluationsStandInTheText) {
    const Pages pages = pages_of(accounts());
    const std::string text = joined(pages);
    const auto form = [](const std::string& project, const std::string& money) {
        return "（5）项目支出自评表项目支出绩效自评表（2019年度）项目名称" + project +
               "主管部门实施单位贵阳市人民政府政务服务中心资金来源资金总额（万元）" + money +
               "财政资金" + money + "其中：本级安排" + money + "其他资金";
    };
    const std::size_t first = text.find(form("人员技能培训费", "22.95"));
    const std::size_t report = text.find("2.贵阳市政务服务大数据运用平台项目绩效自评价报告");
    const std::size_t second = text.find(form("贵阳市政务服务大数据运用平台", "1273.5"));
    ASSERT_NE(second, std::string::npos);
    EXPECT_LT(first, report);
    EXPECT_LT(report, second);
    for (const char* file :
         {"training-goal.txt", "training-result.txt", "platform-goal.txt", "platform-result.txt"})
        expect_row(pages, {bytes_of(input_file(kAccounts, file))});
    EXPECT_EQ(count(text, "自评价分数100"), 1U);
    EXPECT_TRUE(text.ends_with("自评价分数96.71"));
}

TEST_F(SampleForms, EveryTargetHasItsTenCells) {
    const Pages pages = pages_of(project());
    const Rows rows = rows_of_csv(input_file(kProject, "targets.csv"));
    ASSERT_EQ(rows.size(), 15U);
    std::string empty_branches;
    for (std::vector<std::string> cells : rows) {
        ASSERT_EQ(cells.size(), 10U);
        const bool is_target = !cells[2].empty();
        for (const std::size_t column : {4U, 7U, 8U, 9U})
            if (cells[column].empty()) cells[column] = "空";
        cells.erase(cells.begin(), cells.begin() + 2);
        if (is_target) expect_row(pages, cells);
    }
    // Two of the seven targets' cells and four in each of the eight rows above them.
    EXPECT_EQ(count(pages, "空"), 2U + 8U * 4U);
    EXPECT_EQ(count(pages, "2021年至2023年，政务服务大厅正常高效运转得到保障"), 1U);
    EXPECT_EQ(count(pages, "总体目标（2021年-2023年）"), 1U);
    EXPECT_EQ(count(pages, "预算年度（2021年）目标"), 1U);
}

TEST_F(SampleForms, EveryRuleHasItsScore) {
    const Pages pages = pages_of(letter());
    std::size_t second = 0;
    while (second < pages.size() && !pages[second].starts_with("附件2")) ++second;
    const auto turn = pages.begin() + static_cast<std::ptrdiff_t>(second);
    ASSERT_NE(turn, pages.end());
    const Pages townships{pages.begin(), turn};
    const Pages departments{turn, pages.end()};
    const auto expect_rules = [](const Pages& annex, const std::string& file, std::size_t labels) {
        for (std::vector<std::string> cells : rows_of_csv(input_file(kLetter, file))) {
            cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(labels));
            expect_row(annex, cells);
        }
    };
    expect_rules(townships, "townships.csv", 2);
    expect_rules(townships, "townships-hotline.csv", 0);
    expect_rules(departments, "departments.csv", 2);
    expect_rules(departments, "departments-hotline.csv", 0);
    for (const Pages* annex : {&townships, &departments})
        EXPECT_EQ(count(*annex, "6受到国、省、市通报批评的，该年绩效考核一票否决"), 1U);
}

TEST_F(SampleForms, HeadsComeAgainOnEachPage) {
    const auto once_a_page = [](const Pages& pages, std::string_view begin, const char* head) {
        std::size_t page = 0;
        while (page < pages.size() && pages[page].find(begin) == std::string::npos) ++page;
        ASSERT_LT(page, pages.size());
        for (; page < pages.size(); ++page) EXPECT_EQ(count(pages[page], head), 1U) << page;
    };
    once_a_page(pages_of(letter()), "附件1乡镇", "序号指标内容评估内容和计分方法分值");
    once_a_page(pages_of(project()), "项目绩效目标表项目目标",
                "一级指标二级指标三级指标指标性质指标值度量单位指标属性");
}

/// Places on the sheet, where a turned page has its lines run upwards. A mark at the head of a line
/// may hang its blank half over the edge.
TEST_F(SampleForms, NothingStandsOutsideTheTypeArea) {
    const auto mm = [](Length length) { return static_cast<double>(length.emu()) / 36000; };
    constexpr double kHalfMark = 2.9;
    for (const PdfReader& reader : all()) {
        const int pages = static_cast<int>(pages_of(reader).size());
        ASSERT_GT(pages, 5);
        for (int page = 1; page <= pages; ++page) {
            const bool turned = is_turned(reader, page);
            const double left = turned ? 28 : 28 - kHalfMark;
            const double bottom = turned ? 262 + kHalfMark : 262;
            for (const ReadGlyph& glyph : reader.glyphs(page)) {
                const bool is_page_number = mm(glyph.y) > 266 && mm(glyph.y) < 273;
                EXPECT_GT(mm(glyph.x), left) << page << glyph.text;
                EXPECT_LT(mm(glyph.x), 184) << page << glyph.text;
                EXPECT_GT(mm(glyph.y), 37) << page << glyph.text;
                EXPECT_TRUE(mm(glyph.y) < bottom || is_page_number) << page << glyph.text;
            }
        }
    }
}

/// Ten columns want the long side of the sheet; everything else stands upright.
TEST_F(SampleForms, OnlyTheTableOfTargetsIsTurned) {
    for (const PdfReader& reader : all()) {
        const Pages pages = pages_of(reader);
        for (std::size_t page = 0; page < pages.size(); ++page)
            EXPECT_EQ(is_turned(reader, static_cast<int>(page) + 1),
                      pages[page].find("一级指标二级指标三级指标") != std::string::npos)
                << page;
    }
}

}  // namespace
}  // namespace banxin
