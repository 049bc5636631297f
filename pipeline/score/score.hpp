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
/// A file that is not in `workbooks`, or has no sheet, was reported before and is passed over.
///
/// Errors, each at its cell or at the words of the job: see the groups `score` of
/// diagnostic_codes.inc, and rank_units.hpp, execution_rate.hpp and indicator_scores.hpp.
[[nodiscard]] Outcome<Scorecard> score(const Job& job, const Workbooks& workbooks);

}  // namespace banxin
