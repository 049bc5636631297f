#include "pipeline/pages/make_pages.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/base/line_joint.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/item_builder.hpp"
#include "pipeline/pages/page_number.hpp"
#include "pipeline/pages/signature.hpp"
#include "pipeline/pages/structure_builder.hpp"
#include "pipeline/pages/turned_sheet.hpp"
#include "pipeline/tables/place_table.hpp"

namespace banxin {
namespace {

/// One line of text (一行) is the height of a character and 7/8 of it: GB/T 9704-2012, clause 3.
Length one_line(Length em) { return em.scaled(15, 8); }

class Paginator {
  public:
    Paginator(const ShapedDocument& document, const Layout& layout)
        : document_{document}, layout_{layout}, landscape_{turned_geometry(layout.page)} {
        open_page();
    }

    Outcome<PagedDocument> run() {
        outcome_.value.information = document_.information;
        const auto& blocks = document_.blocks;
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            const ShapedBlock* before = k > 0 ? &blocks[k - 1] : nullptr;
            hold_page(blocks[k].orientation);
            if (const auto* table = std::get_if<ShapedTable>(&blocks[k].content)) {
                add_table(k, *table);
            } else if (blocks[k].role == BlockRole::mark) {
                add_mark(blocks[k]);
            } else if (blocks[k].role == BlockRole::document_number) {
                add_document_number(blocks[k]);
            } else if (is_signature(k)) {
                add_signature(k, before);
                ++k;
            } else {
                add_paragraph(k, before);
            }
        }
        finish();
        return std::move(outcome_);
    }

  private:
    /// A link whose target is not laid out yet.
    struct PendingLink {
        std::size_t page;
        LinkArea area;
        unsigned annex;
    };
    struct Target {
        std::uint32_t page = 0;
        Length top;
    };

    // --- places on the page; all heights here are from the type area's top

    void open_page() {
        Page page;
        page.width = layout_.page.paper_width;
        page.height = layout_.page.paper_height;
        page.read_turned = orientation_ == PageOrientation::landscape;
        page.label = std::to_string(outcome_.value.pages.size() + 1);
        outcome_.value.pages.push_back(std::move(page));
        bottom_.reset();
        text_top_.reset();
    }

    /// Changes at a page's end only.
    void hold_page(PageOrientation orientation) {
        if (orientation == orientation_) return;
        orientation_ = orientation;
        const bool landscape = orientation == PageOrientation::landscape;
        page_ = landscape ? landscape_ : layout_.page;
        if (!page_is_empty()) return open_page();
        current().read_turned = landscape;
    }

    [[nodiscard]] bool page_is_empty() const { return !bottom_.has_value(); }
    Page& current() { return outcome_.value.pages.back(); }
    [[nodiscard]] std::uint32_t page_index() const {
        return static_cast<std::uint32_t>(outcome_.value.pages.size() - 1);
    }

    [[nodiscard]] Length row_top(std::int64_t row) const { return page_.line_pitch * row; }

    /// The first row of the grid at or below `height`.
    [[nodiscard]] Length on_grid(Length height) const {
        const std::int64_t pitch = page_.line_pitch.emu();
        return row_top(std::max<std::int64_t>(0, (height.emu() + pitch - 1) / pitch));
    }

    /// Where the first em of a block in `style` goes, `blank_lines` below what is there. The
    /// distance is measured from edge to edge, as GB/T 33476.2-2016, 7 does, and then to the grid.
    [[nodiscard]] Length block_top(const Style& style, unsigned blank_lines) const {
        if (page_is_empty()) return block_top_at_head(style);
        if (text_top_) return *text_top_;
        return top_below(*bottom_, style, blank_lines);
    }
    [[nodiscard]] Length block_top_at_head(const Style& style) const {
        return row_top(static_cast<std::int64_t>(style.first_row) - 1);
    }
    [[nodiscard]] Length top_below(Length bottom, const Style& style, unsigned blank_lines) const {
        const Length gap = blank_lines > 0 ? one_line(page_.em) * blank_lines
                                           : (style.leading - style.size).scaled(1, 2);
        if (page_.rows_on_grid) return on_grid(bottom + gap);
        return bottom + (blank_lines > 0 ? gap : style.leading - style.size);
    }

    [[nodiscard]] bool fits(Length top, Length height) const {
        return top + height <= page_.type_height;
    }

    // --- paragraphs

    [[nodiscard]] static const ShapedParagraph& paragraph_of(const ShapedBlock& block) {
        return std::get<ShapedParagraph>(block.content);
    }

