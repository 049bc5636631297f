#include "pipeline/pages/head.hpp"

namespace banxin {
namespace {

/// The rule is printed with the mark.
Colour head_colour(const Layout& layout) {
    const auto mark = layout.styles.find("mark");
    return mark == layout.styles.end() ? Colour::black : mark->second.colour;
}

}  // namespace

void add_mark(PageFiller& pages, const ShapedBlock& block, const Layout& layout) {
    const ShapedParagraph& paragraph = paragraph_of(block);
    const BrokenParagraph broken = pages.break_paragraph(paragraph);
    if (broken.lines.empty() || !layout.head) return;
    const Style& style = paragraph.style;
    const Length baseline_down = baseline_below_top(style.size);
    const ElementId element = pages.structure().begin_block(block);
    Length top = layout.head->mark_below + block.ink.above - baseline_down;
    for (const Line& line : broken.lines) {
        pages.place_line(block, paragraph, line, top, element);
        top += style.leading;
    }
    pages.set_bottom(top - style.leading + baseline_down + block.ink.below);
}

void add_document_number(PageFiller& pages, const ShapedBlock& block, const Layout& layout) {
    const ShapedParagraph& paragraph = paragraph_of(block);
    const BrokenParagraph broken = pages.break_paragraph(paragraph);
    if (!layout.head) return;
    const HeadLayout& head = *layout.head;
    Length top = pages.bottom().value_or(Length{}) + head.number_below;
    const ElementId element = pages.structure().begin_block(block);
    for (const Line& line : broken.lines) {
        pages.place_line(block, paragraph, line, top, element);
        top = pages.next_top(paragraph.style);
    }
    const PageGeometry& page = pages.geometry();
    const Length rule_top = pages.bottom().value_or(Length{}) + head.rule_below;
    pages.items().emplace_back(FilledBox{page.left, page.top + rule_top, page.type_width, head.rule,
                                         kArtifact, head_colour(layout)});
    pages.set_bottom(rule_top + head.rule);
    pages.set_text_top(rule_top + head.rule + head.text_below);
}

}  // namespace banxin
