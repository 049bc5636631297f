#include "pipeline/score/indicator_scores.hpp"

#include <algorithm>
#include <map>

#include "pipeline/score/comparison_key.hpp"
#include "pipeline/score/exact_sum.hpp"
#include "pipeline/score/indicator_value.hpp"

namespace banxin {
namespace {

/// The share of its weight that an indicator earns, by its method; nothing after a complaint.
class ShareFinder {
  public:
    explicit ShareFinder(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

    std::optional<Rational> share(const Indicator& indicator) {
        switch (indicator.method) {
            case ScoringMethod::completion:
                return completion(indicator);
            case ScoringMethod::positive:
            case ScoringMethod::inverse:
                return ratio(indicator);
            case ScoringMethod::qualitative:
                return qualitative(indicator);
            case ScoringMethod::given:
            case ScoringMethod::subtotal:
                break;
        }
        return std::nullopt;
    }

  private:
    std::optional<Rational> completion(const Indicator& indicator) {
        const auto share = parse_completion(indicator.actual.text.utf8());
        if (!share) return invalid(indicator.actual, "100%");
        return std::clamp(*share, Rational{0}, Rational{1});
    }

    std::optional<Rational> qualitative(const Indicator& indicator) {
        const auto value = parse_qualitative(indicator.actual.text.utf8());
        if (!value) return invalid(indicator.actual, "达成 95%");
        if (!matches_band(*value)) {
            return complain(Code::band_mismatch, indicator.actual,
                            {{"value", indicator.actual.text.utf8()},
                             {"from", std::to_string(value->band.from)},
                             {"to", std::to_string(value->band.to)}});
        }
        return value->share;
    }

    std::optional<Rational> ratio(const Indicator& indicator) {
        const bool rising = indicator.method == ScoringMethod::positive;
        const auto target = parse_quantity(indicator.target.text.utf8());
        const auto actual = parse_quantity(indicator.actual.text.utf8());
        if (!target) return invalid(indicator.target, rising ? "≥13家" : "≤5天");
        if (!actual) return invalid(indicator.actual, rising ? "14家" : "4天");
        const bool comparable =
            target->unit.empty() || actual->unit.empty() || target->unit == actual->unit;
        if (!comparable) {
            return complain(Code::unit_mismatch, indicator.actual,
                            {{"target", indicator.target.text.utf8()},
                             {"actual", indicator.actual.text.utf8()}});
        }
        const Rational wanted = target->number.value();
        const Rational reached = actual->number.value();
        if (!rising && reached <= wanted) return Rational{1};
        if (wanted <= 0) return complain(Code::manual_score_needed, indicator.target, {});
        // Here an inverse indicator has reached > wanted > 0.
        return std::clamp(rising ? Rational{reached / wanted} : Rational{wanted / reached},
                          Rational{0}, Rational{1});
    }

    std::nullopt_t invalid(const Entry& entry, std::string_view example) {
        return complain(Code::indicator_value_invalid, entry,
                        {{"value", entry.text.utf8()}, {"example", std::string{example}}});
    }

    std::nullopt_t complain(Code code, const Entry& entry, std::vector<Argument> arguments) {
        diagnostics_.push_back({code, entry.place, std::move(arguments)});
        return std::nullopt;
    }

    Diagnostics& diagnostics_;
};

class IndicatorScorer {
  public:
    IndicatorScorer(const FormJob& job, const IndicatorSheet& sheet,
                    Outcome<std::vector<IndicatorScore>>& outcome)
        : job_{job},
          indicators_{sheet.indicators},
          complete_{sheet.complete},
          scores_{outcome.value},
          diagnostics_{outcome.diagnostics} {}

    void run() {
        scores_.resize(indicators_.size());
        computed_.resize(indicators_.size());
        for (std::size_t k = 0; k < indicators_.size(); ++k) score_by_method(k);
        add_up_subtotals();
        for (std::size_t k = 0; k < indicators_.size(); ++k) check(k);
    }

  private:
    void score_by_method(std::size_t k) {
        const Indicator& indicator = indicators_[k];
        IndicatorScore& score = scores_[k];
        score.place = indicator.typed_score ? indicator.score.place : indicator.weight.place;
        score.weight = indicator.typed_weight.value_or(Decimal{});
        if (indicator.method == ScoringMethod::subtotal) return;
        if (indicator.method == ScoringMethod::given) {
            take_typed(indicator, score);
        } else if (const auto share = ShareFinder{diagnostics_}.share(indicator)) {
            score.score =
                Decimal::rounded(*share * score.weight.value(), job_.decimals, job_.rounding)
                    .trimmed();
            computed_[k] = true;
        }
    }

