// A sheet → the rows that a layout repeats a pattern over, as its author wrote them.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {

/// All columns that have a head, each under `column_name(head)`, and all rows with content.
///
/// Totals are exact. Those of groups are in the groups, those of all rows go to `totals`, under the
/// column's name. A cell without a digit has nothing to add: 空 and — are written there.
///
/// Errors: `cell-error`, `column-missing`, `column-duplicate`, `number-expected`.
[[nodiscard]] Outcome<DataTable> data_table(const TableJob& job, const SheetTable& sheet,
                                            std::map<std::string, NamedValue>& totals);

/// What a column is called in a layout: its head without signs and blanks, which a `{name}`
/// cannot have. 年度指标值（A） is 年度指标值A.
[[nodiscard]] std::string column_name(std::string_view head);

}  // namespace banxin
