// Titles (标题): a few centred lines of whole words that form a trapezium or a rhombus.
// GB/T 9704-2012, 7.3.1. Chooses the breaks only; the lines are filled as all others.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/lines/measured_paragraph.hpp"

namespace banxin {

/// More lines than this have no shape that a reader would see.
inline constexpr std::size_t kMostTitleLines = 4;

/// Whether lines of these widths look like a trapezium or a rhombus (梯形或菱形).
///
/// Two lines differ by an em. Three and more rise, fall, or rise and then fall, by half an em each
/// time: blocks (长方形) and hourglasses (沙漏形) are neither.
[[nodiscard]] bool is_title_shape(const std::vector<Length>& widths, Length em);

/// Room for the first line of a title and for the others.
struct TitleMeasure {
    Length first;
    Length later;
};

/// The clusters before which lines end, the paragraph's end included.
///
/// Words, figures, 《》 and names stay whole; the fewest lines win, then the better shape, then the
/// better places and the evener lines. Line feeds end lines as they stand, and a stretch between
/// them is only broken where it is too wide. Nothing when a stretch needs more than
/// kMostTitleLines lines, or has a piece wider than the measure.
///
/// A title that fills its one line to the last em looks like text, so it is set on two.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> find_title_lines(
    const MeasuredParagraph& measured, const std::vector<BreakOpportunity>& opportunities,
    const TitleMeasure& measure);

}  // namespace banxin
