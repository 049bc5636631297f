// Tables in the flow of pages: what stays with them, and the line above what goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/pages/make_pages.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

constexpr Length kTypeHeight = 225_mm;
constexpr Length kTop = 37_mm;
constexpr Length kRow = 12_mm;  ///< The height of a row of the tables here.

Layout small_layout() {
    Layout layout;
    layout.page.left = 28_mm;
    layout.page.top = kTop;
    layout.page.type_width = 156_mm;
    layout.page.type_height = kTypeHeight;
    layout.page.em = 16_pt;
    layout.page.line_pitch = 10.4_mm;
    layout.page.rows_on_grid = false;
    layout.page_number.shown = false;
    Style style;
    style.name = "text";
    style.font_role = "仿宋";
    style.size = style.pitch = 16_pt;
    style.leading = 20_pt;
    style.alignment = Alignment::left;
    layout.styles["text"] = style;
    style.name = "caption";
    style.keep_with_next = true;
    layout.styles["caption"] = style;
    style.name = "continued";
    style.keep_with_next = false;
    style.alignment = Alignment::right;
    layout.styles["continued"] = style;
    return layout;
}

Paragraph words(const std::string& utf8, const std::string& style) {
    Paragraph paragraph;
    paragraph.style = style;
    paragraph.runs = {{Text{utf8, {.row = 1, .column = 1, .file = 1}}, style}};
    return paragraph;
}

/// A head that comes again and `rows` rows below it, numbered from 1.
Table numbered_table(unsigned rows, Length first_row = kRow) {
    Table table;
    table.frame = {{0.35_mm}, {0.25_mm}, 1_mm, 1_mm};
    table.sections = {{{{ColumnWidth::relative, {}, 1}}, 0, rows + 1}};
    for (unsigned row = 0; row <= rows; ++row) {
        table.rows.emplace_back();
        table.rows.back().repeats_until = row == 0 ? rows : row;
        table.rows.back().minimum_height = row == 1 ? first_row : kRow;
        TableCell cell;
        cell.row = row;
        cell.head = row == 0;
        cell.paragraph = words(row == 0 ? "国会" : std::to_string(row), "text");
        table.cells.push_back(std::move(cell));
    }
    return table;
}

class TablePages : public testing::Test {
  protected:
    void add(Paragraph paragraph) {
        document_.blocks.push_back({BlockRole::note, std::move(paragraph)});
    }
    void add(Table table) { document_.blocks.push_back({BlockRole::table, std::move(table)}); }
    void add_lines(int count) {
        for (int line = 0; line < count; ++line) add(words("大", "text"));
    }

    void lay_out() {
        Shaper shaper{test_fonts()};
        const auto shaped = shaper.shape(document_, layout_);
        ASSERT_TRUE(shaped.ok());
        auto paged = make_pages(shaped.value, layout_);
        EXPECT_TRUE(paged.diagnostics.empty());
        pages_ = std::move(paged.value);
        for (const Page& page : pages_.pages) check_type_area(page);
    }

    /// Nothing stands outside the type area.
    static void check_type_area(const Page& page) {
        for (const Item& item : page.items) {
            if (const auto* box = std::get_if<FilledBox>(&item)) {
                EXPECT_GE(box->top, kTop);
                EXPECT_LE(box->top + box->height, kTop + kTypeHeight);
            }
            if (const auto* run = std::get_if<GlyphRun>(&item)) {
                EXPECT_LE(run->glyphs.front().y, kTop + kTypeHeight);
            }
        }
    }

    [[nodiscard]] std::vector<std::string> texts(std::size_t page) const {
        std::vector<std::string> texts;
        for (const Item& item : pages_.pages.at(page).items)
            if (const auto* run = std::get_if<GlyphRun>(&item)) texts.push_back(run->text);
        return texts;
    }

    /// The first page that shows `text`.
    [[nodiscard]] std::size_t page_of(const std::string& text) const {
        for (std::size_t page = 0; page < pages_.pages.size(); ++page)
            if (testing::Matches(testing::Contains(text))(texts(page))) return page;
        ADD_FAILURE() << text << " is on no page";
        return 0;
    }

    [[nodiscard]] const GlyphRun* run_of(std::size_t page, const std::string& text) const {
        for (const Item& item : pages_.pages.at(page).items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (run != nullptr && run->text == text) return run;
        }
        return nullptr;
    }

    [[nodiscard]] Length top_of_rules(std::size_t page) const {
        Length top = kTop + kTypeHeight;
        for (const Item& item : pages_.pages.at(page).items)
            if (const auto* box = std::get_if<FilledBox>(&item)) top = std::min(top, box->top);
        return top;
    }

