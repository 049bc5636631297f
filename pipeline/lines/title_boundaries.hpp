// What it would cost to end a line of a title before each of its characters: the text's grammar,
// as far as words can tell it. Knows nothing of widths but those of brackets.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Thousandths of a squared em, so that a break and the shape of the lines can be weighed.
using TitleCost = std::int64_t;

// Failures, each so large that no sum of lesser ones reaches it: a title has at most 3 breaks.
inline constexpr TitleCost kTitleNoBreak = 1'000'000'000'000'000;  ///< 禁则, figures, dates.
inline constexpr TitleCost kTitleWordTorn = 10'000'000'000'000;    ///< Inside a word.
inline constexpr TitleCost kTitleUnitTorn = 1'000'000'000'000;     ///< 《…》, an organ's name.
inline constexpr TitleCost kTitleBadEdge = 50'000'000'000;  ///< A line begins with 和 or ends so.
inline constexpr TitleCost kTitleLongUnitTorn = 10'000'000'000;  ///< 《…》 that fills a line.

/// One entry a cluster: the cost of a break before it. `widest` is what a line may hold.
/// Looks words up in ICU's dictionary and in title_words.
[[nodiscard]] std::vector<TitleCost> title_break_costs(
    const ShapedParagraph& paragraph, const std::vector<BreakOpportunity>& opportunities,
    Length widest);

}  // namespace banxin
