#include "pipeline/inspect/outline_font.hpp"

#include <ft2build.h>

#include <utility>
#include FT_FREETYPE_H
#include FT_BBOX_H
#include FT_OUTLINE_H

namespace banxin {

struct OutlineFont::Face {
    std::string bytes;  ///< FreeType reads from them as long as the face lives.
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    ~Face() {
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

OutlineFont::OutlineFont(std::unique_ptr<Face> face) : face_{std::move(face)} {}
OutlineFont::~OutlineFont() = default;

std::unique_ptr<OutlineFont> OutlineFont::open(std::string bytes) {
    auto face = std::make_unique<Face>();
    face->bytes = std::move(bytes);
    if (FT_Init_FreeType(&face->library) != 0) return nullptr;
    if (FT_New_Memory_Face(face->library, reinterpret_cast<const FT_Byte*>(face->bytes.data()),
                           static_cast<FT_Long>(face->bytes.size()), 0, &face->face) != 0)
        return nullptr;
    if (!FT_IS_SCALABLE(face->face) || face->face->units_per_EM == 0) return nullptr;
    return std::unique_ptr<OutlineFont>{new OutlineFont{std::move(face)}};
}

std::optional<GlyphExtent> OutlineFont::extent(std::uint32_t index) {
    const auto known = known_.find(index);
    if (known != known_.end()) return known->second;
    std::optional<GlyphExtent> extent;
    FT_Face face = face_->face;
    FT_BBox box;
    if (FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) == 0 &&
        face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && face->glyph->outline.n_points > 0 &&
        FT_Outline_Get_BBox(&face->glyph->outline, &box) == 0) {
        const double em = face->units_per_EM;
        extent =
            GlyphExtent{static_cast<double>(box.yMax) / em, static_cast<double>(box.yMin) / em};
    }
    known_.emplace(index, extent);
    return extent;
}

std::uint32_t OutlineFont::glyph_of(const std::string& name, char32_t character,
                                    std::uint32_t code) {
    FT_Face face = face_->face;
    if (!name.empty() && FT_HAS_GLYPH_NAMES(face)) {
        const FT_UInt named = FT_Get_Name_Index(face, name.c_str());
        if (named != 0) return named;
    }
    constexpr std::uint32_t kSymbols = 0xF000;  // Where symbolic TrueType fonts keep their codes.
    for (int k = 0; k < face->num_charmaps; ++k) {
        FT_CharMap map = face->charmaps[k];
        if (FT_Set_Charmap(face, map) != 0) continue;
        const bool is_unicode = map->encoding == FT_ENCODING_UNICODE;
        for (const std::uint32_t tried :
             {is_unicode ? static_cast<std::uint32_t>(character) : code, kSymbols + code}) {
            const FT_UInt found = FT_Get_Char_Index(face, tried);
            if (found != 0) return found;
        }
    }
    return 0;
}

}  // namespace banxin
