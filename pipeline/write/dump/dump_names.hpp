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
        case BlockRole::date:
            return "date";
        case BlockRole::annex_label:
            return "annex-label";
        case BlockRole::annex_title:
            return "annex-title";
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

inline void dump_grid(DumpLines& lines, const std::vector<TableColumn>& columns,
                      const std::vector<TableRow>& rows) {
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
    lines.line("columns{}", widths);
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
