#include "pipeline/pages/structure_builder.hpp"

#include <algorithm>
#include <array>

namespace banxin {
namespace {

constexpr auto kHeadings = std::to_array<Tag>({Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5});

/// From 1; 0 for what is no heading.
unsigned heading_level(BlockRole role) {
    switch (role) {
        case BlockRole::title:
        case BlockRole::annex_title:
            return 1;
        case BlockRole::heading_1:
            return 2;
        case BlockRole::heading_2:
            return 3;
        case BlockRole::heading_3:
            return 4;
        case BlockRole::heading_4:
            return 5;
        default:
            return 0;
    }
}

Tag tag_of(BlockRole role) {
    switch (role) {
        case BlockRole::attachment:
            return Tag::list_body;
        case BlockRole::table:
            return Tag::table;
        case BlockRole::title:
        case BlockRole::annex_title:
        case BlockRole::heading_1:
        case BlockRole::heading_2:
        case BlockRole::heading_3:
        case BlockRole::heading_4:
        case BlockRole::mark:
        case BlockRole::mark_end:
        case BlockRole::row_issuer:
        case BlockRole::row_date:
        case BlockRole::attendance:
        case BlockRole::document_number:
        case BlockRole::signer_label:
        case BlockRole::signer:
        case BlockRole::head_line:
        case BlockRole::recipients:
        case BlockRole::body:
        case BlockRole::issuer:
        case BlockRole::post:
        case BlockRole::date:
        case BlockRole::closing_note:
        case BlockRole::annex_label:
        case BlockRole::moved_recipients:
        case BlockRole::copies:
        case BlockRole::printed_by:
        case BlockRole::printed_on:
        case BlockRole::note:
            return Tag::p;
    }
    return Tag::p;
}

/// Rows from the top that hold nothing but heads: they are the table's head.
unsigned head_rows(const ShapedTable& table) {
    std::size_t rows = table.rows.size();
    for (const ShapedCell& cell : table.cells) {
        if (!cell.head && cell.row < rows) rows = cell.row;
    }
    return static_cast<unsigned>(rows);
}

/// By row: where data stand, up to the column behind the last; 0 where the row has only heads.
std::vector<unsigned> ends_of_data(const ShapedTable& table) {
    std::vector<unsigned> ends(table.rows.size(), 0);
    for (const ShapedCell& cell : table.cells) {
        if (cell.head) continue;
        for (unsigned row = cell.row; row < cell.row + cell.row_span; ++row)
            ends[row] = std::max(ends[row], cell.column + 1);
    }
    return ends;
}

/// A head with data to its right heads its rows; any other one what stands below it: the heads of
/// a form's inner tables.
bool heads_column(const ShapedCell& cell, const std::vector<unsigned>& ends_of_data) {
    const auto first = ends_of_data.begin() + cell.row;
    return std::all_of(first, first + cell.row_span,
                       [&](unsigned end) { return end <= cell.column; });
}

}  // namespace

StructureBuilder::StructureBuilder() { elements_.push_back({Tag::document, 0}); }

ElementId StructureBuilder::add(Tag tag, ElementId parent) {
    elements_.push_back({tag, parent});
    return static_cast<ElementId>(elements_.size() - 1);
}

ElementId StructureBuilder::section_of(unsigned annex) {
    if (annex == 0) return 0;
    const auto found = annexes_.find(annex);
    if (found != annexes_.end()) return found->second;
    return annexes_[annex] = add(Tag::sect, 0);
}

ElementId StructureBuilder::begin_block(const ShapedBlock& block) {
    const ElementId section = section_of(block.annex);
    if (block.role != BlockRole::attachment) {
        open_list_ = kArtifact;
        const unsigned level = heading_level(block.role);
        if (level == 0) return add(tag_of(block.role), section);
        heading_ = std::min(level, heading_ + 1);
        return add(kHeadings.at(heading_ - 1), section);
    }
    if (open_list_ == kArtifact) open_list_ = add(Tag::list, section);
    return add(Tag::list_body, add(Tag::list_item, open_list_));
}

ElementId StructureBuilder::add_figure(const ShapedBlock& block) {
    const ElementId id = add(Tag::figure, section_of(block.annex));
    elements_[id].alternative = block.impression ? block.impression->alternative : std::string{};
    return id;
}

std::vector<ElementId> StructureBuilder::add_cells(ElementId element, const ShapedTable& table,
                                                   const PlacedTable& placed) {
    const unsigned heads = head_rows(table);
    // A head without a body is none (PDF/UA-1, 7.2).
    const std::size_t head_size = heads < table.rows.size() ? heads : 0;
    std::vector<ElementId> rows;
    const ElementId head = head_size > 0 ? add(Tag::table_head, element) : kArtifact;
    for (std::size_t row = 0; row < head_size; ++row) rows.push_back(add(Tag::tr, head));
    const ElementId body = add(Tag::table_body, element);
    for (std::size_t row = head_size; row < table.rows.size(); ++row)
        rows.push_back(add(Tag::tr, body));
    const std::vector<unsigned> data = ends_of_data(table);
    std::vector<ElementId> cells;
    for (const ShapedCell& cell : table.cells) {
        const ElementId id = add(cell.head ? Tag::th : Tag::td, rows[cell.row]);
        elements_[id].row_span = cell.row_span;
        elements_[id].heads_column = cell.head && (cell.row < heads || heads_column(cell, data));
        cells.push_back(id);
    }
    for (const TablePiece& piece : placed.pieces)
        for (const PlacedCell& cell : piece.cells)
            elements_[cells[cell.cell]].column_span = cell.column_span;
    return cells;
}

}  // namespace banxin
