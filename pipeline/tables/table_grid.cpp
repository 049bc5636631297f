#include "pipeline/tables/table_grid.hpp"

#include <algorithm>

namespace banxin {
namespace {

GridRange clipped(unsigned begin, unsigned span, std::uint32_t count) {
    const std::uint64_t end = std::uint64_t{begin} + std::max(span, 1U);
    return {std::min(begin, count),
            static_cast<std::uint32_t>(std::min<std::uint64_t>(end, count))};
}

}  // namespace

TableGrid::TableGrid(const ShapedTable& table, const TableColumns& columns)
    : row_count_{static_cast<std::uint32_t>(table.rows.size())},
      column_count_{columns.count()},
      places_(static_cast<std::size_t>(row_count_) * column_count_, kNoCell) {
    for (std::uint32_t cell = 0; cell < table.cells.size(); ++cell) {
        const ShapedCell& shaped = table.cells[cell];
        rows_of_.push_back(clipped(shaped.row, shaped.row_span, row_count_));
        columns_of_.push_back(columns.of_cells[cell]);
        for (std::uint32_t row = rows_of_[cell].begin; row < rows_of_[cell].end; ++row) {
            const auto first = places_.begin() + static_cast<std::ptrdiff_t>(row) * column_count_;
            std::fill(first + columns_of_[cell].begin, first + columns_of_[cell].end, cell);
        }
    }
    for (std::uint32_t row = 0; row < row_count_; ++row) {
        row_starts_.push_back(row_cells_.size());
        for (std::uint32_t column = 0; column < column_count_; ++column) {
            const std::uint32_t cell = cell_at(row, column);
            const bool begins_here = column == 0 || cell != cell_at(row, column - 1);
            if (cell != kNoCell && begins_here) row_cells_.push_back(cell);
        }
    }
    row_starts_.push_back(row_cells_.size());
}

bool TableGrid::same_cell(std::uint32_t row, std::uint32_t column, std::uint32_t other_row,
                          std::uint32_t other_column) const {
    const std::uint32_t cell = cell_at(row, column);
    return cell != kNoCell && cell == cell_at(other_row, other_column);
}

std::span<const std::uint32_t> TableGrid::cells_of_row(std::uint32_t row) const {
    return std::span{row_cells_}.subspan(row_starts_[row], row_starts_[row + 1] - row_starts_[row]);
}

}  // namespace banxin
