// The money sheet of a form → its table and the score of the execution rate.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {

struct ExecutionRate {
    DataTable table;  ///< 资金来源 年初预算数 全年预算数 全年执行数 分值 执行率 得分
    Text rate;      ///< `79%`, or — where the budget is 0
    Decimal score;  ///< out of FormJob::execution_weight, without zeros at its end
};

/// The first row is the total, the rows below are its parts. 执行率 is 全年执行数 ÷ 全年预算数
/// (the budget as adjusted, not 年初预算数), and the score is at most the full weight. A budget of
/// 0 has no rate: then the score is typed in a column 得分 of the first row.
///
/// Errors: `column-missing`, `cell-error`, `number-expected`, `parts-do-not-add-up`,
/// `manual-score-needed`, `score-contradicts-rule`, `score-above-weight`.
[[nodiscard]] Outcome<ExecutionRate> score_execution(const FormJob& job, const SheetTable& table);

}  // namespace banxin
