#include "pipeline/score/data_table.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/score/comparison_key.hpp"
#include "pipeline/score/exact_sum.hpp"

namespace banxin {
namespace {

/// A column of the sheet that the table takes over.
struct SourceColumn {
    std::size_t in_sheet = 0;
    std::string name;
};

class TableReader {
  public:
    TableReader(const TableJob& job, const SheetTable& sheet) : job_{job}, sheet_{sheet} {}

    Outcome<DataTable> read(std::map<std::string, NamedValue>& totals) {
        find_columns();
        copy_rows();
        for (const Text& head : job_.as_above) fill_down(head);
        if (const auto group = place_of(job_.group)) {
            fill_down(job_.group);
            divide(*group);
        }
        for (const Text& head : job_.totals) add_up(head, totals);
        return std::move(outcome_);
    }

  private:
    void find_columns() {
        for (std::size_t column = 0; column < sheet_.column_count(); ++column) {
            std::string name = column_name(sheet_.head(column).utf8());
            if (name.empty()) continue;
            columns_.push_back({column, name});
            const auto& names = outcome_.value.columns;
            const auto same = std::find(names.begin(), names.end(), name);
            if (same != names.end()) {
                const auto& first = columns_[static_cast<std::size_t>(same - names.begin())];
                outcome_.diagnostics.push_back({Code::column_duplicate,
                                                sheet_.place_of_head(column),
                                                {{"column", name}},
                                                {sheet_.place_of_head(first.in_sheet)}});
            }
            outcome_.value.columns.push_back(std::move(name));
        }
    }

    void copy_rows() {
        rows_ = sheet_.rows();
        for (const std::size_t row : rows_) {
            std::vector<Text> texts;
            for (const SourceColumn& column : columns_)
                texts.push_back(sheet_.text(row, column.in_sheet, outcome_.diagnostics));
            outcome_.value.rows.push_back(std::move(texts));
        }
    }

    /// The table's column for the sheet's column headed `head`.
    [[nodiscard]] std::optional<std::size_t> place_of(const Text& head) {
        const auto in_sheet = sheet_.column(head, outcome_.diagnostics);
        for (std::size_t k = 0; in_sheet && k < columns_.size(); ++k)
            if (columns_[k].in_sheet == *in_sheet) return k;
        return std::nullopt;
    }

    void fill_down(const Text& head) {
        const auto column = place_of(head);
        auto& rows = outcome_.value.rows;
        for (std::size_t row = 1; column && row < rows.size(); ++row)
            if (rows[row][*column].empty()) rows[row][*column] = rows[row - 1][*column];
    }

    void divide(std::size_t column) {
        const auto& rows = outcome_.value.rows;
        const auto key = [&](std::size_t row) { return comparison_key(rows[row][column].utf8()); };
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (end < rows.size() && key(end) == key(begin)) ++end;
            outcome_.value.groups.push_back({begin, end, {}});
            begin = end;
        }
    }

    void add_up(const Text& head, std::map<std::string, NamedValue>& totals) {
        const auto column = place_of(head);
        if (!column) return;
        const std::string& name = columns_[*column].name;
        ExactSum all;
        std::vector<ExactSum> sums(outcome_.value.groups.size());
        std::size_t group = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            while (group < sums.size() && outcome_.value.groups[group].end <= row) ++group;
            const auto number = number_at(row, columns_[*column].in_sheet);
            if (!number) continue;
            all += *number;
            if (group < sums.size()) sums[group] += *number;
        }
        totals[name] = all.total_of_column();
        for (std::size_t k = 0; k < sums.size(); ++k)
            outcome_.value.groups[k].totals[name + "_小计"] = sums[k].total_of_column();
    }

    [[nodiscard]] std::optional<Decimal> number_at(std::size_t row, std::size_t column) {
        const auto text = icu::UnicodeString::fromUTF8(sheet_.cell(rows_[row], column).text.utf8());
        bool has_digit = false;
        for (std::int32_t k = 0; k < text.length(); ++k)
            has_digit = has_digit || u_isdigit(text.charAt(k)) != 0;
        if (!has_digit) return std::nullopt;
        return sheet_.number(rows_[row], column, Code::number_expected, outcome_.diagnostics);
    }

    const TableJob& job_;
    const SheetTable& sheet_;
    Outcome<DataTable> outcome_;
    std::vector<SourceColumn> columns_;
    std::vector<std::size_t> rows_;  ///< Of the sheet, one a row of the table.
};

}  // namespace

Outcome<DataTable> data_table(const TableJob& job, const SheetTable& sheet,
                              std::map<std::string, NamedValue>& totals) {
    return TableReader{job, sheet}.read(totals);
}

std::string column_name(std::string_view head) {
    icu::UnicodeString name;
    const auto written = icu::UnicodeString::fromUTF8(
        icu::StringPiece{head.data(), static_cast<std::int32_t>(head.size())});
    for (std::int32_t k = 0; k < written.length(); k = written.moveIndex32(k, 1)) {
        const UChar32 character = written.char32At(k);
        if (character == '_' || u_isalnum(character) != 0) name.append(character);
    }
    std::string utf8;
    return name.toUTF8String(utf8);
}

}  // namespace banxin
