// Pages laid out by layouts/notice.yaml with drawn fonts, against the figures of GB/T 9704-2012
// worked out by hand: 37 mm, 28 mm, 28 cells of 5.571 mm, 22 rows 10.4455 mm apart.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/pages/make_pages.hpp"
#include "pipeline/pages/signature.hpp"
#include "tests/layout_files.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

constexpr double kPitch = 10.44550265;  // (225 − 5.64444) / 21
constexpr double kCell = 156.0 / 28;
constexpr double kBaseline = 0.88 * 5.64444;  // below the top of a 三号 em

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

std::string repeat(const char* text, int count) {
    std::string result;
    for (int k = 0; k < count; ++k) result += text;
    return result;
}

class PagesTest : public testing::Test {
  protected:
    Paragraph& add(BlockRole role, const std::string& style, const std::string& utf8) {
        Paragraph paragraph;
        paragraph.style = style;
        paragraph.runs = {{Text{utf8, {.row = 1, .column = 1, .file = 1}}, style}};
        document_.blocks.push_back({role, paragraph});
        return std::get<Paragraph>(document_.blocks.back().content);
    }

    PagedDocument pages(const std::vector<Code>& told = {}) {
        Shaper shaper{test_fonts()};
        const auto shaped = shaper.shape(document_, layout_);
        EXPECT_TRUE(shaped.ok());
        auto paged = make_pages(shaped.value, layout_);
        std::vector<Code> codes;
        for (const Diagnostic& each : paged.diagnostics) codes.push_back(each.code);
        EXPECT_EQ(codes, told);
        return std::move(paged.value);
    }

    struct PrintedLine {
        double left;
        double right;  ///< pen of the last glyph
        double baseline;
        std::string text;
    };

    /// The lines of a page from top to bottom, the page number last.
    static std::vector<PrintedLine> lines(const Page& page) {
        std::vector<PrintedLine> list;
        for (const Item& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run == nullptr) continue;
            const double baseline = mm(run->glyphs.front().y);
            const double left = mm(run->glyphs.front().x);
            const double right = mm(run->glyphs.back().x);
            if (!list.empty() && list.back().baseline == baseline) {
                list.back().right = right;
                list.back().text += run->text;
            } else {
                list.push_back({left, right, baseline, run->text});
            }
        }
        return list;
    }

    static double row(int number) { return 37 + (number - 1) * kPitch + kBaseline; }

    Layout layout_ = layout_of("notice");
    Document document_;
};

TEST_F(PagesTest, TwentyTwoRowsOfTwentyEightCellsFillTheTypeArea) {
    // 2 characters of indent and 26 on the first line, then 28 a line.
    add(BlockRole::body, "body", repeat("国", 26 + 28 * 22));
    const PagedDocument document = pages();
    ASSERT_EQ(document.pages.size(), 2U);
    const auto first = lines(document.pages[0]);
    ASSERT_EQ(first.size(), 23U);
    for (int k = 0; k < 22; ++k) {
        const auto& line = first[static_cast<std::size_t>(k)];
        EXPECT_NEAR(line.baseline, row(k + 1), 0.01) << k;
        EXPECT_NEAR(line.right, 184 - kCell, 0.01) << k;
        EXPECT_NEAR(line.left, k > 0 ? 28 : 28 + 2 * kCell, 0.01) << k;
    }
    const auto second = lines(document.pages[1]);
    EXPECT_NEAR(second[0].baseline, row(1), 0.01);
}

TEST_F(PagesTest, TheTitleStandsOnRowThreeAndTheBodyOneBlankLineBelow) {
    add(BlockRole::title, "title", "国人大会\n工作");
    add(BlockRole::body, "body", "国人大会");
    const auto page = lines(pages().pages[0]);
    const double second = 22 * 25.4 / 72;  // 二号
    EXPECT_NEAR(page[0].baseline, 37 + 2 * kPitch + 0.88 * second, 0.01);
    EXPECT_NEAR(page[1].baseline - page[0].baseline, 36 * 25.4 / 72, 0.01);
    EXPECT_NEAR((page[0].left + page[0].right + second) / 2, 106, 0.01);
    EXPECT_NEAR(page[2].baseline, row(6), 0.01);
}

TEST_F(PagesTest, AHeadingNeverStandsAloneAtTheFoot) {
    add(BlockRole::body, "body", repeat("国", 26 + 28 * 20));  // 21 rows
    add(BlockRole::heading_1, "heading-1", "一、工作");
    add(BlockRole::body, "body", "国人大会");
    const PagedDocument document = pages();
    ASSERT_EQ(document.pages.size(), 2U);
    EXPECT_EQ(lines(document.pages[0]).size(), 22U);
    EXPECT_EQ(lines(document.pages[1])[0].text, "一、工作");
    ASSERT_EQ(document.outline.size(), 1U);
    EXPECT_EQ(document.outline[0].page, 1U);
    EXPECT_NEAR(mm(document.outline[0].top), 37, 0.01);
}

