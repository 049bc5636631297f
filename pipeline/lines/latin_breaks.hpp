// Where Latin text may break among itself: after spaces and hyphens, as UAX #14 has it; inside
// addresses of the web and of mail and inside long codes, at the places where they are read in
// pieces.
#pragma once

#include <vector>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/break_opportunities.hpp"

namespace banxin {

/// Prohibits, in `breaks`, what stays together between two Latin clusters. A word is never
/// divided: official documents do not hyphenate. A code of four groups and more, 2019-538587-84-01,
/// may be parted behind its hyphens at the cost of a soft break.
void apply_latin_breaks(const ShapedParagraph& paragraph, const LineRules& rules,
                        std::vector<BreakOpportunity>& breaks);

}  // namespace banxin
