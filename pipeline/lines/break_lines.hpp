// Stage lines: ShapedParagraph → BrokenParagraph.
//
// Chooses where a paragraph breaks and how far each line is squeezed or opened to fill the
// measure. Knows nothing of pages and draws nothing.
#pragma once

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Breaks `paragraph` into lines of `measure`, the width of its column before indents.
///
/// A justified line fills the measure exactly; the last one keeps its natural width. The breaks
/// are the best for the paragraph as a whole, not line by line.
///
/// Warnings, none of which stops the line breaker:
///   `line-overfull`    a piece without a legal break is wider than the measure
///
/// Requires `measure > 0`.
[[nodiscard]] Outcome<BrokenParagraph> break_lines(const ShapedParagraph& paragraph, Length measure,
                                                   const LineRules& rules);

}  // namespace banxin
