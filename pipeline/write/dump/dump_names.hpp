// What blocks, cells and grids are called in the dumps of the words and of the shapes alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/compose/document.hpp"
#include "pipeline/write/dump/dump_lines.hpp"

namespace banxin {

[[nodiscard]] inline std::string_view name(BlockRole role) {
    switch (role) {
        case BlockRole::mark:
            return "mark";
        case BlockRole::mark_end:
            return "mark-end";
        case BlockRole::row_issuer:
            return "row-issuer";
        case BlockRole::row_date:
            return "row-date";
        case BlockRole::attendance:
            return "attendance";
        case BlockRole::document_number:
            return "document-number";
        case BlockRole::signer_label:
            return "signer-label";
        case BlockRole::signer:
            return "signer";
        case BlockRole::head_line:
            return "head-line";
        case BlockRole::title:
            return "title";
        case BlockRole::recipients:
            return "recipients";
        case BlockRole::heading_1:
            return "heading-1";
        case BlockRole::heading_2:
            return "heading-2";
        case BlockRole::heading_3:
            return "heading-3";
        case BlockRole::heading_4:
            return "heading-4";
        case BlockRole::body:
            return "body";
        case BlockRole::attachment:
            return "attachment";
        case BlockRole::issuer:
            return "issuer";
        case BlockRole::post:
            return "post";
        case BlockRole::date:
            return "date";
        case BlockRole::closing_note:
            return "closing-note";
        case BlockRole::annex_label:
            return "annex-label";
        case BlockRole::annex_title:
            return "annex-title";
        case BlockRole::moved_recipients:
            return "moved-recipients";
        case BlockRole::copies:
            return "copies";
        case BlockRole::printed_by:
            return "printed-by";
        case BlockRole::printed_on:
            return "printed-on";
        case BlockRole::table:
            return "table";
        case BlockRole::note:
            return "note";
    }
    return {};
}

[[nodiscard]] inline std::string block_lead(BlockRole role, unsigned annex, unsigned links_to) {
    std::string lead{name(role)};
    if (annex > 0) lead += fmt::format("  annex {}", annex);
    if (links_to > 0) lead += fmt::format("  to annex {}", links_to);
    return lead;
}

/// `cell 3,0 span 1x2`: row and column, then rows and columns.
template <typename Cell>
[[nodiscard]] std::string cell_lead(const Cell& cell, Orientation orientation) {
    std::string lead = fmt::format("cell {},{}", cell.row, cell.column);
    if (cell.row_span > 1 || cell.column_span > 1)
        lead += fmt::format("  span {}x{}", cell.row_span, cell.column_span);
    if (cell.head) lead += "  head";
    if (orientation == Orientation::vertical) lead += "  vertical";
    if (cell.vertical_alignment == VerticalAlignment::top) lead += "  top";
    if (cell.vertical_alignment == VerticalAlignment::bottom) lead += "  bottom";
    return lead;
}

/// ` 720000 content:1 3*`: a length is fixed, a number with a star a share.
[[nodiscard]] inline std::string column_widths(const std::vector<TableColumn>& columns) {
    std::string widths;
    for (const TableColumn& column : columns) {
        switch (column.kind) {
            case ColumnWidth::fixed:
                widths += fmt::format(" {}", units(column.fixed));
                break;
            case ColumnWidth::by_content:
                widths += " content";
                if (column.group > 0) widths += fmt::format(":{}", column.group);
                break;
            case ColumnWidth::relative:
                widths += fmt::format(" {}*", column.relative);
                break;
        }
    }
    return widths;
}

/// A table of one section says nothing of rows that share their columns.
inline void dump_grid(DumpLines& lines, const std::vector<TableSection>& sections,
                      const std::vector<TableRow>& rows) {
    for (const TableSection& section : sections) {
        const std::string of_rows =
            sections.size() > 1 ? fmt::format("rows {}-{}  ", section.row_begin, section.row_end)
                                : std::string{};
        lines.line("{}columns{}", of_rows, column_widths(section.columns));
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::string facts;
        if (rows[row].repeats_until != row)
            facts += fmt::format("  repeats until {}", rows[row].repeats_until);
        if (rows[row].keep_with_next) facts += "  keep-with-next";
        if (rows[row].minimum_height > Length{})
            facts += fmt::format("  minimum {}", units(rows[row].minimum_height));
        if (!facts.empty()) lines.line("row {}{}", row, facts);
    }
}

}  // namespace banxin
