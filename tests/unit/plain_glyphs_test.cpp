// What is shaped without Pango comes out as Pango would have shaped it.
#include "pipeline/shape/plain_glyphs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

#include "pipeline/shape/pango_fonts.hpp"
#include "tests/prose/prose.hpp"
#include "tests/shaped.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

constexpr char32_t kEndOfPlane = 0xFFFF;

std::u32string plain_characters(const PlainGlyphs& plain) {
    std::u32string characters;
    for (char32_t character = 1; character < kEndOfPlane; ++character) {
        if (plain.find(character)) characters += character;
    }
    return characters;
}

struct ItemDeleter {
    void operator()(gpointer item) const { pango_item_free(static_cast<PangoItem*>(item)); }
};
using Item = std::unique_ptr<PangoItem, ItemDeleter>;

std::vector<Item> itemize(const PangoFonts& pango, const std::string& utf8, FaceId face,
                          const char* language) {
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(pango.description(face)));
    pango_attr_list_insert(attributes,
                           pango_attr_language_new(pango_language_from_string(language)));
    GList* list = pango_itemize(pango.context(), utf8.c_str(), 0, static_cast<int>(utf8.size()),
                                attributes, nullptr);
    std::vector<Item> items;
    for (const GList* entry = list; entry != nullptr; entry = entry->next) {
        items.emplace_back(static_cast<PangoItem*>(entry->data));
    }
    g_list_free(list);
    pango_attr_list_unref(attributes);
    return items;
}

/// Shapes `characters` as one paragraph of `face` and expects of every one its plain glyph.
void expect_pango_agrees(const PangoFonts& pango, FaceId face, std::u32string_view characters,
                         const char* language) {
    std::string utf8;
    for (const char32_t character : characters) {
        std::array<char, 6> bytes{};
        utf8.append(bytes.data(),
                    static_cast<std::size_t>(g_unichar_to_utf8(character, bytes.data())));
    }
    const PlainGlyphs& plain = pango.plain_glyphs(face);
    PangoGlyphString* shaped = pango_glyph_string_new();
    std::size_t next = 0;
    for (const Item& item : itemize(pango, utf8, face, language)) {
        pango_shape_full(utf8.c_str() + item->offset, item->length, utf8.c_str(),
                         static_cast<int>(utf8.size()), &item->analysis, shaped);
        ASSERT_EQ(shaped->num_glyphs, item->num_chars);
        for (int k = 0; k < shaped->num_glyphs; ++k) {
            const PangoGlyphInfo& glyph = shaped->glyphs[k];
            const char32_t character = characters[next++];
            const auto expected = plain.find(character);
            ASSERT_TRUE(expected);
            ASSERT_EQ(glyph.glyph, expected->id) << std::hex << std::uint32_t{character};
            ASSERT_EQ(glyph.geometry.width, expected->advance)
                << std::hex << std::uint32_t{character};
            ASSERT_EQ(glyph.geometry.x_offset, 0) << std::hex << std::uint32_t{character};
            ASSERT_EQ(glyph.geometry.y_offset, 0) << std::hex << std::uint32_t{character};
        }
    }
    ASSERT_EQ(next, characters.size());
    pango_glyph_string_free(shaped);
}

/// In paragraphs of a usual length: Pango looks through the whole one for each of its items.
void expect_pango_agrees_in_pieces(const PangoFonts& pango, FaceId face,
                                   std::u32string_view characters, const char* language) {
    constexpr std::size_t kPiece = 400;
    for (std::size_t begin = 0; begin < characters.size(); begin += kPiece) {
        expect_pango_agrees(pango, face, characters.substr(begin, kPiece), language);
        if (testing::Test::HasFatalFailure()) return;
    }
}

class PlainGlyphsOf : public testing::TestWithParam<std::shared_ptr<const FontSet> (*)()> {};

