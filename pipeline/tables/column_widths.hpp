// Column kinds + the cells' natural widths → column edges. Sets no text and knows no heights
// but estimated ones.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Left edge of every column and right edge of the last, which is `width` to the unit.
///
/// Fixed columns get what they ask for, columns by content what their longest line needs, and
/// relative ones the rest by weight. Columns by content that do not fit are narrowed, never
/// below their widest unbreakable piece or one Han, to where the table is estimated to be
/// lowest; what they leave over is shared in proportion to their widths.
///
/// Warning: `table-too-wide` when even the least widths do not fit; all columns then shrink
/// in proportion.
[[nodiscard]] Outcome<std::vector<Length>> solve_column_edges(const ShapedTable& table,
                                                              Length width, const LineRules& rules);

}  // namespace banxin
