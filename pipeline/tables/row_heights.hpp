// The heights of a table's rows as long as no row is divided.
#pragma once

#include <vector>

#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/cell_text.hpp"
#include "pipeline/tables/table_grid.hpp"

namespace banxin {

/// Whether `row` comes again on later pages.
[[nodiscard]] bool is_repeated_head(const ShapedTable& table, std::uint32_t row);

/// One height a row: high enough for its cells, never below its minimum. What a cell over
/// several rows needs beyond them is shared among them in proportion to their heights, so
/// that equal rows stay equal; heads that repeat are left as they are where there are other
/// rows to take it. A cell without text counts as one line.
[[nodiscard]] std::vector<Length> row_heights(const ShapedTable& table, const TableGrid& grid,
                                              const std::vector<CellText>& texts);

}  // namespace banxin
