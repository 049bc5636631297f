#include "pipeline/lines/break_lines.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/lines/fill_line.hpp"
#include "pipeline/lines/line_cost.hpp"
#include "pipeline/lines/measured_paragraph.hpp"
#include "pipeline/lines/title_lines.hpp"

namespace banxin {
namespace {

/// A place where the search may end a line.
struct Candidate {
    std::uint32_t cluster = 0;  ///< The line ends before it.
    Cost cost;
    BreakReason reason = BreakReason::chosen;
};

/// The best way to reach a candidate, by the fill of the line that ends there and, where lines are
/// counted, by their number.
struct Node {
    Cost cost = kUnreachable;
    std::uint32_t previous = 0;  ///< Index of the candidate where that line begins.
    std::uint32_t lines = 0;
    std::uint32_t previous_state = 0;  ///< Of the line before.
};

/// Which lines the search looks at.
enum class Reach : std::uint8_t {
    decent,  ///< those that can be filled without a fault, and the last ones
    all,     ///< every one that is not too wide
};

/// As many nodes as a count of lines may take: 32 MB, and far more than any paragraph of a hundred
/// lines does. A longer one keeps the lines it has.
constexpr std::size_t kMostNodes = std::size_t{1} << 20;

/// More lines than any text has.
constexpr std::uint32_t kNoWay = std::uint32_t{1} << 31;

class Breaker {
  public:
    Breaker(const ShapedParagraph& paragraph, Length measure, const LineRules& rules)
        : paragraph_{paragraph},
          rules_{rules},
          units_{find_house_units(paragraph)},
          measured_{paragraph, units_, rules, latin_gaps(paragraph, measure, rules)} {
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

    Outcome<BrokenParagraph> run(Looseness looseness) {
        const auto count = static_cast<std::uint32_t>(paragraph_.clusters.size());
        if (fits_one_line()) {
            add_line(0, {count, {}, BreakReason::forced});
        } else if (count > 0) {
            opportunities_ = find_break_opportunities(paragraph_, units_, rules_);
            if (is_title() && add_title_lines()) return std::move(outcome_);
            costs_.emplace(paragraph_, rules_);
            collect_candidates();
            find_best();
            if (looseness != Looseness::best) find_with_other_count(looseness);
            collect_lines();
        }
        return std::move(outcome_);
    }

  private:
    /// A text of one line keeps the gaps of the rules, and so does one that is not justified.
    static LatinGaps latin_gaps(const ShapedParagraph& paragraph, Length measure,
                                const LineRules& rules) {
        Length natural;
        for (const Cluster& cluster : paragraph.clusters) natural += cluster.advance;
        const bool several_lines = natural > measure;
        return several_lines && on_grid(paragraph, rules) ? LatinGaps::to_the_grid
                                                          : LatinGaps::by_rule;
    }
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
        // A title that fills its line is set on two.
        const Length room = measure_of(0) - (is_title() ? paragraph_.style.pitch : Length{});
        return !has_line_feed && measured_.extent(0, count).natural <= room;
    }
    /// Justified lines have no shape of their own.
    [[nodiscard]] bool is_title() const {
        return paragraph_.style.line_shape == LineShape::title && !justified();
    }
    /// False for a text that cannot be set as a title: it is searched as any other.
    bool add_title_lines() {
        const auto ends =
            find_title_lines(measured_, opportunities_, {measure_of(0), measure_of(1)});
        if (!ends) return false;
        std::uint32_t begin = 0;
        for (const std::uint32_t end : *ends) {
            const bool forced = opportunities_[end].bond == Bond::forced;
            add_line(begin, {end, {}, forced ? BreakReason::forced : BreakReason::chosen});
            begin = end;
        }
        return true;
    }
    [[nodiscard]] bool fits(std::uint32_t begin, std::uint32_t end) const {
        return measured_.extent(begin, end).smallest() <= measure_of(begin);
    }

    /// Legal breaks; and inside a piece that is wider than the measure first the breaks of the
    /// house rules, then, where even that is too wide, every one.
    void collect_candidates() {
        candidates_.push_back({0, {}, BreakReason::forced});
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
            candidates_.push_back({k,
                                   {last_resort ? kProhibitedBreak : kBoundBreak, 0},
                                   last_resort ? BreakReason::last_resort : BreakReason::chosen});
            from = k;
        }
    }

    /// Faultless lines are few for each end, so they are looked at first; where they do not reach
    /// the end of the paragraph without a fault, all lines are.
    void find_best() {
        counts_ = 0;
        search(justified() ? Reach::decent : Reach::all);
        choose_last(0);
        if (justified() && last_cost().faults > 0) {
            search(Reach::all);
            choose_last(0);
        }
    }

