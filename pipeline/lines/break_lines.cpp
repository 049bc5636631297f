#include "pipeline/lines/break_lines.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/lines/fill_line.hpp"
#include "pipeline/lines/line_cost.hpp"
#include "pipeline/lines/measured_paragraph.hpp"

namespace banxin {
namespace {

/// A place where the search may end a line.
struct Candidate {
    std::uint32_t cluster = 0;  ///< The line ends before it.
    Cost cost = 0;
    BreakReason reason = BreakReason::chosen;
};

/// The best way to reach a candidate with a last line of one kind of fill.
struct Node {
    Cost cost = kUnreachable;
    std::uint32_t previous = 0;  ///< Index of the candidate where the last line begins.
    Fitness previous_fitness = Fitness::natural;
};

class Breaker {
  public:
    Breaker(const ShapedParagraph& paragraph, Length measure, const LineRules& rules)
        : paragraph_{paragraph}, rules_{rules}, measured_{paragraph, rules} {
        const Style& style = paragraph.style;
        first_left_ = style.left_indent + style.first_line_indent + paragraph.hang_under;
        later_left_ = style.left_indent + paragraph.hang_under;
        const std::uint32_t hanging = paragraph.hanging_clusters;
        if (hanging > 0 && hanging < paragraph.clusters.size()) {
            // Up to where the first cluster after the hanging ones stands on the first line.
            later_left_ = first_left_ + measured_.extent(0, hanging + 1).natural -
                          paragraph.clusters[hanging].advance;
        }
        right_edge_ = measure - style.right_indent;
    }

    Outcome<BrokenParagraph> run() {
        const auto count = static_cast<std::uint32_t>(paragraph_.clusters.size());
        if (fits_one_line()) {
            add_line(0, {count, 0, BreakReason::forced});
        } else if (count > 0) {
            opportunities_ = find_break_opportunities(paragraph_, rules_);
            costs_.emplace(paragraph_, rules_);
            collect_candidates();
            search();
            collect_lines();
        }
        return std::move(outcome_);
    }

  private:
    [[nodiscard]] Length left_of(std::uint32_t begin) const {
        return begin == 0 ? first_left_ : later_left_;
    }
    [[nodiscard]] Length measure_of(std::uint32_t begin) const {
        return std::max(right_edge_ - left_of(begin), Length::from_emu(1));
    }
    /// Most cells of a table do: nothing is searched then, and no dictionary asked for words.
    [[nodiscard]] bool fits_one_line() const {
        const auto& clusters = paragraph_.clusters;
        if (clusters.empty()) return false;
        const bool has_line_feed =
            std::any_of(clusters.begin(), clusters.end(), [](const Cluster& cluster) {
                return cluster.character_class == CharacterClass::line_feed;
            });
        const auto count = static_cast<std::uint32_t>(clusters.size());
        return !has_line_feed && measured_.extent(0, count).natural <= measure_of(0);
    }
    [[nodiscard]] bool fits(std::uint32_t begin, std::uint32_t end) const {
        return measured_.extent(begin, end).smallest() <= measure_of(begin);
    }

    /// Legal breaks; and inside a piece that is wider than the measure first the breaks of the
    /// house rules, then, where even that is too wide, every one.
    void collect_candidates() {
        candidates_.push_back({0, 0, BreakReason::forced});
        std::uint32_t begin = 0;
        for (std::uint32_t k = 1; k < opportunities_.size(); ++k) {
            const Bond bond = opportunities_[k].bond;
            if (bond != Bond::free && bond != Bond::forced) continue;
            if (!fits(begin, k)) open_bonds(begin, k, Bond::bound);
            const bool forced = bond == Bond::forced;
            candidates_.push_back({k, costs_->of_break(opportunities_[k], k),
                                   forced ? BreakReason::forced : BreakReason::chosen});
            begin = k;
        }
    }

    /// Adds the boundaries of kind `bond` inside the piece [begin, end).
    void open_bonds(std::uint32_t begin, std::uint32_t end, Bond bond) {
        std::uint32_t from = begin;
        for (std::uint32_t k = begin + 1; k <= end; ++k) {
            if (k < end && opportunities_[k].bond != bond) continue;
            const bool still_too_wide = bond == Bond::bound && !fits(from, k);
            if (still_too_wide) open_bonds(from, k, Bond::prohibited);
            if (k == end) return;
            const bool last_resort = bond == Bond::prohibited;
            candidates_.push_back({k, last_resort ? kProhibitedBreak : kBoundBreak,
                                   last_resort ? BreakReason::last_resort : BreakReason::chosen});
            from = k;
        }
    }

