// A table with its column widths, its row heights and its pieces on the pages it covers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// One line of a cell's text, placed. Lengths from the piece's top-left corner, y downwards.
struct PlacedLine {
    std::uint32_t line = 0;  ///< Index into BrokenParagraph::lines of the cell.
    Length x;    ///< Left edge of the cell's text column; of a vertical line, of its own.
    Length top;  ///< Top of the line's em; of a vertical line, where its positions count from.
};

/// The part of a cell that one piece shows.
struct PlacedCell {
    std::uint32_t cell = 0;  ///< Index into ShapedTable::cells.
    Length left, top, width, height;
    std::uint32_t column_span = 1;  ///< Of the columns of the whole table.
    std::vector<PlacedLine> lines;  ///< May be empty: the cell goes on but its text has ended.
    bool repeated = false;          ///< A head or label shown again: an artifact, not content.
};

/// A straight rule. Its centre line runs between the two points; ends are square and lie on the
/// outer edge of the rules they meet, so that corners close.
struct PlacedRule {
    Length left, top, right,
        bottom;  ///< left = right for a vertical rule, top = bottom for a horizontal one.
    Length thickness;
};

/// A slanted line, from the left to the right end of its centre line.
struct PlacedSlant {
    Length left, top, right, bottom;
    Length thickness;
};

/// What stands on one page.
struct TablePiece {
    Length height;  ///< From the outer edge of its top rule to that of its bottom rule.
    std::uint32_t row_begin = 0;  ///< Rows that begin or go on here, repeated heads not counted.
    std::uint32_t row_end = 0;
    std::vector<PlacedCell> cells;
    std::vector<PlacedRule> rules;
    std::vector<PlacedSlant> slants;  ///< Of diagonal head cells.
};

struct PlacedTable {
    std::vector<BrokenParagraph> paragraphs;  ///< One a cell, in the order of ShapedTable::cells.
    std::vector<Length> column_edges;         ///< From the table's left edge; of all sections.
    std::vector<TablePiece> pieces;           ///< At least one.
    std::optional<ShapedTable> shown = {};    ///< What was placed where it is not the table itself.
};

}  // namespace banxin
