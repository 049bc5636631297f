// Plain text → its lines, as text or JSON: a look at line layout from outside.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/run/line_options.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// Sets every line of `bytes` as a paragraph; empty ones are left out.
///
/// The em, in which all figures are given, is the width of a full-width character. For 三号 that is
/// the cell of the standard's grid, 156 mm / 28, in which characters of 16 pt stand; any other size
/// is its own em. It has a million units here, so that every figure is an exact decimal.
///
/// As text: the lines, with an empty line between paragraphs. As JSON: {"measure", "paragraphs":
/// [{"text", "lines": [{"text", "reason", "natural", "width", "characters": [{"text", "x",
/// "advance"}]}]}]}. `x` is where the pen stands for a character, from the column's left edge, and
/// `advance` how far it is from there to the next one, or to the line's right edge.
///
/// Diagnostics carry `file`: those of reading text, `font-role-unknown`, `glyph-missing`,
/// `line-overfull`. With an error among them there is no text.
[[nodiscard]] Outcome<std::string> set_lines(std::string_view bytes, std::uint8_t file,
                                             const LineOptions& options,
                                             const std::shared_ptr<const FontSet>& fonts);

}  // namespace banxin