    /// Blank lines go before the first of several blocks in one style: a list stays together.
    [[nodiscard]] static unsigned blank_lines(const Style& style, const ShapedBlock* before) {
        if (before == nullptr) return 0;
        const auto* paragraph = std::get_if<ShapedParagraph>(&before->content);
        if (paragraph == nullptr) return style.blank_lines_before;
        if (paragraph->style.name == style.name) return 0;
        return std::max(style.blank_lines_before, paragraph->style.blank_lines_after);
    }

    BrokenParagraph break_paragraph(const ShapedParagraph& paragraph) {
        auto broken = break_lines(paragraph, page_.type_width, layout_.line_rules);
        append(outcome_.diagnostics, std::move(broken.diagnostics));
        return std::move(broken.value);
    }

    void add_paragraph(std::size_t index, const ShapedBlock* before) {
        const ShapedBlock& block = document_.blocks[index];
        const ShapedParagraph& paragraph = paragraph_of(block);
        const Style& style = paragraph.style;
        BrokenParagraph broken = break_paragraph(paragraph);
        if (broken.lines.empty()) return;
        if (style.new_page && !page_is_empty()) open_page();

        const bool beside = block.beside_previous && !page_is_empty();
        Length top = beside ? *bottom_ - style.size : block_top(style, blank_lines(style, before));
        if (style.keep_with_next && index >= chain_end_) {
            if (!chain_fits(index, top) && !page_is_empty()) open_page();
            chain_opens_page_ = page_is_empty();
        }
        const Length start = page_is_empty() ? block_top(style, 0) : top;
        const std::size_t moved = spare_a_single_line(paragraph, start, broken);
        const ElementId element = structure_.begin_block(block);
        for (std::size_t k = 0; k < broken.lines.size(); ++k) {
            if (k > 0) top = next_top(style);
            const bool turns = !fits(top, style.size) || (k > 0 && k == moved);
            if (turns && !page_is_empty()) open_page();
            if (page_is_empty()) top = k == 0 ? block_top(style, 0) : Length{};
            if (k == 0) begin_block_at(block, paragraph, top);
            place_line(block, paragraph, broken.lines[k], top, element);
        }
    }

    /// How many of `lines` lines, the first at `top`, stand on the last page that they reach; all
    /// of them when they reach one page only.
    [[nodiscard]] std::size_t lines_on_last_page(const Style& style, Length top,
                                                 std::size_t lines) const {
        const auto rows = [&](Length from) -> std::size_t {
            const Length room = page_.type_height - from - style.size;
            if (room < Length{} || style.leading <= Length{}) return 0;
            return static_cast<std::size_t>(room.emu() / style.leading.emu()) + 1;
        };
        const std::size_t here = rows(top);
        if (lines <= here) return lines;
        return (lines - here - 1) % std::max<std::size_t>(rows({}), 1) + 1;
    }

    /// Keeps the last line of a paragraph from standing alone at a page's head (孤行):
    /// a line more or fewer, where that can be had decently; otherwise the line before it goes
    /// along. Returns the index of that line, or 0 when nothing moves.
    std::size_t spare_a_single_line(const ShapedParagraph& paragraph, Length top,
                                    BrokenParagraph& broken) {
        const std::size_t count = broken.lines.size();
        const Style& style = paragraph.style;
        if (count < 2 || lines_on_last_page(style, top, count) != 1) return 0;
        for (const Looseness looseness : {Looseness::tighter, Looseness::looser}) {
            auto other = break_lines(paragraph, page_.type_width, layout_.line_rules, looseness);
            const std::size_t lines = other.value.lines.size();
            if (lines == count || lines_on_last_page(style, top, lines) == 1) continue;
            broken = std::move(other.value);
            return 0;
        }
        return count > 2 ? count - 2 : 0;
    }

