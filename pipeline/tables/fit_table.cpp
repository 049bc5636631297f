// A table that misses its pages by little → the same one a little smaller, on fewer pages.
#include <utility>

#include "pipeline/tables/place_table.hpp"

namespace banxin {
namespace {

constexpr unsigned kSteps = 8;
constexpr unsigned kWhole = 1000;

/// `step` of kSteps on the way from the whole down to `least`, in thousandths.
unsigned share_at(unsigned step, unsigned least) {
    return kWhole - (kWhole - least) * step / kSteps;
}

void scale(ShapedParagraph& paragraph, unsigned size, unsigned leading) {
    const auto scale_one = [&](Length& length) { length = length.scaled(size, kWhole); };
    for (Cluster& cluster : paragraph.clusters)
        for (Length* length : {&cluster.em, &cluster.advance, &cluster.blank_left,
                               &cluster.blank_right, &cluster.moved_left})
            scale_one(*length);
    for (Glyph& glyph : paragraph.glyphs)
        for (Length* length : {&glyph.x_offset, &glyph.y_offset, &glyph.advance})
            scale_one(*length);
    for (TypeRun& run : paragraph.runs) scale_one(run.size);
    Style& style = paragraph.style;
    for (Length* length : {&style.size, &style.pitch, &style.first_line_indent, &style.left_indent,
                           &style.right_indent, &paragraph.hang_under})
        scale_one(*length);
    style.leading = style.leading.scaled(leading, kWhole);
}

ShapedTable smaller(const ShapedTable& table, unsigned step) {
    ShapedTable result = table;
    for (ShapedCell& cell : result.cells)
        scale(cell.paragraph, share_at(step, table.shrink.size),
              share_at(step, table.shrink.leading));
    for (auto& [cell, label] : result.turned)
        scale(label, share_at(step, table.shrink.size), share_at(step, table.shrink.leading));
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
