#include "pipeline/score/rank_units.hpp"

#include <algorithm>
#include <span>

#include "pipeline/base/nearest.hpp"
#include "pipeline/score/comparison_key.hpp"

namespace banxin {
namespace {

/// A unit that is not placed yet.
struct Candidate {
    RankedUnit unit;
    std::vector<Decimal> tie_breaks;
    Text grade;  ///< As given in the sheet, if the job says so.
    Origin grade_place;
};

/// Whether rules and tie-breaks leave the two without an order.
bool equal_in_rank(const Candidate& a, const Candidate& b) {
    return a.unit.value == b.unit.value && a.tie_breaks == b.tie_breaks;
}

bool ranks_before(const Candidate& a, const Candidate& b) {
    if (a.unit.value != b.unit.value) return a.unit.value > b.unit.value;
    return std::lexicographical_compare(a.tie_breaks.begin(), a.tie_breaks.end(),
                                        b.tie_breaks.begin(), b.tie_breaks.end(),
                                        [](const Decimal& x, const Decimal& y) { return x > y; });
}

struct Columns {
    std::size_t name = 0;
    std::size_t score = 0;
    std::optional<std::size_t> grade;
    std::vector<std::size_t> tie_breaks;
    std::vector<std::size_t> shown;
};

std::optional<Columns> find_columns(const RankingJob& job, const SheetTable& table,
                                    Diagnostics& diagnostics) {
    const auto name = table.column(job.name_column, diagnostics);
    const auto score = table.column(job.score_column, diagnostics);
    Columns columns;
    columns.grade = table.column(job.grade_column, diagnostics);
    const auto find_all = [&](const std::vector<Text>& heads, std::vector<std::size_t>& found) {
        for (const Text& head : heads) {
            if (const auto column = table.column(head, diagnostics)) found.push_back(*column);
        }
        return found.size() == heads.size();
    };
    const bool tie_breaks_found = find_all(job.tie_breaks, columns.tie_breaks);
    const bool shown_found = find_all(job.shown, columns.shown);
    const bool grade_found = job.grade_column.empty() || columns.grade.has_value();
    if (!name || !score || !tie_breaks_found || !shown_found || !grade_found) return std::nullopt;
    columns.name = *name;
    columns.score = *score;
    return columns;
}

/// Reads the rows of a sheet one by one. A row with a mistake is reported and left out.
class CandidateReader {
  public:
    CandidateReader(const RankingJob& job, const SheetTable& table, const Columns& columns,
                    Diagnostics& diagnostics)
        : job_{job}, table_{table}, columns_{columns}, diagnostics_{diagnostics} {}

    std::vector<Candidate> read() {
        std::vector<Candidate> candidates;
        for (const std::size_t row : table_.rows()) {
            const std::size_t before = diagnostics_.size();
            Candidate candidate;
            candidate.unit.name = read_name(row);
            read_score(row, candidate);
            for (const std::size_t column : columns_.shown) {
                candidate.unit.shown.push_back(table_.text(row, column, diagnostics_));
            }
            for (const std::size_t column : columns_.tie_breaks) {
                const auto value = read_needed(row, column, candidate.unit.name);
                candidate.tie_breaks.push_back(value.value_or(Decimal{}));
            }
            if (columns_.grade) {
                candidate.grade = table_.text(row, *columns_.grade, diagnostics_);
                candidate.grade_place = table_.place(row, *columns_.grade);
            }
            if (diagnostics_.size() == before) candidates.push_back(std::move(candidate));
        }
        return candidates;
    }

  private:
    Text read_name(std::size_t row) {
        const std::size_t before = diagnostics_.size();
        Text name = table_.text(row, columns_.name, diagnostics_);
        const Origin place = table_.place(row, columns_.name);
        if (name.empty() && diagnostics_.size() == before) {
            diagnostics_.push_back({Code::name_missing, place, {}});
        }
        if (name.empty()) return name;
        const auto [first, is_new] = names_.emplace(comparison_key(name.utf8()), place);
        if (!is_new) {
            diagnostics_.push_back(
                {Code::name_duplicate, place, {{"name", name.utf8()}}, {first->second}});
        }
        return name;
    }