    /// Whether this page has room for the blocks that stay together from `index` on, the first of
    /// them at `top`, and for the beginning of what they are kept with: a line of text, or as much
    /// of a table as may stand on a page. Sets `chain_end_` behind the last block it looked at
    /// that is kept with the next.
    [[nodiscard]] bool chain_fits(std::size_t index, Length top) {
        const auto& blocks = document_.blocks;
        const Length rise = top - block_top_at_head(paragraph_of(blocks[index]).style);
        for (;;) {
            const ShapedParagraph& kept = paragraph_of(blocks[index]);
            const Length bottom = bottom_of_lines(kept, top);
            chain_end_ = ++index;
            if (bottom > page_.type_height) return false;
            if (index == blocks.size() || blocks[index].orientation != orientation_) return true;
            if (const auto* table = std::get_if<ShapedTable>(&blocks[index].content))
                return begins_below(bottom, bottom - rise, index, *table);
            const Style& style = paragraph_of(blocks[index]).style;
            if (style.new_page) return true;
            top = blocks[index].beside_previous
                      ? bottom - style.size
                      : top_below(bottom, style, blank_lines(style, &blocks[index - 1]));
            if (!style.keep_with_next) return fits(top, style.size);
        }
    }

    /// Where the last em of `paragraph` ends when its first one is at `top`.
    [[nodiscard]] Length bottom_of_lines(const ShapedParagraph& paragraph, Length top) const {
        const auto broken = break_lines(paragraph, page_.type_width, layout_.line_rules);
        const auto lines = static_cast<std::int64_t>(broken.value.lines.size());
        const Style& style = paragraph.style;
        return lines == 0 ? top : top + style.leading * (lines - 1) + style.size;
    }

    [[nodiscard]] Length next_top(const Style& style) const {
        return *bottom_ + style.leading - style.size;
    }

    void begin_block_at(const ShapedBlock& block, const ShapedParagraph& paragraph, Length top) {
        const Length height = page_.top + top;
        if (block.role == BlockRole::annex_label) annexes_[block.annex] = {page_index(), height};
        const std::optional<unsigned> level = outline_level(block.role);
        if (!level) return;
        outcome_.value.outline.push_back(
            {on_one_line(paragraph.source.utf8()), *level, page_index(), height});
    }

    /// The main title names the document itself; annexes stand beside the first-level headings.
    static std::optional<unsigned> outline_level(BlockRole role) {
        switch (role) {
            case BlockRole::heading_1:
            case BlockRole::annex_title:
                return 1;
            case BlockRole::heading_2:
                return 2;
            case BlockRole::heading_3:
                return 3;
            case BlockRole::heading_4:
                return 4;
            default:
                return std::nullopt;
        }
    }

    void place_line(const ShapedBlock& block, const ShapedParagraph& paragraph, const Line& line,
                    Length top, ElementId element) {
        const Place origin{page_.left, page_.top + top};
        add_line(current().items, paragraph, line, origin, element);
        const Length size = paragraph.style.size;
        if (block.links_to > 0) {
            const LinkArea area{page_.left + line.left, origin.y, line.width, size, 0, {}, element};
            links_.push_back({outcome_.value.pages.size() - 1, area, block.links_to});
        }
        bottom_ = top + size;
        text_top_.reset();
    }

    // --- head, GB/T 9704-2012, 7.2

    /// Stands by its ink, at a height of its own whatever is above: 份号 and the like never move
    /// it.
    void add_mark(const ShapedBlock& block) {
        const ShapedParagraph& paragraph = paragraph_of(block);
        const BrokenParagraph broken = break_paragraph(paragraph);
        if (broken.lines.empty() || !layout_.head) return;
        const Style& style = paragraph.style;
        const Length baseline_down = baseline_below_top(style.size);
        const ElementId element = structure_.begin_block(block);
        Length top = layout_.head->mark_below + block.ink.above - baseline_down;
        for (const Line& line : broken.lines) {
            place_line(block, paragraph, line, top, element);
            top += style.leading;
        }
        bottom_ = top - style.leading + baseline_down + block.ink.below;
    }

    /// The document number and the rule below it.
    void add_document_number(const ShapedBlock& block) {
        const ShapedParagraph& paragraph = paragraph_of(block);
        const BrokenParagraph broken = break_paragraph(paragraph);
        if (!layout_.head) return;
        const HeadLayout& head = *layout_.head;
        Length top = bottom_.value_or(Length{}) + head.number_below;
        const ElementId element = structure_.begin_block(block);
        for (const Line& line : broken.lines) {
            place_line(block, paragraph, line, top, element);
            top = next_top(paragraph.style);
        }
        const Length rule_top = bottom_.value_or(Length{}) + head.rule_below;
        current().items.emplace_back(FilledBox{page_.left, page_.top + rule_top, page_.type_width,
                                               head.rule, kArtifact, head_colour()});
        bottom_ = rule_top + head.rule;
        text_top_ = *bottom_ + head.text_below;
    }

