// A paragraph prepared for the search: what any stretch of it would measure as a line, and how far
// it could be squeezed or opened, each in constant time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/house_units.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// What may give way on a line, in the order of CLREQ 3.1.7 (行内调整).
enum class Squeeze : std::uint8_t {
    line_end,    ///< the blank half of a mark at the line's end
    line_start,  ///< … of an opening mark at its start
    space,       ///< Latin word spaces, down to a quarter em
    latin_gap,   ///< between Han and Latin
    bracket,     ///< brackets and quotes inside the line, on their outer side
    pause,       ///< ，、；：
    stop,        ///< 。？！
    pair,        ///< what is left of two marks that share one and a half em already
};
inline constexpr std::size_t kSqueezes = 8;
/// From here on the steps take from marks inside the line, and share what is to be taken.
inline constexpr auto kFirstMarkStep = static_cast<std::size_t>(Squeeze::bracket);

/// How willingly a mark gives way in a step from kFirstMarkStep on, in percent of a bracket, by
/// CLREQ's order: those of a line share what is taken, each in proportion.
constexpr std::int64_t willingness(Squeeze step) {
    switch (step) {
        case Squeeze::bracket:
            return 100;
        case Squeeze::pause:
            return 100;
        case Squeeze::stop:
            return 100;
        case Squeeze::pair:
            return 25;
        default:
            return 0;
    }
}

/// A candidate line: clusters [begin, end) without the blanks that vanish at its end.
struct LineExtent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Length natural;                         ///< Adjacent marks squeezed, Latin gaps open.
    std::array<Length, kSqueezes> squeeze;  ///< How much each step can take away.
    Length stretch;  ///< How far Latin word spaces and gaps may open before anything else does.
    std::uint32_t openings = 0;  ///< Places between characters that may open after that.
    std::uint32_t han = 0;       ///< Clusters that would leave the grid if they did.

    [[nodiscard]] Length smallest() const {
        Length least = natural;
        for (const Length step : squeeze) least -= step;
        return least;
    }
};

/// What happens between two clusters that share a line, and to a cluster's own blanks.
struct Joint {
    Length trim_before;   ///< Taken from the right blank of the cluster before.
    Length trim_after;    ///< Taken from the left blank of the cluster after.
    Length latin_gap;     ///< Added between them.
    Length smallest_gap;  ///< What squeezing leaves of it.
    Length largest_gap;   ///< How far it may open before the line's other places do.
    bool opens = false;   ///< May be opened to justify the line.
};

/// How wide the gaps between Han and Latin are.
enum class LatinGaps : std::uint8_t {
    by_rule,  ///< as LineRules has them
    /// Where gaps within their bounds make a Latin run fill whole cells they do, and the Han
    /// behind it stand on the grid again.
    to_the_grid,
};

/// Whether the lines of `paragraph` keep to the grid of cells where they can.
[[nodiscard]] bool on_grid(const ShapedParagraph& paragraph, const LineRules& rules);

class MeasuredParagraph {
  public:
    /// `units` are those of find_house_units().
    MeasuredParagraph(const ShapedParagraph& paragraph, const std::vector<HouseUnit>& units,
                      const LineRules& rules, LatinGaps gaps);

    /// The line of clusters [begin, end). What could be squeezed is only found for a line whose
    /// natural width is more than `measure`. Requires begin < end.
    [[nodiscard]] LineExtent extent(std::uint32_t begin, std::uint32_t end,
                                    Length measure = Length::from_emu(-1)) const;

    /// More than the line of clusters [begin, end) can be opened to, and never less for a line
    /// that has more clusters.
    [[nodiscard]] Length widest(std::uint32_t begin, std::uint32_t end) const {
        return sums_[end].widest - sums_[begin].widest;
    }

    [[nodiscard]] const Joint& joint(std::size_t cluster) const { return joints_[cluster]; }
    [[nodiscard]] const ShapedParagraph& paragraph() const { return paragraph_; }

    /// What `step` can take from `cluster` inside a line; see extent() for its ends.
    [[nodiscard]] Length squeezable(Squeeze step, std::size_t cluster) const;

    /// How far the space `cluster` may open: to half an em.
    [[nodiscard]] Length space_stretch(std::size_t cluster) const;

    /// How much of the blank at a paragraph's start an opening mark may lose.
    [[nodiscard]] Length start_blank(std::uint32_t begin) const;

  private:
    void make_joints();
    void make_latin_gaps(const std::vector<HouseUnit>& units, LatinGaps gaps);
    void set_latin_gap(std::size_t cluster);
    void fit_to_the_grid(std::size_t begin, std::size_t end);
    void fill_a_cell(std::size_t blank);
    void hold_the_hang();
    void make_sums();
    [[nodiscard]] bool vanishes_at_end(std::size_t cluster) const;
    [[nodiscard]] bool hangs(std::size_t cluster) const {
        const std::uint32_t hanging = paragraph_.hanging_clusters;
        return hanging < paragraph_.clusters.size() && cluster < hanging;
    }
    [[nodiscard]] bool in_pair(std::size_t cluster) const;
    [[nodiscard]] Length mark_blank(std::size_t cluster) const;
    void find_squeezes(LineExtent& line) const;
    void remove_mark(LineExtent& line, std::uint32_t cluster) const;

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    std::vector<Joint> joints_;  ///< [k] lies before cluster k; [0] is empty.

    /// Sums over the clusters before k, and over the joints up to and with k - 1.
    struct Sums {
        Length natural;
        std::array<Length, kSqueezes> squeeze;  ///< joints and clusters inside a line
        Length stretch;
        Length widest;
        std::uint32_t openings = 0;
        std::uint32_t han = 0;
    };
    std::vector<Sums> sums_;
};

}  // namespace banxin
