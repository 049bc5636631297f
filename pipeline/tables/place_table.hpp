// Stage tables: ShapedTable + width → PlacedTable.
//
// Solves column widths, sets the cells' text, and splits the rows over pages. Does not know
// where on a page a piece stands.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/placed_table.hpp"

namespace banxin {

/// The heights a table may use. Requires `following` to be positive.
struct TableRoom {
    Length first;      ///< Left on the page where the table begins; may be too little for any row.
    Length following;  ///< On every later page.
};

/// Places `table` into `width`. Requires the cells to tile the grid.
///
/// Cells meet at the column edges and row edges; inner rules are centred on them, the frame lies
/// inside the outermost. When nothing of the table fits `room.first`, the first piece has no rows
/// and no height. Rows split between lines only; heads come again on every piece, unless they
/// would take more than half of its page.
///
/// Where the table's shrink bounds allow it to take fewer pieces, it is placed with the largest
/// size and leading, of eight steps down to the bounds, that need no more pieces than the bounds
/// do: PlacedTable::smaller.
///
/// Warnings: those of line layout, each at its cell, and
///   `table-too-wide`   the columns together need more than `width`; all were made narrower
[[nodiscard]] Outcome<PlacedTable> place_table(const ShapedTable& table, Length width,
                                               TableRoom room, const LineRules& rules);

/// As above, whatever bounds the table has.
[[nodiscard]] Outcome<PlacedTable> place_at_full_size(const ShapedTable& table, Length width,
                                                      TableRoom room, const LineRules& rules);

}  // namespace banxin
