// A paragraph prepared for the search: what any stretch of it would measure as a line, and how far
// it could be squeezed or opened, each in constant time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// What may give way on a line, in the order in which it does. CLREQ, 3.1.7 行内调整.
enum class Squeeze : std::uint8_t {
    line_end,    ///< the blank half of a mark at the line's end
    line_start,  ///< … of an opening mark at its start
    space,       ///< Latin word spaces, down to a quarter em
    bracket,     ///< brackets and quotes inside the line, on their outer side
    pause,       ///< ，、；：
    latin_gap,   ///< between Han and Latin
    stop,        ///< 。？！
};
inline constexpr std::size_t kSqueezes = 7;

/// A candidate line: clusters [begin, end) without the blanks that vanish at its end.
struct LineExtent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Length natural;                         ///< Adjacent marks squeezed, Latin gaps open.
    std::array<Length, kSqueezes> squeeze;  ///< How much each step can take away.
    Length space_stretch;        ///< How much Latin word spaces may open, up to half an em.
    Length gap_stretch;          ///< How much Latin gaps may open, up to a quarter em.
    std::uint32_t openings = 0;  ///< Places between characters that may open after that.

    [[nodiscard]] Length smallest() const {
        Length least = natural;
        for (const Length step : squeeze) least -= step;
        return least;
    }
};

/// What happens between two clusters that share a line, and to a cluster's own blanks.
struct Joint {
    Length trim_before;  ///< Taken from the right blank of the cluster before.
    Length trim_after;   ///< Taken from the left blank of the cluster after.
    Length latin_gap;    ///< Added between them.
    bool opens = false;  ///< May be opened to justify the line.
};

class MeasuredParagraph {
  public:
    MeasuredParagraph(const ShapedParagraph& paragraph, const LineRules& rules);

    /// The line of clusters [begin, end). Requires begin < end.
    [[nodiscard]] LineExtent extent(std::uint32_t begin, std::uint32_t end) const;

    [[nodiscard]] const Joint& joint(std::size_t cluster) const { return joints_[cluster]; }
    [[nodiscard]] const ShapedParagraph& paragraph() const { return paragraph_; }

    /// What `step` can take from `cluster` inside a line; see extent() for its ends.
    [[nodiscard]] Length squeezable(Squeeze step, std::size_t cluster) const;

    /// How much of the blank at a paragraph's start an opening mark may lose.
    [[nodiscard]] Length start_blank(std::uint32_t begin) const;

  private:
    void make_joints();
    void make_sums();
    [[nodiscard]] bool vanishes_at_end(std::size_t cluster) const;
    [[nodiscard]] bool hangs(std::size_t cluster) const {
        return cluster < paragraph_.hanging_clusters;
    }

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    std::vector<Joint> joints_;  ///< [k] lies before cluster k; [0] is empty.

    /// Sums over the clusters before k, and over the joints up to and with k.
    struct Sums {
        Length advances;
        Length joints;
        std::array<Length, kSqueezes> squeeze;  ///< joints and clusters inside a line
        Length space_stretch;
        Length gap_stretch;
        std::uint32_t openings = 0;
    };
    std::vector<Sums> sums_;
};

}  // namespace banxin
