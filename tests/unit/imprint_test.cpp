// 版记, made by the program as a clerk would make it and read back by mupdf and poppler, against
// the figures of GB/T 9704-2012, 7.4, in millimetres from the page's top-left corner.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

constexpr double kLeft = 28;
constexpr double kRight = 184;
constexpr double kFoot = 262;
constexpr double kEm = 14 * 25.4 / 72;  // 四号
constexpr double kTolerance = 0.1;

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

struct Rule {
    double top, bottom;
};

/// The document of the samples with other lines for its imprint.
class Imprint : public testing::Test {
  protected:
    static std::string make(const std::string& imprint, int paragraphs, const std::string& more) {
        static int count = 0;
        const fs::path inputs =
            fs::path{testing::TempDir()} /
            ("banxin-imprint-" + std::to_string(getpid()) + "-" + std::to_string(++count));
        fs::create_directories(inputs / "job");
        std::ofstream body{inputs / "job" / "body.txt"};
        for (int k = 0; k < paragraphs; ++k) body << "这是一段。\n";
        body.close();
        std::ofstream{inputs / "job" / "job.yaml"}
            << "layout: official-document\n"
               "head: {mark: 示例市人民政府文件, document-number: 示政发〔2026〕5号}\n"
               "title: 示例市人民政府关于试验的通知\n"
               "issuer: 示例市人民政府\n"
               "date: 2026-03-02\n"
               "body: body.txt\n"
            << "imprint: " << imprint << "\n"
            << more;
        std::ofstream{inputs / "job" / "annex.txt"} << "附件的内容。\n";
        const MadeJobs made{"imprint", {"job"}, "", inputs};
        fs::remove_all(inputs);
        return made.pdf("job");
    }

    /// The rules as wide as the type area, from the top down.
    static std::vector<Rule> rules(const PdfReader& reader, int page) {
        std::vector<Rule> found;
        for (const ReadBox& box : reader.boxes(page)) {
            if (std::abs(mm(box.left) - kLeft) > kTolerance ||
                std::abs(mm(box.right) - kRight) > kTolerance)
                continue;
            found.push_back({mm(box.top), mm(box.bottom)});
        }
        std::sort(found.begin(), found.end(),
                  [](const Rule& a, const Rule& b) { return a.top < b.top; });
        return found;
    }

    static std::vector<double> widths(const std::vector<Rule>& rules) {
        std::vector<double> widths;
        for (const Rule& rule : rules)
            widths.push_back(std::round((rule.bottom - rule.top) * 100) / 100);
        return widths;
    }

    /// All glyphs of `page` from the first 抄 on.
    static std::vector<ReadGlyph> from_copies(const PdfReader& reader, int page) {
        std::vector<ReadGlyph> glyphs = reader.glyphs(page);
        const auto first = std::find_if(glyphs.begin(), glyphs.end(),
                                        [](const ReadGlyph& glyph) { return glyph.text == "抄"; });
        glyphs.erase(glyphs.begin(), first);
        return glyphs;
    }

    static std::size_t pages(const PdfReader& reader) {
        return std::stoul(reader.run("qpdf --show-npages {}"));
    }
    static std::string page_text(const PdfReader& reader, std::size_t page) {
        const std::string number = std::to_string(page);
        return without_blanks(
            reader.run("pdftotext -layout -f " + number + " -l " + number + " {} -"));
    }
};

constexpr const char* kFull =
    "{copies-to: 市委各部门，市人大常委会办公室，市政协办公室，市监委，市中级法院，市检察院。, "
    "printed-by: 示例市人民政府办公室, printed-on: 2026-03-03}";

