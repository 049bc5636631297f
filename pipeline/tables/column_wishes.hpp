// What the columns of a section ask for, before anything is shared out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/layout/line_rules.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/narrow_columns.hpp"

namespace banxin {

/// The cells of a section; those of a table are in the order of their rows.
[[nodiscard]] std::span<const ShapedCell> cells_of(const ShapedTable& table,
                                                   const TableSection& section);

struct ColumnWishes {
    static constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

    std::vector<ColumnGroup> groups;      ///< Columns by content, then all relative ones as one.
    std::vector<std::uint32_t> group_of;  ///< One a column; kNoGroup for fixed ones.
    SampleRows rows;
    Length fixed;                  ///< Of all fixed columns together.
    std::int64_t shares = 0;       ///< Of all relative columns together.
    std::uint32_t by_content = 0;  ///< Columns by content.
    Length one_han_each;  ///< What the relative columns need together so that each holds one Han.

    [[nodiscard]] Length least() const;
    [[nodiscard]] Length preferred() const;
};

/// Texts are looked at only where there are columns by content. `width` is the table's.
[[nodiscard]] ColumnWishes collect_wishes(const ShapedTable& table, const TableSection& section,
                                          Length width, const LineRules& rules);

}  // namespace banxin
