// Columns that cannot all have their preferred widths → the widths at which the table is
// estimated to be lowest. Knows nothing of fixed or relative columns, nor of spans.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"

namespace banxin {

/// Columns that must be equally wide, or a single one. All widths with padding.
struct ColumnGroup {
    std::uint32_t columns = 0;
    Length least;
    Length preferred;
    Length em;     ///< Of its text: a line of Han holds whole ems.
    Length width;  ///< Of each of its columns: what is being solved.
};

/// A cell of one column and one row.
struct SampleCell {
    std::uint32_t group = 0;
    Length leading;
    std::vector<Length> segments;  ///< As in ContentWidth.
};
using SampleRow = std::vector<SampleCell>;

/// Sets every group's `width` between its least and its preferred one. Together the columns
/// take `room` but for less than one EMU a column; `padding` is that of one column, left and
/// right. Requires the least widths to fit and the preferred ones not to.
void narrow_columns(std::vector<ColumnGroup>& groups, const std::vector<SampleRow>& rows,
                    Length room, Length padding);

}  // namespace banxin
