// Ranking + RankingLayout + what the job sets itself → the cells of a ranking table.
//
// Places and grades are taken as they are; nothing is ranked here.
#pragma once

#include <string>

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// Sets each group of `ranking` in side-by-side panels below a bar with its name.
///
/// `layout` must have a `ranking`. Styles are named as `table_style` says.
[[nodiscard]] Table ranking_table(const Ranking& ranking, const RankingTableJob& wishes,
                                  const Layout& layout, Diagnostics& diagnostics);

}  // namespace banxin
