// What a line costs: the whole-paragraph search compares nothing else. Exact integers.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/lines/measured_paragraph.hpp"

namespace banxin {

/// Thousandths of a LineRules cost.
using Cost = std::int64_t;

inline constexpr Cost kUnreachable = std::numeric_limits<Cost>::max();

// Costs that no sum of others reaches: each is a kind of failure, worse than the one before.
inline constexpr Cost kBoundBreak = 10'000'000'000;        ///< a house unit torn
inline constexpr Cost kProhibitedBreak = 100'000'000'000;  ///< a prohibition set aside
inline constexpr Cost kOverfullLine = 10'000'000'000'000;  ///< the measure passed

/// How a line is filled; neighbours should not differ by two.
enum class Fitness : std::uint8_t { squeezed, natural, opened };
inline constexpr std::size_t kFitnesses = 3;

enum class LinePlace : std::uint8_t { inner, last };

struct LineCost {
    Cost cost = 0;
    Fitness fitness = Fitness::natural;
};

class LineCosts {
  public:
    LineCosts(const ShapedParagraph& paragraph, const LineRules& rules);

    /// The cost of filling `extent` to `measure`, the break at its end left out.
    [[nodiscard]] LineCost of_line(const LineExtent& extent, Length measure, LinePlace place) const;

    /// What a last line costs besides: runts (孤字).
    [[nodiscard]] Cost of_last_line(const LineExtent& extent, bool has_lines_before) const;

    [[nodiscard]] Cost of_break(const BreakOpportunity& opportunity, std::uint32_t cluster) const;
    [[nodiscard]] Cost of_neighbours(Fitness first, Fitness second) const;

  private:
    [[nodiscard]] LineCost of_squeezing(const LineExtent& extent, Length excess) const;
    [[nodiscard]] LineCost of_opening(const LineExtent& extent, Length missing) const;
    [[nodiscard]] Cost of_ragged(const LineExtent& extent, Length missing, LinePlace place) const;
    [[nodiscard]] std::int64_t in_thousandths(Length length) const;

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    Length em_;
    std::vector<bool>
        inside_word_;  ///< Per cluster: a break before it tears a word. Centred text only.
};

}  // namespace banxin