    Layout layout_ = small_layout();
    Document document_;
    PagedDocument pages_;
};

TEST_F(TablePages, SayOnLaterPiecesThatTheTableGoesOn) {
    Table table = numbered_table(50);
    table.continued = words("工作", "continued");
    add(std::move(table));
    lay_out();
    // A head and 17 rows, then 17 rows a page below the line and the head.
    ASSERT_EQ(pages_.pages.size(), 3U);
    EXPECT_EQ(run_of(0, "工作"), nullptr);
    for (const std::size_t page : {1U, 2U}) {
        const GlyphRun* line = run_of(page, "工作");
        ASSERT_NE(line, nullptr) << page;
        EXPECT_EQ(line->element, kArtifact);
        EXPECT_EQ(line->glyphs.front().y, kTop + baseline_below_top(16_pt));
        EXPECT_EQ(line->glyphs.back().x, 28_mm + 156_mm - 16_pt);
        EXPECT_EQ(top_of_rules(page), kTop + 20_pt);
    }
}

TEST_F(TablePages, SayNothingAboveATableThatBeginsOnALaterPage) {
    add_lines(31);
    Table table = numbered_table(3);
    table.continued = words("工作", "continued");
    add(std::move(table));
    lay_out();
    ASSERT_EQ(pages_.pages.size(), 2U);
    EXPECT_EQ(run_of(1, "工作"), nullptr);
    EXPECT_EQ(top_of_rules(1), kTop);
}

/// The line's room counts: a table that would just fit two pages without it takes three.
TEST_F(TablePages, KeepRoomForThatLine) {
    for (const bool says : {false, true}) {
        document_.blocks.clear();
        // The head and 17 rows on either page, which the higher last row fills to the end.
        Table table = numbered_table(34);
        table.rows.back().minimum_height = kRow + 9_mm;
        if (says) table.continued = words("工作", "continued");
        add(std::move(table));
        lay_out();
        EXPECT_EQ(pages_.pages.size(), says ? 3U : 2U);
    }
}

/// Wherever a caption of two paragraphs falls, the head and the first row stand below it.
TEST_F(TablePages, KeepCaptionsWithTheFirstRow) {
    int turned = 0;
    for (int before = 0; before < 34; ++before) {
        document_.blocks.clear();
        add_lines(before);
        add(words("工作", "caption"));
        add(words("人人", "caption"));
        add(numbered_table(4));
        lay_out();
        const std::size_t caption = page_of("工作");
        EXPECT_EQ(page_of("人人"), caption) << before;
        EXPECT_EQ(page_of("国会"), caption) << before;
        EXPECT_EQ(page_of("1"), caption) << before;
        EXPECT_LE(pages_.pages.size(), 2U) << before;
        if (caption == 1) ++turned;
    }
    // Captions, head and row take 44.5 mm of the 225; lines are 7.06 mm apart: 26 to 33 before.
    EXPECT_EQ(turned, 8);
}

TEST_F(TablePages, MoveAFormThatIsKeptTogetherWithItsCaption) {
    add_lines(20);
    add(words("工作", "caption"));
    Table table = numbered_table(8);
    table.keep_together = true;
    add(std::move(table));
    lay_out();
    ASSERT_EQ(pages_.pages.size(), 2U);
    EXPECT_EQ(page_of("工作"), 1U);
    EXPECT_EQ(page_of("1"), 1U);
    EXPECT_EQ(page_of("8"), 1U);
}

TEST_F(TablePages, LeaveAFormWhereItFits) {
    add_lines(10);
    Table table = numbered_table(8);
    table.keep_together = true;
    add(std::move(table));
    lay_out();
    EXPECT_EQ(pages_.pages.size(), 1U);
}

/// A head and 19 rows of 12 mm are too high for a page, and with 17 rows for one with a caption.
TEST_F(TablePages, SplitAFormThatNoPageHolds) {
    for (const unsigned rows : {19U, 17U}) {
        document_.blocks.clear();
        add_lines(3);
        add(words("工作", "caption"));
        Table table = numbered_table(rows);
        table.keep_together = true;
        add(std::move(table));
        lay_out();
        EXPECT_EQ(pages_.pages.size(), 2U) << rows;
        EXPECT_EQ(page_of("工作"), page_of("1")) << rows;
    }
}

TEST_F(TablePages, BeginATallRowBelowACaptionThatOpensThePage) {
    // Below the caption there is too little room for the first row, on any page.
    add_lines(3);
    add(words("工作", "caption"));
    Table table = numbered_table(2, kTypeHeight - kRow - 1_mm);
    add(std::move(table));
    lay_out();
    EXPECT_EQ(page_of("工作"), page_of("国会"));
}

}  // namespace
}  // namespace banxin
