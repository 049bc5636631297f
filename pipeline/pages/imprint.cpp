#include "pipeline/pages/imprint.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace banxin {
namespace {

/// A block with its lines, from the imprint's top.
struct ImprintText {
    const ShapedBlock* block;
    BrokenParagraph broken;
    Length top;  ///< Of the first em.
};

struct ImprintRule {
    Length top;
    Length thickness;
};

struct ImprintPlan {
    std::vector<ImprintText> texts;
    std::vector<ImprintRule> rules;
    Length height;
};

Length width_of(const BrokenParagraph& paragraph) {
    Length width;
    for (const Line& line : paragraph.lines) width = std::max(width, line.width);
    return width;
}

class Planner {
  public:
    Planner(PageFiller& pages, const ImprintLayout& layout) : pages_{pages}, layout_{layout} {}

    ImprintPlan plan(std::span<const ShapedBlock> blocks) {
        add_rule(layout_.outer_rule);
        for (const ShapedBlock& block : blocks) {
            // 主送 and 抄送 have no rule between them.
            const bool is_printing =
                block.role == BlockRole::printed_by || block.role == BlockRole::printed_on;
            if (is_printing && !std::exchange(has_printing_, true) && !plan_.texts.empty())
                add_rule(layout_.inner_rule);
            add_text(block);
        }
        add_rule(layout_.outer_rule);
        return std::move(plan_);
    }

  private:
    void add_rule(Length thickness) {
        if (thickness > Length{}) plan_.rules.push_back({plan_.height, thickness});
        plan_.height += thickness;
    }

    void add_text(const ShapedBlock& block) {
        BrokenParagraph broken = pages_.break_paragraph(paragraph_of(block));
        const Style& style = paragraph_of(block).style;
        const auto lines = static_cast<std::int64_t>(broken.lines.size());
        const Length half_gap = (style.leading - style.size).scaled(1, 2);
        if (shares_row(block, broken)) {
            plan_.texts.push_back(
                {&block, std::move(broken), plan_.height - style.leading + half_gap});
            return;
        }
        plan_.texts.push_back({&block, std::move(broken), plan_.height + half_gap});
        plan_.height += style.leading * lines;
    }

    /// Whether 印发日期 fits on the last line with a character between it and 印发机关.
    [[nodiscard]] bool shares_row(const ShapedBlock& block, const BrokenParagraph& broken) const {
        if (block.role != BlockRole::printed_on || plan_.texts.empty()) return false;
        const ImprintText& above = plan_.texts.back();
        if (above.block->role != BlockRole::printed_by || above.broken.lines.size() != 1)
            return false;
        const Style& style = paragraph_of(block).style;
        return style.left_indent + width_of(above.broken) + style.size + width_of(broken) +
                   style.right_indent <=
               pages_.geometry().type_width;
    }

    PageFiller& pages_;
    const ImprintLayout& layout_;
    ImprintPlan plan_;
    bool has_printing_ = false;
};

/// Where the imprint has room: on the current page or on one that is opened here.
void turn_to_its_page(PageFiller& pages, Length height, ImprintPage page) {
    const bool any_page = page == ImprintPage::next;
    const bool is_even = pages.page_number() % 2 == 0;
    const Length top = pages.geometry().type_height - height;
    // No closer to the text than its lines are to each other.
    const Length em = pages.geometry().em;
    const bool has_room = pages.is_empty() || *pages.lowest() + one_line(em) - em <= top;
    if (has_room && (any_page || is_even)) return;
    if (!pages.is_empty()) pages.open_page();
    if (any_page || pages.page_number() % 2 == 0) return;
    pages.hide_page_number();
    pages.open_page();
    pages.hide_page_number();
}

}  // namespace

void add_imprint(PageFiller& pages, std::span<const ShapedBlock> blocks, ImprintPage page,
                 const ImprintLayout& layout) {
    if (blocks.empty()) return;
    // What is landscape has no foot for it.
    pages.hold_page(PageOrientation::portrait);
    const ImprintPlan plan = Planner{pages, layout}.plan(blocks);
    turn_to_its_page(pages, plan.height, page);
    const PageGeometry& geometry = pages.geometry();
    const Length top = geometry.type_height - plan.height;
    for (const ImprintRule& rule : plan.rules) {
        pages.items().emplace_back(FilledBox{geometry.left, geometry.top + top + rule.top,
                                             geometry.type_width, rule.thickness});
    }
    for (const ImprintText& text : plan.texts) {
        const ShapedParagraph& paragraph = paragraph_of(*text.block);
        const ElementId element = pages.structure().begin_block(*text.block);
        Length line_top = top + text.top;
        for (const Line& line : text.broken.lines) {
            pages.place_line(*text.block, paragraph, line, line_top, element);
            line_top += paragraph.style.leading;
        }
    }
    pages.set_bottom(geometry.type_height);
}

}  // namespace banxin
