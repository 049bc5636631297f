// Subsets of CFF fonts, drawn by FreeType as a PDF's reader draws them: by CID.
#include "pipeline/write/pdf/cff_subset.hpp"

#include <ft2build.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "pipeline/write/pdf/char_string.hpp"
#include "tests/page_builder.hpp"
#include "tests/test_fonts.hpp"

namespace banxin::pdf {
namespace {

/// A bare CFF font in FreeType.
class DrawnFont {
  public:
    explicit DrawnFont(Bytes bytes) {
        FT_Init_FreeType(&library_);
        failed_ = FT_New_Memory_Face(library_, bytes.data(), static_cast<FT_Long>(bytes.size()), 0,
                                     &face_) != 0;
    }
    ~DrawnFont() { FT_Done_FreeType(library_); }
    DrawnFont(const DrawnFont&) = delete;
    DrawnFont& operator=(const DrawnFont&) = delete;

    [[nodiscard]] bool failed() const { return failed_; }
    /// The advance and the outline of a glyph in font units: by CID in a CID-keyed font.
    [[nodiscard]] std::vector<long> drawing(unsigned code) const {
        if (FT_Load_Glyph(face_, code, FT_LOAD_NO_SCALE) != 0) return {-1};
        const FT_Outline& outline = face_->glyph->outline;
        std::vector<long> drawing = {face_->glyph->advance.x, outline.n_contours};
        for (int k = 0; k < outline.n_points; ++k) {
            drawing.insert(drawing.end(),
                           {outline.points[k].x, outline.points[k].y, outline.tags[k] & 3});
        }
        return drawing;
    }

  private:
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
    bool failed_ = false;
};

class CffTable {
  public:
    CffTable(const FontSet& fonts, const char* name)
        : blob_{hb_face_reference_table(fonts.faces[face_named(fonts, name)].harfbuzz.get(),
                                        HB_TAG('C', 'F', 'F', ' '))} {}
    ~CffTable() { hb_blob_destroy(blob_); }
    CffTable(const CffTable&) = delete;
    CffTable& operator=(const CffTable&) = delete;

    [[nodiscard]] Bytes bytes() const {
        unsigned size = 0;
        const char* data = hb_blob_get_data(blob_, &size);
        return {reinterpret_cast<const std::uint8_t*>(data), size};
    }

