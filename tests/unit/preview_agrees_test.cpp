// A page of our PDF drawn by pdftoppm and our preview of it are the same picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "pipeline/write/preview/write_preview.hpp"
#include "tests/picture.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

constexpr unsigned kDotsPerInch = 150;

// The finest strokes are less than a pixel wide here, and one rasteriser gives all its grey to one
// row where the other gives half to each of two.
constexpr int kTolerance = 96;
constexpr unsigned kFewPixels = 10;

/// `utf8` from `left` at the baseline `y`, one em of `size` from glyph to glyph.
GlyphRun line_of(const FontSet& fonts, std::string_view role_name, const std::string& utf8,
                 Length left, Length y, Length size) {
    const FontRole& role = *fonts.find_role(role_name);
    const auto utf16 = icu::UnicodeString::fromUTF8(utf8);
    GlyphRun run{.face = fonts.face_for(role, static_cast<char32_t>(utf16.char32At(0))),
                 .size = size,
                 .text = utf8,
                 .glyphs = {},
                 .origin = {}};
    std::uint32_t byte = 0;
    for (int at = 0; at < utf16.length(); at = utf16.moveIndex32(at, 1)) {
        const auto character = static_cast<char32_t>(utf16.char32At(at));
        const std::uint32_t end = byte + (character < 0x80 ? 1 : 3);
        const auto order = static_cast<std::int64_t>(run.glyphs.size());
        run.glyphs.push_back(
            {fonts.faces[run.face].glyph(character), left + order * size, y, {byte, end}});
        byte = end;
    }
    return run;
}

PagedDocument sample_page(const FontSet& fonts) {
    PagedDocument document;
    document.elements.push_back({.tag = Tag::document});
    Page page{.width = 210_mm, .height = 297_mm, .label = "1", .items = {}};
    page.items = {
        line_of(fonts, "小标宋", "年度考核情况通报", 50_mm, 50_mm, 22_pt),
        line_of(fonts, "黑体", "一、总体情况", 28_mm, 80_mm, 16_pt),
        line_of(fonts, "楷体", "（一）市直部门", 28.33_mm, 95_mm, 16_pt),
        line_of(fonts, "仿宋", "共有39个单位参加考核，平均得分为99.66分。", 28.17_mm, 110_mm,
                16_pt),
        line_of(fonts, "西文", "Banxin 2021", 28_mm, 125_mm, 15.75_pt),
        line_of(fonts, "符号", "☑☐", 28_mm, 140_mm, 16_pt),
        FilledBox{.left = 28_mm, .top = 150_mm, .width = 156_mm, .height = 0.35_mm},
        FilledBox{.left = 28_mm, .top = 150_mm, .width = 0.25_mm, .height = 60.1_mm},
        FilledBox{.left = 40_mm, .top = 160_mm, .width = 50_mm, .height = 20_mm},
    };
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
