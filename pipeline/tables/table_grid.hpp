// The grid of a table: which cell covers which place, spans included. Knows no lengths.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/table_columns.hpp"

namespace banxin {

class TableGrid {
  public:
    /// A place that no cell covers. The cells of a table tile its grid, so that none should.
    static constexpr std::uint32_t kNoCell = 0xFFFFFFFF;

    TableGrid(const ShapedTable& table, const TableColumns& columns);

    [[nodiscard]] std::uint32_t row_count() const { return row_count_; }
    [[nodiscard]] std::uint32_t column_count() const { return column_count_; }

    /// Index into ShapedTable::cells of the cell that covers a place.
    [[nodiscard]] std::uint32_t cell_at(std::uint32_t row, std::uint32_t column) const {
        return places_[static_cast<std::size_t>(row) * column_count_ + column];
    }

    /// Whether the places (row, column) and (other_row, other_column) show the same cell.
    [[nodiscard]] bool same_cell(std::uint32_t row, std::uint32_t column, std::uint32_t other_row,
                                 std::uint32_t other_column) const;

    /// The cells that touch `row`, each once, from left to right.
    [[nodiscard]] std::span<const std::uint32_t> cells_of_row(std::uint32_t row) const;

    /// The rows and the columns that a cell covers, cut at the grid's edges.
    [[nodiscard]] GridRange rows_of(std::uint32_t cell) const { return rows_of_[cell]; }
    [[nodiscard]] GridRange columns_of(std::uint32_t cell) const { return columns_of_[cell]; }

  private:
    std::uint32_t row_count_ = 0;
    std::uint32_t column_count_ = 0;
    std::vector<std::uint32_t> places_;  ///< Row by row.
    std::vector<GridRange> rows_of_;
    std::vector<GridRange> columns_of_;
    std::vector<std::uint32_t> row_cells_;  ///< The cells of all rows, one row after the other,
    std::vector<std::size_t> row_starts_;   ///< and where each row's begin; one more than rows.
};

}  // namespace banxin
