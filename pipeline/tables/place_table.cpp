#include "pipeline/tables/place_table.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/tables/cell_text.hpp"
#include "pipeline/tables/label_columns.hpp"
#include "pipeline/tables/piece_rules.hpp"
#include "pipeline/tables/row_heights.hpp"
#include "pipeline/tables/split_rows.hpp"
#include "pipeline/tables/table_columns.hpp"
#include "pipeline/tables/table_grid.hpp"
#include "pipeline/tables/turn_labels.hpp"

namespace banxin {
namespace {

VerticalAlignment alignment_of(const PieceCell& shown, const ShapedCell& shaped) {
    const bool centred = shown.is_part && shaped.across_pages == AcrossPages::centre;
    return centred ? VerticalAlignment::centre : shaped.vertical_alignment;
}

/// How far below the upper padding the text of a cell begins. Text that goes on over pages
/// begins at the top of each part; alignment is for what stands in one box as a whole.
Length text_offset(const PieceCell& shown, const CellText& text, VerticalAlignment alignment,
                   Length padding) {
    const bool as_a_whole = shown.line_begin == 0 && shown.line_end == text.line_count;
    const Length spare = shown.height - padding - text.height(text.line_count);
    if (!as_a_whole || spare <= Length{}) return {};
    switch (alignment) {
        case VerticalAlignment::top:
            return {};
        case VerticalAlignment::centre:
            return spare.scaled(1, 2);
        case VerticalAlignment::bottom:
            return spare;
    }
    return {};
}

/// Columns go from right to left, the tiers of them down; the widest tier is in the middle.
void place_columns(const PieceCell& shown, const CellText& text, const Style& style, Length top,
                   PlacedCell& cell) {
    const std::uint32_t tier = std::min(text.abreast, shown.line_end - shown.line_begin);
    const Length width = columns_width(style, tier);
    const Length rightmost = cell.left + (cell.width + width).scaled(1, 2) - style.pitch;
    for (std::uint32_t line = shown.line_begin; line < shown.line_end; ++line) {
        const std::uint32_t place = line - shown.line_begin;
        const Length x = rightmost - column_pitch(style) * (place % tier);
        cell.lines.push_back({line, x, top + text.leading * (place / tier)});
    }
}

/// The lines before the first line feed stand in the upper right corner, the others in the lower
/// left one.
void place_diagonal_head(const CellText& text, const BrokenParagraph& broken, Length padding,
                         Length measure, Length vertical_padding, PlacedCell& cell) {
    const auto count = static_cast<std::uint32_t>(broken.lines.size());
    std::uint32_t upper = 0;
    while (upper < count && broken.lines[upper].reason != BreakReason::forced) ++upper;
    const Length foot = cell.top + cell.height - vertical_padding - text.em;
    for (std::uint32_t line = 0; line < count; ++line) {
        const Line& set = broken.lines[line];
        const Length x = cell.left + padding - set.left;
        if (line <= upper) {
            const Length top = cell.top + vertical_padding + text.leading * line;
            cell.lines.push_back({line, x + measure - set.width, top});
        } else {
            cell.lines.push_back({line, x, foot - text.leading * (count - 1 - line)});
        }
    }
}

PlacedCell place_cell(const PieceCell& shown, const SplitTask& task, const BrokenParagraph& broken,
                      const std::vector<Length>& column_edges) {
    const ShapedCell& shaped = task.table.cells[shown.cell];
    const TableFrame& frame = task.table.frame;
    const CellText& text = task.texts[shown.cell];
    const GridRange columns = task.grid.columns_of(shown.cell);

    PlacedCell cell;
    cell.cell = shown.cell;
    cell.left = column_edges[columns.begin];
    cell.top = shown.top;
    cell.width = column_edges[columns.end] - column_edges[columns.begin];
    cell.height = shown.height;
    cell.column_span = columns.size();
    cell.repeated = shown.repeated;
    if (shaped.diagonal && shown.line_end == text.line_count) {
        place_diagonal_head(text, broken, frame.horizontal_padding,
                            cell.width - 2 * frame.horizontal_padding, frame.vertical_padding,
                            cell);
        return cell;
    }
    Length top = shown.top + frame.vertical_padding +
                 text_offset(shown, text, alignment_of(shown, shaped), 2 * frame.vertical_padding);
    if (shaped.paragraph.orientation == Orientation::vertical) {
        place_columns(shown, text, shaped.paragraph.style, top, cell);
        return cell;
    }
    for (std::uint32_t line = shown.line_begin; line < shown.line_end; ++line) {
        cell.lines.push_back({line, cell.left + frame.horizontal_padding, top});
        top += text.leading;
    }
    return cell;
}

/// From the upper left to the lower right corner of the cell.
PlacedSlant slant_of(const PlacedCell& cell, const TableFrame& frame) {
    return {cell.left, cell.top, cell.left + cell.width, cell.top + cell.height,
            frame.inner_rule.thickness};
}

TablePiece place_piece(const PieceRows& rows, const SplitTask& task,
                       const std::vector<BrokenParagraph>& paragraphs,
                       const std::vector<Length>& column_edges) {
    TablePiece piece;
    piece.height = rows.height;
    piece.row_begin = rows.row_begin;
    piece.row_end = rows.row_end;
    piece.cells.reserve(rows.cells.size());
    for (const PieceCell& shown : rows.cells) {
        piece.cells.push_back(place_cell(shown, task, paragraphs[shown.cell], column_edges));
        if (task.table.cells[shown.cell].diagonal)
            piece.slants.push_back(slant_of(piece.cells.back(), task.table.frame));
    }
    piece.rules = piece_rules(rows, task.grid, column_edges, task.table);
    return piece;
}

std::vector<PieceRows> pieces_of(const SplitTask& task, const TableRoom& room) {
    std::vector<PieceRows> pieces = split_rows(task, room);
    if (room.start != TableStart::where_it_is_whole || pieces.size() < 2) return pieces;
    TableRoom next_page = room;
    next_page.first = {};
    std::vector<PieceRows> moved = split_rows(task, next_page);
    return moved.size() == 2 && moved.front().row_end == 0 ? moved : pieces;
}

}  // namespace

Outcome<PlacedTable> place_at_full_size(const ShapedTable& given, Length width, TableRoom room,
                                        const LineRules& rules) {
    Outcome<PlacedTable> outcome;
    PlacedTable& placed = outcome.value;

    const auto columns = solve_columns(given, width, rules);
    append(outcome.diagnostics, columns.diagnostics);
    placed.column_edges = columns.value.edges;
    placed.shown = with_labels_turned(given, columns.value);
    const ShapedTable& table = placed.shown ? *placed.shown : given;

    auto cells = set_cells(table, columns.value, room.following - room.continued, rules);
    append(outcome.diagnostics, std::move(cells.diagnostics));
    placed.paragraphs = std::move(cells.value.paragraphs);

    const TableGrid grid{table, columns.value};
    const std::vector<CellText>& texts = cells.value.texts;
    const std::vector<Length> heights = row_heights(table, grid, texts);
    const SplitTask task{table, grid, texts, heights};
    for (const PieceRows& piece : pieces_of(task, room)) {
        placed.pieces.push_back(place_piece(piece, task, placed.paragraphs, placed.column_edges));
    }
    return outcome;
}

}  // namespace banxin
