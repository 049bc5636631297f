// A CFF font and the glyphs to keep → a CID-keyed CFF font of these glyphs alone.
//
// Subroutines are put where they are called: glyphs then need nothing but themselves, so that a
// face of 65,535 glyphs is subset in the time that the kept ones take, and the file, which is
// compressed as a whole, gets smaller.
#pragma once

#include "pipeline/write/pdf/cff_font.hpp"

namespace banxin::pdf {

struct CffSubset {
    std::string bytes;
    std::vector<std::uint16_t> cids;  ///< Of the glyphs asked for.
};

/// Keeps .notdef and `glyphs`, which rise. CIDs are those of the font, in its own collection; a
/// font whose glyphs have names gets its glyphs' numbers as CIDs, of Adobe-Identity-0.
///
/// Nothing when the font lacks one of the glyphs, or one has no plain program
/// (append_without_subroutines()).
[[nodiscard]] std::optional<CffSubset> subset_cff(const CffFont& font,
                                                  std::span<const std::uint32_t> glyphs);

}  // namespace banxin::pdf