    /// The rule is printed with the mark.
    [[nodiscard]] Colour head_colour() const {
        const auto mark = layout_.styles.find("mark");
        return mark == layout_.styles.end() ? Colour::black : mark->second.colour;
    }

    // --- signature

    [[nodiscard]] bool is_signature(std::size_t index) const {
        const auto& blocks = document_.blocks;
        return index + 1 < blocks.size() && blocks[index].role == BlockRole::issuer &&
               blocks[index + 1].role == BlockRole::date;
    }

    /// Issuer and date stay together, GB/T 9704-2012, 7.3.5.2.
    void add_signature(std::size_t index, const ShapedBlock* before) {
        const ShapedBlock& issuer = document_.blocks[index];
        const ShapedBlock& date = document_.blocks[index + 1];
        BrokenParagraph issuer_lines = break_paragraph(paragraph_of(issuer));
        BrokenParagraph date_lines = break_paragraph(paragraph_of(date));
        const Style& style = paragraph_of(issuer).style;
        indent_signature(issuer_lines, date_lines, page_.type_width, style.pitch);

        Length top = block_top(style, blank_lines(style, before));
        const auto rows = static_cast<std::int64_t>(issuer_lines.lines.size());
        if (!fits(top, style.leading * rows + paragraph_of(date).style.size)) {
            open_page();
            top = block_top(style, 0);
        }
        for (const auto& [block, broken] :
             {std::pair{&issuer, &issuer_lines}, std::pair{&date, &date_lines}}) {
            const ElementId element = structure_.begin_block(*block);
            for (const Line& line : broken->lines) {
                place_line(*block, paragraph_of(*block), line, top, element);
                top = next_top(style);
            }
        }
    }

    // --- tables

    /// A table that is placed already, because of what is kept with it.
    struct TableAhead {
        std::size_t index;
        TableRoom room;
        Outcome<PlacedTable> placed;
    };

    [[nodiscard]] Length table_top(std::optional<Length> bottom) const {
        return bottom ? *bottom + one_line(page_.em) - page_.em.scaled(1, 2) : Length{};
    }

    [[nodiscard]] TableRoom table_room(const ShapedTable& table, Length top) const {
        TableRoom room{std::max(Length{}, page_.type_height - top), page_.type_height};
        if (table.keep_together) room.start = TableStart::where_it_is_whole;
        if (!table.continued.clusters.empty()) {
            const auto broken = break_lines(table.continued, page_.type_width, layout_.line_rules);
            room.continued = std::min(table.continued.style.leading *
                                          static_cast<std::int64_t>(broken.value.lines.size()),
                                      page_.type_height.scaled(1, 2));
        }
        return room;
    }

    Outcome<PlacedTable> place(const ShapedTable& table, const TableRoom& room) const {
        return place_table(table, page_.type_width, room, layout_.line_rules);
    }

    /// Whether anything of the table may stand below `bottom`. What it is kept with would end at
    /// `bottom_of_next` on a page of its own: a table that does not fit below that as a whole need
    /// not be kept together.
    [[nodiscard]] bool begins_below(Length bottom, Length bottom_of_next, std::size_t index,
                                    const ShapedTable& table) {
        TableRoom room = table_room(table, table_top(bottom));
        if (room.start == TableStart::where_it_is_whole) {
            const TableRoom next_page = table_room(table, table_top(bottom_of_next));
            if (place(table, next_page).value.pieces.size() > 1)
                room.start = TableStart::where_it_fits;
        }
        table_ahead_ = {index, room, place(table, room)};
        return table_ahead_->placed.value.pieces.front().height > Length{};
    }

    [[nodiscard]] Outcome<PlacedTable> placed_table(std::size_t index, const ShapedTable& table,
                                                    Length top) {
        TableRoom room = table_room(table, top);
        const bool is_ahead =
            table_ahead_ && table_ahead_->index == index && table_ahead_->room.first == room.first;
        auto placed = is_ahead ? std::move(table_ahead_->placed) : place(table, room);
        table_ahead_.reset();
        // Where what is kept with the table stands at its page's head, no page holds more of both.
        const bool must_begin = chain_end_ == index && chain_opens_page_;
        if (!must_begin || placed.value.pieces.front().height > Length{}) return placed;
        room.start = TableStart::here;
        return place(table, room);
    }

