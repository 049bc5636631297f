#include "pipeline/read/sheet_grid.hpp"

#include <algorithm>

#include "pipeline/base/control_characters.hpp"
#include "pipeline/read/decode_text.hpp"

namespace banxin {

void SheetGrid::set(std::uint32_t row, std::uint32_t column, CellKind kind, std::string_view utf8) {
    const TrimmedRange range = trimmed_range(utf8);
    if (range.begin == range.end || full()) return;
    cells_.push_back(
        {row, column, kind, std::string{utf8.substr(range.begin, range.end - range.begin)}});
}

Origin SheetGrid::origin(std::uint32_t row, std::uint32_t column) const {
    Origin origin = place_;
    origin.row = row;
    origin.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(column, 0xFFFF));
    return origin;
}

Cell SheetGrid::make_cell(Found& found, Diagnostics& diagnostics) const {
    const Origin at = origin(found.row, found.column);
    for (std::size_t k = 0; k < found.text.size();) {
        const CharacterAt here = character_at(found.text, k);
        k = here.end;
        if (!is_control_character(here.character)) continue;
        diagnostics.push_back(
            {Code::control_character, at, {{"code_point", code_point_name(here.character)}}});
    }
    return {found.kind, Text{std::move(found.text), at}};
}

void SheetGrid::hide_merged(Sheet& sheet) const {
    if (sheet.rows.empty()) return;
    const std::size_t rows = sheet.rows.size();
    const std::size_t columns = sheet.rows.front().size();
    // Ranges of a sound sheet do not overlap, so that together they cover it at most once.
    std::size_t left = rows * columns;
    for (const CellRange& range : merged_) {
        const std::size_t last_row = std::min<std::size_t>(range.last_row, rows);
        const std::size_t last_column = std::min<std::size_t>(range.last_column, columns);
        for (std::size_t row = range.first_row; row <= last_row; ++row) {
            for (std::size_t column = range.first_column; column <= last_column; ++column) {
                if (left-- == 0) return;
                if (row == range.first_row && column == range.first_column) continue;
                sheet.rows[row - 1][column - 1] = {};
            }
        }
    }
}

Outcome<Sheet> SheetGrid::finish() {
    Outcome<Sheet> outcome{
        {.name = std::move(name_), .origin = place_, .rows = {}, .complete = true}, {}};
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    for (const Found& found : cells_) {
        rows = std::max(rows, found.row);
        columns = std::max(columns, found.column);
    }
    if (full() || std::size_t{rows} * columns > kMostCells) {
        outcome.diagnostics.push_back(
            {Code::sheet_too_large, origin(rows, columns), {{"most", std::to_string(kMostCells)}}});
        outcome.value.complete = false;
        return outcome;
    }
    Sheet& sheet = outcome.value;
    sheet.rows.resize(rows);
    for (std::uint32_t row = 1; row <= rows; ++row) {
        sheet.rows[row - 1].resize(columns);
    }
    for (Found& found : cells_) {
        sheet.rows[found.row - 1][found.column - 1] = make_cell(found, outcome.diagnostics);
    }
    hide_merged(sheet);
    return outcome;
}

}  // namespace banxin
