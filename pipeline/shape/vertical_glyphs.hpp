// A face → the glyphs it has for lines that run down. Places nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// The glyphs of `utf8`, a single sign of Chinese text, that `face` has for vertical lines besides
/// those for horizontal ones: of its feature `vert`, or else of the presentation forms U+FE10 to
/// U+FE4F, which no text layer ever sees. Empty where it has none.
[[nodiscard]] std::vector<std::uint32_t> vertical_glyphs(const Face& face, std::string_view utf8);

/// The glyph of `face` for a quotation mark in vertical text, GB/T 15834-2011, 5.2: ﹃ for “ and ﹁
/// for ‘. Zero for other characters, and where the face has neither `vert` nor those forms.
[[nodiscard]] std::uint32_t vertical_quote(const Face& face, char32_t quote);

}  // namespace banxin
