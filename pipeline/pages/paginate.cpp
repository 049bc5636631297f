#include "pipeline/pages/paginate.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "pipeline/compose/block_roles.hpp"
#include "pipeline/pages/head.hpp"
#include "pipeline/pages/imprint.hpp"
#include "pipeline/pages/page_filler.hpp"
#include "pipeline/pages/signature.hpp"
#include "pipeline/pages/table_filler.hpp"

namespace banxin {
namespace {

class Paginator {
  public:
    Paginator(const ShapedDocument& document, const Layout& layout, const PageFit& fit)
        : document_{document}, layout_{layout}, fit_{fit} {}

    PagingAttempt run() {
        const auto& blocks = document_.blocks;
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            if (is_left_out(blocks[k])) continue;
            if (is_of_imprint(blocks[k].role)) {
                k = add_imprint_at(k);
                continue;
            }
            pages_.hold_page(blocks[k].orientation);
            if (blocks[k].begins_volume) pages_.begin_volume();
            k = add_block(k);
        }
        attempt_.pages = pages_.finish();
        return std::move(attempt_);
    }

  private:
    [[nodiscard]] bool is_left_out(const ShapedBlock& block) const {
        return fit_.recipients == RecipientsPlace::imprint && block.role == BlockRole::recipients;
    }

    /// Adds block `index`, and those that go with it; returns the last of them.
    std::size_t add_block(std::size_t index) {
        const ShapedBlock& block = document_.blocks[index];
        const ShapedBlock* before = std::exchange(before_, &block);
        if (std::holds_alternative<ShapedTable>(block.content)) {
            tables_.add(index, lead_of_table(index));
        } else if (layout_.head && is_of_head(block.role)) {
            const auto rest = std::span{document_.blocks}.subspan(index);
            index += add_head(pages_, rest, layout_, fit_.recipients) - 1;
            before_ = &document_.blocks[index];
        } else if (const std::size_t count = signature_size(document_.blocks, index); count > 0) {
            const std::span<const ShapedBlock> blocks{document_.blocks};
            add_signature(pages_, blocks.subspan(index, count), before, layout_);
            index += count - 1;
            before_ = &document_.blocks[index];
            pages_.set_blank_line(std::nullopt);
            note_signature();
        } else {
            if (block.role == BlockRole::attachment) pages_.set_blank_line(fit_.blank_line);
            add_paragraph(index, before);
        }
        if (is_body(block)) note_body(index);
        return index;
    }

    // --- what the attempt came to

    /// Text of the document itself, before its signature.
    [[nodiscard]] bool is_body(const ShapedBlock& block) const {
        if (block.annex > 0 || is_signed_) return false;
        return is_running_text(block.role) || block.role == BlockRole::table;
    }

    void note_body(std::size_t index) {
        if (attempt_.body.empty() && first_body_page_ > 1)
            attempt_.first_page = TextOnPage::missing;
        attempt_.body.push_back(index);
        last_body_page_ = pages_.page_number();
    }

    void note_signature() {
        is_signed_ = true;
        if (last_body_page_ > 0 && last_body_page_ < pages_.page_number())
            attempt_.signature_page = TextOnPage::missing;
    }

    // --- imprint

    [[nodiscard]] static bool is_of_imprint(BlockRole role) {
        return role == BlockRole::moved_recipients || role == BlockRole::copies ||
               role == BlockRole::printed_by || role == BlockRole::printed_on;
    }

    /// The imprint is what the document ends with; annexes that are bound by themselves follow.
    /// Returns the last block of it.
    std::size_t add_imprint_at(std::size_t index) {
        std::size_t end = index;
        while (end < document_.blocks.size() && is_of_imprint(document_.blocks[end].role)) ++end;
        auto blocks = std::span<const ShapedBlock>{document_.blocks}.subspan(index, end - index);
        if (blocks.front().role == BlockRole::moved_recipients) {
            attempt_.recipients_may_move = true;
            if (fit_.recipients == RecipientsPlace::head) blocks = blocks.subspan(1);
        }
        if (layout_.imprint) add_imprint(pages_, blocks, document_.imprint_page, *layout_.imprint);
        return end - 1;
    }

