// A glyph's outline as part of a Cairo path. HarfBuzz reads it from the font: no hinting, no
// rasteriser of the system's, and so the same on every machine.
#pragma once

#include <cairo.h>

#include <cstdint>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// Adds the outline of `glyph` to the path, its origin at the current user space's (0, 0), one
/// font unit to the unit, y upwards.
void add_outline(cairo_t* cairo, const Face& face, std::uint32_t glyph);

}  // namespace banxin