    /// One line more or fewer than the best, where that can be had decently.
    void find_with_other_count(Looseness looseness) {
        const std::uint32_t wanted =
            nodes_[last_node_].lines + static_cast<std::uint32_t>(static_cast<int>(looseness));
        // The search for the best has found out how few lines will do, and that there are faults
        // where it was left with any.
        if (wanted < fewest_.back() || last_cost().faults > 0) return;
        // A way of `wanted` lines has at no candidate more above the fewest than at its end.
        const std::size_t counts = wanted - fewest_.back() + std::size_t{1};
        if (counts > kMostNodes / (candidates_.size() * kFitnesses)) return;
        const std::vector<Node> best = nodes_;
        const std::size_t best_last = last_node_;
        const Cost limit = last_cost() + Cost{0, std::int64_t{1000} * rules_.looseness_cost};
        counts_ = counts;
        search(Reach::decent);
        choose_last(wanted);
        if (last_node_ == kNowhere || last_cost().faults > 0 || !(last_cost() < limit)) {
            counts_ = 0;
            nodes_ = best;
            last_node_ = best_last;
        }
    }

    /// Whole-paragraph optimum in the manner of Knuth and Plass, Breaking Paragraphs into Lines
    /// (1981): the cheapest way to every candidate.
    void search(Reach reach) {
        reach_ = reach;
        nodes_.assign(candidates_.size() * states(), Node{});
        nodes_[static_cast<std::size_t>(Fitness::natural)].cost = {};
        if (counts_ == 0) {
            fewest_.assign(candidates_.size(), kNoWay);
            fewest_.front() = 0;
        }
        reached_ = {0};
        std::size_t wide_enough = 0;  // So many of them can begin a line that fills the measure.
        std::uint32_t forced = 0;     // No line begins before it.
        for (std::uint32_t j = 1; j < candidates_.size(); ++j) {  // the line's end
            const bool inner = candidates_[j].reason != BreakReason::forced;
            std::size_t tried = reached_.size();
            if (reach == Reach::decent && inner) {
                while (wide_enough < reached_.size() &&
                       can_reach_measure(reached_[wide_enough], j)) {
                    ++wide_enough;
                }
                tried = wide_enough;
            }
            if (try_lines_to(j, tried, forced)) reached_.push_back(j);
            if (!inner) forced = j;
        }
    }

    /// Whether no faultless line from candidate `i` to `j` is ruled out by being too short.
    [[nodiscard]] bool can_reach_measure(std::uint32_t i, std::uint32_t j) const {
        const std::uint32_t begin = candidates_[i].cluster;
        return measured_.widest(begin, candidates_[j].cluster) >= measure_of(begin);
    }

    /// Tries the lines to candidate `j` from the first `tried` candidates that were reached, the
    /// nearest first, and from none before `forced`. True when one of them will do.
    bool try_lines_to(std::uint32_t j, std::size_t tried, std::uint32_t forced) {
        bool reached = false;
        for (std::size_t k = tried; k-- > 0 && reached_[k] >= forced;) {
            const std::uint32_t i = reached_[k];
            const std::uint32_t begin = candidates_[i].cluster;
            const Length measure = measure_of(begin);
            const LineExtent extent = measured_.extent(begin, candidates_[j].cluster, measure);
            const bool too_wide = extent.natural > measure && extent.smallest() > measure;
            // Going back only makes the line wider. A single piece is taken however wide.
            if (too_wide && i + 1 < j) break;
            reached = try_line(i, j, extent, too_wide) || reached;
        }
        return reached;
    }

    bool try_line(std::uint32_t i, std::uint32_t j, const LineExtent& extent, bool too_wide) {
        const bool last = candidates_[j].reason == BreakReason::forced;
        const Length measure = measure_of(candidates_[i].cluster);
        LineCost line = costs_->of_line(extent, measure, last ? LinePlace::last : LinePlace::inner);
        line.cost = line.cost + candidates_[j].cost;
        if (last) line.cost = line.cost + costs_->of_last_line(extent, candidates_[i].cluster > 0);
        if (too_wide) line.cost.faults += kOverfullLine;
        if (reach_ == Reach::decent && line.cost.faults > 0) return false;
        fewest_[j] = std::min(fewest_[j], fewest_[i] + 1);
        bool reached = false;
        for (std::size_t state = 0; state < states(); ++state) {
            const Node& from = nodes_[i * states() + state];
            if (from.cost == kUnreachable) continue;
            const auto before = static_cast<Fitness>(state % kFitnesses);
            Cost cost = from.cost + line.cost;
            if (i > 0) cost = cost + costs_->of_neighbours(before, line.fitness);
            const std::size_t target = state_of(j, from.lines + 1, line.fitness);
            if (target == kNowhere || !(cost < nodes_[target].cost)) continue;
            nodes_[target] = {cost, i, from.lines + 1, static_cast<std::uint32_t>(state)};
            reached = true;
        }
        return reached;
    }

