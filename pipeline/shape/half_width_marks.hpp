// Half-width marks typed where Chinese needs full-width ones. Finds them; changes nothing.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/shape/character_class.hpp"

namespace banxin {

/// The first mark of its kind that stands wrongly in a paragraph.
struct HalfWidthMark {
    TextRange text;            ///< Its bytes.
    std::string_view written;  ///< `,`
    std::string_view meant;    ///< `，`
};

/// Half-width marks among Han, at most one of each kind, in the order of the text.
///
/// Figures, times, Latin words, URLs, e-mail addresses and numbers of items keep theirs: 3.5
/// 12:30  A-1  (1)  1.
[[nodiscard]] std::vector<HalfWidthMark> find_half_width_marks(
    const std::vector<ClassifiedCharacter>& characters);

}  // namespace banxin
