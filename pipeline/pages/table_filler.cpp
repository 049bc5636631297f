#include "pipeline/pages/table_filler.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/pages/item_builder.hpp"

namespace banxin {
namespace {

FilledBox box_of(const PlacedRule& rule, Place corner) {
    const Length half = rule.thickness.scaled(1, 2);
    FilledBox box;
    const bool vertical = rule.left == rule.right;
    box.left = corner.x + rule.left - (vertical ? half : Length{});
    box.top = corner.y + rule.top - (vertical ? Length{} : half);
    box.width = vertical ? rule.thickness : rule.right - rule.left;
    box.height = vertical ? rule.bottom - rule.top : rule.thickness;
    return box;
}

}  // namespace

Length TableFiller::table_top(std::optional<Length> bottom) const {
    const Length em = pages_.geometry().em;
    return bottom ? *bottom + one_line(em) - em.scaled(1, 2) : Length{};
}

TableRoom TableFiller::room_for(const ShapedTable& table, Length top) const {
    const PageGeometry& page = pages_.geometry();
    TableRoom room{std::max(Length{}, page.type_height - top),
                   pages_.geometry_of_next_page().type_height};
    if (table.keep_together) room.start = TableStart::where_it_is_whole;
    if (!table.continued.clusters.empty()) {
        const auto broken = break_lines(table.continued, page.type_width, layout_.line_rules);
        room.continued = std::min(
            table.continued.style.leading * static_cast<std::int64_t>(broken.value.lines.size()),
            page.type_height.scaled(1, 2));
    }
    return room;
}

Outcome<PlacedTable> TableFiller::place(const ShapedTable& table, const TableRoom& room) const {
    return place_table(table, pages_.geometry().type_width, room, layout_.line_rules);
}

bool TableFiller::begins_below(Length bottom, Length bottom_of_next, std::size_t index) {
    const ShapedTable& table = table_of(index);
    TableRoom room = room_for(table, table_top(bottom));
    if (room.start == TableStart::where_it_is_whole) {
        const TableRoom next_page = room_for(table, table_top(bottom_of_next));
        if (place(table, next_page).value.pieces.size() > 1) room.start = TableStart::where_it_fits;
    }
    ahead_ = {index, room, place(table, room)};
    return ahead_->placed.value.pieces.front().height > Length{};
}

Outcome<PlacedTable> TableFiller::placed_table(std::size_t index, Length top, Lead lead) {
    const ShapedTable& table = table_of(index);
    TableRoom room = room_for(table, top);
    const bool is_ahead = ahead_ && ahead_->index == index && ahead_->room.first == room.first;
    auto placed = is_ahead ? std::move(ahead_->placed) : place(table, room);
    ahead_.reset();
    if (lead == Lead::none || placed.value.pieces.front().height > Length{}) return placed;
    room.start = TableStart::here;
    return place(table, room);
}

void TableFiller::add(std::size_t index, Lead lead) {
    const ShapedBlock& block = document_.blocks[index];
    const ShapedTable& table = table_of(index);
    Length top = table_top(pages_.bottom());
    auto outcome = placed_table(index, top, lead);
    pages_.report(std::move(outcome.diagnostics));
    const PlacedTable& placed = outcome.value;
    BrokenParagraph continued;
    if (placed.pieces.size() > 1 && !table.continued.clusters.empty())
        continued = pages_.break_paragraph(table.continued);
    bool continues = false;
    const ShapedTable& shown = placed.shown ? *placed.shown : table;
    const ElementId element = pages_.structure().begin_block(block);
    const std::vector<ElementId> cells = pages_.structure().add_cells(element, table, placed);
    for (std::size_t k = 0; k < placed.pieces.size(); ++k) {
        const TablePiece& piece = placed.pieces[k];
        if (k > 0) {
            pages_.open_page();
            top = continues ? add_continued_line(table.continued, continued) : Length{};
        }
        if (piece.height <= Length{}) continue;
        continues = true;
        place_piece(shown, placed, piece, top, cells);
        pages_.set_bottom(top + piece.height);
    }
}

/// Above a later piece of a table, at the page's head. Returns where the piece begins.
Length TableFiller::add_continued_line(const ShapedParagraph& paragraph,
                                       const BrokenParagraph& broken) {
    const PageGeometry& page = pages_.geometry();
    Length top;
    for (const Line& line : broken.lines) {
        add_line(pages_.items(), paragraph, line, {page.left, page.top + top}, kArtifact);
        top += paragraph.style.leading;
    }
    return top;
}

void TableFiller::place_piece(const ShapedTable& table, const PlacedTable& placed,
                              const TablePiece& piece, Length top,
                              const std::vector<ElementId>& elements) {
    const Place corner{pages_.geometry().left, pages_.geometry().top + top};
    std::vector<Item>& items = pages_.items();
    for (const PlacedRule& rule : piece.rules) items.emplace_back(box_of(rule, corner));
    for (const PlacedSlant& slant : piece.slants) {
        items.emplace_back(SlantedLine{corner.x + slant.left, corner.y + slant.top,
                                       corner.x + slant.right, corner.y + slant.bottom,
                                       slant.thickness});
    }
    for (const PlacedCell& cell : piece.cells) {
        const ShapedParagraph& paragraph = table.cells[cell.cell].paragraph;
        const ElementId element = cell.repeated ? kArtifact : elements[cell.cell];
        for (const PlacedLine& line : cell.lines) {
            const Place origin{corner.x + line.x, corner.y + line.top};
            add_line(items, paragraph, placed.paragraphs[cell.cell].lines[line.line], origin,
                     element);
        }
    }
}

}  // namespace banxin
