// The rules of one piece: frame, and lines between cells. Knows nothing of the cells' text.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/table_layout.hpp"
#include "pipeline/tables/placed_table.hpp"
#include "pipeline/tables/split_rows.hpp"
#include "pipeline/tables/table_grid.hpp"

namespace banxin {

/// Every border once: first the frame (top, bottom, left, right), then the lines between rows
/// from top to bottom, then those between columns from left to right.
///
/// The frame lies inside the piece, inner rules lie on the edges of their cells. A rule ends
/// on the far side of the rule that it meets. Rules of no thickness are left out.
[[nodiscard]] std::vector<PlacedRule> piece_rules(const PieceRows& piece, const TableGrid& grid,
                                                  const std::vector<Length>& column_edges,
                                                  const TableFrame& frame);

}  // namespace banxin
