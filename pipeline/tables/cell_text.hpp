// The text of a table's cells, set in their columns, and its heights.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// All that row heights and splitting need to know of a cell's text. Heights are those of the
/// em boxes: from the top of the first line's em to the foot of the last one's.
struct CellText {
    std::uint32_t line_count = 0;
    Length em;
    Length leading;      ///< From the top of one line to the top of the next, at least 1 EMU.
    bool whole = false;  ///< Never divided by choice: a label, or no more than three lines.

    [[nodiscard]] Length height(std::uint32_t lines) const;

    /// How many of `lines` lines fit `room`.
    [[nodiscard]] std::uint32_t lines_within(Length room, std::uint32_t lines) const;
};

/// Breaks the text of every cell in the column it gets. Column edges as in PlacedTable.
[[nodiscard]] Outcome<std::vector<BrokenParagraph>> set_cells(
    const ShapedTable& table, const std::vector<Length>& column_edges, const LineRules& rules);

/// One CellText a cell. `paragraphs` are those of `set_cells`.
[[nodiscard]] std::vector<CellText> measure_cells(const ShapedTable& table,
                                                  const std::vector<BrokenParagraph>& paragraphs);

/// A paragraph cut at its line feeds, each part a paragraph of its own.
struct Segment {
    std::uint32_t cluster_begin = 0;  ///< Half-open range of the paragraph's clusters, without the
    std::uint32_t cluster_end = 0;    ///< line feed that ends the segment.
    bool stacked = false;  ///< In a vertical cell: one character a line, under each other.
};
[[nodiscard]] std::vector<Segment> segments_of(const ShapedParagraph& paragraph,
                                               Orientation orientation);

/// The clusters of `segment` as a centred paragraph without indents. Requires one cluster at least.
[[nodiscard]] ShapedParagraph paragraph_of(const ShapedParagraph& paragraph,
                                           const Segment& segment);

}  // namespace banxin
