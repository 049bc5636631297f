// Column kinds + the cells' natural widths → column edges. Sets no text and knows no heights
// but estimated ones.
#pragma once

#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Left edge of every column of `section` and right edge of the last, which is `width` to the unit.
///
/// Fixed columns get what they ask for, columns by content what their longest line needs, and
/// relative ones the rest by weight. Where that would leave relative columns less than their
/// longest lines need, or columns by content do not fit, the columns by content are narrowed to
/// where the section is estimated to be lowest, but none, nor a relative column beside them, below
/// its widest unbreakable piece or one Han. Without relative columns, what the others leave over
/// is shared in proportion to the widths of those by content. Fixed columns alone are stretched.
///
/// Warning: `table-too-wide` when the least widths do not fit even if relative columns hold one Han
/// only; all columns then shrink in proportion.
[[nodiscard]] Outcome<std::vector<Length>> solve_column_edges(const ShapedTable& table,
                                                              const TableSection& section,
                                                              Length width, const LineRules& rules);

}  // namespace banxin
