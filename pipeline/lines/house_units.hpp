// The house rules: pieces of Chinese text that a reader takes in at one glance and that no line
// end should tear, though UAX #14 lets it.
#pragma once

#include <vector>

#include "pipeline/lines/break_opportunities.hpp"

namespace banxin {

/// Binds figures to their units, dates, document numbers, articles, circled numbers and annex
/// labels; puts a cost on breaks inside short titles and quotations. Never loosens a bond.
void bind_house_units(const ShapedParagraph& paragraph, const LineRules& rules,
                      std::vector<BreakOpportunity>& breaks);

}  // namespace banxin
