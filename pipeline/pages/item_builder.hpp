// Broken lines → glyph runs at their places on a page.
#pragma once

#include <string>
#include <vector>

#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// A point on a page, from its top-left corner, y downwards.
struct Place {
    Length x;
    Length y;
};

/// How far the baseline lies below the top of an em of `size`: 0.88 em, the ideographic em box of
/// every Chinese face in use. Deliberately not a metric of the face, so that no fallback face and
/// no office font can move a line off the grid.
[[nodiscard]] Length baseline_below_top(Length size);

/// Adds the glyphs of `line` to `items`. `origin` is the top-left corner of the line's first em:
/// its column's left edge, which the line's positions are counted from, and the em's top.
void add_line(std::vector<Item>& items, const ShapedParagraph& paragraph, const Line& line,
              Place origin, ElementId element);

}  // namespace banxin
