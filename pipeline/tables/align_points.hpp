// Cells of a column → their numbers point under point. Moves lines that are set, breaks none.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/table_columns.hpp"

namespace banxin {

/// How wide a number is before its point, and from there on. A whole number ends where its point
/// would be; what stands behind it (%, 分) is after the point.
struct PointParts {
    Length before;
    Length after;

    /// The wider parts of these and of every line of `paragraph` that is a number.
    [[nodiscard]] PointParts united(const ShapedParagraph& paragraph) const;
};

/// Lines begin as numbers do: with a digit, or one mark or sign before it. Nothing for others.
[[nodiscard]] std::optional<PointParts> point_parts(const ShapedParagraph& paragraph,
                                                    std::uint32_t cluster_begin,
                                                    std::uint32_t cluster_end);

/// Moves the numbers of cells with Style::aligns_points, those between the same two edges
/// together, so that their points stand under each other and the block of them in the middle of
/// the column. Lines that are no numbers stay in the middle by themselves. A column too narrow for
/// the block keeps its numbers inside. `paragraphs` has one entry a cell.
void align_points(const ShapedTable& table, const TableColumns& columns,
                  std::vector<BrokenParagraph>& paragraphs);

}  // namespace banxin
