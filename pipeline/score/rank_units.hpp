// One score sheet + its rules → places and grades.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {

/// Ranks by published score, falling; equal scores by the tie-break columns, falling; what is
/// equal then shares a place and stays in the order of the sheet. Groups without units are left
/// out.
///
/// Nobody is graded by chance: a quota that ends between two equal units is an error.
///
/// Errors: `column-missing`, `cell-error`, `name-missing`, `name-duplicate`, `score-missing`,
/// `score-not-a-number` at cells; `quota-too-large`, `quota-tie`, `units-without-grade`,
/// `grade-unknown` about the grades.
[[nodiscard]] Outcome<Ranking> rank_units(const RankingJob& job, const SheetTable& table);

/// Puts `ranking` under the names that texts have for it: with the key `市直` and a grade 优秀
/// 市直_总数, 市直_最高分, 市直_最低分, 市直_优秀_名数, 市直_优秀_名单.
void name_values(const RankingJob& job, const Ranking& ranking,
                 std::map<std::string, NamedValue>& values);

}  // namespace banxin