    void add_table(std::size_t index, const ShapedTable& table) {
        const ShapedBlock& block = document_.blocks[index];
        Length top = table_top(bottom_);
        auto outcome = placed_table(index, table, top);
        append(outcome_.diagnostics, std::move(outcome.diagnostics));
        const PlacedTable& placed = outcome.value;
        BrokenParagraph continued;
        if (placed.pieces.size() > 1 && !table.continued.clusters.empty())
            continued = break_paragraph(table.continued);
        bool continues = false;
        const ShapedTable& shown = placed.shown ? *placed.shown : table;
        const ElementId element = structure_.begin_block(block);
        const std::vector<ElementId> cells = structure_.add_cells(element, table, placed);
        for (std::size_t k = 0; k < placed.pieces.size(); ++k) {
            const TablePiece& piece = placed.pieces[k];
            if (k > 0) {
                open_page();
                top = continues ? add_continued_line(table.continued, continued) : Length{};
            }
            if (piece.height <= Length{}) continue;
            continues = true;
            place_piece(shown, placed, piece, top, cells);
            bottom_ = top + piece.height;
        }
    }

    /// Above a later piece of a table, at the page's head. Returns where the piece begins.
    Length add_continued_line(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
        Length top;
        for (const Line& line : broken.lines) {
            add_line(current().items, paragraph, line, {page_.left, page_.top + top}, kArtifact);
            top += paragraph.style.leading;
        }
        return top;
    }

    void place_piece(const ShapedTable& table, const PlacedTable& placed, const TablePiece& piece,
                     Length top, const std::vector<ElementId>& elements) {
        const Place corner{page_.left, page_.top + top};
        for (const PlacedRule& rule : piece.rules) add_rule(rule, corner);
        for (const PlacedSlant& slant : piece.slants) {
            current().items.emplace_back(SlantedLine{corner.x + slant.left, corner.y + slant.top,
                                                     corner.x + slant.right,
                                                     corner.y + slant.bottom, slant.thickness});
        }
        for (const PlacedCell& cell : piece.cells) {
            const ShapedParagraph& paragraph = table.cells[cell.cell].paragraph;
            const ElementId element = cell.repeated ? kArtifact : elements[cell.cell];
            for (const PlacedLine& line : cell.lines) {
                const Place origin{corner.x + line.x, corner.y + line.top};
                add_line(current().items, paragraph, placed.paragraphs[cell.cell].lines[line.line],
                         origin, element);
            }
        }
    }

    void add_rule(const PlacedRule& rule, Place corner) {
        const Length half = rule.thickness.scaled(1, 2);
        FilledBox box;
        const bool vertical = rule.left == rule.right;
        box.left = corner.x + rule.left - (vertical ? half : Length{});
        box.top = corner.y + rule.top - (vertical ? Length{} : half);
        box.width = vertical ? rule.thickness : rule.right - rule.left;
        box.height = vertical ? rule.bottom - rule.top : rule.thickness;
        current().items.emplace_back(box);
    }

    // --- the end

    void finish() {
        auto& pages = outcome_.value.pages;
        for (const PendingLink& link : links_) {
            const auto target = annexes_.find(link.annex);
            if (target == annexes_.end()) continue;
            LinkArea area = link.area;
            area.target_page = target->second.page;
            area.target_top = target->second.top;
            pages[link.page].items.emplace_back(area);
        }
        for (std::size_t k = 0; k < pages.size(); ++k) {
            if (pages[k].read_turned) turn_to_sheet(pages[k], layout_.page.paper_height);
            add_page_number(pages[k].items, document_, layout_.page, layout_.page_number, k);
        }
        outcome_.value.elements = structure_.take();
    }

    const ShapedDocument& document_;
    const Layout& layout_;
    PageGeometry landscape_;
    PageGeometry page_ = layout_.page;  ///< Of the current page, as it is read.
    PageOrientation orientation_ = PageOrientation::portrait;
    std::optional<Length> bottom_;    ///< Foot of the lowest em on the page; none on an empty page.
    std::optional<Length> text_top_;  ///< Off the grid, where the first text below a head goes.
    std::size_t chain_end_ = 0;  ///< Blocks before it have been asked whether they stay together.
    bool chain_opens_page_ = false;  ///< The blocks right before that stand at their page's head.
    std::optional<TableAhead> table_ahead_;
    std::vector<PendingLink> links_;
    std::map<unsigned, Target> annexes_;
    StructureBuilder structure_;
    Outcome<PagedDocument> outcome_;
};

}  // namespace

Outcome<PagedDocument> make_pages(const ShapedDocument& document, const Layout& layout) {
    return Paginator{document, layout}.run();
}

}  // namespace banxin
