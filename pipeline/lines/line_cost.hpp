// What a line costs: the whole-paragraph search compares nothing else. Exact integers.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/lines/measured_paragraph.hpp"

namespace banxin {

/// What a reader would call a fault comes first, whatever beauty it might buy.
struct Cost {
    std::int64_t faults = 0;
    std::int64_t price = 0;  ///< Thousandths of a LineRules cost.

    constexpr auto operator<=>(const Cost&) const = default;
    friend constexpr Cost operator+(Cost a, Cost b) {
        return {a.faults + b.faults, a.price + b.price};
    }
};

// Faults by their gravity: a million of one kind weigh less than one of the next.
inline constexpr std::int64_t kLooseLine = 1;   ///< gaps between Han wider than the rules allow
inline constexpr std::int64_t kRunt = 1;        ///< a last line of one character (孤字)
inline constexpr std::int64_t kBoundBreak = 1;  ///< a house unit torn
inline constexpr std::int64_t kProhibitedBreak = 1 << 20;             ///< a prohibition set aside
inline constexpr std::int64_t kOverfullLine = std::int64_t{1} << 40;  ///< the measure passed

inline constexpr Cost kUnreachable{std::int64_t{1} << 62, 0};

/// How a line is filled; neighbours should not differ by two.
enum class Fitness : std::uint8_t { squeezed, natural, opened };
inline constexpr std::size_t kFitnesses = 3;

enum class LinePlace : std::uint8_t { inner, last };

struct LineCost {
    Cost cost;
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
    [[nodiscard]] std::int64_t of_marks(const LineExtent& extent, Length taken) const;
    [[nodiscard]] std::int64_t of_leaving_the_grid(std::int64_t han) const;
    [[nodiscard]] std::int64_t of_ragged(const LineExtent& extent, Length missing,
                                         LinePlace place) const;
    [[nodiscard]] std::int64_t in_thousandths(Length length) const;

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    Length em_;
    std::vector<bool>
        inside_word_;  ///< Per cluster: a break before it tears a word. Centred text only.
};

}  // namespace banxin
