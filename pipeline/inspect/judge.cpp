#include "pipeline/inspect/judge.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"

namespace banxin {

using namespace literals;

Length cell_of(const InspectedDocument& document) {
    constexpr Length kCell = Length::from_emu((156_mm).emu() / 28);
    const Length cell = document.grid.cell.value_or(kCell);
    return cell > 5_mm && cell < 6.2_mm ? cell : kCell;
}

Length right_of(const InspectedDocument& document) { return document.grid.left + 156_mm; }
Length centre_of(const InspectedDocument& document) { return document.grid.left + 78_mm; }

Length off_centre(const InspectedDocument& document, const TextLine& line) {
    const Length off = line.box.centre() - centre_of(document);
    const bool ends_in_blank = is_one_of(line.text.back(), U"）》〉」』】〕”’，。、；：！？");
    const bool begins_in_blank = is_one_of(line.text.front(), U"（《〈「『【〔“‘");
    const Length quarter = line.size.scaled(1, 4);
    Length best = off;
    for (const Length shift :
         {ends_in_blank ? -quarter : Length{}, begins_in_blank ? quarter : Length{},
          (ends_in_blank ? -quarter : Length{}) + (begins_in_blank ? quarter : Length{})})
        if (std::abs((off + shift).emu()) < std::abs(best.emu())) best = off + shift;
    return best;
}

PdfInk ink_of(const std::vector<TextLine>& lines) {
    PdfInk ink = lines.front().ink();
    for (const TextLine& line : lines) {
        ink.top = std::min(ink.top, line.ink().top);
        ink.bottom = std::max(ink.bottom, line.ink().bottom);
    }
    return ink;
}

void expect_red(RuleId rule, const Findings::Place& place, PdfColour colour, Findings& findings) {
    const char* shown = colour.is_red()     ? N_("red")
                        : colour.is_black() ? N_("black")
                                            : N_("another colour");
    colour.is_red() ? findings.good(rule, place, shown) : findings.bad(rule, place, shown);
}

const TextLine* line_above(const InspectedDocument& document, std::size_t page, Length top) {
    const TextLine* found = nullptr;
    for (const TextLine& line : document.lines)
        if (line.page == page && line.box.middle() < top) found = &line;
    return found;
}

std::vector<Finding> judge(const InspectedDocument& document) {
    Findings findings;
    judge_pages(document, findings);
    if (!document.lines.empty()) {
        judge_page_numbers(document, findings);
        judge_head(document, findings);
        judge_formats(document, findings);
        judge_title(document, findings);
        judge_body(document, findings);
        judge_ending(document, findings);
        judge_annexes(document, findings);
        judge_imprint(document, findings);
        judge_lines(document, findings);
    }
    std::vector<Finding> all = findings.take();
    std::stable_sort(all.begin(), all.end(), [](const Finding& one, const Finding& two) {
        return std::tuple{one.rule, one.page, one.box.top} <
               std::tuple{two.rule, two.page, two.box.top};
    });
    return all;
}

}  // namespace banxin
