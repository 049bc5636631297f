#include "pipeline/tables/piece_rules.hpp"

namespace banxin {
namespace {

/// A stretch of one edge that has a rule: from the edge `begin` that crosses it to `end`.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The longest stretches of an edge with `count` parts on which `has_rule(part)` holds.
template <typename HasRule>
std::vector<Stretch> stretches(std::size_t count, const HasRule& has_rule) {
    std::vector<Stretch> found;
    for (std::size_t part = 0; part < count; ++part) {
        if (!has_rule(part)) continue;
        if (found.empty() || found.back().end != part) found.push_back({part, part});
        found.back().end = part + 1;
    }
    return found;
}

/// From edge to edge, each end on the far side of the rule it meets there. The outermost
/// edges are the outer sides of the frame already.
struct Reach {
    Length begin;
    Length end;
};
Reach reach(const Stretch& stretch, const std::vector<Length>& edges, Length thickness) {
    const Length half = thickness.scaled(1, 2);
    const bool at_start = stretch.begin == 0;
    const bool at_end = stretch.end + 1 == edges.size();
    return {at_start ? edges.front() : edges[stretch.begin] - half,
            at_end ? edges.back() : edges[stretch.end] + half};
}

PlacedRule horizontal(Reach across, Length y, Length thickness) {
    return {across.begin, y, across.end, y, thickness};
}

PlacedRule vertical(Reach down, Length x, Length thickness) {
    return {x, down.begin, x, down.end, thickness};
}

}  // namespace

std::vector<PlacedRule> piece_rules(const PieceRows& piece, const TableGrid& grid,
                                    const std::vector<Length>& column_edges,
                                    const TableFrame& frame) {
    std::vector<PlacedRule> rules;
    if (piece.strips.empty() || grid.column_count() == 0) return rules;
    std::vector<Length> row_edges;
    for (const Strip& strip : piece.strips) row_edges.push_back(strip.top);
    row_edges.push_back(piece.height);

    if (frame.outer_rule > Length{}) {
        const Length half = frame.outer_rule.scaled(1, 2);
        const Reach across{column_edges.front(), column_edges.back()};
        const Reach down{row_edges.front(), row_edges.back()};
        rules.push_back(horizontal(across, half, frame.outer_rule));
        rules.push_back(horizontal(across, piece.height - half, frame.outer_rule));
        rules.push_back(vertical(down, column_edges.front() + half, frame.outer_rule));
        rules.push_back(vertical(down, column_edges.back() - half, frame.outer_rule));
    }
    if (frame.inner_rule <= Length{}) return rules;

    for (std::size_t below = 1; below < piece.strips.size(); ++below) {
        const auto parted = [&](std::size_t part) {
            const auto column = static_cast<std::uint32_t>(part);
            return !grid.same_cell(piece.strips[below - 1].row, column, piece.strips[below].row,
                                   column);
        };
        for (const Stretch& stretch : stretches(grid.column_count(), parted)) {
            rules.push_back(horizontal(reach(stretch, column_edges, frame.inner_rule),
                                       row_edges[below], frame.inner_rule));
        }
    }
    for (std::uint32_t right = 1; right < grid.column_count(); ++right) {
        const auto parted = [&](std::size_t part) {
            const std::uint32_t row = piece.strips[part].row;
            return !grid.same_cell(row, right - 1, row, right);
        };
        for (const Stretch& stretch : stretches(piece.strips.size(), parted)) {
            rules.push_back(vertical(reach(stretch, row_edges, frame.inner_rule),
                                     column_edges[right], frame.inner_rule));
        }
    }
    return rules;
}

}  // namespace banxin
