// Where Latin text may break among itself: after spaces and hyphens, as UAX #14 has it; inside
// addresses of the web and of mail, at the places where they are read in pieces.
#pragma once

#include <vector>

#include "pipeline/lines/break_opportunities.hpp"

namespace banxin {

/// Prohibits, in `breaks`, what stays together between two Latin clusters. A word is never
/// divided: official documents do not hyphenate.
void apply_latin_breaks(const ShapedParagraph& paragraph, std::vector<BreakOpportunity>& breaks);

}  // namespace banxin
