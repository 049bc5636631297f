#include "pipeline/score/execution_rate.hpp"

#include <algorithm>
#include <array>

#include "pipeline/score/exact_sum.hpp"

namespace banxin {
namespace {

constexpr std::string_view kNoValue = "—";

/// The three columns of amounts, in the order of the form.
enum Amount : std::size_t { kInitialBudget, kBudget, kSpent, kAmounts };

struct Columns {
    std::size_t source = 0;
    std::array<std::size_t, kAmounts> amounts{};
    std::optional<std::size_t> score;
};

class ExecutionScorer {
  public:
    ExecutionScorer(const FormJob& job, const SheetTable& table, Outcome<ExecutionRate>& outcome)
        : job_{job}, table_{table}, result_{outcome.value}, diagnostics_{outcome.diagnostics} {}

    void run() {
        result_.table.columns = {"资金来源", "年初预算数", "全年预算数", "全年执行数",
                                 "分值",     "执行率",     "得分"};
        const std::vector<std::size_t> rows = table_.rows();
        if (!find_columns() || rows.empty()) return;
        for (const std::size_t row : rows) read_amounts(row);
        check_sums(rows);
        score_total(rows.front());
        for (const std::size_t row : rows) add_row(row);
    }

  private:
    bool find_columns() {
        const auto source = table_.column("资金来源", diagnostics_);
        const auto initial = table_.column("年初预算数", diagnostics_);
        const auto budget = table_.column("全年预算数", diagnostics_);
        const auto spent = table_.column("全年执行数", diagnostics_);
        columns_.score = table_.column_if_any("得分", diagnostics_);
        if (!source || !initial || !budget || !spent) return false;
        columns_.source = *source;
        columns_.amounts = {*initial, *budget, *spent};
        return true;
    }

    void read_amounts(std::size_t row) {
        std::array<std::optional<Decimal>, kAmounts> amounts;
        for (std::size_t k = 0; k < kAmounts; ++k) {
            amounts[k] =
                table_.number(row, columns_.amounts[k], Code::number_expected, diagnostics_);
        }
        amounts_.push_back(std::move(amounts));
    }

    /// An empty amount of a part counts as 0; a total that is not given is not checked.
    void check_sums(const std::vector<std::size_t>& rows) {
        if (rows.size() < 2 || has_errors(diagnostics_)) return;
        for (std::size_t k = 0; k < kAmounts; ++k) {
            const auto& total = amounts_.front()[k];
            if (!total) continue;
            ExactSum sum;
            for (std::size_t part = 1; part < rows.size(); ++part) {
                sum += amounts_[part][k].value_or(Decimal{});
            }
            if (sum.total() == *total) continue;
            diagnostics_.push_back(
                {Code::parts_do_not_add_up,
                 table_.place(rows.front(), columns_.amounts[k]),
                 {{"sum", sum.total().to_string()}, {"total", total->to_string()}}});
        }
    }

    void score_total(std::size_t row) {
        const auto& budget = needed(row, kBudget);
        const auto& spent = needed(row, kSpent);
        const Origin place = table_.place(row, columns_.amounts[kSpent]);
        std::optional<Decimal> typed;
        if (columns_.score) {
            typed = table_.number(row, *columns_.score, Code::score_not_a_number, diagnostics_);
        }
        result_.rate = Text{std::string{kNoValue}, place};
        if (!budget || !spent) return;
        if (budget->value() <= 0) {
            take_typed_score(row, typed);
            return;
        }
        const Rational exact = spent->value() / budget->value();
        const Decimal percent = Decimal::rounded(exact * 100, job_.rate_decimals, job_.rounding);
        result_.rate = Text{percent.to_string() + "%", place};
        const Rational rate = job_.score_from_printed_rate ? percent.value() / 100 : exact;
        const Rational share = std::clamp(rate, Rational{0}, Rational{1});
        result_.score =
            Decimal::rounded(share * job_.execution_weight.value(), job_.decimals, job_.rounding)
                .trimmed();
        score_place_ = place;
        if (typed && *typed != result_.score) {
            diagnostics_.push_back(
                {Code::score_contradicts_rule,
                 table_.place(row, *columns_.score),
                 {{"typed", typed->to_string()}, {"computed", result_.score.to_string()}}});
        }
    }

    void take_typed_score(std::size_t row, const std::optional<Decimal>& typed) {
        if (!typed) {
            diagnostics_.push_back(
                {Code::manual_score_needed, table_.place(row, columns_.amounts[kBudget]), {}});
            return;
        }
        score_place_ = table_.place(row, *columns_.score);
        result_.score = typed->trimmed();
        if (typed->value() < 0 || *typed > job_.execution_weight) {
            diagnostics_.push_back(
                {Code::score_above_weight,
                 score_place_,
                 {{"score", typed->to_string()}, {"weight", job_.execution_weight.to_string()}}});
        }
    }

    const std::optional<Decimal>& needed(std::size_t row, Amount amount) {
        const auto& value = amounts_.front()[amount];
        const std::size_t column = columns_.amounts[amount];
        if (!value && table_.cell(row, column).kind == CellKind::empty) {
            diagnostics_.push_back({Code::number_expected,
                                    table_.place(row, column),
                                    {{"value", ""}, {"example", number_like("")}}});
        }
        return value;
    }

    void add_row(std::size_t row) {
        std::vector<Text> texts = {table_.cell(row, columns_.source).text};
        for (const std::size_t column : columns_.amounts) {
            texts.push_back(table_.cell(row, column).text);
        }
        if (result_.table.rows.empty()) {
            texts.emplace_back(job_.execution_weight.to_string(), score_place_);
            texts.push_back(result_.rate);
            texts.emplace_back(result_.score.to_string(), score_place_);
        } else {
            texts.resize(texts.size() + 3,
                         Text{std::string{kNoValue}, table_.place(row, columns_.source)});
        }
        result_.table.rows.push_back(std::move(texts));
    }

    const FormJob& job_;
    const SheetTable& table_;
    ExecutionRate& result_;
    Diagnostics& diagnostics_;
    Columns columns_;
    std::vector<std::array<std::optional<Decimal>, kAmounts>> amounts_;
    Origin score_place_;
};

}  // namespace

Outcome<ExecutionRate> score_execution(const FormJob& job, const SheetTable& table) {
    Outcome<ExecutionRate> outcome;
    ExecutionScorer{job, table, outcome}.run();
    return outcome;
}

}  // namespace banxin