/// Every plain character, between neighbours of its kind and between any.
TEST_P(PlainGlyphsOf, EveryCharacterOfTheFaces) {
    const auto fonts = GetParam()();
    const PangoFonts pango{*fonts};
    std::mt19937 random{20120701};
    for (FaceId face = 0; face < fonts->faces.size(); ++face) {
        SCOPED_TRACE(fonts->faces[face].postscript_name);
        std::u32string characters = plain_characters(pango.plain_glyphs(face));
        std::u32string pairs;
        for (const char32_t character : characters) pairs.append(2, character);
        for (const char* language : {"zh-cn", "en"}) {
            expect_pango_agrees_in_pieces(pango, face, pairs, language);
            std::shuffle(characters.begin(), characters.end(), random);
            expect_pango_agrees_in_pieces(pango, face, characters, language);
            if (HasFatalFailure()) return;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Fonts, PlainGlyphsOf, testing::Values(&installed_fonts, &drawn_fonts),
                         [](const auto& entry) {
                             return entry.index == 0 ? "Installed" : "Drawn";
                         });

TEST(PlainGlyphs, HanAndMarksAreButNotWhatFacesHaveRulesFor) {
    const auto fonts = installed_fonts();
    const PangoFonts pango{*fonts};
    const auto plain = [&](const char* role, char32_t character) {
        const FaceId face = fonts->find_role(role)->faces.front();
        return pango.plain_glyphs(face).find(character).has_value();
    };
    for (const char32_t character : std::u32string_view{U"国，。、；：“”（）《》—…2A%"}) {
        EXPECT_TRUE(plain("仿宋", character)) << std::uint32_t{character};
    }
    EXPECT_TRUE(plain("小标宋", U'国'));
    for (const char32_t character : std::u32string_view{U"—·AV"}) {
        EXPECT_FALSE(plain("小标宋", character)) << std::uint32_t{character};
    }
    for (const char32_t character : std::u32string_view{U"\n\t\u0301\u200B\u200D\u2044\uFE00"}) {
        EXPECT_FALSE(plain("仿宋", character)) << std::uint32_t{character};
    }
}

/// A line feed at its end has the same text shaped by Pango.
TEST(PlainGlyphs, ProseIsShapedAlikeEitherWay) {
    Shaper shaper{installed_fonts()};
    const Layout layout = test_layout();
    for (const std::string& text : official_prose(1, 5'000)) {
        const auto plain = shaper.shape(test_paragraph(text), layout).value;
        const auto pango = shaper.shape(test_paragraph(text + "\n"), layout).value;
        ASSERT_EQ(plain.clusters.size() + 1, pango.clusters.size()) << text;
        ASSERT_EQ(plain.glyphs.size(), pango.clusters.back().first_glyph) << text;
        for (std::size_t k = 0; k < plain.clusters.size(); ++k) {
            ASSERT_EQ(plain.clusters[k].text, pango.clusters[k].text) << text;
            ASSERT_EQ(plain.clusters[k].advance, pango.clusters[k].advance) << text;
            ASSERT_EQ(plain.clusters[k].first_glyph, pango.clusters[k].first_glyph) << text;
        }
        for (std::size_t k = 0; k < plain.glyphs.size(); ++k) {
            ASSERT_EQ(plain.glyphs[k].id, pango.glyphs[k].id) << text;
            ASSERT_EQ(plain.glyphs[k].advance, pango.glyphs[k].advance) << text;
            ASSERT_EQ(plain.glyphs[k].x_offset, pango.glyphs[k].x_offset) << text;
        }
    }
}

/// Pango wants another family for them. The line feed has them shaped by Pango.
TEST(PangoFonts, SignsThatAreEmojiElsewhereAreDrawnByTheirFace) {
    Shaper shaper{installed_fonts()};
    const auto shaped = shaper.shape(test_paragraph("雷电⚡，防雷\n"), test_layout());
    EXPECT_TRUE(shaped.diagnostics.empty());
    for (const Cluster& cluster : shaped.value.clusters) {
        if (cluster.character_class == CharacterClass::line_feed) continue;
        ASSERT_EQ(cluster.glyph_count, 1U) << std::uint32_t{cluster.character};
        EXPECT_NE(shaped.value.glyphs[cluster.first_glyph].id, 0U);
    }
}

}  // namespace
}  // namespace banxin
