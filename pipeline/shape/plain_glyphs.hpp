// The characters of a face that shaping merely looks up: one glyph each, as wide as the face says.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// What a plain character is drawn with.
struct PlainGlyph {
    std::uint32_t id = 0;
    std::int64_t advance = 0;  ///< In the units of the font that PlainGlyphs was made with.
};

/// Chinese faces have no rule for most of their characters, and many have none for any. A text
/// that consists of such characters alone needs no shaper: no rule could begin anywhere in it, so
/// HarfBuzz, and Pango above it, would give every character its nominal glyph and no more.
///
/// Remembers what it was asked: for one thread, like the PangoFonts that it belongs to.
class PlainGlyphs {
  public:
    /// `font` is a font of `face` at the scale that advances are wanted in.
    PlainGlyphs(const Face& face, hb_font_t* font);

    /// Nothing for a character that has to be shaped, or that the face lacks.
    [[nodiscard]] std::optional<PlainGlyph> find(char32_t character) const;

  private:
    struct SetDeleter {
        void operator()(hb_set_t* set) const { hb_set_destroy(set); }
    };
    struct FontDeleter {
        void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    };

    [[nodiscard]] std::optional<PlainGlyph> look_up(char32_t character) const;

    std::unique_ptr<hb_font_t, FontDeleter> font_;
    /// Glyphs that some rule of the face may begin at. Null when rules cannot be told by glyph.
    std::unique_ptr<hb_set_t, SetDeleter> ruled_;
    std::u32string featured_;  ///< Characters that the font table wants features for.
    mutable std::unordered_map<char32_t, std::optional<PlainGlyph>> known_;
};

}  // namespace banxin
