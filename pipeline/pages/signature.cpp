#include "pipeline/pages/signature.hpp"

#include <algorithm>
#include <utility>

namespace banxin {
namespace {

void move_to(Line& line, Length left) {
    const Length shift = left - line.left;
    line.left = left;
    for (Length& position : line.positions) position += shift;
}

Length widest(const BrokenParagraph& paragraph) {
    Length width;
    for (const Line& line : paragraph.lines) width = std::max(width, line.width);
    return width;
}

}  // namespace

void indent_signature(BrokenParagraph& issuer, BrokenParagraph& date, Length measure,
                      Length character) {
    const Length issuer_width = widest(issuer);
    const Length date_width = widest(date);
    const Length indent = character * 2;
    Length issuer_left = measure - indent - issuer_width;
    Length date_left = issuer_left + indent;
    if (date_width > issuer_width) {
        date_left = measure - indent - date_width;
        issuer_left = date_left - indent;
    }
    // An issuer as wide as the measure leaves no room to its right: it never leaves the type area.
    issuer_left = std::max(issuer_left, Length{});
    date_left = std::min(date_left, measure - date_width);
    for (Line& line : issuer.lines) move_to(line, issuer_left);
    for (Line& line : date.lines) move_to(line, date_left);
}

void add_signature(PageFiller& pages, const ShapedBlock& issuer, const ShapedBlock& date,
                   const ShapedBlock* before) {
    BrokenParagraph issuer_lines = pages.break_paragraph(paragraph_of(issuer));
    BrokenParagraph date_lines = pages.break_paragraph(paragraph_of(date));
    const Style& style = paragraph_of(issuer).style;
    indent_signature(issuer_lines, date_lines, pages.geometry().type_width, style.pitch);

    Length top = pages.block_top(style, blank_lines(style, before));
    const auto rows = static_cast<std::int64_t>(issuer_lines.lines.size());
    if (!pages.fits(top, style.leading * rows + paragraph_of(date).style.size)) {
        pages.open_page();
        top = pages.block_top(style, 0);
    }
    for (const auto& [block, broken] :
         {std::pair{&issuer, &issuer_lines}, std::pair{&date, &date_lines}}) {
        const ElementId element = pages.structure().begin_block(*block);
        for (const Line& line : broken->lines) {
            pages.place_line(*block, paragraph_of(*block), line, top, element);
            top = pages.next_top(style);
        }
    }
}

}  // namespace banxin
