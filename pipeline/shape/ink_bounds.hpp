// How far the ink of a glyph reaches up and down. HarfBuzz's extents of a CFF glyph take the
// control points of its curves for ink, which some glyphs have a sixteenth of an em outside.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// In units of the face, upwards from the baseline.
struct InkBounds {
    std::int64_t top = 0;
    std::int64_t bottom = 0;
};

/// To a unit of the face; nothing for a glyph without ink.
[[nodiscard]] std::optional<InkBounds> ink_bounds(const Face& face, std::uint32_t glyph);

}  // namespace banxin
