// Labels on the finished page: as items, as a PDF that other programs read, and as a picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pages/make_pages.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/write/dump/write_dump.hpp"
#include "pipeline/write/pdf/write_pdf.hpp"
#include "pipeline/write/preview/write_preview.hpp"
#include "tests/golden.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/picture.hpp"
#include "tests/shaped.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

/// A page with one row of labels, each in a column of `width`.
PagedDocument page_of(const std::vector<std::string>& labels, const std::string& role, Length size,
                      Length width, const std::shared_ptr<const FontSet>& fonts,
                      Orientation orientation = Orientation::vertical) {
    Layout layout;
    layout.page.left = layout.page.top = 20_mm;
    layout.page.type_width = width * static_cast<std::int64_t>(labels.size());
    layout.page.type_height = 200_mm;
    layout.page.em = size;
    layout.page.line_pitch = size.scaled(15, 8);
    layout.page_number.shown = false;
    Style style;
    style.name = "label";
    style.font_role = role;
    style.size = style.pitch = size;
    style.leading = size.scaled(5, 4);
    style.alignment = Alignment::centre;
    layout.styles["label"] = style;

    Table table;
    table.frame = {0.35_mm, 0.25_mm, 1_mm, 1_mm};
    table.rows.resize(1);
    table.sections = {{{}, 0, 1}};
    std::vector<TableColumn>& columns = table.sections[0].columns;
    for (const std::string& words : labels) {
        TableCell cell;
        cell.column = static_cast<unsigned>(columns.size());
        cell.paragraph.style = "label";
        const Origin origin{1, static_cast<std::uint16_t>(cell.column + 1), 1, 0};
        cell.paragraph.runs = {{Text{words, origin}, "label"}};
        cell.orientation = orientation;
        cell.head = true;
        table.cells.push_back(cell);
        columns.push_back({ColumnWidth::fixed, width, 1});
    }
    Document document;
    document.blocks.push_back({BlockRole::table, table});
    Shaper shaper{fonts};
    const auto shaped = shaper.shape(document, layout);
    EXPECT_THAT(shaped.diagnostics, testing::IsEmpty());
    auto paged = make_pages(shaped.value, layout);
    EXPECT_THAT(paged.diagnostics, testing::IsEmpty());
    return std::move(paged.value);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += text;
    std::erase(all, '\n');
    return all;
}

const std::vector<std::string> kLabels = {
    "年度绩效目标（含追加）", "2020年12月",    "一级指标",    "“三公”经费——支出", "10月", "共100分",
    "产出指标\n（50分）",     "79%、12.5万元", "PPP项目Word", "‘国’……李·王。"};

TEST(VerticalPages, ItemsOfDrawnFonts) {
    const auto fonts = test_fonts();
    EXPECT_TRUE(matches_golden(
        "vertical-labels", dump(page_of({"年度（含追加）", "2020年12月\n100分", "“三公”——"}, "仿宋",
                                        Length::from_emu(100'000), 10_mm, fonts),
                                *fonts)));
}

TEST(VerticalPages, ReadersFindTheWordsAsTheyWereWritten) {
    const auto fonts = installed_fonts();
    for (const char* role : {"仿宋", "黑体", "楷体", "宋体", "小标宋"}) {
        const PagedDocument document = page_of(kLabels, role, 15.75_pt, 17_mm, fonts);
        const auto pdf = write_pdf(document, *fonts);
        ASSERT_THAT(pdf.diagnostics, testing::IsEmpty());
        const PdfReader reader(pdf.value);
        EXPECT_EQ(reader.text(), joined(kLabels)) << role;
        // mupdf, glyph by glyph, knows nothing of replacement texts.
        std::string text;
        for (const ReadGlyph& glyph : reader.glyphs(1)) text += glyph.text;
        EXPECT_EQ(text, joined(kLabels)) << role;
    }
}

/// One character wide, labels run down as those that always do; three wide, across.
TEST(VerticalPages, LabelsThatMayTurnAreVerticalInNarrowColumns) {
    const auto fonts = test_fonts();
    const Length size = Length::from_emu(100'000);
    const auto page = [&](Length width, Orientation orientation) {
        return dump(
            page_of({"年度（含追加）", "产出"}, "仿宋", size, 2_mm + width, fonts, orientation),
            *fonts);
    };
    EXPECT_EQ(page(size, Orientation::automatic), page(size, Orientation::vertical));
    EXPECT_EQ(page(3 * size, Orientation::automatic), page(3 * size, Orientation::horizontal));
    EXPECT_NE(page(3 * size, Orientation::horizontal), page(3 * size, Orientation::vertical));
}

TEST(VerticalPages, ColumnsFollowEachOtherFromTheRight) {
    const auto fonts = installed_fonts();
    const auto pdf =
        write_pdf(page_of({"年度绩效目标（含追加）"}, "仿宋", 15.75_pt, 17_mm, fonts), *fonts);
    const auto glyphs = PdfReader(pdf.value).glyphs(1);
    ASSERT_EQ(glyphs.size(), 11U);
    for (std::size_t k = 1; k < glyphs.size(); ++k) {
        if (k == 6) {
            EXPECT_EQ(glyphs[k].text, "（");
            EXPECT_LT(glyphs[k].x, glyphs[k - 1].x);
            EXPECT_LT(glyphs[k].y, glyphs[k - 1].y);
        } else {
            EXPECT_EQ(glyphs[k].x, glyphs[k - 1].x) << k;
            EXPECT_GT(glyphs[k].y, glyphs[k - 1].y) << k;
        }
    }
    // 1 em from Han to Han, 1.25 em from column to column; a hundredth of a millimetre is nothing.
    const auto near = [](Length a, Length b) { return std::abs((a - b).emu()) < 360; };
    EXPECT_TRUE(near(glyphs[1].y - glyphs[0].y, 15.75_pt));
    EXPECT_TRUE(near(glyphs[0].x - glyphs[6].x, 19.6875_pt));
}

TEST(VerticalPages, ThePreviewIsThePictureOfThePdf) {
    // Poppler sets glyphs on whole pixels from top to bottom; even the hair lines of ﹃ are wider.
    constexpr unsigned kDotsPerInch = 300;
    constexpr int kTolerance = 96;
    const auto fonts = installed_fonts();
    PagedDocument document = page_of(kLabels, "仿宋", 15.75_pt, 17_mm, fonts);
    // Of rules the two draw the edges differently.
    std::erase_if(document.pages.at(0).items,
                  [](const Item& item) { return std::holds_alternative<FilledBox>(item); });
    const auto pdf = write_pdf(document, *fonts);
    const Picture theirs =
        read_pgm(converted(pdf.value, ".pdf",
                           "pdftoppm -r " + std::to_string(kDotsPerInch) +
                               " -gray -singlefile {in} {out} && mv {out}.pgm {out}"));
    const Picture ours =
        read_png(write_preview(document, *fonts, 0, PreviewFormat::png, kDotsPerInch).value);
    ASSERT_GT(ours.width, 0);
    ASSERT_EQ(ours.width, theirs.width);
    ASSERT_EQ(ours.height, theirs.height);
    EXPECT_LT(pixels_apart(theirs, ours, kTolerance), 10U);
    EXPECT_LT(pixels_apart(ours, theirs, kTolerance), 10U);
}

}  // namespace
}  // namespace banxin
