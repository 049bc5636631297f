// The columns of a table's sections → one grid of columns.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Half-open range of rows or columns.
struct GridRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// One grid for all sections: its edges are those of every section. A cell covers what lies between
/// the edges of its own columns.
struct TableColumns {
    std::vector<Length> edges;        ///< From the table's left edge; one more than columns.
    std::vector<GridRange> of_cells;  ///< In the order of ShapedTable::cells.

    [[nodiscard]] std::uint32_t count() const {
        return static_cast<std::uint32_t>(edges.empty() ? 0 : edges.size() - 1);
    }
};

/// Solves every section into `width`. Warnings: those of solve_column_edges().
[[nodiscard]] Outcome<TableColumns> solve_columns(const ShapedTable& table, Length width,
                                                  const LineRules& rules);

}  // namespace banxin
