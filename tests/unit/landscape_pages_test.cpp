// Tables on landscape pages, GB/T 9704-2012, clause 8: the head towards the left edge of the sheet,
// the page number where other pages have it. A reader shows the page turned.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/pages/make_pages.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

double mm(Length length) { return static_cast<double>(length.emu()) / 36000; }

Layout sheet_of_the_standard() {
    Layout layout;
    layout.page.left = 28_mm;
    layout.page.top = 37_mm;
    layout.page.type_width = 156_mm;
    layout.page.type_height = 225_mm;
    layout.page.em = 16_pt;
    layout.page.line_pitch = 10.4_mm;
    layout.page_number = {.font_role = "宋体",
                          .size = 14_pt,
                          .dash_below = 7_mm,
                          .outer_indent = 14_pt,
                          .gap = 3.5_pt};
    Style style;
    style.name = "cell";
    style.font_role = "仿宋";
    style.size = style.pitch = 16_pt;
    style.leading = 20_pt;
    style.alignment = Alignment::left;
    layout.styles["cell"] = style;
    return layout;
}

Block words(const std::string& utf8) {
    Paragraph paragraph;
    paragraph.style = "cell";
    paragraph.runs = {{Text{utf8, {.row = 1, .column = 1, .file = 1}}, "cell"}};
    return {BlockRole::body, std::move(paragraph)};
}

/// A row with a horizontal and a vertical cell, the latter with words that are turned in it.
Block landscape_table() {
    Table table;
    table.frame = {0.35_mm, 0.25_mm, 1_mm, 1_mm};
    table.rows.resize(1);
    table.sections = {{{}, 0, 1}};
    std::vector<TableColumn>& columns = table.sections[0].columns;
    for (const char* text : {"考核得分98.50分", "年度Word"}) {
        TableCell cell;
        cell.column = static_cast<unsigned>(columns.size());
        cell.paragraph.style = "cell";
        cell.paragraph.runs = {{Text{text, {.row = 2, .column = 1, .file = 1}}, "cell"}};
        cell.orientation = cell.column == 0 ? Orientation::horizontal : Orientation::vertical;
        table.cells.push_back(cell);
        columns.push_back({ColumnWidth::relative, {}, 1});
    }
    Block block{BlockRole::table, std::move(table)};
    block.orientation = PageOrientation::landscape;
    return block;
}

class LandscapePages : public testing::Test {
  protected:
    PagedDocument pages() {
        Shaper shaper{fonts_};
        const auto shaped = shaper.shape(document_, layout_);
        EXPECT_THAT(shaped.diagnostics, testing::IsEmpty());
        auto paged = make_pages(shaped.value, layout_);
        EXPECT_THAT(paged.diagnostics, testing::IsEmpty());
        return std::move(paged.value);
    }

    std::shared_ptr<const FontSet> fonts_ = installed_fonts();
    Layout layout_ = sheet_of_the_standard();
    Document document_;
};

TEST_F(LandscapePages, ATableBetweenTextsHasPagesOfItsOwn) {
    document_.blocks = {words("前"), landscape_table(), words("后")};
    const PagedDocument document = pages();
    ASSERT_EQ(document.pages.size(), 3U);
    EXPECT_FALSE(document.pages[0].read_turned);
    EXPECT_TRUE(document.pages[1].read_turned);
    EXPECT_FALSE(document.pages[2].read_turned);
    for (const Page& page : document.pages) {
        EXPECT_EQ(page.width, 210_mm);
        EXPECT_EQ(page.height, 297_mm);
    }
}

// The frame fills the type area from its left edge: 28 mm is the head's, 37 and 262 the ends.
TEST_F(LandscapePages, TheHeadLiesTowardsTheLeftEdgeOfTheSheet) {
    document_.blocks = {landscape_table()};
    Length left = 210_mm;
    Length top = 297_mm;
    Length bottom;
    const PagedDocument document = pages();
    for (const Item& item : document.pages[0].items) {
        const auto* box = std::get_if<FilledBox>(&item);
        if (box == nullptr) continue;
        left = std::min(left, box->left);
        top = std::min(top, box->top);
        bottom = std::max(bottom, box->top + box->height);
    }
    EXPECT_EQ(left, 28_mm);
    EXPECT_EQ(top, 37_mm);
    EXPECT_EQ(bottom, 262_mm);
}

// Turned as the page asks for, it is the same table on a sheet across. The reader tells places on
// the sheet itself, counted from the head of a portrait one.
TEST_F(LandscapePages, AReaderShowsTheTableUpright) {
    layout_.page_number.shown = false;
    document_.blocks = {landscape_table()};
    const PdfReader turned(write_pdf(pages(), *fonts_).value);
    PageGeometry& page = layout_.page;
    page.paper_width = 297_mm;
    page.paper_height = 210_mm;
    page.left = 35_mm;
    page.top = 28_mm;
    std::swap(page.type_width, page.type_height);
    page.rows_on_grid = false;
    document_.blocks[0].orientation = PageOrientation::portrait;
    const PdfReader across(write_pdf(pages(), *fonts_).value);
    const auto seen = turned.glyphs(1);
    const auto expected = across.glyphs(1);
    ASSERT_EQ(seen.size(), expected.size());
    for (std::size_t k = 0; k < seen.size(); ++k) {
        EXPECT_EQ(seen[k].text, expected[k].text);
        EXPECT_NEAR(297 - mm(seen[k].y), mm(expected[k].x), 0.01) << k;
        EXPECT_NEAR(mm(seen[k].x), mm(expected[k].y) - (297 - 210), 0.01) << k;
    }
    EXPECT_THAT(turned.run("pdfinfo {}"), testing::ContainsRegex("Page rot: +90"));
    EXPECT_EQ(turned.text(), across.text());
}

TEST_F(LandscapePages, ThePageNumberStaysWhereOtherPagesHaveIt) {
    document_.blocks = {words("前"), words("中"), landscape_table()};
    document_.blocks[1].orientation = PageOrientation::landscape;
    const auto number_of = [](const Page& page) {
        const GlyphRun& run = std::get<GlyphRun>(page.items.back());
        EXPECT_EQ(run.posture.turn, Posture::Turn::upright);
        return run.glyphs.front().y;
    };
    const PagedDocument document = pages();
    EXPECT_EQ(number_of(document.pages[1]), number_of(document.pages[0]));
}

}  // namespace
}  // namespace banxin