    [[nodiscard]] bool justified() const {
        return paragraph_.style.alignment == Alignment::justify;
    }
    [[nodiscard]] std::size_t states() const {
        return kFitnesses * std::max<std::size_t>(counts_, 1);
    }

    /// The node of candidate `j` for so many lines, or kNowhere when they are too many to count.
    [[nodiscard]] std::size_t state_of(std::uint32_t j, std::uint32_t lines,
                                       Fitness fitness) const {
        const std::size_t count = counts_ == 0 ? 0 : lines - fewest_[j];
        if (count > 0 && count >= counts_) return kNowhere;
        return j * states() + count * kFitnesses + static_cast<std::size_t>(fitness);
    }

    [[nodiscard]] Cost last_cost() const {
        return last_node_ == kNowhere ? kUnreachable : nodes_[last_node_].cost;
    }

    /// The cheapest way to the paragraph's end; of `lines` lines, unless that is 0.
    void choose_last(std::uint32_t lines) {
        last_node_ = kNowhere;
        for (std::size_t k = nodes_.size() - states(); k < nodes_.size(); ++k) {
            if (nodes_[k].cost == kUnreachable) continue;
            if (lines > 0 && nodes_[k].lines != lines) continue;
            if (nodes_[k].cost < last_cost()) last_node_ = k;
        }
    }

    void collect_lines() {
        assert(last_node_ != kNowhere);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> path;
        std::size_t at = last_node_;
        for (auto j = static_cast<std::uint32_t>(candidates_.size() - 1); j > 0;) {
            const Node& here = nodes_[at];
            path.emplace_back(here.previous, j);
            j = here.previous;
            at = j * states() + here.previous_state;
        }
        outcome_.value.lines.reserve(path.size());
        for (auto entry = path.rbegin(); entry != path.rend(); ++entry) {
            add_line(candidates_[entry->first].cluster, candidates_[entry->second]);
        }
    }

    void add_line(std::uint32_t begin, const Candidate& end) {
        const LineExtent extent = measured_.extent(begin, end.cluster);
        const Length measure = measure_of(begin);
        const bool fills = justified() && end.reason != BreakReason::forced;
        Line line =
            fill_line(measured_, rules_, extent, measure, fills ? Fill::justified : Fill::natural);
        line.reason = end.reason;
        line.cluster_end = end.cluster;
        // Blanks that vanish at the line's end keep a place, so that lines tile the text.
        line.positions.resize(end.cluster - begin, line.width);
        line.left = left_of(begin);
        if (paragraph_.style.alignment == Alignment::right) line.left += measure - line.width;
        if (paragraph_.style.alignment == Alignment::centre) {
            line.left += left_of_centred(extent, measure - line.width);
        }
        for (Length& position : line.positions) position += line.left;
        line.text = {paragraph_.clusters[begin].text.begin,
                     paragraph_.clusters[end.cluster - 1].text.end};
        report(line, extent, measure);
        outcome_.value.lines.push_back(std::move(line));
    }

    /// Half of `spare`; in titles so that the ink is in the middle, not the blank half of a mark.
    [[nodiscard]] Length left_of_centred(const LineExtent& extent, Length spare) const {
        const Length middle = spare.scaled(1, 2);
        if (!is_title() || extent.end == extent.begin || spare < Length{}) return middle;
        Length blank = -paragraph_.clusters[extent.begin].blank_left;
        if (rules_.line_end == LineEndMode::grid) {
            blank += paragraph_.clusters[extent.end - 1].blank_right;
        }
        return std::clamp(middle + blank.scaled(1, 2), Length{}, spare);
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

    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    const ShapedParagraph& paragraph_;
    const LineRules& rules_;
    const std::vector<HouseUnit> units_;
    const MeasuredParagraph measured_;
    std::vector<BreakOpportunity> opportunities_;
    std::optional<LineCosts> costs_;
    Length first_left_;
    Length later_left_;
    Length right_edge_;
    std::vector<Candidate> candidates_;
    std::vector<Node> nodes_;  ///< states() for each candidate
    Reach reach_ = Reach::decent;
    std::vector<std::uint32_t> reached_;  ///< Candidates that the search has found a way to.
    /// Of lines, by which each candidate is reached: kNoWay when it is not.
    std::vector<std::uint32_t> fewest_;
    /// Numbers of lines told apart at a candidate, from the fewest on: 0 when they are not counted.
    std::size_t counts_ = 0;
    std::size_t last_node_ = kNowhere;
    Outcome<BrokenParagraph> outcome_;
};

}  // namespace

Outcome<BrokenParagraph> break_lines(const ShapedParagraph& paragraph, Length measure,
                                     const LineRules& rules, Looseness looseness) {
    assert(measure > Length{});
    return Breaker{paragraph, measure, rules}.run(looseness);
}

}  // namespace banxin
