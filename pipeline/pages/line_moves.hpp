// Lines that are set already, at another place or another width.
#pragma once

#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

inline void move_to(Line& line, Length left) {
    const Length shift = left - line.left;
    line.left = left;
    for (Length& position : line.positions) position += shift;
}

/// How many characters of `paragraph` are drawn on `line`.
inline std::int64_t count_drawn(const Line& line, const ShapedParagraph& paragraph) {
    std::int64_t drawn = 0;
    for (std::uint32_t k = line.cluster_begin; k < line.cluster_end; ++k)
        drawn += paragraph.clusters[k].glyph_count > 0 ? 1 : 0;
    return drawn;
}

/// Opens `line` of `paragraph` to `width`, the same between all of its characters. A single one
/// stays as it is.
inline void spread_to(Line& line, Length width, const ShapedParagraph& paragraph) {
    const std::int64_t gaps = count_drawn(line, paragraph) - 1;
    if (gaps < 1) return;
    std::int64_t before = 0;
    for (std::uint32_t k = line.cluster_begin; k < line.cluster_end; ++k) {
        line.positions[k - line.cluster_begin] += (width - line.width).scaled(before, gaps);
        if (paragraph.clusters[k].glyph_count > 0 && before < gaps) ++before;
    }
    line.width = width;
}

}  // namespace banxin