    void take_typed(const Indicator& indicator, IndicatorScore& score) {
        if (!indicator.typed_score) {
            const Entry& where =
                indicator.score.place == Origin{} ? indicator.weight : indicator.score;
            diagnostics_.push_back(
                {Code::score_missing, where.place, {{"name", indicator.third.text.utf8()}}});
            return;
        }
        score.score = indicator.typed_score->trimmed();
    }

    struct PartSums {
        ExactSum weight;
        ExactSum score;
    };

    /// Sums the rows that belong to each 小计.
    void add_up_subtotals() {
        std::map<std::string, std::size_t> subtotals;
        for (std::size_t k = 0; k < indicators_.size(); ++k) {
            if (indicators_[k].method != ScoringMethod::subtotal) continue;
            subtotals.emplace(comparison_key(indicators_[k].third.text.utf8()), k);
        }
        std::map<std::size_t, PartSums> sums;
        for (std::size_t k = 0; k < indicators_.size(); ++k) {
            const Indicator& part = indicators_[k];
            if (part.parent.text.empty()) continue;
            const auto found = subtotals.find(comparison_key(part.parent.text.utf8()));
            // Sub-totals of sub-totals are not a thing of these forms.
            const bool known = found != subtotals.end() && part.method != ScoringMethod::subtotal;
            if (known) {
                PartSums& sum = sums[found->second];
                sum.weight += scores_[k].weight;
                sum.score += scores_[k].score;
            } else if (complete_) {
                diagnostics_.push_back({Code::subtotal_unknown,
                                        part.parent.place,
                                        {{"name", part.parent.text.utf8()}}});
            }
        }
        for (const auto& [name, k] : subtotals) take_sums(k, sums);
    }

    void take_sums(std::size_t k, const std::map<std::size_t, PartSums>& sums) {
        const Indicator& indicator = indicators_[k];
        const auto found = sums.find(k);
        if (found != sums.end()) {
            scores_[k].weight = found->second.weight.total();
            scores_[k].score = found->second.score.total();
            computed_[k] = true;
        }
        if (!complete_) return;
        if (found == sums.end()) {
            diagnostics_.push_back({Code::subtotal_empty,
                                    indicator.third.place,
                                    {{"name", indicator.third.text.utf8()}}});
        } else if (indicator.typed_weight && *indicator.typed_weight != scores_[k].weight) {
            diagnostics_.push_back({Code::weights_do_not_add_up,
                                    indicator.weight.place,
                                    {{"name", indicator.third.text.utf8()},
                                     {"sum", scores_[k].weight.to_string()},
                                     {"expected", indicator.typed_weight->to_string()}}});
        }
    }

    void check(std::size_t k) {
        const Indicator& indicator = indicators_[k];
        const IndicatorScore& score = scores_[k];
        if (computed_[k] && indicator.typed_score && *indicator.typed_score != score.score) {
            diagnostics_.push_back({Code::score_contradicts_rule,
                                    indicator.score.place,
                                    {{"typed", indicator.typed_score->to_string()},
                                     {"computed", score.score.to_string()}}});
            return;
        }
        if (score.score > score.weight || score.score < Decimal{}) {
            diagnostics_.push_back(
                {Code::score_above_weight,
                 score.place,
                 {{"score", score.score.to_string()}, {"weight", score.weight.to_string()}}});
        }
        const bool has_score = (computed_[k] && indicator.method != ScoringMethod::subtotal) ||
                               (indicator.method == ScoringMethod::given && indicator.typed_score);
        if (has_score && score.score < score.weight && indicator.reason.text.empty()) {
            const Origin place =
                indicator.reason.place == Origin{} ? score.place : indicator.reason.place;
            diagnostics_.push_back({Code::reason_missing,
                                    place,
                                    {{"name", indicator.third.text.utf8()},
                                     {"score", score.score.to_string()},
                                     {"weight", score.weight.to_string()}}});
        }
    }

    const FormJob& job_;
    const std::vector<Indicator>& indicators_;
    bool complete_;
    std::vector<IndicatorScore>& scores_;
    Diagnostics& diagnostics_;
    std::vector<bool> computed_;  ///< Which scores a formula or a sum gave.
};

}  // namespace

Outcome<std::vector<IndicatorScore>> score_indicators(const FormJob& job,
                                                      const IndicatorSheet& sheet) {
    Outcome<std::vector<IndicatorScore>> outcome;
    IndicatorScorer{job, sheet, outcome}.run();
    return outcome;
}

}  // namespace banxin