    std::optional<Decimal> read_needed(std::size_t row, std::size_t column, const Text& name) {
        const std::size_t before = diagnostics_.size();
        auto number = table_.number(row, column, Code::score_not_a_number, diagnostics_);
        if (!number && diagnostics_.size() == before) {
            diagnostics_.push_back(
                {Code::score_missing, table_.place(row, column), {{"name", name.utf8()}}});
        }
        return number;
    }

    void read_score(std::size_t row, Candidate& candidate) {
        const auto score = read_needed(row, columns_.score, candidate.unit.name);
        if (!score) return;
        candidate.unit.value = Decimal::rounded(score->value(), job_.decimals, job_.rounding);
        candidate.unit.score =
            Text{candidate.unit.value.to_string(), table_.place(row, columns_.score)};
    }

    const RankingJob& job_;
    const SheetTable& table_;
    const Columns& columns_;
    Diagnostics& diagnostics_;
    std::map<std::string, Origin> names_;
};

/// The candidates of one grade.
struct Award {
    Text grade;
    std::vector<Candidate> candidates;
};

/// Awards grades to sorted candidates, best first.
class Awarder {
  public:
    /// `left_out` is how many rows were not understood: complaints that may come from these
    /// missing units alone are not made.
    Awarder(const RankingJob& job, std::size_t left_out, Diagnostics& diagnostics)
        : job_{job}, left_out_{left_out}, diagnostics_{diagnostics} {}

    std::vector<Award> by_rules(std::vector<Candidate> sorted) {
        std::vector<Award> awards;
        std::size_t taken = 0;
        for (const GradeRule& rule : job_.grades) {
            const std::size_t count = how_many(rule, std::span{sorted}.subspan(taken));
            Award award{rule.name, {}};
            for (std::size_t k = taken; k < taken + count; ++k) {
                award.candidates.push_back(sorted[k]);
            }
            taken += count;
            if (rule.kind == GradeRule::Kind::quota) check_boundary(rule, sorted, taken);
            awards.push_back(std::move(award));
        }
        if (taken < sorted.size()) {
            diagnostics_.push_back({Code::units_without_grade,
                                    sorted[taken].unit.score.origin(),
                                    {{"count", std::to_string(sorted.size() - taken)}}});
        }
        return awards;
    }

    std::vector<Award> as_given(std::vector<Candidate> sorted) {
        std::vector<Award> awards;
        std::vector<std::string> names;
        std::map<std::string, std::size_t> index;
        for (const GradeRule& rule : job_.grades) {
            index.emplace(comparison_key(rule.name.utf8()), awards.size());
            awards.push_back({rule.name, {}});
            names.push_back(rule.name.utf8());
        }
        for (Candidate& candidate : sorted) {
            const auto found = index.find(comparison_key(candidate.grade.utf8()));
            if (found != index.end()) {
                awards[found->second].candidates.push_back(std::move(candidate));
                continue;
            }
            const std::string& typed = candidate.grade.utf8();
            diagnostics_.push_back({Code::grade_unknown,
                                    candidate.grade_place,
                                    {{"grade", typed}, {"grades", nearest_first(typed, names)}}});
        }
        return awards;
    }

  private:
    std::size_t how_many(const GradeRule& rule, std::span<const Candidate> left) {
        switch (rule.kind) {
            case GradeRule::Kind::quota:
                if (rule.quota > left.size() + left_out_) {
                    diagnostics_.push_back({Code::quota_too_large,
                                            rule.name.origin(),
                                            {{"grade", rule.name.utf8()},
                                             {"quota", std::to_string(rule.quota)},
                                             {"left", std::to_string(left.size())}}});
                }
                return std::min<std::size_t>(rule.quota, left.size());
            case GradeRule::Kind::threshold:
                return static_cast<std::size_t>(std::find_if(left.begin(), left.end(),
                                                             [&](const Candidate& candidate) {
                                                                 return candidate.unit.value <
                                                                        rule.threshold;
                                                             }) -
                                                left.begin());
            case GradeRule::Kind::rest:
            case GradeRule::Kind::given:
                break;
        }
        return left.size();
    }