    // --- paragraphs

    [[nodiscard]] TableFiller::Lead lead_of_table(std::size_t index) const {
        return chain_end_ == index && chain_opens_page_ ? TableFiller::Lead::at_page_head
                                                        : TableFiller::Lead::none;
    }

    void add_paragraph(std::size_t index, const ShapedBlock* before) {
        const ShapedBlock& block = document_.blocks[index];
        const ShapedParagraph& paragraph = paragraph_of(block);
        const Style& style = paragraph.style;
        BrokenParagraph broken = pages_.break_paragraph(paragraph, looseness_of(index));
        if (broken.lines.empty()) return;
        if (style.new_page && !pages_.is_empty()) pages_.open_page();

        const auto first_top = [&] { return top_of(index, before, broken); };
        Length top = first_top();
        if (style.keep_with_next && index >= chain_end_) {
            if (!chain_fits(index, top) && !pages_.is_empty()) pages_.open_page();
            chain_opens_page_ = pages_.is_empty();
        }
        const Length start = pages_.is_empty() ? first_top() : top;
        const std::size_t moved = spare_a_single_line(index, start, broken);
        const ElementId element = pages_.structure().begin_block(block);
        for (std::size_t k = 0; k < broken.lines.size(); ++k) {
            if (k > 0) top = pages_.next_top(style);
            const bool turns = !pages_.fits(top, style.size) || (k > 0 && k == moved) ||
                               turns_before(index, broken.lines.size() - k);
            if (turns && !pages_.is_empty()) pages_.open_page();
            if (pages_.is_empty()) top = k == 0 ? first_top() : Length{};
            if (k == 0) begin_block(block, top);
            pages_.place_line(block, paragraph, broken.lines[k], top, element);
        }
    }

    /// Where block `index`, broken into lines, begins below `before` or on a new page.
    [[nodiscard]] Length top_of(std::size_t index, const ShapedBlock* before,
                                const BrokenParagraph& broken) const {
        const ShapedBlock& block = document_.blocks[index];
        const Style& style = paragraph_of(block).style;
        if (block.beside_previous && !pages_.is_empty()) return *pages_.bottom() - style.size;
        const Length top = pages_.block_top(style, blank_lines(style, before));
        if (block.role == BlockRole::title)
            return top + lowered_title(index, top, broken.lines.size());
        if (block.role != BlockRole::closing_note) return top;
        // The line below the date, unless a seal of a joint signature hangs down onto it.
        const Line& line = broken.lines.front();
        const auto foot = pages_.impression_on(top, line.left + line.width);
        return foot ? pages_.top_below(*foot, style, 0) : top;
    }

    /// How much lower than `top` a title of `lines` lines stands. The text below it keeps to the
    /// rows of the page, which can leave nearly two blank lines there: the title takes what is more
    /// than a line and a third.
    [[nodiscard]] Length lowered_title(std::size_t index, Length top, std::size_t lines) const {
        const auto next = std::find_if(
            document_.blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1,
            document_.blocks.end(), [&](const ShapedBlock& block) { return !is_left_out(block); });
        if (next == document_.blocks.end() ||
            !std::holds_alternative<ShapedParagraph>(next->content))
            return {};
        const ShapedBlock& title = document_.blocks[index];
        const Style& style = paragraph_of(title).style;
        const Length bottom =
            top + style.leading * (static_cast<std::int64_t>(lines) - 1) + style.size;
        const Style& below = paragraph_of(*next).style;
        const unsigned blank = blank_lines(below, &title);
        if (blank == 0 || !pages_.geometry().rows_on_grid) return {};
        const Length gap = pages_.top_below(bottom, below, blank) - bottom;
        const Length most = (one_line(pages_.geometry().em) * blank).scaled(4, 3);
        return std::max(Length{}, gap - most);
    }

    [[nodiscard]] bool turns_before(std::size_t index, std::size_t lines_left) const {
        return fit_.turn && fit_.turn->block == index && fit_.turn->lines == lines_left;
    }

    [[nodiscard]] Looseness looseness_of(std::size_t index) const {
        const auto found = fit_.looseness.find(index);
        return found == fit_.looseness.end() ? Looseness::best : found->second;
    }

