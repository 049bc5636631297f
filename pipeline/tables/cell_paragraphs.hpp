// The text of one cell as what its author means by it: each line feed begins a new paragraph.
#pragma once

#include <cstdint>
#include <span>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// A stretch of a paragraph between line feeds.
struct Segment {
    std::uint32_t cluster_begin = 0;  ///< Half-open range of the paragraph's clusters, without the
    std::uint32_t cluster_end = 0;    ///< line feed that ends the segment.
};
[[nodiscard]] std::vector<Segment> segments_of(const ShapedParagraph& paragraph);

/// Breaks the text of a horizontal cell. Every segment has the first-line indent of the style, and
/// with Style::hanging_labels its later lines begin below the text that follows its label.
[[nodiscard]] Outcome<BrokenParagraph> break_cell_text(const ShapedParagraph& paragraph,
                                                       Length measure, const LineRules& rules);

/// How many of `clusters`, a segment, are its label and the blanks behind it; 0 where it has none.
/// Labels are ①, 1. or 1、, （1）, 一、 and （一）; 1.5 is a number.
[[nodiscard]] std::uint32_t label_clusters(std::span<const Cluster> clusters);

}  // namespace banxin
