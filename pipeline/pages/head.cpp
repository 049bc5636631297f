#include "pipeline/pages/head.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/pages/mark.hpp"
#include "pipeline/pages/signers.hpp"

namespace banxin {
namespace {

/// The blocks of a head by what they are.
struct HeadBlocks {
    std::vector<const ShapedBlock*> lines;
    MarkBlocks mark;
    const ShapedBlock* number = nullptr;
    SignerBlocks signers;
    std::vector<const ShapedBlock*> row;  ///< Issuer and date.
    std::size_t count = 0;
};

HeadBlocks sorted(std::span<const ShapedBlock> blocks) {
    HeadBlocks head;
    for (const ShapedBlock& block : blocks) {
        if (!is_of_head(block.role)) break;
        ++head.count;
        if (block.role == BlockRole::head_line) head.lines.push_back(&block);
        if (block.role == BlockRole::mark) head.mark.names = &block;
        if (block.role == BlockRole::mark_end) head.mark.end = &block;
        if (block.role == BlockRole::document_number) head.number = &block;
        if (block.role == BlockRole::signer_label) head.signers.label = &block;
        if (block.role == BlockRole::signer) head.signers.names.push_back(&block);
        if (block.role == BlockRole::row_issuer || block.role == BlockRole::row_date)
            head.row.push_back(&block);
    }
    return head;
}

Length sum_of(const std::optional<HeadRule>& rule) {
    return rule ? rule->distance + rule->height() : Length{};
}

/// Sets the elements of one head, from its top down.
class HeadSetter {
  public:
    HeadSetter(PageFiller& pages, std::span<const ShapedBlock> blocks, const Layout& layout,
               RecipientsPlace recipients)
        : pages_{pages},
          blocks_{sorted(blocks)},
          text_{blocks.subspan(blocks_.count)},
          layout_{layout},
          head_{*layout.head},
          recipients_{recipients} {}

    std::size_t set() {
        if (head_.lines == HeadLines::above_mark) {
            for (const ShapedBlock* line : blocks_.lines)
                set_lines(*line, pages_.block_top(paragraph_of(*line).style, 0));
        }
        add_mark(pages_, blocks_.mark, head_, [&](Length bottom) { return leaves_room(bottom); });
        if (head_.rule_below_mark) add_rule(*head_.rule_below_mark);
        set_number();
        set_issuer_row();
        if (head_.rule_below_number) add_rule(*head_.rule_below_number);
        if (head_.foot_rule) add_foot_rule(*head_.foot_rule);
        begin_text();
        return blocks_.count;
    }

  private:
    [[nodiscard]] Length bottom() const { return pages_.bottom().value_or(Length{}); }

    void set_lines(const ShapedBlock& block, Length top) {
        const ShapedParagraph& paragraph = paragraph_of(block);
        const ElementId element = pages_.structure().begin_block(block);
        for (const Line& line : pages_.break_paragraph(paragraph).lines) {
            pages_.place_line(block, paragraph, line, top, element);
            top = pages_.next_top(paragraph.style);
        }
    }

    /// The document number, with what stands on its row and below that.
    void set_number() {
        const bool has_lines = head_.lines == HeadLines::beside_number && !blocks_.lines.empty();
        if (blocks_.number == nullptr && !has_lines) return;
        Length top = bottom() + head_.number_below;
        Length lowest = bottom();
        if (has_lines) {
            Length line_top = top;
            for (const ShapedBlock* line : blocks_.lines) {
                set_lines(*line, line_top);
                line_top = pages_.next_top(paragraph_of(*line).style);
            }
            lowest = bottom();
        }
        if (blocks_.number != nullptr) {
            if (!blocks_.signers.names.empty())
                top = add_signers(pages_, blocks_.signers, *head_.signers, top);
            set_lines(*blocks_.number, top);
        }
        pages_.set_bottom(std::max(bottom(), lowest));
    }

    void set_issuer_row() {
        const Length distance = blocks_.number != nullptr
                                    ? head_.issuer_row_below.value_or(Length{})
                                    : head_.number_below;
        const Length top = bottom() + distance;
        for (const ShapedBlock* block : blocks_.row) set_lines(*block, top);
    }

