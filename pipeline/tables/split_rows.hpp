// Row heights and texts of cells → the rows, cells and lines of each piece. Decides where a
// table breaks; knows neither columns' widths nor rules.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/cell_text.hpp"
#include "pipeline/tables/place_table.hpp"
#include "pipeline/tables/table_grid.hpp"

namespace banxin {

/// A row, or the part of it that one piece shows. Lengths from the piece's top.
struct Strip {
    std::uint32_t row = 0;
    Length top;
    Length height;

    [[nodiscard]] Length bottom() const { return top + height; }
};

/// What one piece shows of a cell: a box, and lines [line_begin, line_end) in it.
struct PieceCell {
    std::uint32_t cell = 0;
    Length top;
    Length height;
    std::uint32_t line_begin = 0;
    std::uint32_t line_end = 0;
    bool repeated = false;  ///< As PlacedCell::repeated.
    bool is_part = false;   ///< Other pieces show the rest of the box.
};

struct PieceRows {
    std::uint32_t row_begin = 0;  ///< As in TablePiece.
    std::uint32_t row_end = 0;
    Length height;
    std::vector<Strip> strips;  ///< From top to bottom: the heads that come again, then the rows.
    std::vector<PieceCell> cells;
};

/// What splitting is about.
struct SplitTask {
    const ShapedTable& table;
    const TableGrid& grid;
    const std::vector<CellText>& texts;      ///< One a cell.
    const std::vector<Length>& row_heights;  ///< As long as no row is divided.
};

/// Fills each piece with as many rows as fit, under these rules, the later giving way first:
/// - a later piece takes one line at least;
/// - a head or a row kept with the next one does not end a piece;
/// - a row is divided only where each of its cells has all its text, or two lines at least,
///   on either side; cells of three lines, labels and vertical cells are not divided;
/// - a piece does not begin a cell without showing any of its text, unless more than half of its
///   page would stay blank for that.
[[nodiscard]] std::vector<PieceRows> split_rows(const SplitTask& task, TableRoom room);

}  // namespace banxin
