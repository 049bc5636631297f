// A glyph's program → the same program without subroutines (Adobe Technical Note 5177).
//
// Reads operands and counts hints, so far as it must to tell operators from data; draws nothing.
#pragma once

#include <string>

#include "pipeline/write/pdf/cff_font.hpp"

namespace banxin::pdf {

/// Appends `program`, a type 2 char string of `font` whose glyph belongs to `dictionary`, to
/// `output`, with every call replaced by what it calls.
///
/// False, and `output` is of no use, where that cannot be done: the program is damaged, it
/// calculates, or it is an accented letter made of two others.
[[nodiscard]] bool append_without_subroutines(const CffFont& font,
                                              const CffFontDictionary& dictionary, Bytes program,
                                              std::string& output);

}  // namespace banxin::pdf
