#include "line_trial.hpp"

#include <algorithm>
#include <cassert>

namespace banxin {
namespace {

Length natural_width(const ShapedParagraph& paragraph) {
    Length width;
    for (const Cluster& cluster : paragraph.clusters) width += cluster.advance;
    return width;
}

LatinGaps latin_gaps(const ShapedParagraph& paragraph, Length measure, const LineRules& rules) {
    const bool several_lines = natural_width(paragraph) > measure;
    return several_lines && on_grid(paragraph, rules) ? LatinGaps::to_the_grid : LatinGaps::by_rule;
}

}  // namespace

Breaks breaks_of(const BrokenParagraph& broken) {
    Breaks breaks;
    for (const Line& line : broken.lines) breaks.push_back(line.cluster_end);
    return breaks;
}

LineTrial::LineTrial(const ShapedParagraph& paragraph, Length measure, const LineRules& rules)
    : paragraph_{paragraph},
      rules_{rules},
      measure_{measure},
      units_{find_house_units(paragraph)},
      measured_{paragraph, units_, rules, latin_gaps(paragraph, measure, rules)},
      costs_{paragraph, rules},
      bonds_{find_break_opportunities(paragraph, units_, rules)} {
    assert(paragraph.hanging_clusters == 0);
    find_places();
}

Length LineTrial::column(std::uint32_t begin) const {
    const Style& style = paragraph_.style;
    Length left = style.left_indent;
    if (begin == 0) left += style.first_line_indent;
    return std::max(measure_ - style.right_indent - left, Length::from_emu(1));
}

bool LineTrial::fits(std::uint32_t begin, std::uint32_t end) const {
    return measured_.extent(begin, end).smallest() <= column(begin);
}

void LineTrial::find_places() {
    const auto legal = [this](std::uint32_t k) {
        return bonds_[k].bond == Bond::free || bonds_[k].bond == Bond::forced;
    };
    std::uint32_t begin = 0;
    for (std::uint32_t end = 1; end < bonds_.size(); ++end) {
        if (!legal(end)) continue;
        if (!fits(begin, end)) open_piece(begin, end, Bond::bound);
        places_.push_back(
            {end, costs_.of_break(bonds_[end], end), bonds_[end].bond == Bond::forced});
        begin = end;
    }
}

void LineTrial::open_piece(std::uint32_t begin, std::uint32_t end, Bond bond) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t k = begin + 1; k < end; ++k) {
        if (bonds_[k].bond == bond) ends.push_back(k);
    }
    ends.push_back(end);
    const std::int64_t fault = bond == Bond::bound ? kBoundBreak : kProhibitedBreak;
    for (const std::uint32_t next : ends) {
        if (bond == Bond::bound && !fits(begin, next)) open_piece(begin, next, Bond::prohibited);
        if (next < end) places_.push_back({next, {fault, 0}, false});
        begin = next;
    }
}

const LineTrial::Place& LineTrial::place_at(std::uint32_t cluster) const {
    const auto found = std::find_if(places_.begin(), places_.end(), [cluster](const Place& place) {
        return place.cluster == cluster;
    });
    assert(found != places_.end());
    return *found;
}

LineTrial::Priced LineTrial::price(std::uint32_t begin, const Place& end) const {
    const LineExtent extent = measured_.extent(begin, end.cluster);
    const auto place = end.forced ? LinePlace::last : LinePlace::inner;
    Priced priced{costs_.of_line(extent, column(begin), place), false};
    priced.too_wide = extent.smallest() > column(begin);
    priced.line.cost = priced.line.cost + end.cost;
    if (end.forced) priced.line.cost = priced.line.cost + costs_.of_last_line(extent, begin > 0);
    if (priced.too_wide) priced.line.cost.faults += kOverfullLine;
    return priced;
}

Cost LineTrial::cost_of(const Breaks& breaks) const {
    Cost cost;
    std::uint32_t begin = 0;
    Fitness before = Fitness::natural;
    for (const std::uint32_t end : breaks) {
        const LineCost line = price(begin, place_at(end)).line;
        cost = cost + line.cost;
        if (begin > 0) cost = cost + costs_.of_neighbours(before, line.fitness);
        before = line.fitness;
        begin = end;
    }
    return cost;
}

Cost LineTrial::least_cost(std::size_t lines) const {
    Cost least = kUnreachable;
    try_all({}, lines, least);
    return least;
}

/// Ends the next line at every place there is. No line that is too wide holds more than it must.
void LineTrial::try_all(const Way& way, std::size_t lines, Cost& least) const {
    for (std::size_t k = way.next_place; k < places_.size(); ++k) {
        const auto [line, too_wide] = price(way.begin, places_[k]);
        if (!too_wide || k == way.next_place) {
            Way next{k + 1, places_[k].cluster, line.fitness, way.lines + 1, way.cost + line.cost};
            if (way.begin > 0) {
                next.cost = next.cost + costs_.of_neighbours(way.before, line.fitness);
            }
            const bool ends = k + 1 == places_.size();
            if (!ends) try_all(next, lines, least);
            const bool counts = lines == kAnyNumber || next.lines == lines;
            if (ends && counts) least = std::min(least, next.cost);
        }
        if (places_[k].forced) return;
    }
}

Breaks LineTrial::greedy() const {
    Breaks breaks;
    std::uint32_t begin = 0;
    for (std::size_t k = 0; k < places_.size(); ++k) {
        const bool last = k + 1 == places_.size();
        const bool next_fits = !last && fits(begin, places_[k + 1].cluster);
        if (!places_[k].forced && next_fits) continue;
        breaks.push_back(places_[k].cluster);
        begin = places_[k].cluster;
    }
    return breaks;
}

}  // namespace banxin