  private:
    hb_blob_t* blob_;
};

Bytes bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::vector<std::uint32_t> some_glyphs(std::uint32_t count, std::size_t wanted,
                                       std::mt19937& random) {
    std::vector<std::uint32_t> glyphs;
    for (std::size_t k = 0; k < wanted; ++k) {
        glyphs.push_back(static_cast<std::uint32_t>(random() % count));
    }
    std::ranges::sort(glyphs);
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    return glyphs;
}

struct Source {
    std::shared_ptr<const FontSet> (*fonts)();
    const char* name;
};
void PrintTo(const Source& source, std::ostream* out) { *out << source.name; }

class CffSubsetOf : public testing::TestWithParam<Source> {};

TEST_P(CffSubsetOf, IsDrawnAsTheWholeFontIs) {
    const auto fonts = GetParam().fonts();
    const CffTable table{*fonts, GetParam().name};
    const auto font = CffFont::open(table.bytes());
    ASSERT_TRUE(font);
    const DrawnFont whole{table.bytes()};
    ASSERT_FALSE(whole.failed());
    std::mt19937 random{400};
    for (const std::size_t wanted : {1, 30, 400, 5000}) {
        const auto glyphs = some_glyphs(font->glyph_count(), wanted, random);
        const auto subset = subset_cff(*font, glyphs);
        ASSERT_TRUE(subset);
        ASSERT_EQ(subset->cids.size(), glyphs.size());
        const DrawnFont part{bytes_of(subset->bytes)};
        ASSERT_FALSE(part.failed());
        for (std::size_t k = 0; k < glyphs.size(); ++k) {
            const std::uint32_t code = font->is_cid_keyed() ? subset->cids[k] : glyphs[k];
            const auto drawing = part.drawing(subset->cids[k]);
            ASSERT_GE(drawing.size(), 2U) << glyphs[k];
            ASSERT_EQ(drawing, whole.drawing(code)) << glyphs[k];
        }
        EXPECT_EQ(part.drawing(0), whole.drawing(0));
    }
}

TEST_P(CffSubsetOf, IsReadAgainWithTheSameCids) {
    const auto fonts = GetParam().fonts();
    const CffTable table{*fonts, GetParam().name};
    const auto font = CffFont::open(table.bytes());
    ASSERT_TRUE(font);
    std::mt19937 random{401};
    const auto glyphs = some_glyphs(font->glyph_count(), 100, random);
    const auto subset = subset_cff(*font, glyphs);
    ASSERT_TRUE(subset);
    const auto again = CffFont::open(bytes_of(subset->bytes));
    ASSERT_TRUE(again);
    std::vector<std::uint32_t> kept(glyphs.size());
    const std::uint32_t before = glyphs.front() == 0 ? 0 : 1;
    for (std::uint32_t k = 0; k < kept.size(); ++k) kept[k] = k + before;
    EXPECT_EQ(again->glyph_count(), kept.size() + before);
    EXPECT_EQ(again->cids(kept), subset->cids);
    EXPECT_EQ(again->collection().ordering, font->collection().ordering);
    EXPECT_EQ(again->subroutines().count(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Fonts, CffSubsetOf,
                         testing::Values(Source{&installed_fonts, "FandolFang-Regular"},
                                         Source{&installed_fonts, "FandolHei-Regular"},
                                         Source{&installed_fonts, "NotoSerifCJKsc-Bold"},
                                         Source{&installed_fonts, "NotoSansCJKsc-Bold"},
                                         Source{&drawn_fonts, "BanxinTest-CFF"}),
                         [](const auto& source) {
                             std::string name = source.param.name;
                             std::erase(name, '-');
                             return name;
                         });

std::optional<std::string> flat(const CffFont& font, const std::string& program) {
    std::string output;
    const bool followed = append_without_subroutines(font, font.font_dictionaries().front(),
                                                     bytes_of(program), output);
    return followed ? std::optional(output) : std::nullopt;
}

/// By hand, from Technical Note 5177; 139 is the operand 0.
TEST(CharString, HintsAreCountedSoThatMasksAreNotTakenForOperators) {
    const CffTable table{*drawn_fonts(), "BanxinTest-CFF"};
    const auto font = CffFont::open(table.bytes());
    ASSERT_TRUE(font);
    const std::string zero = "\x8B";
    const std::string stems = zero + zero + "\x12";          // hstemhm: one hint
    const std::string mask = zero + zero + "\x13" + "\x0A";  // a second, and a mask of one byte
    const std::string end = "\x0E";
    EXPECT_EQ(flat(*font, stems + mask + end), stems + mask + end);
    const std::string width = zero + stems;  // an odd operand in front
    EXPECT_EQ(flat(*font, width + mask + end), width + mask + end);
    std::string many;
    for (int k = 0; k < 8; ++k) many += zero + zero;
    // Nine hints: two bytes of mask, both of which read as calls would end the program.
    const std::string wide = stems + many + "\x13\x0A\x0B" + end;
    EXPECT_EQ(flat(*font, wide), wide);
}

TEST(CharString, WhatCannotBeFollowedIsRefused) {
    const CffTable table{*drawn_fonts(), "BanxinTest-CFF"};
    const auto font = CffFont::open(table.bytes());
    ASSERT_TRUE(font);
    const std::string zero = "\x8B";
    EXPECT_FALSE(flat(*font, ""));
    EXPECT_FALSE(flat(*font, zero + zero + "\x15")) << "no end";
    EXPECT_FALSE(flat(*font, zero + "\x1C\x01")) << "cut inside a number";
    EXPECT_FALSE(flat(*font, zero + zero + "\x13")) << "a mask without its byte";
    EXPECT_FALSE(flat(*font, zero + zero + "\x0C\x0A\x0E")) << "add";
    EXPECT_FALSE(flat(*font, zero + zero + zero + zero + "\x0E")) << "an accented letter";
    EXPECT_FALSE(flat(*font, "\x0B\x0E")) << "return outside a subroutine";
    EXPECT_FALSE(flat(*font, "\x0A\x0E")) << "call without a number";
    EXPECT_FALSE(flat(*font, std::string(49, '\x8B') + "\x05\x0E")) << "too many operands";
    EXPECT_TRUE(flat(*font, std::string(48, '\x8B') + "\x05\x0E"));
}

}  // namespace
}  // namespace banxin::pdf