    /// Whole-paragraph optimum in the manner of Knuth and Plass, Breaking Paragraphs into Lines
    /// (1981): the cheapest way to every candidate, per fitness of the line that ends there.
    void search() {
        nodes_.assign(candidates_.size() * kFitnesses, Node{});
        node(0, Fitness::natural).cost = 0;
        for (std::uint32_t j = 1; j < candidates_.size(); ++j) {  // the line's end
            for (std::uint32_t i = j; i-- > 0;) {                 // its beginning
                const std::uint32_t begin = candidates_[i].cluster;
                const LineExtent extent = measured_.extent(begin, candidates_[j].cluster);
                const bool too_wide = extent.smallest() > measure_of(begin);
                // Going back only makes the line wider. A single piece is taken however wide.
                if (too_wide && i + 1 < j) break;
                try_line(i, j, extent, too_wide);
                if (candidates_[i].reason == BreakReason::forced) break;
            }
        }
    }

    void try_line(std::uint32_t i, std::uint32_t j, const LineExtent& extent, bool too_wide) {
        const bool last = candidates_[j].reason == BreakReason::forced;
        const Length measure = measure_of(candidates_[i].cluster);
        LineCost line = costs_->of_line(extent, measure, last ? LinePlace::last : LinePlace::inner);
        if (last) line.cost += costs_->of_last_line(extent, candidates_[i].cluster > 0);
        if (too_wide) line.cost += kOverfullLine;
        for (std::size_t k = 0; k < kFitnesses; ++k) {
            const auto before = static_cast<Fitness>(k);
            const Cost so_far = node(i, before).cost;
            if (so_far == kUnreachable) continue;
            const Cost cost = so_far + line.cost + candidates_[j].cost +
                              (i == 0 ? 0 : costs_->of_neighbours(before, line.fitness));
            Node& target = node(j, line.fitness);
            if (cost < target.cost) target = {cost, i, before};
        }
    }

    void collect_lines() {
        auto j = static_cast<std::uint32_t>(candidates_.size() - 1);
        Fitness fitness = Fitness::natural;
        for (std::size_t k = 0; k < kFitnesses; ++k) {
            const auto other = static_cast<Fitness>(k);
            if (node(j, other).cost < node(j, fitness).cost) fitness = other;
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> path;
        while (j > 0) {
            const Node& here = node(j, fitness);
            assert(here.cost != kUnreachable);
            path.emplace_back(here.previous, j);
            j = here.previous;
            fitness = here.previous_fitness;
        }
        for (auto entry = path.rbegin(); entry != path.rend(); ++entry) {
            add_line(candidates_[entry->first].cluster, candidates_[entry->second]);
        }
    }

    void add_line(std::uint32_t begin, const Candidate& end) {
        const LineExtent extent = measured_.extent(begin, end.cluster);
        const Length measure = measure_of(begin);
        const bool justified =
            paragraph_.style.alignment == Alignment::justify && end.reason != BreakReason::forced;
        Line line = fill_line(measured_, rules_, extent, measure,
                              justified ? Fill::justified : Fill::natural);
        line.reason = end.reason;
        line.cluster_end = end.cluster;
        // Blanks that vanish at the line's end keep a place, so that lines tile the text.
        line.positions.resize(end.cluster - begin, line.width);
        line.left = left_of(begin);
        if (paragraph_.style.alignment == Alignment::right) line.left += measure - line.width;
        if (paragraph_.style.alignment == Alignment::centre) {
            line.left += (measure - line.width).scaled(1, 2);
        }
        for (Length& position : line.positions) position += line.left;
        line.text = {paragraph_.clusters[begin].text.begin,
                     paragraph_.clusters[end.cluster - 1].text.end};
        report(line, extent, measure);
        outcome_.value.lines.push_back(std::move(line));
    }

    void report(const Line& line, const LineExtent& extent, Length measure) {
        const bool overfull = extent.smallest() > measure;
        if (!overfull && line.reason != BreakReason::last_resort) return;
        const Text& source = paragraph_.source;
        outcome_.diagnostics.push_back(
            {Code::line_overfull,
             source.origin_at(line.text.begin),
             {{"text", source.utf8().substr(line.text.begin, line.text.size())}}});
    }

    Node& node(std::uint32_t candidate, Fitness fitness) {
        return nodes_[candidate * kFitnesses + static_cast<std::size_t>(fitness)];
    }

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    const MeasuredParagraph measured_;
    std::vector<BreakOpportunity> opportunities_;
    std::optional<LineCosts> costs_;
    Length first_left_;
    Length later_left_;
    Length right_edge_;
    std::vector<Candidate> candidates_;
    std::vector<Node> nodes_;
    Outcome<BrokenParagraph> outcome_;
};

}  // namespace

Outcome<BrokenParagraph> break_lines(const ShapedParagraph& paragraph, Length measure,
                                     const LineRules& rules) {
    assert(measure > Length{});
    return Breaker{paragraph, measure, rules}.run();
}

}  // namespace banxin
