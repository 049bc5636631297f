// Indicators + the form's rounding → the points of each. Every score is rounded once.
#pragma once

#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/indicator.hpp"

namespace banxin {

/// The points of one indicator, as printed.
struct IndicatorScore {
    Decimal weight;
    Decimal score;  ///< without zeros at its end
    Origin place;   ///< the cell 得分 where it was typed, else the cell 分值
};

/// Scores the indicators of `sheet`, one result each, in their order. Sums are only checked when
/// the sheet is complete.
///
/// Errors, at the cells: `indicator-value-invalid`, `unit-mismatch`, `band-mismatch`,
/// `manual-score-needed`, `score-missing`, `score-above-weight`, `score-contradicts-rule`,
/// `subtotal-unknown`, `subtotal-empty`, `weights-do-not-add-up` (a typed weight of a 小计).
/// Warning: `reason-missing`.
[[nodiscard]] Outcome<std::vector<IndicatorScore>> score_indicators(const FormJob& job,
                                                                    const IndicatorSheet& sheet);

}  // namespace banxin
