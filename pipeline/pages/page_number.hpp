// “— 1 —” below the type area. GB/T 9704-2012, 7.5.
#pragma once

#include "pipeline/layout/style.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Adds the number of page `index` (from 0, in its volume) to `items`: odd pages end one character
/// in from the right edge of the type area, even ones begin one character in from the left.
void add_page_number(std::vector<Item>& items, const ShapedDocument& document,
                     const PageGeometry& page, const PageNumberStyle& style, std::size_t index);

}  // namespace banxin
