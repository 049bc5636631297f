// Paper, type area, grid (GB/T 9704-2012, 4 and 5) and page numbers (7.5).
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"

namespace banxin {
namespace {

using namespace literals;

PdfBox box_on(const std::vector<const TextLine*>& lines) {
    PdfBox box = lines.front()->box;
    for (const TextLine* line : lines) box.include(line->box);
    return box;
}

/// Lines of the text on each page, without head, title and what is around them.
std::map<std::size_t, std::vector<const TextLine*>> body_by_page(
    const InspectedDocument& document) {
    std::map<std::size_t, std::vector<const TextLine*>> pages;
    for (const ShownParagraph& paragraph : document.body)
        for (const TextLine& line : paragraph.lines)
            if (!document.is_landscape(line.page)) pages[line.page].push_back(&line);
    return pages;
}

void judge_margins(const InspectedDocument& document, Findings& findings) {
    const auto pages = body_by_page(document);
    if (pages.empty()) return;
    const auto& [first_page, first_lines] = *pages.begin();
    findings.length(RuleId::left_margin, {first_page, box_on(first_lines)}, document.grid.left);
    if (document.grid.right)
        findings.length(RuleId::right_edge, {first_page, box_on(first_lines)},
                        *document.grid.right);
    for (const auto& [page, lines] : pages) {
        // The first row of a page: what came before on the first one is the head's matter.
        const TextLine* above = line_above(document, page, lines.front()->box.top);
        if (page > 0 && above == nullptr)
            findings.length(RuleId::top_margin, Findings::at(*lines.front()),
                            lines.front()->box.top);
        const bool is_letter = document.format == DocumentFormat::letter && page == 0;
        findings.length(is_letter ? RuleId::letter_bottom : RuleId::bottom_edge,
                        Findings::at(*lines.back()), lines.back()->box.bottom);
    }
}

/// Rows of pages that hold nothing but text and go on behind it.
void judge_rows(const InspectedDocument& document, Findings& findings) {
    const auto pages = body_by_page(document);
    if (!document.grid.pitch) return;
    for (auto it = pages.begin(); it != pages.end(); ++it) {
        const auto& [page, lines] = *it;
        const auto next = std::next(it);
        const bool goes_on =
            next != pages.end() && next->first == page + 1 &&
            line_above(document, page + 1, next->second.front()->box.top) == nullptr;
        if (!goes_on || line_above(document, page, lines.front()->box.top) != nullptr) continue;
        const Length height = lines.back()->baseline - lines.front()->baseline;
        const std::int64_t rows =
            (height.emu() + document.grid.pitch->emu() / 2) / document.grid.pitch->emu() + 1;
        // A heading or a paragraph that would stand alone may leave a row or two empty.
        const ShownParagraph* moved = nullptr;
        for (const ShownParagraph& paragraph : document.body)
            if (paragraph.lines.front().page == page + 1 && moved == nullptr) moved = &paragraph;
        const bool may_be_short =
            moved != nullptr && &moved->lines.front() == next->second.front() && rows < 22;
        if (!may_be_short || rows > 22)
            findings.count(RuleId::lines_per_page, {page, box_on(lines)}, rows);
    }
}

void judge_grid(const InspectedDocument& document, Findings& findings) {
    const auto pages = body_by_page(document);
    if (pages.empty()) return;
    const Findings::Place place{pages.begin()->first, box_on(pages.begin()->second)};
    if (document.grid.pitch) findings.length(RuleId::line_pitch, place, *document.grid.pitch);
    if (document.grid.cell) findings.length(RuleId::character_pitch, place, *document.grid.cell);
    if (document.grid.size) findings.size(RuleId::text_size, place, *document.grid.size);
    judge_rows(document, findings);
}

std::u32string digits_of(const std::u32string& text) {
    std::u32string digits;
    for (const char32_t c : text) {
        if (is_ascii_digit(c))
            digits += c;
        else if (!digits.empty())
            break;
    }
    return digits;
}

/// The middle of the dashes' ink, as the standard's figure means it; of any type of dash.
std::optional<Length> dash_height(const TextLine& line) {
    const LineCharacter& first = line.characters.front();
    if (is_ascii_digit(first.character) || is_han(first.character)) return std::nullopt;
    if (first.ink) return (first.ink->top + first.ink->bottom).scaled(1, 2);
    return line.baseline - first.size.scaled(38, 100);  // Where Chinese faces have it.
}

/// Where the number stands on its sheet, seen as a reader of the upright pages would: a turned one
/// has its left on the top.
struct NumberPlace {
    Length left, right;
};

void judge_number_side(const InspectedDocument& document, const PageElement& element,
                       const NumberPlace& at, Findings& findings) {
    const auto place = Findings::at(element);
    const bool is_odd = element.page % 2 == 0;
    const Length centre = (at.left + at.right).scaled(1, 2);
    const bool is_right = centre > 105_mm + 20_mm;
    const bool is_left = centre < 105_mm - 20_mm;
    const char* side = is_right ? N_("right") : is_left ? N_("left") : N_("centre");
    const bool is_there = is_odd ? is_right : is_left;
    is_there ? findings.good(RuleId::page_number_side, place, side)
             : findings.bad(RuleId::page_number_side, place, side);
    if (is_there)
        findings.length(RuleId::page_number_indent, place,
                        is_odd ? right_of(document) - at.right : at.left - document.grid.left);
}

void judge_page_number(const InspectedDocument& document, const PageElement& element,
                       Findings& findings) {
    const TextLine& line = element.lines.front();
    const auto place = Findings::at(element);
    const bool is_turned = line.characters.empty();
    judge_number_side(document, element,
                      is_turned ? NumberPlace{line.box.top, line.box.bottom}
                                : NumberPlace{line.box.left, line.box.right},
                      findings);
    const std::string text = to_utf8(line.text);
    const bool has_dashes = line.text.starts_with(U"—") && line.text.ends_with(U"—");
    has_dashes ? findings.good(RuleId::page_number_dashes, place, text)
               : findings.bad(RuleId::page_number_dashes, place, text);
    if (is_turned) return;
    if (const auto height = dash_height(line))
        findings.length(RuleId::page_number_height, place, *height);
    const auto digit =
        std::find_if(line.characters.begin(), line.characters.end(),
                     [](const auto& each) { return is_ascii_digit(each.character); });
    findings.size(RuleId::page_number_size, place, digit->size);
    TextLine digits = part_of(line, static_cast<std::size_t>(digit - line.characters.begin()),
                              static_cast<std::size_t>(digit - line.characters.begin()) + 1);
    findings.face(RuleId::page_number_font, digits, FaceRole::song, document.pages.fonts);
}

}  // namespace

void judge_pages(const InspectedDocument& document, Findings& findings) {
    for (const PageElement* page : document.all(ElementKind::page)) {
        const bool is_landscape = page->box.width() > page->box.height();
        findings.length(RuleId::paper_width, Findings::at(*page),
                        is_landscape ? page->box.height() : page->box.width());
        findings.length(RuleId::paper_height, Findings::at(*page),
                        is_landscape ? page->box.width() : page->box.height());
    }
    if (document.lines.empty()) return;
    judge_margins(document, findings);
    judge_grid(document, findings);
}

void judge_page_numbers(const InspectedDocument& document, Findings& findings) {
    std::set<std::size_t> numbered;
    std::u32string last;
    std::int64_t shift = 0;
    for (const PageElement* element : document.all(ElementKind::page_number)) {
        const bool is_letter = document.format == DocumentFormat::letter && element->page == 0;
        if (is_letter) {
            findings.bad(RuleId::page_number_letter, Findings::at(*element),
                         to_utf8(element->text()));
            continue;
        }
        // A form has its own type area, and its numbers go with it.
        if (document.format != DocumentFormat::form)
            judge_page_number(document, *element, findings);
        const std::u32string digits = digits_of(element->text());
        const std::int64_t number = std::stoll("0" + to_utf8(digits));
        const std::int64_t found = number - static_cast<std::int64_t>(element->page);
        if (numbered.empty()) shift = found;
        found == shift
            ? findings.good(RuleId::page_number_order, Findings::at(*element), to_utf8(digits))
            : findings.bad(RuleId::page_number_order, Findings::at(*element), to_utf8(digits));
        numbered.insert(element->page);
    }
    for (const PageElement* page : document.all(ElementKind::page)) {
        const bool has_text =
            std::any_of(document.lines.begin(), document.lines.end(),
                        [&](const TextLine& line) { return line.page == page->page; });
        const bool may_lack = document.format == DocumentFormat::letter && page->page == 0;
        const bool is_imprint_alone = document.first(ElementKind::imprint) != nullptr &&
                                      document.first(ElementKind::imprint)->page == page->page;
        if (!has_text || may_lack || is_imprint_alone || numbered.contains(page->page)) continue;
        findings.bad(RuleId::page_number_there, {page->page, page->box}, N_("none"));
    }
}

}  // namespace banxin
