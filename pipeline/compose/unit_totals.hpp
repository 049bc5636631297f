// A finished paragraph + the tables → complaints about numbers of units that its author wrote by
// hand: 列入考核的部门共39个.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/wording.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// Compares how many units a paragraph says were assessed with the rankings of the annexes it
/// mentions, or with the only one there is. Any of them may be meant, or all together.
///
/// Warnings: `units-contradict-table`, with the first row of each table it may mean. A number
/// that may count anything else is not asked.
[[nodiscard]] Diagnostics check_unit_totals(const FilledText& paragraph, const Job& job,
                                            const Scorecard& scorecard);

}  // namespace banxin
