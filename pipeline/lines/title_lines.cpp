#include "pipeline/lines/title_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "pipeline/lines/title_boundaries.hpp"

namespace banxin {
namespace {

// What shapes cost, next to the breaks of title_boundaries. The least of these outweighs all that
// unevenness and the places of breaks can add up to.
constexpr TitleCost kNoShape = 100'000'000;
constexpr TitleCost kShortLine = 40'000'000;    ///< Less than 4 em.
constexpr TitleCost kFullTitle = 30'000'000;    ///< One line that fills the measure.
constexpr TitleCost kEqualPair = 15'000'000;    ///< Two lines that differ by less than an em.
constexpr TitleCost kBrimfulLine = 12'000'000;  ///< Wider than the measure less half an em.
constexpr TitleCost kOneMoreLine = 10'000'000;
constexpr TitleCost kFullLine = 2'000'000;  ///< Wider than the measure less an em.

/// Beyond this a paragraph is no title, and its lines are not worth a search of all.
constexpr std::uint32_t kMostClusters = 160;

using Widths = std::span<const Length>;

/// `length` in thousandths of the em.
std::int64_t thousandths(Length length, Length em) {
    return length.emu() * 1000 / std::max<std::int64_t>(em.emu(), 1);
}

bool has_title_shape(Widths widths, Length em) {
    if (widths.size() < 2) return true;
    if (widths.size() == 2) {
        return widths[1] - widths[0] >= em || widths[0] - widths[1] >= em;
    }
    bool falls = false;
    for (std::size_t k = 1; k < widths.size(); ++k) {
        const Length step = widths[k] - widths[k - 1];
        if (step * 2 < em && -step * 2 < em) return false;
        if (falls && step > Length{}) return false;
        falls = step < Length{};
    }
    return true;
}

TitleCost cost_of_shape(Widths widths, Length em) {
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    const auto count = static_cast<TitleCost>(widths.size());
    TitleCost cost = count * kOneMoreLine;
    if (count == 1) return cost;
    const std::int64_t spread = thousandths(*most - *least, em);
    cost += spread * spread / 1000 / (count - 1);
    if (!has_title_shape(widths, em)) cost += count == 2 ? kEqualPair : kNoShape;
    return cost;
}

/// The lines of one stretch between line feeds.
class TitleSearch {
  public:
    TitleSearch(const MeasuredParagraph& measured, const std::vector<TitleCost>& costs,
                const TitleMeasure& measure)
        : measured_{measured},
          costs_{costs},
          measure_{measure},
          em_{measured.paragraph().style.pitch} {}

    /// Where the lines of clusters [begin, end) end; nothing when they cannot be had.
    std::vector<std::uint32_t> run(std::uint32_t begin, std::uint32_t end) {
        begin_ = begin;
        end_ = end;
        least_ = kTitleNoBreak;
        best_.clear();
        add_line(begin, 0, 0);
        return best_;
    }

  private:
    [[nodiscard]] Length room(std::uint32_t begin) const {
        return begin == 0 ? measure_.first : measure_.later;
    }

    /// Tries every end of the line that begins at `begin`, the longest line first, so that of
    /// equals the one whose upper lines are longer is taken.
    void add_line(std::uint32_t begin, std::size_t count, TitleCost so_far) {
        if (so_far >= least_) return;
        for (std::uint32_t end = last_end(begin); end > begin; --end) {
            const bool last = end == end_;
            if (!last && count + 1 == kMostTitleLines) return;
            const TitleCost cost = so_far + cost_of_line(begin, end);
            if (cost >= least_) continue;
            ends_[count] = end;
            widths_[count] = measured_.extent(begin, end).natural;
            if (last) {
                finish(count + 1, cost);
            } else {
                add_line(end, count + 1, cost);
            }
        }
    }

    /// The last place where a line that begins at `begin` still fits.
    [[nodiscard]] std::uint32_t last_end(std::uint32_t begin) const {
        std::uint32_t end = begin;
        while (end < end_ && measured_.extent(begin, end + 1).smallest() <= room(begin)) ++end;
        return end;
    }

    /// Of the line by itself, with the break at its end.
    [[nodiscard]] TitleCost cost_of_line(std::uint32_t begin, std::uint32_t end) const {
        TitleCost cost = end == end_ ? 0 : costs_[end];
        const LineExtent extent = measured_.extent(begin, end);
        const Length spare = room(begin) - extent.natural;
        if (spare < em_) cost += spare * 2 < em_ ? kBrimfulLine : kFullLine;
        const bool part = end - begin < end_ - begin_;
        if (part && extent.natural < em_ * 4) cost += kShortLine;
        const bool alone = part && extent.end - extent.begin == 1;
        if (alone) cost += kTitleUnitTorn;
        return cost;
    }

    void finish(std::size_t count, TitleCost cost) {
        cost += cost_of_shape(Widths{widths_}.first(count), em_);
        if (count == 1) cost += kFullTitle;  // One with room to spare was not searched.
        if (cost >= least_) return;
        least_ = cost;
        best_.assign(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(count));
    }

    const MeasuredParagraph& measured_;
    const std::vector<TitleCost>& costs_;
    const TitleMeasure& measure_;
    const Length em_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::array<std::uint32_t, kMostTitleLines> ends_{};
    std::array<Length, kMostTitleLines> widths_{};
    TitleCost least_ = 0;
    std::vector<std::uint32_t> best_;
};

/// The stretches between line feeds, by their ends; each but the last holds its line feed.
std::vector<std::uint32_t> ends_of_stretches(const std::vector<BreakOpportunity>& opportunities) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t k = 1; k < opportunities.size(); ++k) {
        if (opportunities[k].bond == Bond::forced) ends.push_back(k);
    }
    return ends;
}

}  // namespace

bool is_title_shape(const std::vector<Length>& widths, Length em) {
    return has_title_shape(widths, em);
}

std::optional<std::vector<std::uint32_t>> find_title_lines(
    const MeasuredParagraph& measured, const std::vector<BreakOpportunity>& opportunities,
    const TitleMeasure& measure) {
    const ShapedParagraph& paragraph = measured.paragraph();
    const Length em = paragraph.style.pitch;
    const std::vector<std::uint32_t> stretches = ends_of_stretches(opportunities);
    std::vector<std::uint32_t> ends;
    std::vector<TitleCost> costs;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : stretches) {
        const Length room = begin == 0 ? measure.first : measure.later;
        // What somebody put on a line may fill it; what we put there should not.
        const Length widest = stretches.size() > 1 ? room : room - em;
        if (measured.extent(begin, end).natural <= widest) {
            ends.push_back(end);
        } else {
            if (end - begin > kMostClusters) return std::nullopt;
            if (costs.empty()) {
                costs = title_break_costs(paragraph, opportunities, measure.later - em);
            }
            const auto lines = TitleSearch{measured, costs, measure}.run(begin, end);
            if (lines.empty()) return std::nullopt;
            ends.insert(ends.end(), lines.begin(), lines.end());
        }
        begin = end;
    }
    return ends;
}

}  // namespace banxin
