// Pictures of hand-made pages, drawn with fonts whose ink is made of boxes, pixel by pixel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/write/preview/write_preview.hpp"
#include "tests/picture.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

constexpr unsigned kTenPixelsAMillimetre = 254;

/// One 国 of 10 mm, 100 pixels, with its origin 5 mm from the left and 15 mm from the top; below
/// it a rule of 10 × 0.5 mm.
PagedDocument page_with(const FontSet& fonts, std::string_view role) {
    const FaceId face = fonts.find_role(role)->faces.front();
    GlyphRun run{.face = face, .size = 10_mm, .text = "国", .glyphs = {}, .origin = {}};
    run.glyphs.push_back({fonts.faces[face].glyph(U'国'), 5_mm, 15_mm, {0, 3}});
    PagedDocument document;
    document.pages.push_back({.width = 20_mm, .height = 25_mm, .label = "1", .items = {run}});
    document.pages[0].items.emplace_back(
        FilledBox{.left = 5_mm, .top = 20_mm, .width = 10_mm, .height = 0.5_mm});
    return document;
}

/// What draw_fonts.py says of 国: a box from (40, -80) to (960, 840) with a hole of 160.
void expect_page(const Picture& picture, int blur) {
    ASSERT_EQ(picture.width, 200);
    ASSERT_EQ(picture.height, 250);
    for (const int row : {66 + blur, 100, 157 - blur}) {
        EXPECT_EQ(picture.at(54 + blur, row), 0);
        EXPECT_EQ(picture.at(145 - blur, row), 0);
        EXPECT_EQ(picture.at(53 - blur, row), 255);
        EXPECT_EQ(picture.at(146 + blur, row), 255);
    }
    for (const int column : {54 + blur, 145 - blur}) {
        EXPECT_EQ(picture.at(column, 65 - blur), 255);
        EXPECT_EQ(picture.at(column, 158 + blur), 255);
    }
    EXPECT_EQ(picture.at(50 + blur, 200 + blur), 0);
    EXPECT_EQ(picture.at(149 - blur, 204 - blur), 0);
    EXPECT_EQ(picture.at(49 - blur, 202), 255);
    EXPECT_EQ(picture.at(150 + blur, 202), 255);
    EXPECT_EQ(picture.at(100, 199 - blur), 255);
    EXPECT_EQ(picture.at(100, 205 + blur), 255);
    unsigned white_inside = 0;
    for (int row = 68; row < 156; ++row) {
        for (int column = 56; column < 144; ++column) {
            if (picture.at(column, row) == 255) ++white_inside;
        }
    }
    EXPECT_NEAR(white_inside, 16 * 16, 2 * 17);  // the hole, whole pixels of it
}

class PreviewOfEachFormat : public testing::TestWithParam<const char*> {};

TEST_P(PreviewOfEachFormat, PngHasItsInkWhereThePageSays) {
    const auto fonts = drawn_fonts();
    const auto png = write_preview(page_with(*fonts, GetParam()), *fonts, 0, PreviewFormat::png,
                                   kTenPixelsAMillimetre);
    ASSERT_THAT(png.diagnostics, testing::IsEmpty());
    expect_page(read_png(png.value), 0);
}

TEST_P(PreviewOfEachFormat, SvgHasItsInkWhereThePageSays) {
    const auto fonts = drawn_fonts();
    const auto svg = write_preview(page_with(*fonts, GetParam()), *fonts, 0, PreviewFormat::svg,
                                   kTenPixelsAMillimetre);
    ASSERT_THAT(svg.diagnostics, testing::IsEmpty());
    const std::string pgm =
        converted(svg.value, ".svg", "mutool draw -q -r 254 -c gray -F pgm -o {out} {in}");
    expect_page(read_pgm(pgm), 1);
}

INSTANTIATE_TEST_SUITE_P(TrueTypeAndCff, PreviewOfEachFormat, testing::Values("仿宋", "黑体"));

TEST(Preview, TheSamePageGivesTheSameBytes) {
    const auto fonts = drawn_fonts();
    const auto other_fonts = drawn_fonts();
    for (const PreviewFormat format : {PreviewFormat::png, PreviewFormat::svg}) {
        const std::string first =
            write_preview(page_with(*fonts, "仿宋"), *fonts, 0, format, 96).value;
        EXPECT_EQ(write_preview(page_with(*other_fonts, "仿宋"), *other_fonts, 0, format, 96).value,
                  first);
        EXPECT_THAT(first, testing::Not(testing::HasSubstr(BANXIN_SOURCE_DIR)));
        EXPECT_THAT(first, testing::Not(testing::HasSubstr("BanxinTest")));
    }
}

TEST(Preview, ASizeBeyondWhatCanBeDrawnIsReported) {
    const auto fonts = drawn_fonts();
    const auto png = write_preview(page_with(*fonts, "仿宋"), *fonts, 0, PreviewFormat::png, 90000);
    ASSERT_EQ(png.diagnostics.size(), 1U);
    EXPECT_EQ(png.diagnostics[0].code, Code::preview_not_written);
    EXPECT_EQ(png.value, "");
}

}  // namespace
}  // namespace banxin
