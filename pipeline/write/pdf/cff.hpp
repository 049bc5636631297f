// The bytes of a CFF font → how a PDF has to address its glyphs.
//
// Reads the top dictionary and the character set only (Adobe Technical Note 5176); never looks
// at an outline.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banxin::pdf {

/// The character collection of a CID-keyed font, such as Adobe-GB1-5. Letters and digits only.
struct CharacterCollection {
    std::string registry = "Adobe";
    std::string ordering = "Identity";
    int supplement = 0;
};

struct CffNaming {
    CharacterCollection collection;  ///< As by default in a font that is not CID-keyed.
    /// The CID of each glyph. Of a font with names it is the glyph's number itself
    /// (ISO 32000-1, 9.7.4.2).
    std::vector<std::uint16_t> cids;
};

/// Nothing when `cff` is damaged.
[[nodiscard]] std::optional<CffNaming> read_cff_naming(std::span<const std::uint8_t> cff);

}  // namespace banxin::pdf
