// The graphics and text state while a content stream is read, ISO 32000-1, tables 52 and 104.
#pragma once

#include <cstddef>
#include <optional>

#include "pipeline/inspect/pdf_colour.hpp"
#include "pipeline/inspect/pdf_matrix.hpp"

namespace banxin {

struct GraphicsState {
    PdfMatrix matrix;  ///< To EMU from the page's top-left corner, y downwards.
    PdfPaint fill, stroke;
    double line_width = 1;

    std::optional<std::size_t> font;
    double font_size = 0;
    double character_spacing = 0, word_spacing = 0;
    double stretch = 1;  ///< Tz / 100
    double leading = 0, rise = 0;
    int rendering = 0;  ///< Tr: 0 fills, 2 fills and strokes, 3 paints nothing …
};

}  // namespace banxin
