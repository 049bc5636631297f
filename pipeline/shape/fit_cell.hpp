// Puts the glyphs of Chinese characters and marks into the cells that the table of marks gives
// them. Decides nothing about classes and measures no text.
#pragma once

#include <span>

#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Makes `cluster` as wide as the cell of `character`, its first one, and finds its blank halves.
///
/// `glyphs` are the cluster's, at least one, with the advances and offsets of the face. Ink is
/// centred in a cell of another width; the ink of a mark with a blank half is brought into its own
/// half where its face draws it in the middle, as GB/T 15834-2011, 5.1, has it; the two glyphs of
/// —— meet. A cell that the ink does not fit into is widened.
void fit_cell(Cluster& cluster, std::span<Glyph> glyphs, const ClassifiedCharacter& character,
              const Face& face, Length size);

/// Whether the ink of `glyph` of `face` is wider than half an em.
[[nodiscard]] bool fills_more_than_half(const Face& face, std::uint32_t glyph);

}  // namespace banxin
