// The rows of an indicator sheet as what they are. Reads, but does not score.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {

/// 计分方法: how an indicator gets its points. A is 年度指标值, B is 实际完成值, w is 分值.
enum class ScoringMethod : std::uint8_t {
    completion,   ///< 完成率: w × min(1, B), B a percentage, 完成 or 未完成
    positive,     ///< 正向: w × min(1, B ÷ A)
    inverse,      ///< 反向: w where B ≤ A, else w × A ÷ B
    qualitative,  ///< 定性: w × the percentage, which must lie in the band that B names
    given,        ///< 给定: as typed in the column 得分
    subtotal,     ///< 小计: the sums of the rows whose 归属 names this one
};

/// A column's text in one row, and where it stands even when it is empty.
struct Entry {
    Text text;
    Origin place;
};

/// One row of the sheet, a third-level indicator.
struct Indicator {
    Entry first;   ///< 一级指标; an empty cell means “as above”.
    Entry second;  ///< 二级指标; likewise, within one first-level indicator
    Entry third;   ///< 三级指标
    Entry target;  ///< 年度指标值, A
    Entry actual;  ///< 实际完成值, B
    Entry weight;  ///< 分值
    Entry score;   ///< 得分, empty where the sheet has no such column
    Entry parent;  ///< 归属: the 小计 that this row counts for
    Entry reason;  ///< 未完成原因分析
    ScoringMethod method = ScoringMethod::given;
    std::optional<Decimal> typed_weight = {};
    std::optional<Decimal> typed_score = {};
};

struct IndicatorSheet {
    std::vector<Indicator> indicators;
    bool complete = false;  ///< No row was left out, so that sums mean something.
    Origin weight_head;     ///< The head 分值: where sums over the whole sheet are reported.
};

/// Reads the sheet. A row with a mistake is left out.
///
/// Errors: `column-missing`, `column-duplicate`, `cell-error`, `number-expected`,
/// `score-not-a-number`, `indicator-name-missing`, `indicator-method-unknown`.
[[nodiscard]] Outcome<IndicatorSheet> read_indicators(const SheetTable& table);

}  // namespace banxin
