#include "pipeline/score/score.hpp"

#include "pipeline/score/evaluate_form.hpp"
#include "pipeline/score/rank_units.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {
namespace {

Ranking score_annex(const RankingJob& job, const Workbooks& workbooks, Scorecard& scorecard,
                    Diagnostics& diagnostics) {
    Ranking none;
    none.key = job.key;
    const auto table = SheetTable::open(job.scores, workbooks, diagnostics);
    if (!table) return none;
    Outcome<Ranking> ranking = rank_units(job, *table);
    append(diagnostics, std::move(ranking.diagnostics));
    name_values(job, ranking.value, scorecard.values);
    return std::move(ranking.value);
}

}  // namespace

Outcome<Scorecard> score(const Job& job, const Workbooks& workbooks) {
    Outcome<Scorecard> outcome;
    for (const AnnexJob& annex : job.annexes) {
        outcome.value.rankings.push_back(
            score_annex(annex.ranking, workbooks, outcome.value, outcome.diagnostics));
    }
    if (job.form) {
        const auto money = SheetTable::open(job.form->money, workbooks, outcome.diagnostics);
        const auto indicators =
            SheetTable::open(job.form->indicators, workbooks, outcome.diagnostics);
        if (money && indicators) {
            append(outcome.diagnostics,
                   evaluate_form(*job.form, *money, *indicators, outcome.value));
        }
    }
    return outcome;
}

}  // namespace banxin
