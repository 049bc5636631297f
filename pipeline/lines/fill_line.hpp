// One line filled: every cluster of it in its place.
#pragma once

#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/lines/measured_paragraph.hpp"

namespace banxin {

enum class Fill : std::uint8_t {
    justified,  ///< opened or squeezed to the measure
    natural,    ///< squeezed when it must be, never opened
};

/// Places the clusters of `extent` on a line of `measure` that begins at 0. What a division
/// leaves over goes to the first places, one unit each. Sets positions, width and natural_width.
[[nodiscard]] Line fill_line(const MeasuredParagraph& measured, const LineRules& rules,
                             const LineExtent& extent, Length measure, Fill fill);

}  // namespace banxin
