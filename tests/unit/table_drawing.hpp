// Placed tables written down for goldens, and drawn for whoever reads those.
#pragma once

#include <string>

#include "pipeline/tables/place_table.hpp"
#include "table_builder.hpp"

namespace banxin {

/// Column widths, cells with their spans, and every piece: its rows, the box of each cell, the
/// lines in it with their places, and a picture. All lengths are in ems.
[[nodiscard]] std::string dump_table(const ShapedTable& table, const PlacedTable& placed);

/// The pieces side by side, each in the room that it had: text that comes again is grey.
[[nodiscard]] std::string draw_table(const ShapedTable& table, const PlacedTable& placed,
                                     const TableRoom& room);

}  // namespace banxin
