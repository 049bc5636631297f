#include "pipeline/tables/align_points.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/base/characters.hpp"
#include "pipeline/tables/cell_paragraphs.hpp"

namespace banxin {
namespace {

/// The columns of the grid that a cell covers.
using ColumnKey = std::pair<std::uint32_t, std::uint32_t>;

void widen(PointParts& widest, const PointParts& own) {
    widest.before = std::max(widest.before, own.before);
    widest.after = std::max(widest.after, own.after);
}

void move(Line& line, Length left) {
    const Length distance = left - line.left;
    line.left = left;
    for (Length& position : line.positions) position += distance;
}

bool is_aligned(const ShapedCell& cell) {
    return cell.paragraph.style.aligns_points &&
           cell.paragraph.orientation == Orientation::horizontal && !cell.diagonal;
}

}  // namespace

std::optional<PointParts> point_parts(const ShapedParagraph& paragraph, std::uint32_t cluster_begin,
                                      std::uint32_t cluster_end) {
    const auto& clusters = paragraph.clusters;
    const auto is_digit = [&](std::uint32_t k) {
        return k < cluster_end && is_ascii_digit(clusters[k].character);
    };
    std::uint32_t end = cluster_begin;
    if (!is_digit(end)) {
        if (end >= cluster_end || clusters[end].character_class == CharacterClass::han) return {};
        ++end;
    }
    if (!is_digit(end)) return {};
    while (is_digit(end) || (end < cluster_end && clusters[end].character == U',')) ++end;
    PointParts parts;
    for (std::uint32_t k = cluster_begin; k < cluster_end; ++k)
        (k < end ? parts.before : parts.after) += clusters[k].advance;
    return parts;
}

PointParts PointParts::united(const ShapedParagraph& paragraph) const {
    PointParts widest = *this;
    for (const Segment& segment : segments_of(paragraph)) {
        const auto own = point_parts(paragraph, segment.cluster_begin, segment.cluster_end);
        if (own) widen(widest, *own);
    }
    return widest;
}

void align_points(const ShapedTable& table, const TableColumns& columns,
                  std::vector<BrokenParagraph>& paragraphs) {
    const auto each_number = [&](const auto& visit) {
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            if (!is_aligned(table.cells[cell])) continue;
            const GridRange range = columns.of_cells[cell];
            for (Line& line : paragraphs[cell].lines) {
                const auto parts =
                    point_parts(table.cells[cell].paragraph, line.cluster_begin, line.cluster_end);
                if (parts) visit(ColumnKey{range.begin, range.end}, *parts, line);
            }
        }
    };
    std::map<ColumnKey, PointParts> widest;
    each_number([&](ColumnKey key, const PointParts& parts, Line&) { widen(widest[key], parts); });
    const Length padding = 2 * table.frame.horizontal_padding;
    each_number([&](ColumnKey key, const PointParts& parts, Line& line) {
        const PointParts& block = widest[key];
        const Length measure = columns.edges[key.second] - columns.edges[key.first] - padding;
        const Length spare = measure - block.before - block.after;
        const Length left = spare.scaled(1, 2) + block.before - parts.before;
        move(line, std::max(Length{}, std::min(left, measure - line.width)));
    });
}

}  // namespace banxin