    void check_boundary(const GradeRule& rule, const std::vector<Candidate>& sorted,
                        std::size_t end) {
        const bool inside = end > 0 && end < sorted.size() && left_out_ == 0;
        if (!inside || !equal_in_rank(sorted[end - 1], sorted[end])) return;
        diagnostics_.push_back({Code::quota_tie,
                                sorted[end].unit.score.origin(),
                                {{"first", sorted[end - 1].unit.name.utf8()},
                                 {"second", sorted[end].unit.name.utf8()},
                                 {"grade", rule.name.utf8()}},
                                {sorted[end - 1].unit.score.origin()}});
    }

    const RankingJob& job_;
    std::size_t left_out_;
    Diagnostics& diagnostics_;
};

RankedGroup with_places(Award award, TieRule ties) {
    RankedGroup group{std::move(award.grade), {}};
    for (std::size_t k = 0; k < award.candidates.size(); ++k) {
        RankedUnit& unit = award.candidates[k].unit;
        if (k == 0) {
            unit.place = 1;
        } else {
            const unsigned before = group.units.back().place;
            const unsigned next =
                ties == TieRule::dense ? before + 1 : static_cast<unsigned>(k) + 1;
            unit.place =
                equal_in_rank(award.candidates[k - 1], award.candidates[k]) ? before : next;
        }
        group.units.push_back(unit);
    }
    return group;
}

}  // namespace

Outcome<Ranking> rank_units(const RankingJob& job, const SheetTable& table) {
    Outcome<Ranking> outcome;
    Ranking& ranking = outcome.value;
    ranking.key = job.key;
    const auto columns = find_columns(job, table, outcome.diagnostics);
    if (!columns) return outcome;
    ranking.name_head = table.head(columns->name);
    ranking.score_head = table.head(columns->score);
    for (const std::size_t column : columns->shown) {
        ranking.shown_heads.push_back(table.head(column));
    }

    std::vector<Candidate> candidates =
        CandidateReader{job, table, *columns, outcome.diagnostics}.read();
    const std::size_t left_out = table.rows().size() - candidates.size();
    std::stable_sort(candidates.begin(), candidates.end(), ranks_before);
    Awarder awarder{job, left_out, outcome.diagnostics};
    std::vector<Award> awards = columns->grade ? awarder.as_given(std::move(candidates))
                                               : awarder.by_rules(std::move(candidates));
    for (Award& award : awards) {
        if (award.candidates.empty()) continue;
        ranking.groups.push_back(with_places(std::move(award), job.ties));
    }
    return outcome;
}

void name_values(const RankingJob& job, const Ranking& ranking,
                 std::map<std::string, NamedValue>& values) {
    for (const GradeRule& rule : job.grades) {
        const std::string name = job.key + "_" + rule.name.utf8();
        values[name + "_名数"] = std::int64_t{0};
        values[name + "_名单"] = Text{};
    }
    std::int64_t total = 0;
    std::optional<Decimal> best;
    std::optional<Decimal> worst;
    for (const RankedGroup& group : ranking.groups) {
        const std::string name = job.key + "_" + group.name.utf8();
        values[name + "_名数"] = static_cast<std::int64_t>(group.units.size());
        total += static_cast<std::int64_t>(group.units.size());
        Text names;
        for (const RankedUnit& unit : group.units) {
            if (!names.empty()) names.append("、", unit.name.origin());
            names.append(unit.name);
            if (!best || unit.value > *best) best = unit.value;
            if (!worst || unit.value < *worst) worst = unit.value;
        }
        values[name + "_名单"] = std::move(names);
    }
    values[job.key + "_总数"] = total;
    if (best) values[job.key + "_最高分"] = *best;
    if (worst) values[job.key + "_最低分"] = *worst;
}

}  // namespace banxin
