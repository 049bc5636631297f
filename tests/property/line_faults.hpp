// What no broken paragraph may do, whatever the text and the measure: the judge of the property
// tests and of the fuzzer. Knows the standard's table by itself and counts with positions and drawn
// ink; asks the stage nothing.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// One call of break_lines().
struct BrokenCase {
    const ShapedParagraph& paragraph;
    Length measure;
    const LineRules& rules;
    const Outcome<BrokenParagraph>& broken;
    const FontSet& fonts;
};

/// One sentence a fault, none when all is well:
/// - lines tile text and clusters, and end by force at line feeds and the paragraph's end only;
/// - no line begins or ends with a mark that GB/T 15834-2011, 5.1 forbids there, and no figure,
///   —— or …… is torn, unless the line is the last resort and was reported;
/// - the last resort is taken, and a figure torn from its unit, only inside a piece that is wider
///   than the measure;
/// - a justified line ends exactly at the right edge, the others do not pass it;
/// - marks lose no more than their blank, blanks keep a quarter em, Han are never pushed together
///   and all stand equally far apart; the ink of neighbours does not cross.
[[nodiscard]] std::vector<std::string> line_faults(const BrokenCase& broken_case);

/// The widest gap between two neighbouring Han of `line`, in thousandths of the paragraph's em.
[[nodiscard]] std::int64_t widest_han_gap(const ShapedParagraph& paragraph, const Line& line);

}  // namespace banxin
