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

/// Whether a table may leave the page where it begins, when a later one suits it better.
enum class TableStart : std::uint8_t {
    here,
    where_it_fits,      ///< Where as much of it may stand as the rules of breaks allow.
    where_it_is_whole,  ///< The same, but on the next page where that holds it whole.
};

/// The heights a table may use. Requires `following` to be higher than `continued`.
struct TableRoom {
    Length first;      ///< Left on the page where the table begins; may be too little for any row.
    Length following;  ///< On every later page.
    Length continued = {};  ///< What a line above every piece but the first shown takes of that.
    TableStart start = TableStart::where_it_fits;
};

/// Places `table` into `width`. Requires the cells to tile the grid.
///
/// Cells meet at the column edges and row edges; inner rules are centred on them, the frame lies
/// inside the outermost. When nothing of the table fits `room.first`, the first piece has no rows
/// and no height. Rows split between lines only; heads come again on every piece, unless they
/// would take more than half of its page.
///
/// A cell whose rows cross a break shows its text as its AcrossPages says, upright and vertical
/// text alike:
///   `once`    in the first part that has room for it, and lines that do not fit in the next ones;
///   `repeat`  whole in every part that has room for it, at the place that the cell's vertical
///             alignment gives within that part; after the first time it is `repeated`;
///   `centre`  as `repeat`, but in the middle of each part.
///
/// Where the table's shrink bounds allow it to take fewer pieces, it is placed with the largest
/// size and leading, of eight steps down to the bounds, that need no more pieces than the bounds
/// do: PlacedTable::shown.
///
/// Warnings: those of line layout, each at its cell, and
///   `table-too-wide`   the columns together need more than `width`; all were made narrower
[[nodiscard]] Outcome<PlacedTable> place_table(const ShapedTable& table, Length width,
                                               TableRoom room, const LineRules& rules);

/// As above, whatever bounds the table has.
[[nodiscard]] Outcome<PlacedTable> place_at_full_size(const ShapedTable& table, Length width,
                                                      TableRoom room, const LineRules& rules);

}  // namespace banxin
