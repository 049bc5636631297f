// How the glyphs of CFF fonts are addressed in a PDF.
#include "pipeline/write/pdf/cff_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "pipeline/write/pdf/cff_subset.hpp"
#include "tests/page_builder.hpp"
#include "tests/test_fonts.hpp"

namespace banxin::pdf {
namespace {

std::vector<std::uint8_t> cff_of(const FontSet& fonts, const char* name) {
    const Face& face = fonts.faces[face_named(fonts, name)];
    hb_blob_t* blob = hb_face_reference_table(face.harfbuzz.get(), HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    std::vector<std::uint8_t> bytes(data, data + size);
    hb_blob_destroy(blob);
    return bytes;
}

std::string described(const CharacterCollection& collection) {
    return collection.registry + "-" + collection.ordering + "-" +
           std::to_string(collection.supplement);
}

std::vector<std::uint32_t> all_glyphs(const CffFont& font) {
    std::vector<std::uint32_t> glyphs(font.glyph_count());
    std::iota(glyphs.begin(), glyphs.end(), std::uint32_t{0});
    return glyphs;
}

TEST(CffFont, AFontByCidTellsItsCollection) {
    const auto fonts = installed_fonts();
    for (const auto& [name, collection] :
         {std::pair("FandolFang-Regular", "Adobe-GB1-5"),
          std::pair("NotoSerifCJKsc-Regular", "Adobe-Identity-0")}) {
        const std::vector<std::uint8_t> bytes = cff_of(*fonts, name);
        const auto font = CffFont::open(bytes);
        ASSERT_TRUE(font) << name;
        EXPECT_EQ(described(font->collection()), collection);
        EXPECT_TRUE(font->is_cid_keyed());
    }
}

TEST(CffFont, TheCidsOfAFontByCidAreThoseOfItsCollection) {
    const auto fonts = installed_fonts();
    const Face& face = fonts->faces[face_named(*fonts, "FandolFang-Regular")];
    const std::vector<std::uint8_t> bytes = cff_of(*fonts, "FandolFang-Regular");
    const auto font = CffFont::open(bytes);
    ASSERT_TRUE(font);
    EXPECT_EQ(font->glyph_count(), hb_face_get_glyph_count(face.harfbuzz.get()));
    std::vector<std::uint32_t> glyphs;
    for (const char32_t character : std::u32string_view{U" 、啊座"}) {
        glyphs.push_back(face.glyph(character));
    }
    ASSERT_TRUE(std::ranges::is_sorted(glyphs));
    // As fontTools reads the font.
    EXPECT_EQ(font->cids(glyphs), (std::vector<std::uint16_t>{1, 97, 940, 4694}));
    EXPECT_EQ(font->cids(all_glyphs(*font)).size(), font->glyph_count());
    EXPECT_EQ(font->dictionaries_of(all_glyphs(*font)).size(), font->glyph_count());
    glyphs.push_back(font->glyph_count());
    EXPECT_TRUE(font->cids(glyphs).empty());
    EXPECT_TRUE(font->dictionaries_of(glyphs).empty());
}

TEST(CffFont, AFontByNameIsAddressedByGlyph) {
    const std::vector<std::uint8_t> bytes = cff_of(*drawn_fonts(), "BanxinTest-CFF");
    const auto font = CffFont::open(bytes);
    ASSERT_TRUE(font);
    EXPECT_FALSE(font->is_cid_keyed());
    EXPECT_EQ(described(font->collection()), "Adobe-Identity-0");
    const std::vector<std::uint32_t> glyphs = all_glyphs(*font);
    EXPECT_EQ(font->cids(glyphs), std::vector<std::uint16_t>(glyphs.begin(), glyphs.end()));
    EXPECT_GT(glyphs.size(), 500U);
}

// Run with sanitizers, a read outside the bytes is noticed.
TEST(CffFont, DamagedFontsAreReadWithoutHarm) {
    const auto read_and_subset = [](std::span<const std::uint8_t> bytes) {
        const auto font = CffFont::open(bytes);
        if (!font) return false;
        std::vector<std::uint32_t> glyphs = all_glyphs(*font);
        glyphs.resize(std::min<std::size_t>(glyphs.size(), 20));
        static_cast<void>(subset_cff(*font, glyphs));
        return true;
    };
    const std::vector<std::uint8_t> whole = cff_of(*drawn_fonts(), "BanxinTest-CFF");
    EXPECT_TRUE(read_and_subset(whole));
    for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50) {
        static_cast<void>(read_and_subset(std::span(whole).first(size)));
    }
    std::mt19937 random{5176};
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::uint8_t> damaged = whole;
        // Most of the font's plan stands in its first bytes.
        const std::size_t reach = round % 2 == 0 ? 300 : damaged.size();
        damaged[random() % reach] = static_cast<std::uint8_t>(random());
        static_cast<void>(read_and_subset(damaged));
    }
    EXPECT_FALSE(CffFont::open(std::span(whole).first(3)));
    EXPECT_FALSE(CffFont::open(std::span(whole).first(100)));
}

}  // namespace
}  // namespace banxin::pdf
