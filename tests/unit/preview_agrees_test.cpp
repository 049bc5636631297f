// A page of our PDF drawn by pdftoppm and our preview of it are the same picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "pipeline/write/preview/write_preview.hpp"
#include "tests/page_builder.hpp"
#include "tests/picture.hpp"

namespace banxin {
namespace {

constexpr unsigned kDotsPerInch = 150;

// The finest strokes are less than a pixel wide here, and one rasteriser gives all its grey to one
// row where the other gives half to each of two.
constexpr int kTolerance = 96;
constexpr unsigned kFewPixels = 10;

PagedDocument sample_page(const FontSet& fonts) {
    PagedDocument document;
    document.elements.push_back({.tag = Tag::document});
    Page page = blank_page("1");
    const auto set = [&](std::string_view role, std::string_view text, Length size, Length left,
                         Length baseline) {
        for (auto& run : set_line(fonts, role, text, size, left, baseline)) {
            page.items.emplace_back(std::move(run));
        }
    };
    set("小标宋", "年度考核情况通报", 22_pt, 50_mm, 50_mm);
    set("黑体", "一、总体情况", 16_pt, 28_mm, 80_mm);
    set("楷体", "（一）市直部门", 16_pt, 28.33_mm, 95_mm);
    set("仿宋", "共有39个单位参加考核，平均得分为99.66分。", 16_pt, 28.17_mm, 110_mm);
    set("西文", "Banxin 2021", 15.75_pt, 28_mm, 125_mm);
    set("仿宋", "￥☑瞭", 16_pt, 28_mm, 140_mm);
    // A word that runs down and three digits in one cell, as in labels of tables.
    const auto set_in = [&](Posture posture, std::string_view text, Length left, Length baseline) {
        GlyphRun run =
            make_run(fonts, face_named(fonts, "LiberationSerif"), text, 16_pt, left, baseline);
        run.posture = posture;
        for (PositionedGlyph& glyph : run.glyphs) {
            const Length along = glyph.x - left;
            glyph.x = left;
            if (posture.turn == Posture::Turn::clockwise) glyph.y += along;
            if (posture.turn == Posture::Turn::upright) {
                glyph.x += along.scaled(posture.width, 1000);
            }
        }
        page.items.emplace_back(std::move(run));
    };
    set_in({Posture::Turn::clockwise, 1000}, "Banxin 2021", 150_mm, 190_mm);
    set_in({Posture::Turn::clockwise, 800}, "gb/t", 170_mm, 190_mm);
    set_in({Posture::Turn::upright, 667}, "100", 140_mm, 190_mm);
    page.items.emplace_back(FilledBox{28_mm, 150_mm, 156_mm, 0.35_mm});
    page.items.emplace_back(FilledBox{28_mm, 150_mm, 0.25_mm, 60.1_mm});
    page.items.emplace_back(FilledBox{40_mm, 160_mm, 50_mm, 20_mm});
    page.items.emplace_back(SlantedLine{100_mm, 160_mm, 180_mm, 200_mm, 0.35_mm});
    document.pages.push_back(std::move(page));
    return document;
}

class PreviewAgrees : public testing::Test {
  protected:
    static Picture draw_by_pdftoppm(const PagedDocument& document, const FontSet& fonts) {
        const auto pdf = write_pdf(document, fonts);
        EXPECT_THAT(pdf.diagnostics, testing::IsEmpty());
        return read_pgm(converted(pdf.value, ".pdf",
                                  "pdftoppm -r " + std::to_string(kDotsPerInch) +
                                      " -gray -singlefile {in} {out} && mv {out}.pgm {out}"));
    }
    static Picture draw_preview(const PagedDocument& document, const FontSet& fonts) {
        return read_png(write_preview(document, fonts, 0, PreviewFormat::png, kDotsPerInch).value);
    }
};

TEST_F(PreviewAgrees, WithPdftoppm) {
    const auto fonts = installed_fonts();
    const PagedDocument document = sample_page(*fonts);
    const Picture theirs = draw_by_pdftoppm(document, *fonts);
    const Picture ours = draw_preview(document, *fonts);
    ASSERT_GT(ours.width, 0);
    ASSERT_EQ(ours.width, theirs.width);
    ASSERT_EQ(ours.height, theirs.height);
    EXPECT_LT(pixels_apart(theirs, ours, kTolerance), kFewPixels);
    EXPECT_LT(pixels_apart(ours, theirs, kTolerance), kFewPixels);
}

/// The comparison would notice one character standing half a millimetre aside.
TEST_F(PreviewAgrees, ADisplacedCharacterWouldBeNoticed) {
    const auto fonts = installed_fonts();
    PagedDocument document = sample_page(*fonts);
    const Picture theirs = draw_by_pdftoppm(document, *fonts);
    std::get<GlyphRun>(document.pages[0].items[3]).glyphs[5].x += 0.5_mm;
    const Picture ours = draw_preview(document, *fonts);
    ASSERT_EQ(ours.grey.size(), theirs.grey.size());
    EXPECT_GT(pixels_apart(theirs, ours, kTolerance), kFewPixels);
}

}  // namespace
}  // namespace banxin
