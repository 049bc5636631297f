#include "pipeline/score/score.hpp"

#include "pipeline/score/data_table.hpp"
#include "pipeline/score/evaluate_form.hpp"
#include "pipeline/score/rank_units.hpp"
#include "pipeline/score/sheet_table.hpp"

namespace banxin {
namespace {

/// An annex that is no ranking keeps its place among them.
Ranking no_ranking(const RankingJob& job) {
    Ranking none;
    none.key = job.key;
    return none;
}

Ranking score_annex(const RankingJob& job, const Workbooks& workbooks, Scorecard& scorecard,
                    Diagnostics& diagnostics) {
    const auto table = SheetTable::open(job.scores, workbooks, diagnostics);
    if (!table) return no_ranking(job);
    Outcome<Ranking> ranking = rank_units(job, *table);
    append(diagnostics, std::move(ranking.diagnostics));
    name_values(job, ranking.value, scorecard.values);
    return std::move(ranking.value);
}

/// What a layout's places are filled from: the sheets as they are, and what a form computes.
LayoutData score_data(const DataJob& job, const Workbooks& workbooks, Diagnostics& diagnostics) {
    LayoutData data;
    for (const auto& [name, table] : job.tables) {
        const auto sheet = SheetTable::open(table.sheet, workbooks, diagnostics);
        if (!sheet) continue;
        std::map<std::string, NamedValue> totals;
        Outcome<DataTable> rows = data_table(table, *sheet, totals);
        append(diagnostics, std::move(rows.diagnostics));
        data.tables[name] = std::move(rows.value);
        for (auto& [column, total] : totals)
            data.values[name + "_" + column + "_合计"] = std::move(total);
    }
    if (!job.form) return data;
    const auto money = SheetTable::open(job.form->money, workbooks, diagnostics);
    const auto indicators = SheetTable::open(job.form->indicators, workbooks, diagnostics);
    if (money && indicators)
        append(diagnostics, evaluate_form(*job.form, *money, *indicators, data));
    return data;
}

}  // namespace

Outcome<Scorecard> score(const Job& job, const Workbooks& workbooks) {
    Outcome<Scorecard> outcome;
    Scorecard& scorecard = outcome.value;
    Diagnostics& diagnostics = outcome.diagnostics;
    static_cast<LayoutData&>(scorecard) = score_data(job.data, workbooks, diagnostics);
    for (const AnnexJob& annex : job.annexes) {
        const bool ranks = annex.content == AnnexJob::Content::ranking;
        scorecard.rankings.push_back(
            ranks ? score_annex(annex.ranking, workbooks, scorecard, diagnostics)
                  : no_ranking(annex.ranking));
        if (annex.content == AnnexJob::Content::inset)
            scorecard.insets[annex.ranking.key] =
                score_data(annex.inset.data, workbooks, diagnostics);
    }
    for (const auto& [name, inset] : job.insets)
        scorecard.insets[name] = score_data(inset.data, workbooks, diagnostics);
    return outcome;
}

}  // namespace banxin
