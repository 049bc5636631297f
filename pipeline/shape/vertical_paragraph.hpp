// A paragraph shaped for lines that run across → the same paragraph for lines that run down.
#pragma once

#include <map>
#include <string>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/layout/style.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Sets `across` to run down, as GB/T 15834-2011, 5.2, CLREQ and Unicode's Vertical_Orientation
/// have it. Classes stay what they are and lengths turn with the text, so that whoever breaks
/// lines breaks columns by the same rules; the source is not touched.
///
/// Han and signs stand upright, marks take the face's glyphs for vertical text. Two or three
/// digits stand abreast in one cell (纵中横排), one cluster; a letter and an acronym of up to three
/// stand upright, one under the other; words, longer figures and what else is narrow are turned.
///
/// A face without vertical glyphs keeps its own: turned for brackets and strokes, moved to the
/// other corner for ，。！ — what its designer would have drawn. Only quotation marks, which take
/// another shape altogether, come from the next face of the role that has them.
[[nodiscard]] ShapedParagraph set_vertically(const ShapedParagraph& across,
                                             const std::map<std::string, Style>& styles,
                                             const FontSet& fonts, const VerticalRules& rules);

}  // namespace banxin
