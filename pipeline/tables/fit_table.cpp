// A table that misses its pages by little → the same one a little smaller, on fewer pages.
#include <utility>

#include "pipeline/shape/scaled_paragraph.hpp"
#include "pipeline/tables/place_table.hpp"

namespace banxin {
namespace {

constexpr unsigned kSteps = 8;
constexpr unsigned kWhole = Scale::kWhole;

/// `step` of kSteps on the way from the whole down to `least`, in thousandths.
unsigned share_at(unsigned step, unsigned least) {
    return kWhole - (kWhole - least) * step / kSteps;
}

ShapedTable smaller(const ShapedTable& table, unsigned step) {
    ShapedTable result = table;
    const Scale scale{share_at(step, table.shrink.size), share_at(step, table.shrink.leading)};
    for (ShapedCell& cell : result.cells) cell.paragraph = scaled(std::move(cell.paragraph), scale);
    for (auto& [cell, label] : result.turned) label = scaled(std::move(label), scale);
    return result;
}

}  // namespace

Outcome<PlacedTable> place_table(const ShapedTable& table, Length width, TableRoom room,
                                 const LineRules& rules) {
    Outcome<PlacedTable> best = place_at_full_size(table, width, room, rules);
    const std::size_t pieces = best.value.pieces.size();
    const bool may_shrink = table.shrink.size < kWhole || table.shrink.leading < kWhole;
    if (pieces < 2 || !may_shrink) return best;

    const auto at = [&](unsigned step) {
        ShapedTable fitted = smaller(table, step);
        Outcome<PlacedTable> placed = place_at_full_size(fitted, width, room, rules);
        // Labels that were turned are in a table of their own already.
        if (!placed.value.shown) placed.value.shown = std::move(fitted);
        return placed;
    };
    Outcome<PlacedTable> smallest = at(kSteps);
    const std::size_t fewest = smallest.value.pieces.size();
    if (fewest >= pieces) return best;
    best = std::move(smallest);
    unsigned too_large = 0;
    for (unsigned fits = kSteps; fits - too_large > 1;) {
        const unsigned middle = (fits + too_large) / 2;
        Outcome<PlacedTable> tried = at(middle);
        if (tried.value.pieces.size() > fewest) {
            too_large = middle;
        } else {
            fits = middle;
            best = std::move(tried);
        }
    }
    return best;
}

}  // namespace banxin