TEST_F(Imprint, EndsTheTypeAreaOfTheSecondPageInRulesOfItsOwn) {
    const PdfReader reader{make(kFull, 3, "")};
    ASSERT_EQ(pages(reader), 2U);
    EXPECT_TRUE(rules(reader, 1).empty() || rules(reader, 1).back().bottom < kFoot - 10);
    const std::vector<Rule> found = rules(reader, 2);
    EXPECT_THAT(widths(found), testing::ElementsAre(0.35, 0.25, 0.35));
    EXPECT_NEAR(found.back().bottom, kFoot, kTolerance);

    const std::vector<ReadGlyph> glyphs = from_copies(reader, 2);
    EXPECT_NEAR(mm(glyphs.front().x), kLeft + kEm, kTolerance);
    // Later lines begin behind the colon, the third character.
    double last_row = mm(glyphs.front().y);
    std::vector<double> begins;
    for (const ReadGlyph& glyph : glyphs) {
        if (mm(glyph.y) > last_row + 1) begins.push_back(mm(glyph.x));
        last_row = mm(glyph.y);
    }
    ASSERT_GE(begins.size(), 2U);
    EXPECT_NEAR(begins[0], kLeft + 4 * kEm, kTolerance);
    EXPECT_NEAR(begins[1], kLeft + kEm, kTolerance);  // 印发机关

    const std::string text = page_text(reader, 2);
    EXPECT_THAT(text, testing::HasSubstr("市检察院。示例市人民政府办公室2026年3月3日印发"));
    EXPECT_THAT(text, testing::HasSubstr("—2—"));
    // 印发 ends a character before the edge.
    const auto issued = std::find_if(glyphs.begin(), glyphs.end(),
                                     [](const ReadGlyph& glyph) { return glyph.text == "发"; });
    ASSERT_NE(issued, glyphs.end());
    EXPECT_NEAR(mm(issued->x) + kEm, kRight - kEm, kTolerance);
}

TEST_F(Imprint, HasNoRuleBetweenNothing) {
    const PdfReader copies{make("{copies-to: 各部门}", 3, "")};
    EXPECT_THAT(widths(rules(copies, 2)), testing::ElementsAre(0.35, 0.35));
    const PdfReader printing{make("{printed-by: 办公室, printed-on: 2026-03-03}", 3, "")};
    EXPECT_THAT(widths(rules(printing, 2)), testing::ElementsAre(0.35, 0.35));
}

TEST_F(Imprint, FollowsOnTheNextPageWhereItNeedNotBeEven) {
    const PdfReader reader{make("{page: next, printed-by: 办公室, printed-on: 2026-03-03}", 3, "")};
    ASSERT_EQ(pages(reader), 1U);
    EXPECT_NEAR(rules(reader, 1).back().bottom, kFoot, kTolerance);
    EXPECT_THAT(page_text(reader, 1), testing::HasSubstr("—1—"));
}

/// GB/T 9704-2012, 7.5: neither the blank page nor the imprint's page after it has a number.
TEST_F(Imprint, AfterABlankPageHasNoNumber) {
    // Page 2 is full of text but for the signature, which ends it.
    int paragraphs = 20;
    while (paragraphs < 60) {
        const PdfReader reader{
            make(kFull, paragraphs, "silence: [signature-kept-by-line-pitch]\n")};
        if (pages(reader) == 4) break;
        ++paragraphs;
    }
    const PdfReader reader{make(kFull, paragraphs, "")};
    ASSERT_EQ(pages(reader), 4U);
    EXPECT_THAT(page_text(reader, 2), testing::HasSubstr("—2—"));
    EXPECT_EQ(page_text(reader, 3), "");
    EXPECT_THAT(page_text(reader, 4), testing::StartsWith("抄送："));
    EXPECT_THAT(page_text(reader, 4), testing::EndsWith("印发"));
}

TEST_F(Imprint, ComesAfterTheAnnexes) {
    const PdfReader reader{make(kFull, 3, "annexes: [{title: 示例名单, body: annex.txt}]\n")};
    ASSERT_EQ(pages(reader), 2U);
    EXPECT_THAT(page_text(reader, 2), testing::StartsWith("附件示例名单附件的内容。抄送："));
}

}  // namespace
}  // namespace banxin
