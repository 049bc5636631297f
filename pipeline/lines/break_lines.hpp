// Stage lines: ShapedParagraph → BrokenParagraph.
//
// Chooses where a paragraph breaks and how far each line is squeezed or opened to fill the
// measure. Knows nothing of pages and draws nothing.
#pragma once

#include <cstdint>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// How many lines a paragraph should take. Pages ask for another number to spare a signature a
/// page of its own.
enum class Looseness : std::int8_t {
    tighter = -1,  ///< one line fewer than the best, if that can be had decently
    best = 0,
    looser = 1,  ///< one line more
};

/// Breaks `paragraph` into lines of `measure`, the width of its column before indents.
///
/// A justified line fills the measure exactly; the last one keeps its natural width. The breaks
/// are the best for the paragraph as a whole, not line by line. Where `looseness` cannot be had
/// without a fault and for LineRules::looseness_cost, the result is the best one.
///
/// Warnings, none of which stops the line breaker:
///   `line-overfull`    a piece without a legal break is wider than the measure
///
/// Requires `measure > 0`.
[[nodiscard]] Outcome<BrokenParagraph> break_lines(const ShapedParagraph& paragraph, Length measure,
                                                   const LineRules& rules,
                                                   Looseness looseness = Looseness::best);

}  // namespace banxin
