// A vertical paragraph → columns side by side, read from right to left.
#pragma once

#include <cstdint>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// What a label may use of its cell, paddings left out.
struct LabelRoom {
    Length width;
    Length height;  ///< Of one tier of columns.
};

/// A label in columns. Where they are more than fit side by side, they stand in tiers.
struct LabelColumns {
    BrokenParagraph columns;    ///< Its lines are the columns, the rightmost first.
    Length height;              ///< Of the longest column; the others are aligned to it.
    std::uint32_t abreast = 1;  ///< How many fit side by side.
};

/// The distance from one column's left edge to the next one's: the leading.
[[nodiscard]] Length column_pitch(const Style& style);

/// The width of `count` columns side by side.
[[nodiscard]] Length columns_width(const Style& style, std::uint32_t count);

/// How many columns `label` would like to stand in if its cell were as wide as it wants.
[[nodiscard]] std::uint32_t wanted_columns(const ShapedParagraph& label, const LineRules& rules);

/// Breaks `label` as centred lines are broken, with the same prohibitions and units. A part between
/// line feeds is one column up to VerticalRules::longest_column; a longer one takes as few columns
/// as keep to that, balanced. Where those do not fit the width, columns are longer.
///
/// Warnings: those of break_lines. Requires a cluster at least, and a positive `room`.
[[nodiscard]] Outcome<LabelColumns> set_label(const ShapedParagraph& label, LabelRoom room,
                                              const LineRules& rules);

}  // namespace banxin
