// A paragraph broken into lines, every cluster in its place.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/text.hpp"

namespace banxin {

/// Why a line ends where it does. Dumps print it, so that a break that moves also says why.
enum class BreakReason : std::uint8_t {
    chosen,       ///< The cheapest of the legal breaks.
    forced,       ///< A line feed, or the end of the paragraph.
    last_resort,  ///< No legal break fits: a prohibition was set aside and reported.
};

/// As dumps and `banxin lines` print it.
[[nodiscard]] constexpr std::string_view name(BreakReason reason) {
    switch (reason) {
        case BreakReason::chosen:
            return "chosen";
        case BreakReason::forced:
            return "forced";
        case BreakReason::last_resort:
            return "last-resort";
    }
    return {};
}

struct Line {
    TextRange text;                   ///< Bytes of the paragraph's text. Lines tile it.
    std::uint32_t cluster_begin = 0;  ///< Half-open range of ShapedParagraph::clusters.
    std::uint32_t cluster_end = 0;
    /// For each cluster of the range: the pen's place for its first glyph, from the left edge of
    /// the paragraph's column. Negative blank of a squeezed opening mark is taken care of here.
    std::vector<Length> positions;
    Length left;           ///< Where the line begins: indents.
    Length width;          ///< Set width: the ink cells' right edge less `left`, trims applied.
    Length natural_width;  ///< Before squeezing and opening.
    BreakReason reason = BreakReason::chosen;
};

struct BrokenParagraph {
    std::vector<Line> lines;
};

}  // namespace banxin
