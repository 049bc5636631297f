// One paragraph's way through shape: text → classes → faces → glyphs → clusters.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/shape/pango_fonts.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Shapes `paragraph`, whose styles are found in `styles`.
[[nodiscard]] Outcome<ShapedParagraph> shape_paragraph(const Paragraph& paragraph,
                                                       const std::map<std::string, Style>& styles,
                                                       const FontSet& fonts,
                                                       const PangoFonts& pango);

}  // namespace banxin
