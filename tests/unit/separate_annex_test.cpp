// Annexes that are bound by themselves (GB/T 9704-2012, 7.3.7): a leaf of their own behind the
// imprint, page numbers from 1, the document number on their label; read back by poppler.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

double mm(Length length) { return static_cast<double>(length.emu()) / Length::kPerMillimetre; }

/// An official document with these lines of job.yaml, and a body of so many paragraphs.
class Made {
  public:
    Made(const std::string& more, int paragraphs)
        : inputs_{fs::path{testing::TempDir()} / ("banxin-volumes-" + std::to_string(getpid()))} {
        fs::create_directories(inputs_ / "document");
        std::ofstream body{inputs_ / "document/body.txt"};
        for (int k = 0; k < paragraphs; ++k) body << "各单位要做好年度工作。\n";
        std::ofstream annex{inputs_ / "document/annex.txt"};
        for (int k = 0; k < 30; ++k) annex << "名单一项。\n";
        std::ofstream{inputs_ / "document/job.yaml"}
            << "layout: official-document\n"
               "head: {mark: 示例市人民政府文件, document-number: 示政发〔2026〕5号}\n"
               "title: 示例市人民政府关于试验的通知\n"
               "issuer: 示例市人民政府\n"
               "date: 2026-03-02\n"
               "body: body.txt\n"
            << more;
    }
    ~Made() { fs::remove_all(inputs_); }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    [[nodiscard]] std::string pdf() const {
        const MadeJobs made{"volumes", {"document"}, "", inputs_};
        return made.pdf("document");
    }

  private:
    fs::path inputs_;
};

/// The signs of the page number and where the outer dash ends, in mm; empty where there is none.
struct Number {
    std::string signs;
    double left = 0;
};

Number number_of(const PdfReader& reader, int page) {
    Number number;
    for (const ReadGlyph& glyph : reader.glyphs(page)) {
        if (mm(glyph.y) < 266) continue;
        if (number.signs.empty()) number.left = mm(glyph.x);
        number.signs += glyph.text;
    }
    return number;
}

std::vector<std::string> numbers(const PdfReader& reader, int pages) {
    std::vector<std::string> all;
    for (int page = 1; page <= pages; ++page) all.push_back(number_of(reader, page).signs);
    return all;
}

std::string text_of(const PdfReader& reader, int page) {
    const std::string number = std::to_string(page);
    return without_blanks(reader.run("pdftotext -f " + number + " -l " + number + " {} -"));
}

constexpr const char* kImprint =
    "imprint: {printed-by: 示例市人民政府办公室, printed-on: 2026-03-03}\n";

TEST(SeparateAnnexes, FollowTheImprintAndCountTheirPagesFromOne) {
    const Made made{std::string{kImprint} +
                        "annexes:\n"
                        "  - {title: 第一份名单, body: annex.txt}\n"
                        "  - {title: 第二份名单, body: annex.txt, bound: separately}\n",
                    3};
    const PdfReader reader{made.pdf()};
    // Page 1, two of the annex that is bound with it, page 4 for the imprint; then two of their
    // own.
    EXPECT_THAT(numbers(reader, 6), ElementsAre("—1—", "—2—", "—3—", "—4—", "—1—", "—2—"));
    EXPECT_THAT(text_of(reader, 1), HasSubstr("附件：1.第一份名单2.第二份名单"));
    EXPECT_THAT(text_of(reader, 2), HasSubstr("附件1第一份名单"));
    EXPECT_THAT(text_of(reader, 4), HasSubstr("2026年3月3日印发"));
    EXPECT_THAT(text_of(reader, 5), testing::StartsWith("示政发〔2026〕5号附件2第二份名单"));
    // An odd number stands at the right, an even one at the left.
    EXPECT_GT(number_of(reader, 5).left, 150);
    EXPECT_LT(number_of(reader, 6).left, 40);
}

TEST(SeparateAnnexes, BeginALeafOfTheirOwn) {
    const Made made{"annexes:\n  - {title: 名单, body: annex.txt, bound: separately}\n", 3};
    const PdfReader reader{made.pdf()};
    EXPECT_THAT(numbers(reader, 4), ElementsAre("—1—", "", "—1—", "—2—"));
    EXPECT_EQ(text_of(reader, 2), "");
    EXPECT_THAT(text_of(reader, 3), testing::StartsWith("示政发〔2026〕5号附件名单"));
}

TEST(SeparateAnnexes, TheirLabelStandsInTheTypeAreasCorner) {
    const Made made{
        std::string{kImprint} + "annexes:\n  - {title: 名单, body: annex.txt, bound: separately}\n",
        3};
    const PdfReader reader{made.pdf()};
    const ReadGlyph first = reader.glyphs(3).front();
    EXPECT_EQ(first.text, "示");
    EXPECT_NEAR(mm(first.x), 28, 0.2);
    EXPECT_NEAR(mm(first.y) - 0.88 * 16 * 25.4 / 72, 37, 0.2);
}

/// 7.3.7: an annex that is text is laid out as the document is, a blank line below its title.
TEST(TextAnnexes, BeginABlankLineBelowTheirTitle) {
    const Made made{"annexes:\n  - {title: 名单, body: annex.txt}\n", 3};
    const PdfReader reader{made.pdf()};
    double title = 0;
    double text = 0;
    for (const ReadGlyph& glyph : reader.glyphs(2)) {
        if (glyph.text == "单" && title == 0) title = mm(glyph.y);
        if (glyph.text == "项" && text == 0) text = mm(glyph.y);
    }
    const double title_foot = title + 0.12 * 22 * 25.4 / 72;
    const double text_head = text - 0.88 * 16 * 25.4 / 72;
    EXPECT_GE(text_head - title_foot, 10.39 - 0.2);
    EXPECT_LE(text_head - title_foot, 10.39 + 10.45);
}

/// Readers show the number that is printed, and a link still leads to the annex.
TEST(SeparateAnnexes, ViewersKnowTheirPagesAndTheirPlace) {
    const Made made{
        std::string{kImprint} + "annexes:\n  - {title: 名单, body: annex.txt, bound: separately}\n",
        3};
    const PdfReader reader{made.pdf()};
    const std::string json = reader.run("qpdf --json --json-key=pagelabels {}");
    EXPECT_THAT(json, testing::ContainsRegex("\"index\": 2,[^}]*\"/St\": 1"));
    EXPECT_THAT(reader.mupdf("print(doc.resolveLink(doc.loadPage(0).getLinks()[0].uri).page);"),
                HasSubstr("2"));
}

}  // namespace
}  // namespace banxin
