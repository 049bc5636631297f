// Totals and shares of tables against their parts.
//
// Adds up only what can be meant in one way: figures that are no shares, none below zero, under a
// head that names something countable, with a total above every part.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/check/rules.hpp"
#include "pipeline/check/sum.hpp"
#include "pipeline/check/table_figures.hpp"

namespace banxin {
namespace {

constexpr unsigned kFewestParts = 2;

/// 单价, 完成率, 排名: nobody adds these up.
bool can_be_added(const std::u32string& head) {
    constexpr std::u32string_view kNever = U"率均比价占序名年号期";
    return std::none_of(head.begin(), head.end(),
                        [&](char32_t character) { return is_one_of(character, kNever); });
}

using RowKind = TableFigures::RowKind;

/// Rows that are parts of other rows, or totals of nobody knows what.
bool has_levels(const TableFigures& table) {
    for (unsigned row = table.first_row(); row < table.rows(); ++row)
        if (table.kind(row) == RowKind::part || table.kind(row) == RowKind::other_total)
            return true;
    return false;
}

/// A total with the sums that may be meant, of which one has to agree.
struct Total {
    const Figure* figure = nullptr;
    std::vector<Sum> candidates;

    [[nodiscard]] bool agrees() const {
        return std::any_of(candidates.begin(), candidates.end(), [&](const Sum& sum) {
            return distance(sum.value, figure->value.value()) <=
                   sum.tolerance + rounding_of_amount(figure->value);
        });
    }
    /// Above each part, as no average is.
    [[nodiscard]] bool is_plausible() const {
        return std::all_of(candidates.begin(), candidates.end(), [&](const Sum& sum) {
            return sum.parts >= kFewestParts && figure->value.value() > sum.largest;
        });
    }
};

void report(const Total& total, Diagnostics& found) {
    found.push_back({Code::total_contradicts_parts,
                     total.figure->origin,
                     {{"total", total.figure->value.to_string()},
                      {"sum", total.candidates.front().to_string()}}});
}

/// The totals of one column, from top to bottom; nothing when it has anything but figures.
std::optional<std::vector<Total>> totals_of_column(const TableFigures& table, unsigned column) {
    std::vector<Total> totals;
    Sum rows;                       // since the last 合计
    Sum group;                      // since the last 小计
    Sum subtotals;                  // since the last 合计
    const Figure* above = nullptr;  // a 合计 that its parts stand below
    for (unsigned row = table.first_row(); row < table.rows(); ++row) {
        const Figure& figure = table.at(row, column);
        if (figure.kind == Figure::Kind::none) continue;
        if (figure.kind == Figure::Kind::words || figure.is_share) return std::nullopt;
        if (table.kind(row) == RowKind::subtotal) {
            totals.push_back({&figure, {group}});
            subtotals.add(figure.value, rounding_of_amount(figure.value));
            group = {};
        } else if (table.kind(row) != RowKind::grand_total) {
            rows.add(figure.value, rounding_of_amount(figure.value));
            group.add(figure.value, rounding_of_amount(figure.value));
        } else if (rows.parts == 0 && above == nullptr) {
            above = &figure;
        } else {
            // The last group may have no 小计 of its own.
            Sum of_groups = subtotals;
            of_groups.add(group);
            totals.push_back({&figure, {rows}});
            if (subtotals.parts > 0) totals.back().candidates.push_back(of_groups);
            rows = group = subtotals = {};
        }
    }
    if (above != nullptr && !totals.empty()) return std::nullopt;
    if (above != nullptr) totals.push_back({above, {rows}});
    return totals;
}

/// Columns whose heads allow it. Where others agree, a figure that does not is surely a slip;
/// where there are no others, the word 合计 before it says what it should be.
void check_columns(const TableFigures& table, Diagnostics& found) {
    if (has_levels(table)) return;
    std::vector<Total> wrong;
    unsigned right = 0;
    for (unsigned column = 0; column < table.columns(); ++column) {
        if (!can_be_added(table.head(column))) continue;
        const auto totals = totals_of_column(table, column);
        if (!totals) continue;
        for (const Total& total : *totals) {
            if (total.agrees())
                ++right;
            else if (total.is_plausible())
                wrong.push_back(total);
        }
    }
    if (wrong.size() > right + 1) return;  // Whatever is meant here, it is no sum.
    for (const Total& total : wrong) report(total, found);
}

/// The sum of `row` in the columns [begin, end); nothing when one of them has words or a share.
std::optional<Sum> sum_of_row(const TableFigures& table, unsigned row, unsigned begin,
                              unsigned end) {
    Sum sum;
    for (unsigned column = begin; column < end; ++column) {
        const Figure& figure = table.at(row, column);
        if (figure.kind == Figure::Kind::none) continue;
        if (figure.kind == Figure::Kind::words || figure.is_share) return std::nullopt;
        sum.add(figure.value, rounding_of_amount(figure.value));
    }
    return sum;
}

/// A column of totals and the columns [begin, end) that may be its parts. They are, when most rows
/// say so: two of them at least, and twice as many as say otherwise.
void check_rows_with(const TableFigures& table, unsigned column, unsigned begin, unsigned end,
                     Diagnostics& found) {
    std::vector<Total> wrong;
    unsigned right = 0;
    for (unsigned row = table.first_row(); row < table.rows(); ++row) {
        const Figure& figure = table.at(row, column);
        if (figure.kind != Figure::Kind::number || figure.is_share) continue;
        const auto sum = sum_of_row(table, row, begin, end);
        if (!sum || sum->parts == 0) continue;
        const Total total{&figure, {*sum}};
        if (!total.agrees())
            wrong.push_back(total);
        else if (sum->parts >= kFewestParts)
            ++right;
    }
    if (right < 2 || right < 2 * wrong.size()) return;
    for (const Total& total : wrong) report(total, found);
}

void check_rows(const TableFigures& table, Diagnostics& found) {
    for (unsigned column = 0; column < table.columns(); ++column) {
        if (!ends_with_total(table.head(column))) continue;
        unsigned after = column + 1;
        while (after < table.columns() && !ends_with_total(table.head(after))) ++after;
        unsigned before = column;
        while (before > 0 && !ends_with_total(table.head(before - 1)) &&
               can_be_added(table.head(before - 1)) &&
               table.at(table.first_row(), before - 1).kind != Figure::Kind::words)
            --before;
        if (after > column + kFewestParts) check_rows_with(table, column, column + 1, after, found);
        if (column >= before + kFewestParts) check_rows_with(table, column, before, column, found);
    }
}

/// Shares of one whole under a head such as 占比.
void check_share_columns(const TableFigures& table, Diagnostics& found) {
    for (unsigned column = 0; column < table.columns(); ++column) {
        const std::u32string& head = table.head(column);
        const bool has_shares = head.find(U"占比") != std::u32string::npos ||
                                head.find(U"比重") != std::u32string::npos ||
                                head.find(U"构成") != std::u32string::npos;
        if (!has_shares) continue;
        Sum sum;
        const Figure* first = nullptr;
        const Figure* last = nullptr;
        for (unsigned row = table.first_row(); row < table.rows(); ++row) {
            const Figure& figure = table.at(row, column);
            if (table.kind(row) != RowKind::plain) continue;
            if (figure.kind != Figure::Kind::number) continue;
            sum.add(figure.value, rounding_of_share(figure.value));
            if (first == nullptr) first = &figure;
            last = &figure;
        }
        if (sum.parts < kFewestParts || !misses_hundred(sum)) continue;
        found.push_back({Code::shares_do_not_add_up,
                         first->origin,
                         {{"sum", sum.to_string()}, {"count", std::to_string(sum.parts)}},
                         {last->origin}});
    }
}

}  // namespace

void check_table_totals(const Table& table, Diagnostics& found) {
    for (const TableSection& section : table.sections) {
        const TableFigures figures{table, section};
        if (figures.first_row() == figures.rows()) continue;
        check_columns(figures, found);
        check_rows(figures, found);
        check_share_columns(figures, found);
    }
}

}  // namespace banxin
