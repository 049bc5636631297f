// Labels that may run across or down → as their columns' widths have it.
#pragma once

#include <optional>

#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/table_columns.hpp"

namespace banxin {

/// The table with every label of ShapedTable::turned running down that has a line of more than one
/// character and a column in which fewer than two of them fit beside each other: across, each
/// character would be a line by itself. Nothing where no label turns.
[[nodiscard]] std::optional<ShapedTable> with_labels_turned(const ShapedTable& table,
                                                            const TableColumns& columns);

}  // namespace banxin
