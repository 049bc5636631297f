// Small tables for every way in which cells and the end of a page can meet.
#pragma once

#include <string>
#include <vector>

#include "pipeline/tables/place_table.hpp"
#include "table_builder.hpp"

namespace banxin {

struct TableCase {
    std::string name;
    ShapedTable table;
    Length width;
    TableRoom room;
};

/// Labels that cross a page, and cells over several rows before, at and after a break.
[[nodiscard]] std::vector<TableCase> span_cases();

/// Heads that come again, bars, kept rows.
[[nodiscard]] std::vector<TableCase> head_cases();

/// Rows that are divided, rows that are not, minimum heights, pages that are too small.
[[nodiscard]] std::vector<TableCase> row_cases();

}  // namespace banxin
