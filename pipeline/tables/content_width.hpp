// How wide the text of one cell would like to be, and must be.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// What lines do not break: one Han, a number, a word, with the marks that hold on to it.
struct TextPiece {
    Length width;
    Length blank;  ///< Behind it, gone at a line's end: spaces, the blank half of a mark.
};

/// The text between two line feeds.
struct ContentSegment {
    Length natural;       ///< All of it on one line, indents included.
    Length first_indent;  ///< Of its first line; that of the later ones, so that labels hang.
    Length later_indent;
    std::vector<TextPiece> pieces;

    /// How many lines its pieces fill when each takes as many as fit `measure`, a positive length.
    [[nodiscard]] std::int64_t lines_within(Length measure) const;
};

/// Widths without the cell's padding.
struct ContentWidth {
    Length least;                          ///< Of the widest unbreakable piece; at least one Han.
    Length preferred;                      ///< Of the longest line when only line feeds break.
    std::vector<ContentSegment> segments;  ///< None of vertical cells.
};

/// Widths below `limit` are exact: what the line breaker would set. Of longer lines, which have
/// to be broken anyway, the advances are added up: looking for their best fill costs the square
/// of their length.
[[nodiscard]] ContentWidth content_width(const ShapedCell& cell, Length limit,
                                         const LineRules& rules);

}  // namespace banxin
