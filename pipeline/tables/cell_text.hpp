// The text of a table's cells, set in their columns, and its heights.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/table_columns.hpp"

namespace banxin {

/// All that row heights and splitting need to know of a cell's text. Heights are those of the
/// em boxes: from the top of the first line's em to the foot of the last one's.
///
/// The lines of a vertical cell are its columns. As many as fit stand abreast, and such a tier is
/// as high as its columns.
struct CellText {
    std::uint32_t line_count = 0;
    Length em;                  ///< The height of one line, or of one tier of columns.
    Length leading;             ///< From the top of one to the top of the next, at least 1 EMU.
    std::uint32_t abreast = 1;  ///< Columns in a tier; 1 for lines.
    bool whole = false;         ///< Never divided by choice: a label, or no more than three lines.

    [[nodiscard]] Length height(std::uint32_t lines) const;

    /// How many of `lines` lines fit `room`.
    [[nodiscard]] std::uint32_t lines_within(Length room, std::uint32_t lines) const;
};

/// The text of all cells, in the order of ShapedTable::cells.
struct SetCells {
    std::vector<BrokenParagraph> paragraphs;
    std::vector<CellText> texts;
};

/// Breaks the text of every cell in the columns it gets.
///
/// `page` is the height of the pages that the table may go on to: no column of a vertical cell is
/// higher. In a table with heads that come again it takes half of that at most, since they may take
/// the other half.
[[nodiscard]] Outcome<SetCells> set_cells(const ShapedTable& table, const TableColumns& columns,
                                          Length page, const LineRules& rules);

}  // namespace banxin
