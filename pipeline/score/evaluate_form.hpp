// A self-evaluation form: its two sheets and its rules → tables of texts, totals, conclusion.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {

/// Adds to `scorecard` the tables `资金` and `指标`, and the names 执行率, 执行得分, 总分_分值,
/// 总分_得分, 结论, and for each first-level indicator X, X_分值 and X_得分.
///
/// Errors: those of both sheets, `weights-do-not-add-up` (a first-level indicator against the
/// job's weights; everything against 100), `units-without-grade` (a total below all grades).
[[nodiscard]] Diagnostics evaluate_form(const FormJob& job, const SheetTable& money,
                                        const SheetTable& indicators, LayoutData& data);

}  // namespace banxin
