// Stage score: the job's sheets and rules → Scorecard. All arithmetic on scores is here.
#pragma once

#include <map>
#include <string>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/read/workbook.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// The workbooks that a job names, by the file name in the job.
using Workbooks = std::map<std::string, Workbook>;

/// Ranks, grades and computes. Bad rows are reported and left out; the rest is done all the same.
///
/// Errors, each at its cell: `sheet-missing`, `column-missing`, `score-not-a-number`,
/// `name-missing`, `name-duplicate`, `quota-too-large`, `grade-unknown`, `weights-do-not-add-up`,
/// `score-above-weight`, `indicator-method-unknown`, `indicator-value-invalid`, `formula-error` …
[[nodiscard]] Outcome<Scorecard> score(const Job& job, const Workbooks& workbooks);

}  // namespace banxin
