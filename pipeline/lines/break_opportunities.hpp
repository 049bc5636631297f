// Where a paragraph may break, decided on its text and classes alone: GB/T 15834-2011 5.1 for
// Chinese, UAX #14 for Latin text, and the house units.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/house_units.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// How firmly two neighbouring clusters hold together.
enum class Bond : std::uint8_t {
    free,  ///< A line may end here, at `BreakOpportunity::cost`.
    bound,  ///< Kept together by the house rules: 2020年, 第十二条, 〔2020〕4号. Given up only for
            ///< a piece that is wider than the measure.
    prohibited,  ///< Never between them (禁则), unless the measure is narrower than the pair.
    forced,      ///< The line ends here.
};

/// The boundary before a cluster.
struct BreakOpportunity {
    Bond bond = Bond::free;
    std::uint32_t cost = 0;  ///< As in LineRules.
};

/// One entry a cluster, and one for the paragraph's end, which is always forced. `units` are those
/// of find_house_units().
[[nodiscard]] std::vector<BreakOpportunity> find_break_opportunities(
    const ShapedParagraph& paragraph, const std::vector<HouseUnit>& units, const LineRules& rules);

}  // namespace banxin
