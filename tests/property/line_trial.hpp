// One paragraph's lines as a test breaks them itself: every way there is, or greedily. Prices are
// the stage's own, LineCosts; which lines are looked at is not.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/lines/line_cost.hpp"
#include "pipeline/lines/measured_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Clusters that lines begin with, 0 left out, and the number of clusters at the end.
using Breaks = std::vector<std::uint32_t>;

[[nodiscard]] Breaks breaks_of(const BrokenParagraph& broken);

class LineTrial {
  public:
    /// Requires a paragraph without hanging clusters that is no title.
    LineTrial(const ShapedParagraph& paragraph, Length measure, const LineRules& rules);

    /// Where a line may end: legal breaks; bound ones inside a piece that is wider than its
    /// column, and prohibited ones where what is left is wider still.
    [[nodiscard]] std::size_t opportunities() const { return places_.size(); }

    [[nodiscard]] Cost cost_of(const Breaks& breaks) const;

    /// The least cost of all sets of breaks, or of those that make so many lines; kUnreachable
    /// when there are none. Tries 2 to the power of opportunities() sets.
    [[nodiscard]] Cost least_cost(std::size_t lines = kAnyNumber) const;

    static constexpr std::size_t kAnyNumber = 0;

    /// Lines as full as they can be, one after the other.
    [[nodiscard]] Breaks greedy() const;

  private:
    struct Place {
        std::uint32_t cluster = 0;
        Cost cost;
        bool forced = false;
    };
    struct Priced {
        LineCost line;
        bool too_wide = false;
    };

    void find_places();
    /// Places inside the piece [begin, end), which is too wide.
    void open_piece(std::uint32_t begin, std::uint32_t end, Bond bond);
    [[nodiscard]] Length column(std::uint32_t begin) const;
    [[nodiscard]] bool fits(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] const Place& place_at(std::uint32_t cluster) const;
    [[nodiscard]] Priced price(std::uint32_t begin, const Place& end) const;
    /// The lines up to some place.
    struct Way {
        std::size_t next_place = 0;
        std::uint32_t begin = 0;  ///< Where the next line begins.
        Fitness before = Fitness::natural;
        std::size_t lines = 0;
        Cost cost;
    };
    void try_all(const Way& way, std::size_t lines, Cost& least) const;

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    Length measure_;
    std::vector<HouseUnit> units_;
    MeasuredParagraph measured_;
    LineCosts costs_;
    std::vector<BreakOpportunity> bonds_;
    std::vector<Place> places_;
};

}  // namespace banxin
