// The cells of one sheet while a reader finds them, in any order → a Sheet.
//
// Keeps only cells with content, so that a stray format in the last row costs nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/workbook.hpp"

namespace banxin {

/// A rectangle of cells, both corners included. Rows and columns count from 1.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

class SheetGrid {
  public:
    /// The most cells of the rectangle that is read: 10,000 rows of 50 columns.
    static constexpr std::size_t kMostCells = 500'000;

    /// `place` is the sheet as a whole; cells take its file and sheet number.
    SheetGrid(std::string name, Origin place) : name_{std::move(name)}, place_{place} {}

    /// Puts a cell. Blanks at the ends of `utf8` are dropped, and a cell with nothing else is no
    /// cell. Of two at one place the later wins.
    void set(std::uint32_t row, std::uint32_t column, CellKind kind, std::string_view utf8);

    /// Of a merged range only the top-left cell keeps its value: the others are not to be seen.
    void merge(CellRange range) { merged_.push_back(range); }

    /// Whether no further cell is taken.
    [[nodiscard]] bool full() const { return cells_.size() >= kMostCells; }

    /// Errors: `sheet-too-large` at the outermost cell, `control-character` at its cell.
    [[nodiscard]] Outcome<Sheet> finish();

  private:
    struct Found {
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        CellKind kind = CellKind::text;
        std::string text;
    };

    [[nodiscard]] Origin origin(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] Cell make_cell(Found& found, Diagnostics& diagnostics) const;
    void hide_merged(Sheet& sheet) const;

    std::string name_;
    Origin place_;
    std::vector<Found> cells_;
    std::vector<CellRange> merged_;
};

}  // namespace banxin