    /// Text in rows that begins right here begins the rows of its page.
    void begin_text() {
        const Length top = bottom() + head_.text_below;
        pages_.set_text_top(top);
        if (text_.empty()) return;
        const auto* paragraph = std::get_if<ShapedParagraph>(&text_.front().content);
        if (paragraph != nullptr && paragraph->style.leading == pages_.geometry().line_pitch)
            pages_.set_row_top(top);
    }

    /// GB/T 9704-2012, 7.3.3: the first page shows body text.
    [[nodiscard]] bool leaves_room(Length mark_bottom) const {
        return bottom_of_first_text(mark_bottom + height_below_mark()) <=
               pages_.geometry().type_height;
    }

    [[nodiscard]] Length height_below_mark() const {
        Length height = sum_of(head_.rule_below_mark) + head_.text_below;
        if (blocks_.number != nullptr) {
            const Style& style = paragraph_of(*blocks_.number).style;
            height += head_.number_below + style.size;
            if (head_.signers && !blocks_.signers.names.empty()) {
                const std::size_t rows =
                    (blocks_.signers.names.size() - 1) / head_.signers->abreast;
                height += style.leading * static_cast<std::int64_t>(rows);
            }
        }
        if (!blocks_.row.empty())
            height += head_.issuer_row_below.value_or(Length{}) +
                      paragraph_of(*blocks_.row.front()).style.size;
        return height + sum_of(head_.rule_below_number);
    }

    /// Where the first line of the body ends if what follows the head begins at `top`.
    [[nodiscard]] Length bottom_of_first_text(Length top) const {
        const ShapedBlock* before = nullptr;
        Length bottom = top;
        for (const ShapedBlock& block : text_) {
            const bool is_elsewhere =
                block.role == BlockRole::recipients && recipients_ == RecipientsPlace::imprint;
            if (is_elsewhere) continue;
            const auto* paragraph = std::get_if<ShapedParagraph>(&block.content);
            if (paragraph == nullptr) return bottom;
            const Style& style = paragraph->style;
            if (before != nullptr)
                top = pages_.top_below(bottom, style, blank_lines(style, before));
            bottom = top + style.size;
            if (block.role != BlockRole::title && block.role != BlockRole::recipients)
                return bottom;
            const auto broken =
                break_lines(*paragraph, pages_.geometry().type_width, layout_.line_rules);
            const auto lines = static_cast<std::int64_t>(broken.value.lines.size());
            bottom += style.leading * std::max<std::int64_t>(0, lines - 1);
            before = &block;
        }
        return bottom;
    }

    /// Rules are printed with the mark.
    [[nodiscard]] Colour colour() const {
        const auto mark = layout_.styles.find("mark");
        return mark == layout_.styles.end() ? Colour::black : mark->second.colour;
    }

    /// Below what is there.
    void add_rule(const HeadRule& rule) {
        const Length top = bottom() + rule.distance;
        draw_rule(rule, top);
        pages_.set_bottom(top + rule.height());
    }

    void add_foot_rule(const HeadRule& rule) {
        const PageGeometry& page = pages_.geometry();
        draw_rule(rule, page.paper_height - page.top - rule.distance);
    }

    void draw_rule(const HeadRule& rule, Length top) {
        const PageGeometry& page = pages_.geometry();
        const bool has_width = rule.width > Length{};
        const Length width = has_width ? rule.width : page.type_width;
        const Length left = has_width ? (page.paper_width - width).scaled(1, 2) : page.left;
        for (const Length line : rule.lines) {
            pages_.items().emplace_back(
                FilledBox{left, page.top + top, width, line, kArtifact, colour()});
            top += line + rule.gap;
        }
    }

    PageFiller& pages_;
    const HeadBlocks blocks_;
    const std::span<const ShapedBlock> text_;  ///< What follows the head.
    const Layout& layout_;
    const HeadLayout& head_;
    const RecipientsPlace recipients_;
};

}  // namespace

bool is_of_head(BlockRole role) {
    switch (role) {
        case BlockRole::head_line:
        case BlockRole::mark:
        case BlockRole::mark_end:
        case BlockRole::document_number:
        case BlockRole::signer_label:
        case BlockRole::signer:
        case BlockRole::row_issuer:
        case BlockRole::row_date:
            return true;
        default:
            return false;
    }
}

std::size_t add_head(PageFiller& pages, std::span<const ShapedBlock> blocks, const Layout& layout,
                     RecipientsPlace recipients) {
    return HeadSetter{pages, blocks, layout, recipients}.set();
}

}  // namespace banxin
