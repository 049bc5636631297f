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

/// Adds the glyphs of `line` to `items`. `origin` is the top-left corner of the line's first em:
/// its column's left edge, which the line's positions are counted from, and the em's top. Positions
/// of vertical lines are counted down from it.
void add_line(std::vector<Item>& items, const ShapedParagraph& paragraph, const Line& line,
              Place origin, ElementId element);

}  // namespace banxin
