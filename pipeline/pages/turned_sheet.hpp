// A sheet that is turned to be read: tables too wide for the upright one.
#pragma once

#include "pipeline/layout/style.hpp"
#include "pipeline/pages/paged_document.hpp"

namespace banxin {

/// The type area of `page` as a reader sees it who has turned the sheet a quarter clockwise: its
/// left edge on top. No rows are on a grid there, since the grid's rows run along the other edge.
[[nodiscard]] PageGeometry turned_geometry(const PageGeometry& page);

/// Turns the items of a page that was laid out in a turned geometry back to the upright sheet,
/// which is `paper_height` high: the head lies towards its left edge. GB/T 9704-2012, clause 8.
void turn_to_sheet(Page& page, Length paper_height);

}  // namespace banxin
