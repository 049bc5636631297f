// The rules of one piece: frame, and lines between cells. Knows nothing of the cells' text.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/placed_table.hpp"
#include "pipeline/tables/split_rows.hpp"
#include "pipeline/tables/table_grid.hpp"

namespace banxin {

/// Every border once: first the frame (top, bottom, left, right), then the lines between rows
/// from top to bottom, then those between columns from left to right.
///
/// The frame lies inside the piece, inner rules lie on the edges of their cells. Where cells and
/// rows have rules of their own, the cell's counts more than the row's, and that of the later one
/// more than that of the one before it. A rule ends on the far side of the rule that it meets.
/// Rules of no thickness are left out; a double rule is two.
[[nodiscard]] std::vector<PlacedRule> piece_rules(const PieceRows& piece, const TableGrid& grid,
                                                  const std::vector<Length>& column_edges,
                                                  const ShapedTable& table);

}  // namespace banxin
