// The parts of `judge`, each for some clauses.
#pragma once

#include "pipeline/inspect/document_elements.hpp"
#include "pipeline/inspect/finding.hpp"

namespace banxin {

void judge_pages(const InspectedDocument& document, Findings& findings);
void judge_page_numbers(const InspectedDocument& document, Findings& findings);
void judge_head(const InspectedDocument& document, Findings& findings);
void judge_formats(const InspectedDocument& document, Findings& findings);
void judge_title(const InspectedDocument& document, Findings& findings);
void judge_body(const InspectedDocument& document, Findings& findings);
void judge_ending(const InspectedDocument& document, Findings& findings);
/// Of what stands under seals and stamps; false where there are neither, nor room for them.
bool judge_signature(const InspectedDocument& document, const PageElement& date,
                     Findings& findings);
void judge_annexes(const InspectedDocument& document, Findings& findings);
void judge_imprint(const InspectedDocument& document, Findings& findings);
void judge_lines(const InspectedDocument& document, Findings& findings);

// What several parts ask for.

/// One character of the grid: 156 mm / 28, or as it was measured where the text keeps a grid.
[[nodiscard]] Length cell_of(const InspectedDocument& document);
/// Right edge of the type area, reckoned from its measured left one.
[[nodiscard]] Length right_of(const InspectedDocument& document);
[[nodiscard]] Length centre_of(const InspectedDocument& document);
/// How far right of the centre `line` stands. A mark at its end may count in full or by the half
/// that it paints: whichever is nearer.
[[nodiscard]] Length off_centre(const InspectedDocument& document, const TextLine& line);
/// Top and bottom of the paint of all `lines`.
[[nodiscard]] PdfInk ink_of(const std::vector<TextLine>& lines);
void expect_red(RuleId rule, const Findings::Place& place, PdfColour colour, Findings& findings);
/// The next text above `top` on `page`: its lower edge, or nothing at the page's top.
[[nodiscard]] const TextLine* line_above(const InspectedDocument& document, std::size_t page,
                                         Length top);

}  // namespace banxin
