#include "pipeline/tables/row_heights.hpp"

#include <algorithm>
#include <numeric>

namespace banxin {
namespace {

/// Shares of a missing height are weighed in hundredths of a millimetre: products of whole
/// EMU of a table of ten thousand rows would not fit 64 bits.
constexpr std::int64_t kWeightUnit = Length::kPerMillimetre / 100;

std::int64_t weight(Length height) { return height.emu() / kWeightUnit + 1; }

void share(Length missing, const std::vector<std::uint32_t>& rows, std::vector<Length>& heights) {
    std::int64_t total = 0;
    for (const std::uint32_t row : rows) total += weight(heights[row]);
    std::int64_t passed = 0;
    Length given;
    for (const std::uint32_t row : rows) {
        passed += weight(heights[row]);
        const Length until_here = missing.scaled(passed, total);
        heights[row] += until_here - given;
        given = until_here;
    }
}

/// The rows that stretch for a cell: all but repeated heads, or all where there are no others.
std::vector<std::uint32_t> stretching_rows(const ShapedTable& table, GridRange range) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = range.begin; row < range.end; ++row) {
        if (!is_repeated_head(table, row)) rows.push_back(row);
    }
    if (rows.empty()) {
        rows.resize(range.size());
        std::iota(rows.begin(), rows.end(), range.begin);
    }
    return rows;
}

/// One line of the smallest type in the row: also a row that belongs to longer cells only shows
/// where they begin and end.
Length least_height(std::uint32_t row, const TableGrid& grid, const std::vector<CellText>& texts) {
    const auto cells = grid.cells_of_row(row);
    if (cells.empty()) return {};
    const auto smallest = std::min_element(
        cells.begin(), cells.end(),
        [&](std::uint32_t a, std::uint32_t b) { return texts[a].em < texts[b].em; });
    return texts[*smallest].em;
}

}  // namespace

bool is_repeated_head(const ShapedTable& table, std::uint32_t row) {
    return table.rows[row].repeats_until > row;
}

std::vector<Length> row_heights(const ShapedTable& table, const TableGrid& grid,
                                const std::vector<CellText>& texts) {
    const Length padding = 2 * table.frame.vertical_padding;
    std::vector<Length> heights;
    heights.reserve(table.rows.size());
    for (std::uint32_t row = 0; row < grid.row_count(); ++row) {
        heights.push_back(
            std::max(table.rows[row].minimum_height, least_height(row, grid, texts) + padding));
    }

    std::vector<std::uint32_t> spanning;
    for (std::uint32_t cell = 0; cell < texts.size(); ++cell) {
        const GridRange rows = grid.rows_of(cell);
        if (rows.size() == 0) continue;
        if (rows.size() > 1) {
            spanning.push_back(cell);
            continue;
        }
        const CellText& text = texts[cell];
        const Length needed = text.height(std::max(text.line_count, 1U)) + padding;
        heights[rows.begin] = std::max(heights[rows.begin], needed);
    }
    // Cells over fewer rows first: what they add may already be enough for the wider ones.
    std::stable_sort(spanning.begin(), spanning.end(), [&](std::uint32_t a, std::uint32_t b) {
        return grid.rows_of(a).size() < grid.rows_of(b).size();
    });
    for (const std::uint32_t cell : spanning) {
        const CellText& text = texts[cell];
        const GridRange rows = grid.rows_of(cell);
        const Length present =
            std::accumulate(heights.begin() + rows.begin, heights.begin() + rows.end, Length{});
        const Length missing = text.height(text.line_count) + padding - present;
        if (missing > Length{}) share(missing, stretching_rows(table, rows), heights);
    }
    return heights;
}

}  // namespace banxin
