// The text of a PDF: what readers copy, where glyphs stand, how fonts are embedded.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/page_builder.hpp"
#include "tests/pdf_reader.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kTrueType = "BanxinTest-TrueType";
constexpr const char* kCff = "BanxinTest-CFF";

std::string written(const PagedDocument& document, const FontSet& fonts) {
    Outcome<std::string> outcome = write_pdf(document, fonts);
    EXPECT_THAT(outcome.diagnostics, IsEmpty());
    return std::move(outcome.value);
}

PagedDocument one_page(std::vector<GlyphRun> runs) {
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    for (GlyphRun& run : runs) document.pages.front().items.emplace_back(std::move(run));
    return document;
}

/// Glyphs are where they belong when they are within a hundredth of a millimetre of it.
testing::AssertionResult is_at(const ReadGlyph& read, const PositionedGlyph& wanted) {
    const auto far = [](Length a, Length b) { return std::abs((a - b).emu()) > 360; };
    if (!far(read.x, wanted.x) && !far(read.y, wanted.y)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << read.text << " at " << read.x.emu() << "," << read.y.emu()
                                       << ", not " << wanted.x.emu() << "," << wanted.y.emu();
}

void expect_same_places(const PdfReader& reader, const GlyphRun& run) {
    const std::vector<ReadGlyph> glyphs = reader.glyphs(1);
    ASSERT_EQ(glyphs.size(), run.glyphs.size());
    for (std::size_t k = 0; k < glyphs.size(); ++k) EXPECT_TRUE(is_at(glyphs[k], run.glyphs[k]));
}

TEST(WritePdfText, MarksOfOfficialDocumentsAreExtractedAsWritten) {
    const auto fonts = installed_fonts();
    const std::string text =
        "〔2020〕2号——……“优秀”‘良’·￥～99.66%（一）①垟𬭊";
    const PdfReader reader(
        written(one_page(set_line(*fonts, "仿宋", text, 16_pt, 20_mm, 50_mm)), *fonts));
    EXPECT_EQ(reader.text(), text);
}

TEST(WritePdfText, AHanIsNotExtractedAsARadicalThatLooksTheSame) {
    const auto fonts = installed_fonts();
    const FaceId noto = face_named(*fonts, "NotoSerifCJKsc-Regular");
    // The font draws both with one glyph: a font's own map would say ⼒ or 力 by chance.
    ASSERT_EQ(fonts->faces[noto].glyph(U'⼒'), fonts->faces[noto].glyph(U'力'));
    const PdfReader reader(
        written(one_page({make_run(*fonts, noto, "力女子", 16_pt, 20_mm, 50_mm)}), *fonts));
    EXPECT_EQ(reader.text(), "力女子");
}

TEST(WritePdfText, AGlyphMayStandForDifferentTexts) {
    const auto fonts = drawn_fonts();
    for (const char* name : {kTrueType, kCff}) {
        GlyphRun run = make_run(*fonts, face_named(*fonts, name), "中中中", 16_pt, 20_mm, 50_mm);
        run.text = "中甲中";
        const PdfReader reader(written(one_page({run}), *fonts));
        EXPECT_EQ(reader.text(), "中甲中") << name;
        expect_same_places(reader, run);
    }
}

TEST(WritePdfText, SeveralGlyphsMayStandForOneText) {
    const auto fonts = drawn_fonts();
    GlyphRun run = make_run(*fonts, face_named(*fonts, kTrueType), "ae国e", 16_pt, 20_mm, 50_mm);
    run.text = "é国é";  // a + e drawn for the first é, e alone for the second
    run.glyphs[0].text = {0, 2};
    run.glyphs[1].text = {2, 2};
    run.glyphs[2].text = {2, 5};
    run.glyphs[3].text = {5, 7};
    const PdfReader reader(written(one_page({run}), *fonts));
    EXPECT_EQ(reader.text(), "é国é");
    expect_same_places(reader, run);
}

TEST(WritePdfText, OneGlyphMayStandForSeveralCharacters) {
    const auto fonts = drawn_fonts();
    GlyphRun run = make_run(*fonts, face_named(*fonts, kCff), "国一国", 16_pt, 20_mm, 50_mm);
    run.text = "国——国";
    run.glyphs[1].text = {3, 9};
    run.glyphs[2].text = {9, 12};
    EXPECT_EQ(PdfReader(written(one_page({run}), *fonts)).text(), "国——国");
}

TEST(WritePdfText, SupplementaryCharactersAreExtracted) {
    const auto fonts = drawn_fonts();
    const FaceId face = face_named(*fonts, kCff);
    const PdfReader reader(
        written(one_page({make_run(*fonts, face, "国𠮷垟", 16_pt, 20_mm, 50_mm)}), *fonts));
    EXPECT_EQ(reader.text(), "国𠮷垟");
}

TEST(WritePdfText, GlyphsOfALongLineStandWhereTheyBelong) {
    const auto fonts = drawn_fonts();
    // Sizes and gaps of which no multiple is a whole number of thousandths of a point.
    for (const Length size : {16_pt, 15.75_pt, 5.54_mm}) {
        for (const char* name : {kTrueType, kCff}) {
            GlyphRun run = make_run(*fonts, face_named(*fonts, name),
                                    "一二三四五六七八九十abc一二三四，六七八九十12", size, 28_mm,
                                    123.457_mm, Length::from_emu(4987));
            run.glyphs[5].y -= 1.5_mm;  // raised
            run.glyphs[6].x -= 30_mm;   // set back
            expect_same_places(PdfReader(written(one_page({run}), *fonts)), run);
        }
    }
}

TEST(WritePdfText, GlyphsOfOtherUnitsPerEmStandWhereTheyBelong) {
    const auto fonts = installed_fonts();
    const FaceId face = face_named(*fonts, "DejaVuSans");
    ASSERT_EQ(fonts->faces[face].units_per_em, 2048U);
    const GlyphRun run = make_run(*fonts, face, "Wäre die Summe ≥ 100 % der Wert ☑ ✓ ☐ AVAVAVAV",
                                  10.5_pt, 28_mm, 50_mm);
    const PdfReader reader(written(one_page({run}), *fonts));
    expect_same_places(reader, run);
    EXPECT_EQ(reader.text(), run.text);
}

TEST(WritePdfText, WidthsAreThoseOfTheFontHoweverGlyphsArePlaced) {
    const auto installed = installed_fonts();
    const FaceId face = face_named(*installed, "DejaVuSans");
    // A blank is 651 and an A 1401 of 2048 units wide (hmtx); 30 mm are left between them here.
    const GlyphRun run = make_run(*installed, face, "A A", 20_pt, 20_mm, 50_mm, 30_mm);
    const PdfReader reader(written(one_page({run}), *installed));
    const std::string widths =
        reader.run("mutool show {} trailer/Root/Pages/Kids/1/Resources/Font/F" +
                   std::to_string(face) + "/DescendantFonts/1/W");
    EXPECT_EQ(widths, "[ 1 [ 318 684 ] ]\n");
}

TEST(WritePdfText, RunsInOneFaceAndSizeAreKeptApart) {
    const auto fonts = drawn_fonts();
    const FaceId face = face_named(*fonts, kTrueType);
    const GlyphRun first = make_run(*fonts, face, "国家", 16_pt, 28_mm, 50_mm);
    const GlyphRun second = make_run(*fonts, face, "政务", 16_pt, 98_mm, 75_mm);
    const auto glyphs = PdfReader(written(one_page({first, second}), *fonts)).glyphs(1);
    ASSERT_EQ(glyphs.size(), 4U);
    EXPECT_TRUE(is_at(glyphs[1], first.glyphs[1]));
    EXPECT_TRUE(is_at(glyphs[2], second.glyphs[0]));
}

TEST(WritePdfText, EveryKindOfFontIsEmbeddedAsASubsetWithItsText) {
    const auto installed = installed_fonts();
    const auto drawn = drawn_fonts();
    const auto lines = [](const FontSet& fonts, std::initializer_list<const char*> names) {
        std::vector<GlyphRun> runs;
        Length y = 20_mm;
        for (const char* name : names) {
            runs.push_back(make_run(fonts, face_named(fonts, name), "A1", 16_pt, 20_mm, y));
            y += 10_mm;
        }
        return PdfReader(written(one_page(runs), fonts)).run("pdffonts {}");
    };
    // CFF by CID (of two collections), TrueType, CFF by name.
    std::string table =
        lines(*installed, {"FandolFang-Regular", "NotoSerifCJKsc-Bold", "DejaVuSans"});
    table += lines(*drawn, {kCff, kTrueType});
    for (const char* row : {"FandolFang-Regular-Identity-H +CID Type 0C +Identity-H +yes yes yes",
                            "NotoSerifCJKsc-Bold-Identity-H +CID Type 0C +Identity-H +yes yes yes",
                            "DejaVuSans +CID TrueType +Identity-H +yes yes yes",
                            "BanxinTest-CFF-Identity-H +CID Type 0C +Identity-H +yes yes yes",
                            "BanxinTest-TrueType +CID TrueType +Identity-H +yes yes yes"}) {
        EXPECT_THAT(table, testing::ContainsRegex(std::string("[A-Z]{6}\\+") + row));
    }
}

/// `run` turned about its first glyph, with everything along its baseline made narrower.
GlyphRun in_posture(GlyphRun run, Posture posture) {
    const PositionedGlyph first = run.glyphs.front();
    for (PositionedGlyph& glyph : run.glyphs) {
        const Length along = (glyph.x - first.x).scaled(posture.width, 1000);
        const bool turned = posture.turn == Posture::Turn::clockwise;
        glyph.x = turned ? first.x : first.x + along;
        glyph.y = turned ? first.y + along : first.y;
    }
    run.posture = posture;
    return run;
}

TEST(WritePdfText, TurnedAndCondensedGlyphsStandWhereTheyBelong) {
    const auto fonts = drawn_fonts();
    for (const char* name : {kTrueType, kCff}) {
        for (const Posture posture :
             {Posture{Posture::Turn::clockwise, 1000}, Posture{Posture::Turn::upright, 667},
              Posture{Posture::Turn::clockwise, 805}}) {
            GlyphRun run = in_posture(
                make_run(*fonts, face_named(*fonts, name), "PPP一二三四五六七八九十2020ABC",
                         15.75_pt, 28_mm, 50.457_mm, Length::from_emu(4987)),
                posture);
            run.glyphs[5].x += 1.5_mm;
            run.glyphs[6].y += 3_mm;
            const PdfReader reader(written(one_page({run}), *fonts));
            expect_same_places(reader, run);
            std::string text;
            for (const ReadGlyph& glyph : reader.glyphs(1)) text += glyph.text;
            EXPECT_EQ(text, run.text);
        }
    }
}

TEST(WritePdfText, AnUprightRunAfterATurnedOneIsUpright) {
    const auto fonts = drawn_fonts();
    const FaceId face = face_named(*fonts, kCff);
    const GlyphRun turned = in_posture(make_run(*fonts, face, "AB", 16_pt, 28_mm, 50_mm),
                                       {Posture::Turn::clockwise, 900});
    const GlyphRun upright = make_run(*fonts, face, "国家", 16_pt, 28_mm, 80_mm);
    const auto glyphs = PdfReader(written(one_page({turned, upright}), *fonts)).glyphs(1);
    ASSERT_EQ(glyphs.size(), 4U);
    EXPECT_TRUE(is_at(glyphs[1], turned.glyphs[1]));
    EXPECT_TRUE(is_at(glyphs[3], upright.glyphs[1]));
}

/// The edges of what is dark in the left 100 points of page 1, in points.
struct Ink {
    double left = 1000, top = 1000, right = 0, bottom = 0;
};

Ink ink_of(const PdfReader& reader) {
    constexpr std::size_t kColumns = 100;
    const std::string dots = reader.dots(kColumns);
    Ink ink;
    for (std::size_t k = 0; k < dots.size(); ++k) {
        if (static_cast<unsigned char>(dots[k]) >= 128) continue;
        const auto column = static_cast<double>(k % kColumns);
        const auto row = static_cast<double>(k / kColumns);
        ink.left = std::min(ink.left, column);
        ink.right = std::max(ink.right, column + 1);
        ink.top = std::min(ink.top, row);
        ink.bottom = std::max(ink.bottom, row + 1);
    }
    return ink;
}

/// Has `name` drawn as the first of several glyphs of its face, and compares poppler's ink with
/// the outline that HarfBuzz finds in the font file.
void expect_ink(const FontSet& fonts, const char* name) {
    const FaceId id = face_named(fonts, name);
    const Face& face = fonts.faces[id];
    for (const char* text : {"-A1.", "A-1.", "1-A.", ".1A-"}) {
        // The others stand outside of what is looked at.
        const GlyphRun run = make_run(fonts, id, text, 72_pt, 10_pt, 200_pt, 100_pt);
        const Ink ink = ink_of(PdfReader(written(one_page({run}), fonts)));
        hb_glyph_extents_t extents{};
        hb_font_get_glyph_extents(face.font.get(), run.glyphs[0].id, &extents);
        const double unit = 72.0 / face.units_per_em;
        EXPECT_NEAR(ink.left, 10 + extents.x_bearing * unit, 1) << name << text;
        EXPECT_NEAR(ink.right, 10 + (extents.x_bearing + extents.width) * unit, 1) << name << text;
        EXPECT_NEAR(ink.top, 200 - extents.y_bearing * unit, 1) << name << text;
        EXPECT_NEAR(ink.bottom, 200 - (extents.y_bearing + extents.height) * unit, 1)
            << name << text;
    }
}

TEST(WritePdfText, ATurnedGlyphIsDrawnAQuarterClockwise) {
    const auto fonts = installed_fonts();
    const FaceId id = face_named(*fonts, "FandolFang-Regular");
    const Face& face = fonts->faces[id];
    for (const std::uint16_t width : {std::uint16_t{1000}, std::uint16_t{600}}) {
        GlyphRun run = make_run(*fonts, id, "p", 72_pt, 30_pt, 200_pt);
        run.posture = {Posture::Turn::clockwise, width};
        const Ink ink = ink_of(PdfReader(written(one_page({run}), *fonts)));
        hb_glyph_extents_t extents{};
        hb_font_get_glyph_extents(face.font.get(), run.glyphs[0].id, &extents);
        const double unit = 72.0 / face.units_per_em;
        const double along = unit * width / 1000;
        // What was up is right, what was right is down: the descender of p stands to the left.
        EXPECT_NEAR(ink.left, 30 + (extents.y_bearing + extents.height) * unit, 1);
        EXPECT_NEAR(ink.right, 30 + extents.y_bearing * unit, 1);
        EXPECT_NEAR(ink.top, 200 + extents.x_bearing * along, 1);
        EXPECT_NEAR(ink.bottom, 200 + (extents.x_bearing + extents.width) * along, 1);
    }
}

TEST(WritePdfText, GlyphsOfEveryKindOfFontAreDrawnWithTheirOwnInk) {
    const auto drawn = drawn_fonts();
    for (const char* name : {kTrueType, kCff}) expect_ink(*drawn, name);
    const auto installed = installed_fonts();
    for (const char* name : {"FandolFang-Regular", "NotoSerifCJKsc-Bold", "DejaVuSans"}) {
        expect_ink(*installed, name);
    }
}

}  // namespace
}  // namespace banxin
