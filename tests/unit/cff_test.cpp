// How the glyphs of CFF fonts are addressed in a PDF.
#include "pipeline/write/pdf/cff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

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

TEST(Cff, AFontByCidTellsItsCollection) {
    const auto fonts = installed_fonts();
    for (const auto& [name, collection] :
         {std::pair("FandolFang-Regular", "Adobe-GB1-5"),
          std::pair("NotoSerifCJKsc-Regular", "Adobe-Identity-0")}) {
        const auto naming = read_cff_naming(cff_of(*fonts, name));
        ASSERT_TRUE(naming) << name;
        EXPECT_EQ(described(naming->collection), collection);
    }
}

TEST(Cff, TheCidsOfAFontByCidAreThoseOfItsCollection) {
    const auto fonts = installed_fonts();
    const Face& face = fonts->faces[face_named(*fonts, "FandolFang-Regular")];
    const auto naming = read_cff_naming(cff_of(*fonts, "FandolFang-Regular"));
    ASSERT_TRUE(naming);
    EXPECT_EQ(naming->cids.size(), hb_face_get_glyph_count(face.harfbuzz.get()));
    // As fontTools reads the font.
    EXPECT_EQ(naming->cids.at(face.glyph(U' ')), 1);
    EXPECT_EQ(naming->cids.at(face.glyph(U'、')), 97);
    EXPECT_EQ(naming->cids.at(face.glyph(U'啊')), 940);
    EXPECT_EQ(naming->cids.at(face.glyph(U'座')), 4694);
}

TEST(Cff, AFontByNameIsAddressedByGlyph) {
    const auto naming = read_cff_naming(cff_of(*drawn_fonts(), "BanxinTest-CFF"));
    ASSERT_TRUE(naming);
    EXPECT_EQ(described(naming->collection), "Adobe-Identity-0");
    std::vector<std::uint16_t> glyphs(naming->cids.size());
    std::iota(glyphs.begin(), glyphs.end(), std::uint16_t{0});
    EXPECT_EQ(naming->cids, glyphs);
    EXPECT_GT(glyphs.size(), 500U);
}

// Run with sanitizers, a read outside the bytes is noticed.
TEST(Cff, DamagedFontsAreReadWithoutHarm) {
    const std::vector<std::uint8_t> whole = cff_of(*drawn_fonts(), "BanxinTest-CFF");
    for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50) {
        const std::vector<std::uint8_t> cut(whole.begin(),
                                            whole.begin() + static_cast<std::ptrdiff_t>(size));
        static_cast<void>(read_cff_naming(cut));
    }
    for (std::size_t at = 0; at < 300; ++at) {
        for (const int value : {0x00, 0x0C, 0x1D, 0x1E, 0x7F, 0xFF}) {
            std::vector<std::uint8_t> damaged = whole;
            damaged[at] = static_cast<std::uint8_t>(value);
            static_cast<void>(read_cff_naming(damaged));
        }
    }
    EXPECT_FALSE(read_cff_naming(std::span(whole).first(3)));
    EXPECT_FALSE(read_cff_naming(std::span(whole).first(100)));
}

}  // namespace
}  // namespace banxin::pdf
