// A face in a PDF: its objects, and what content streams need to show its glyphs.
//
// Every face becomes a composite font with two-byte codes that are its CIDs (Identity-H).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/shape/font_set.hpp"
#include "pipeline/write/pdf/glyph_usage.hpp"
#include "pipeline/write/pdf/object_writer.hpp"

namespace banxin::pdf {

/// One glyph as content streams show it.
struct EmbeddedGlyph {
    std::uint16_t code = 0;
    /// By how much readers will advance, in thousandths of an em: a whole number, because mupdf
    /// cuts fractions off.
    std::int64_t width = 0;
    std::string text;  ///< What readers take it for.
};

class EmbeddedFont {
  public:
    /// `reference` refers to the font's object; `glyphs` belong to the `numbers` (rising).
    EmbeddedFont(std::string reference, const std::vector<std::uint32_t>& numbers,
                 std::vector<EmbeddedGlyph> glyphs);

    [[nodiscard]] const std::string& reference() const { return reference_; }

    /// Requires a glyph that was embedded.
    [[nodiscard]] const EmbeddedGlyph& glyph(std::uint32_t number) const {
        return glyphs_[place_[number]];
    }

  private:
    std::string reference_;
    std::vector<std::uint16_t> place_;  // By glyph of the face: index into glyphs_.
    std::vector<EmbeddedGlyph> glyphs_;
};

/// Adds the font objects for the glyphs of `usage`. Nothing when the face cannot be embedded.
[[nodiscard]] std::optional<EmbeddedFont> embed_font(ObjectWriter& objects, const Face& face,
                                                     const GlyphUsage& usage);

}  // namespace banxin::pdf