    void begin_block(const ShapedBlock& block, Length top) {
        pages_.begin_block_at(block, top);
        if (first_body_page_ == 0 && is_body(block)) first_body_page_ = pages_.page_number();
    }

    /// How many of `lines` lines, the first at `top`, stand on the last page that they reach; all
    /// of them when they reach one page only.
    [[nodiscard]] std::size_t lines_on_last_page(const Style& style, Length top,
                                                 std::size_t lines) const {
        const auto rows = [&](const PageGeometry& page, Length from) -> std::size_t {
            const Length room = page.type_height - from - style.size;
            if (room < Length{} || style.leading <= Length{}) return 0;
            return static_cast<std::size_t>(room.emu() / style.leading.emu()) + 1;
        };
        const std::size_t here = rows(pages_.geometry(), top);
        if (lines <= here) return lines;
        const std::size_t next = rows(pages_.geometry_of_next_page(), {});
        return (lines - here - 1) % std::max<std::size_t>(next, 1) + 1;
    }

    /// Keeps the last line of a paragraph from standing alone at a page's head (孤行):
    /// a line more or fewer, where that can be had decently; otherwise the line before it goes
    /// along. Returns the index of that line, or 0 when nothing moves.
    std::size_t spare_a_single_line(std::size_t index, Length top, BrokenParagraph& broken) {
        const ShapedParagraph& paragraph = paragraph_of(document_.blocks[index]);
        const std::size_t count = broken.lines.size();
        const Style& style = paragraph.style;
        if (count < 2 || lines_on_last_page(style, top, count) != 1) return 0;
        for (const Looseness looseness : {Looseness::tighter, Looseness::looser}) {
            if (fit_.looseness.contains(index)) break;
            auto other =
                break_lines(paragraph, pages_.geometry().type_width, layout_.line_rules, looseness);
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
        const Length rise = top - pages_.block_top_at_head(paragraph_of(blocks[index]).style);
        for (;;) {
            const ShapedParagraph& kept = paragraph_of(blocks[index]);
            const Length bottom = bottom_of_lines(kept, top);
            chain_end_ = ++index;
            if (bottom > pages_.geometry().type_height) return false;
            if (index == blocks.size() || blocks[index].orientation != pages_.orientation())
                return true;
            if (std::holds_alternative<ShapedTable>(blocks[index].content))
                return tables_.begins_below(bottom, bottom - rise, index);
            const Style& style = paragraph_of(blocks[index]).style;
            if (style.new_page) return true;
            top = blocks[index].beside_previous
                      ? bottom - style.size
                      : pages_.top_below(bottom, style, blank_lines(style, &blocks[index - 1]));
            if (!style.keep_with_next) return pages_.fits(top, style.size);
        }
    }

    /// Where the last em of `paragraph` ends when its first one is at `top`.
    [[nodiscard]] Length bottom_of_lines(const ShapedParagraph& paragraph, Length top) const {
        const auto broken =
            break_lines(paragraph, pages_.geometry().type_width, layout_.line_rules);
        const auto lines = static_cast<std::int64_t>(broken.value.lines.size());
        const Style& style = paragraph.style;
        return lines == 0 ? top : top + style.leading * (lines - 1) + style.size;
    }

    const ShapedDocument& document_;
    const Layout& layout_;
    const PageFit& fit_;
    PageFiller pages_{document_, layout_};
    TableFiller tables_{pages_, document_, layout_};
    std::size_t chain_end_ = 0;  ///< Blocks before it have been asked whether they stay together.
    const ShapedBlock* before_ = nullptr;  ///< The last one that stands on a page.
    std::size_t first_body_page_ = 0;      ///< From 1; 0 before there is text.
    std::size_t last_body_page_ = 0;
    bool is_signed_ = false;
    PagingAttempt attempt_;
    bool chain_opens_page_ = false;  ///< The blocks right before that stand at their page's head.
};

}  // namespace

PagingAttempt paginate(const ShapedDocument& document, const Layout& layout, const PageFit& fit) {
    return Paginator{document, layout, fit}.run();
}

}  // namespace banxin
