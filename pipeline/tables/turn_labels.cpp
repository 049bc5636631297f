#include "pipeline/tables/turn_labels.hpp"

#include <algorithm>

#include "pipeline/tables/cell_paragraphs.hpp"

namespace banxin {
namespace {

bool has_long_line(const ShapedParagraph& label) {
    const std::vector<Segment> segments = segments_of(label);
    return std::any_of(segments.begin(), segments.end(), [](const Segment& segment) {
        return segment.cluster_end - segment.cluster_begin > 1;
    });
}

}  // namespace

std::optional<ShapedTable> with_labels_turned(const ShapedTable& table,
                                              const TableColumns& columns) {
    std::optional<ShapedTable> result;
    for (const auto& [cell, label] : table.turned) {
        const GridRange range = columns.of_cells[cell];
        const Length inner = columns.edges[range.end] - columns.edges[range.begin] -
                             2 * table.frame.horizontal_padding;
        const ShapedParagraph& across = table.cells[cell].paragraph;
        if (inner >= 2 * across.style.pitch || !has_long_line(across)) continue;
        if (!result) result = table;
        result->cells[cell].paragraph = label;
    }
    return result;
}

}  // namespace banxin
