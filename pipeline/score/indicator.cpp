#include "pipeline/score/indicator.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/base/nearest.hpp"
#include "pipeline/score/comparison_key.hpp"

namespace banxin {
namespace {

constexpr auto kMethods = std::to_array<std::pair<std::string_view, ScoringMethod>>({
    {"完成率", ScoringMethod::completion},
    {"正向", ScoringMethod::positive},
    {"反向", ScoringMethod::inverse},
    {"定性", ScoringMethod::qualitative},
    {"给定", ScoringMethod::given},
    {"小计", ScoringMethod::subtotal},
});

/// Where the fields of an indicator are found. The last three need not be there.
struct Columns {
    std::optional<std::size_t> first, second, third, target, actual, weight, method;
    std::optional<std::size_t> score, parent, reason;

    [[nodiscard]] bool complete() const {
        return first && second && third && target && actual && weight && method;
    }
};

Columns find_columns(const SheetTable& table, Diagnostics& diagnostics) {
    return {.first = table.column("一级指标", diagnostics),
            .second = table.column("二级指标", diagnostics),
            .third = table.column("三级指标", diagnostics),
            .target = table.column("年度指标值", diagnostics),
            .actual = table.column("实际完成值", diagnostics),
            .weight = table.column("分值", diagnostics),
            .method = table.column("计分方法", diagnostics),
            .score = table.column_if_any("得分", diagnostics),
            .parent = table.column_if_any("归属", diagnostics),
            .reason = table.column_if_any("未完成原因分析", diagnostics)};
}

class IndicatorReader {
  public:
    IndicatorReader(const SheetTable& table, const Columns& columns, Diagnostics& diagnostics)
        : table_{table}, columns_{columns}, diagnostics_{diagnostics} {}

    std::vector<Indicator> read() {
        std::vector<Indicator> indicators;
        for (const std::size_t row : table_.rows()) {
            const std::size_t before = diagnostics_.size();
            Indicator indicator = read_row(row);
            if (diagnostics_.size() == before) indicators.push_back(std::move(indicator));
        }
        return indicators;
    }

  private:
    Indicator read_row(std::size_t row) {
        Indicator indicator{.first = entry(row, columns_.first),
                            .second = entry(row, columns_.second),
                            .third = entry(row, columns_.third),
                            .target = entry(row, columns_.target),
                            .actual = entry(row, columns_.actual),
                            .weight = entry(row, columns_.weight),
                            .score = entry(row, columns_.score),
                            .parent = entry(row, columns_.parent),
                            .reason = entry(row, columns_.reason)};
        inherit_labels(indicator);
        require(indicator.first, "一级指标");
        require(indicator.second, "二级指标");
        require(indicator.third, "三级指标");
        read_method(row, indicator);
        indicator.typed_weight =
            table_.number(row, *columns_.weight, Code::number_expected, diagnostics_);
        const bool weight_is_summed = indicator.method == ScoringMethod::subtotal;
        if (indicator.weight.text.empty() && !weight_is_summed) {
            diagnostics_.push_back(
                {Code::number_expected, indicator.weight.place, {{"value", ""}, {"example", "5"}}});
        }
        if (columns_.score) {
            indicator.typed_score =
                table_.number(row, *columns_.score, Code::score_not_a_number, diagnostics_);
        }
        return indicator;
    }

    Entry entry(std::size_t row, std::optional<std::size_t> column) {
        if (!column) return {};
        return {table_.text(row, *column, diagnostics_), table_.place(row, *column)};
    }

    /// Merged cells have their text in the first row only.
    void inherit_labels(Indicator& indicator) {
        if (!indicator.first.text.empty()) {
            first_ = indicator.first.text;
            second_ = {};
        }
        if (!indicator.second.text.empty()) second_ = indicator.second.text;
        indicator.first.text = first_;
        indicator.second.text = second_;
    }

    void require(const Entry& entry, std::string_view column) {
        if (!entry.text.empty()) return;
        diagnostics_.push_back(
            {Code::indicator_name_missing, entry.place, {{"column", std::string{column}}}});
    }

    void read_method(std::size_t row, Indicator& indicator) {
        const Text typed = table_.text(row, *columns_.method, diagnostics_);
        const std::string key = comparison_key(typed.utf8());
        const auto found = std::find_if(kMethods.begin(), kMethods.end(),
                                        [&](const auto& one) { return one.first == key; });
        if (found != kMethods.end()) {
            indicator.method = found->second;
            return;
        }
        std::vector<std::string> known;
        for (const auto& [name, method] : kMethods) known.emplace_back(name);
        diagnostics_.push_back(
            {Code::indicator_method_unknown,
             table_.place(row, *columns_.method),
             {{"method", typed.utf8()}, {"known", nearest_first(typed.utf8(), std::move(known))}}});
    }

    const SheetTable& table_;
    const Columns& columns_;
    Diagnostics& diagnostics_;
    Text first_;
    Text second_;
};

}  // namespace

Outcome<IndicatorSheet> read_indicators(const SheetTable& table) {
    Outcome<IndicatorSheet> outcome;
    const Columns columns = find_columns(table, outcome.diagnostics);
    if (!columns.complete()) return outcome;
    outcome.value.weight_head = table.place_of_head(*columns.weight);
    outcome.value.indicators = IndicatorReader{table, columns, outcome.diagnostics}.read();
    outcome.value.complete = outcome.ok();
    return outcome;
}

}  // namespace banxin
