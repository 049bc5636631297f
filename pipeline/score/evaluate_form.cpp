#include "pipeline/score/evaluate_form.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/score/comparison_key.hpp"
#include "pipeline/score/exact_sum.hpp"
#include "pipeline/score/execution_rate.hpp"
#include "pipeline/score/indicator.hpp"
#include "pipeline/score/indicator_scores.hpp"

namespace banxin {
namespace {

/// A first-level indicator: 产出指标.
struct FirstLevel {
    std::string key;
    Entry name;  ///< Where it comes first.
    ExactSum weight;
    ExactSum score;
};

class FormEvaluator {
  public:
    FormEvaluator(const FormJob& job, LayoutData& data, Diagnostics& diagnostics)
        : job_{job}, data_{data}, diagnostics_{diagnostics} {}

    void run(const SheetTable& money, const SheetTable& indicators) {
        Outcome<ExecutionRate> execution = score_execution(job_, money);
        append(diagnostics_, std::move(execution.diagnostics));
        execution_ = std::move(execution.value);
        Outcome<IndicatorSheet> sheet = read_indicators(indicators);
        append(diagnostics_, std::move(sheet.diagnostics));
        sheet_ = std::move(sheet.value);
        Outcome<std::vector<IndicatorScore>> scores = score_indicators(job_, sheet_);
        append(diagnostics_, std::move(scores.diagnostics));
        scores_ = std::move(scores.value);

        add_up_first_levels();
        if (sheet_.complete) check_weights();
        name_values();
        data_.tables["资金"] = execution_.table;
        data_.tables["指标"] = indicator_table();
    }

  private:
    /// Sub-totals repeat what their parts count.
    void add_up_first_levels() {
        for (std::size_t k = 0; k < scores_.size(); ++k) {
            const Indicator& indicator = sheet_.indicators[k];
            FirstLevel& level = first_level(indicator.first);
            if (indicator.method == ScoringMethod::subtotal) continue;
            level.weight += scores_[k].weight;
            level.score += scores_[k].score;
        }
    }

    FirstLevel& first_level(const Entry& name) {
        const std::string key = comparison_key(name.text.utf8());
        const auto found = std::find_if(levels_.begin(), levels_.end(),
                                        [&](const FirstLevel& level) { return level.key == key; });
        if (found != levels_.end()) return *found;
        levels_.push_back({key, name, {}, {}});
        return levels_.back();
    }

    void check_weights() {
        bool levels_agree = true;
        for (const auto& [name, expected] : job_.weights) {
            const std::string key = comparison_key(name.utf8());
            const auto level = std::find_if(levels_.begin(), levels_.end(),
                                            [&](const FirstLevel& one) { return one.key == key; });
            const bool found = level != levels_.end();
            const Decimal sum = found ? level->weight.total() : Decimal{};
            if (sum == expected) continue;
            levels_agree = false;
            complain_of_sum(found ? level->name.place : name.origin(), name.utf8(), sum, expected);
        }
        const Decimal all_expected{100, 0};  // 财预〔2020〕10号
        ExactSum all;
        all += job_.execution_weight;
        for (const FirstLevel& level : levels_) all += level.weight.total();
        if (levels_agree && all.total() != all_expected) {
            complain_of_sum(sheet_.weight_head, "总分", all.total(), all_expected);
        }
    }

    void complain_of_sum(Origin place, const std::string& name, const Decimal& sum,
                         const Decimal& expected) {
        diagnostics_.push_back(
            {Code::weights_do_not_add_up,
             place,
             {{"name", name}, {"sum", sum.to_string()}, {"expected", expected.to_string()}}});
    }

    void name_values() {
        ExactSum weight;
        ExactSum score;
        weight += job_.execution_weight;
        score += execution_.score;
        auto& values = data_.values;
        for (const FirstLevel& level : levels_) {
            values[level.key + "_分值"] = level.weight.total();
            values[level.key + "_得分"] = level.score.total();
            weight += level.weight.total();
            score += level.score.total();
        }
        values["执行率"] = execution_.rate;
        values["执行得分"] = execution_.score;
        values["总分_分值"] = weight.total();
        values["总分_得分"] = score.total();
        values["结论"] = conclusion(score.total());
    }

    Text conclusion(const Decimal& total) {
        for (const GradeRule& rule : job_.grades) {
            const bool reached = rule.kind != GradeRule::Kind::threshold || total >= rule.threshold;
            if (reached) return rule.name;
        }
        const bool final = sheet_.complete && !has_errors(diagnostics_) && !job_.grades.empty();
        if (final) {
            diagnostics_.push_back({Code::total_without_grade,
                                    job_.grades.back().name.origin(),
                                    {{"total", total.to_string()}}});
        }
        return {};
    }

    DataTable indicator_table() {
        DataTable table{{"一级指标", "一级分值", "二级指标", "三级指标", "年度指标值", "实际完成值",
                         "分值", "得分", "未完成原因分析"},
                        {}};
        for (std::size_t k = 0; k < scores_.size(); ++k) {
            const Indicator& indicator = sheet_.indicators[k];
            const IndicatorScore& score = scores_[k];
            const Decimal level_weight = first_level(indicator.first).weight.total();
            const Text weight = indicator.weight.text.empty()
                                    ? Text{score.weight.to_string(), indicator.weight.place}
                                    : indicator.weight.text;
            table.rows.push_back(
                {indicator.first.text, Text{level_weight.to_string(), indicator.first.place},
                 indicator.second.text, indicator.third.text, indicator.target.text,
                 indicator.actual.text, weight, Text{score.score.to_string(), score.place},
                 indicator.reason.text});
        }
        return table;
    }

    const FormJob& job_;
    LayoutData& data_;
    Diagnostics& diagnostics_;
    ExecutionRate execution_;
    IndicatorSheet sheet_;
    std::vector<IndicatorScore> scores_;
    std::vector<FirstLevel> levels_;
};

}  // namespace

Diagnostics evaluate_form(const FormJob& job, const SheetTable& money, const SheetTable& indicators,
                          LayoutData& data) {
    Diagnostics diagnostics;
    FormEvaluator{job, data, diagnostics}.run(money, indicators);
    return diagnostics;
}

}  // namespace banxin
