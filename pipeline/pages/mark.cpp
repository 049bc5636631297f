#include "pipeline/pages/mark.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/pages/line_moves.hpp"
#include "pipeline/shape/scaled_paragraph.hpp"

namespace banxin {
namespace {

/// How much smaller each try is, in thousandths.
constexpr unsigned kStep = 10;

/// Of the longest line.
Length natural_width(const ShapedParagraph& paragraph) {
    Length widest;
    Length width;
    for (const Cluster& cluster : paragraph.clusters) {
        if (cluster.character_class == CharacterClass::line_feed) width = {};
        width += cluster.advance;
        widest = std::max(widest, width);
    }
    return widest;
}

std::int64_t count_lines(const ShapedParagraph& paragraph) {
    return 1 + std::count_if(paragraph.clusters.begin(), paragraph.clusters.end(),
                             [](const Cluster& cluster) {
                                 return cluster.character_class == CharacterClass::line_feed;
                             });
}

/// The largest scale at which `width` is no more than `widest`; never above the whole.
unsigned fitting_scale(Length width, Length widest) {
    if (width <= widest) return Scale::kWhole;
    const std::int64_t scale = widest.emu() * Scale::kWhole / width.emu();
    return static_cast<unsigned>(std::max<std::int64_t>(1, scale));
}

/// One mark and how small it is set.
class MarkSetter {
  public:
    MarkSetter(PageFiller& pages, const MarkBlocks& blocks, const HeadLayout& head)
        : pages_{pages}, blocks_{blocks}, head_{head}, lines_{count_lines(names())} {}

    void fit(const LeavesRoom& leaves_room) {
        Length width = natural_width(names());
        if (blocks_.end != nullptr)
            width += head_.mark_end_gap + natural_width(paragraph_of(*blocks_.end));
        scale_ = fitting_scale(width, head_.mark_width);
        if (lines_ < 2) return;
        const Length size = names().style.size;
        while (!leaves_room(head_.mark_below + ink_height())) {
            if (scale_ <= kStep || size.scaled(scale_ - kStep, Scale::kWhole) < head_.mark_least)
                return report_height();
            scale_ -= kStep;
        }
    }

    void set() {
        const ShapedParagraph paragraph = scaled(names(), {scale_, scale_});
        BrokenParagraph broken = pages_.break_paragraph(paragraph);
        const Style& style = paragraph.style;
        const Length baseline_down = baseline_below_top(style.size);
        const ElementId element = pages_.structure().begin_block(*blocks_.names);
        if (lines_ > 1) spread(broken, paragraph);
        Length top = head_.mark_below + smaller(blocks_.names->ink.above) - baseline_down;
        for (Line& line : broken.lines) {
            move_to(line, line.left + head_.mark_shift);
            pages_.place_line(*blocks_.names, paragraph, line, top, element);
            top += style.leading;
        }
        if (blocks_.end != nullptr) set_end(broken, element);
        pages_.set_bottom(head_.mark_below + ink_height());
    }

  private:
    [[nodiscard]] const ShapedParagraph& names() const { return paragraph_of(*blocks_.names); }
    [[nodiscard]] Length smaller(Length length) const {
        return length.scaled(scale_, Scale::kWhole);
    }
    [[nodiscard]] Length ink_height() const {
        const InkHeight& ink = blocks_.names->ink;
        return smaller(ink.above) + smaller(names().style.leading) * (lines_ - 1) +
               smaller(ink.below);
    }
    [[nodiscard]] Length end_gap() const { return smaller(head_.mark_end_gap); }

    /// All names as wide as the widest, and with their end in the middle of the type area.
    void spread(BrokenParagraph& broken, const ShapedParagraph& paragraph) const {
        Length width;
        for (const Line& line : broken.lines) width = std::max(width, line.width);
        Length whole = width;
        if (blocks_.end != nullptr)
            whole += end_gap() + smaller(natural_width(paragraph_of(*blocks_.end)));
        const Length left = (pages_.geometry().type_width - whole).scaled(1, 2);
        for (Line& line : broken.lines) {
            spread_to(line, width, paragraph);
            move_to(line, left + (width - line.width).scaled(1, 2));
        }
    }

    /// The ink of the end has its middle where that of all names has it.
    void set_end(const BrokenParagraph& names, ElementId element) {
        const ShapedParagraph paragraph = scaled(paragraph_of(*blocks_.end), {scale_, scale_});
        BrokenParagraph broken = pages_.break_paragraph(paragraph);
        if (broken.lines.empty() || names.lines.empty()) return;
        Length right;
        for (const Line& line : names.lines) right = std::max(right, line.left + line.width);
        move_to(broken.lines.front(), right + end_gap());
        const InkHeight ink{smaller(blocks_.end->ink.above), smaller(blocks_.end->ink.below)};
        const Length middle = head_.mark_below + ink_height().scaled(1, 2);
        const Length baseline = middle + (ink.above - ink.below).scaled(1, 2);
        pages_.place_line(*blocks_.end, paragraph, broken.lines.front(),
                          baseline - baseline_below_top(paragraph.style.size), element);
    }

    void report_height() {
        pages_.report(
            {{Code::mark_too_high, names().source.origin(), {{"count", std::to_string(lines_)}}}});
    }

    PageFiller& pages_;
    const MarkBlocks& blocks_;
    const HeadLayout& head_;
    std::int64_t lines_;
    unsigned scale_ = Scale::kWhole;
};

}  // namespace

void add_mark(PageFiller& pages, const MarkBlocks& blocks, const HeadLayout& head,
              const LeavesRoom& leaves_room) {
    if (blocks.names == nullptr) return;
    MarkSetter mark{pages, blocks, head};
    mark.fit(leaves_room);
    mark.set();
}

}  // namespace banxin
