// Columns that cannot all have their preferred widths → the widths at which the table is
// estimated to be lowest. Knows neither sections nor pages.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/tables/content_width.hpp"

namespace banxin {

/// Columns that must be equally wide, or a single one, or all shares of a section together. All
/// widths with padding.
struct ColumnGroup {
    std::uint32_t columns = 0;
    Length least;
    Length preferred;
    Length em;     ///< Of its text: a line of Han holds whole ems.
    Length width;  ///< Of each of its columns: what is being solved.
};

/// What a cell has of a group's width.
struct ColumnPart {
    std::uint32_t group = 0;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};

/// A cell that says how high its rows have to be.
struct SampleCell {
    std::uint32_t row = 0;
    std::uint32_t row_span = 1;
    Length between;                 ///< The padding between its rows, which its lines use too.
    std::vector<ColumnPart> parts;  ///< One a column whose width is not known yet.
    Length fixed;                   ///< Of its other columns, less its padding.
    Length em;
    Length leading;
    std::vector<ContentSegment> segments;
};

struct SampleRows {
    std::uint32_t count = 0;
    std::vector<SampleCell> cells;  ///< Those of one row first.
};

/// Sets every group's `width` between its least and its preferred one. Together the columns
/// take `room` but for less than one EMU a column; `padding` is that of one column, left and
/// right. Requires the least widths to fit and the preferred ones not to.
///
/// Tries all widths of whole ems where they are few. Elsewhere it begins with two likely ones and
/// exchanges width between two columns at a time as long as that lowers the table.
void narrow_columns(std::vector<ColumnGroup>& groups, const SampleRows& rows, Length room,
                    Length padding);

}  // namespace banxin
