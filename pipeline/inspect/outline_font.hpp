// The font programs inside a PDF: what a glyph paints. FreeType reads them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace banxin {

/// Highest and lowest painted point of a glyph above its baseline, in ems.
struct GlyphExtent {
    double top, bottom;
};

class OutlineFont {
  public:
    /// Nothing where FreeType cannot read `bytes`.
    static std::unique_ptr<OutlineFont> open(std::string bytes);
    ~OutlineFont();
    OutlineFont(const OutlineFont&) = delete;
    OutlineFont& operator=(const OutlineFont&) = delete;

    /// The glyph `index`; in a bare CFF program keyed by CID, the one with that CID. Nothing where
    /// it paints nothing.
    [[nodiscard]] std::optional<GlyphExtent> extent(std::uint32_t index);

    /// The glyph of a code of a simple font: by its name, its character or the code itself.
    [[nodiscard]] std::uint32_t glyph_of(const std::string& name, char32_t character,
                                         std::uint32_t code);

  private:
    struct Face;
    explicit OutlineFont(std::unique_ptr<Face> face);
    std::unique_ptr<Face> face_;
    std::map<std::uint32_t, std::optional<GlyphExtent>> known_;
};

}  // namespace banxin
