// How wide the text of one cell would like to be, and must be.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Widths without the cell's padding.
struct ContentWidth {
    Length least;                  ///< Of the widest unbreakable piece; at least one Han.
    Length preferred;              ///< Of the longest line when only line feeds break.
    std::vector<Length> segments;  ///< Natural widths between line feeds. None of vertical cells.
};

/// Widths below `limit` are exact: what the line breaker would set. Of longer lines, which have
/// to be broken anyway, the advances are added up: looking for their best fill costs the square
/// of their length.
[[nodiscard]] ContentWidth content_width(const ShapedCell& cell, Length limit,
                                         const LineRules& rules);

}  // namespace banxin