TEST_F(PagesTest, AttachmentNamesHangUnderTheFirst) {
    add(BlockRole::body, "body", "国人大会");
    Paragraph& first = add(BlockRole::attachment, "attachment", "附件：1. " + repeat("工作", 16));
    first.hanging_bytes = 12;  // 附件：1.
    Paragraph& second = add(BlockRole::attachment, "attachment", "2. " + repeat("目标", 16));
    second.hanging_bytes = 3;
    second.hang_under = "附件：";
    document_.blocks[1].links_to = 1;
    document_.blocks[2].links_to = 2;
    for (const unsigned annex : {1U, 2U}) {
        add(BlockRole::annex_label, "annex-label", "附件" + std::to_string(annex));
        document_.blocks.back().annex = annex;
        add(BlockRole::annex_title, "annex-title", "工作目标");
        document_.blocks.back().annex = annex;
    }
    const PagedDocument document = pages();
    ASSERT_EQ(document.pages.size(), 3U);
    const auto page = lines(document.pages[0]);
    const double label = 28 + 2 * kCell;
    EXPECT_NEAR(page[1].baseline, row(3), 0.01);  // a blank line
    EXPECT_NEAR(page[1].left, label, 0.01);
    const double name = page[2].left;
    EXPECT_GT(name, label + 4 * kCell);
    EXPECT_NEAR(page[3].left, label + 3 * kCell, 0.01);
    EXPECT_NEAR(page[4].left, name, 0.01);
    EXPECT_NEAR(page[3].baseline, row(5), 0.01);  // no blank line inside the list

    std::vector<std::uint32_t> targets;
    for (const Item& item : document.pages[0].items) {
        if (const auto* link = std::get_if<LinkArea>(&item)) {
            targets.push_back(link->target_page);
            EXPECT_NEAR(mm(link->target_top), 37, 0.01);
        }
    }
    EXPECT_EQ(targets, (std::vector<std::uint32_t>{1, 1, 2, 2}));
    const auto annex = lines(document.pages[1]);
    EXPECT_NEAR(annex[0].left, 28, 0.01);
    EXPECT_NEAR(annex[0].baseline, row(1), 0.01);
    EXPECT_NEAR(annex[1].baseline, 37 + 2 * kPitch + 0.88 * 22 * 25.4 / 72, 0.01);
}

TEST_F(PagesTest, PageNumbersStandOutsideAtTheirHeight) {
    add(BlockRole::body, "body", repeat("国", 28 * 30));
    const PagedDocument document = pages();
    const double em = 14 * 25.4 / 72;  // 四号
    const auto odd = lines(document.pages[0]).back();
    const auto even = lines(document.pages[1]).back();
    EXPECT_EQ(odd.text, "—1—");
    EXPECT_EQ(even.text, "—2—");
    EXPECT_NEAR(odd.right + em, 184 - em, 0.01);
    EXPECT_NEAR(even.left, 28 + em, 0.01);
    EXPECT_EQ(document.pages[1].label, "2");
}

/// 20 rows of text leave room for the issuer and not for the date; the text goes along.
TEST_F(PagesTest, IssuerAndDateStayTogether) {
    add(BlockRole::body, "body", repeat("国", 26 + 28 * 19));
    add(BlockRole::issuer, "issuer", repeat("国", 9));
    add(BlockRole::date, "date", "2021年1月29日");
    const PagedDocument document = pages({Code::signature_kept_by_moved_lines});
    ASSERT_EQ(document.pages.size(), 2U);
    const auto page = lines(document.pages[1]);
    ASSERT_EQ(page.size(), 5U);  // two lines of text, the signature, the page number
    EXPECT_NEAR(page[2].left, 28 + 17 * kCell, 0.01);
    EXPECT_NEAR(page[3].left, 28 + 19 * kCell, 0.01);
}

/// Body paragraphs of three and four lines that begin on every row of a page: wherever they turn
/// the page, two lines or more go over, and no row but the one before them is left empty.
TEST_F(PagesTest, NoPageBeginsWithTheLastLineOfALongerParagraph) {
    for (const int characters : {70, 82, 83, 96, 110}) {
        for (int rows = 0; rows < 22; ++rows) {
            document_.blocks.clear();
            for (int k = 0; k < rows; ++k) add(BlockRole::body, "body", "大会");
            add(BlockRole::body, "body",
                repeat("国人，", characters / 3) + repeat("人", characters % 3) + "国大。");
            const PagedDocument document = pages();
            ASSERT_LE(document.pages.size(), 2U);
            if (document.pages.size() < 2) continue;
            const auto before = lines(document.pages[0]);
            const auto after = lines(document.pages[1]);
            EXPECT_GE(after.size(), 3U) << characters << " after " << rows;  // and a page number
            EXPECT_GE(before.size(), 22U) << characters << " after " << rows;
        }
    }
}

struct SignatureCase {
    int issuer;  ///< width in characters
    double date;
    double issuer_left;
    double date_left;
};

/// GB/T 9704-2012, 7.3.5.2, on 28 characters.
TEST(Signature, IndentsOfTheStandard) {
    for (const SignatureCase& row : {SignatureCase{9, 6, 17, 19}, SignatureCase{5, 7, 17, 19},
                                     SignatureCase{6, 6, 20, 22}, SignatureCase{20, 6.5, 6, 8}}) {
        const auto em = [](double characters) {
            return Length::from_emu(static_cast<std::int64_t>(characters * 1000));
        };
        BrokenParagraph issuer;
        issuer.lines.resize(1);
        issuer.lines[0].width = em(row.issuer);
        issuer.lines[0].positions = {Length{}};
        BrokenParagraph date;
        date.lines.resize(1);
        date.lines[0].width = em(row.date);
        date.lines[0].positions = {em(3)};
        date.lines[0].left = em(3);
        indent_signature({&issuer, 1}, date, em(28), em(1));
        EXPECT_EQ(issuer.lines[0].left, em(row.issuer_left)) << row.issuer;
        EXPECT_EQ(date.lines[0].left, em(row.date_left)) << row.issuer;
        EXPECT_EQ(date.lines[0].positions[0], em(row.date_left)) << row.issuer;
    }
}

}  // namespace
}  // namespace banxin
