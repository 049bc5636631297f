// Everything the inputs' numbers mean: places, grades, form scores, and the names by which
// texts can speak of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/decimal.hpp"
#include "pipeline/base/text.hpp"

namespace banxin {

/// One unit in a graded group.
struct RankedUnit {
    unsigned place = 0;  ///< From 1, numbered anew in each group; equal for ties.
    Text name;
    Text score;               ///< As published, with the origin of its cell.
    Decimal value;            ///< The published number.
    std::vector<Text> shown;  ///< The further columns, in the job's order.
};

struct RankedGroup {
    Text name;                      ///< The grade: 优秀
    std::vector<RankedUnit> units;  ///< Best first.
};

/// One score sheet, ranked and graded. Groups without units are left out.
struct Ranking {
    std::string key;
    Text name_head;  ///< Column heads as the sheet writes them.
    Text score_head;
    std::vector<Text> shown_heads;
    std::vector<RankedGroup> groups;
};

/// What a name in a text stands for: a count, a decimal as published, or words.
using NamedValue = std::variant<std::int64_t, Decimal, Text>;

/// Neighbouring rows of a DataTable that belong together.
struct DataGroup {
    std::size_t begin = 0;  ///< Half-open range of rows.
    std::size_t end = 0;
    std::map<std::string, NamedValue> totals;  ///< `分值_小计`
};

/// A table of finished texts that a form layout repeats rows over. Columns are found by name.
struct DataTable {
    std::vector<std::string> columns;
    std::vector<std::vector<Text>> rows;  ///< Each as long as `columns`.
    std::vector<DataGroup> groups = {};   ///< They tile the rows; none when the job names no group.
};

/// What the places of one layout are filled from.
struct LayoutData {
    std::map<std::string, DataTable> tables;   ///< `资金` and `指标` of a self-evaluation form.
    std::map<std::string, NamedValue> values;  ///< `市直_优秀_名数`, `总分_得分` …
};

/// The data of the document's own layout, and what else was computed.
struct Scorecard : LayoutData {
    std::vector<Ranking> rankings;             ///< One an annex, in the job's order; empty of
                                               ///< annexes that are not rankings.
    std::map<std::string, LayoutData> insets;  ///< By the names of insets and the keys of annexes.
};

}  // namespace banxin
