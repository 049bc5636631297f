#include "pipeline/check/table_figures.hpp"

#include <algorithm>

namespace banxin {

Figure figure_of(const Passage& passage) {
    Figure figure;
    figure.origin = passage.origin_at(0);
    for (const char32_t character : passage.characters())
        if (!is_one_of(character, U" \u3000\u00A0\n")) figure.words += character;
    if (figure.words.empty() || is_one_of(figure.words.front(), U"—-－/／") ||
        figure.words == U"空" || figure.words == U"无") {
        // A figure below zero is left out of sums as a word is; a dash alone is no figure.
        const bool is_empty =
            figure.words.find_first_not_of(U"—-－/／空无") == std::u32string::npos;
        figure.kind = is_empty ? Figure::Kind::none : Figure::Kind::words;
        return figure;
    }
    figure.kind = Figure::Kind::words;
    std::size_t begin = 0;
    while (begin < passage.size() && blanks_at(passage, begin) > 0) ++begin;
    const auto number = number_at(passage, begin);
    if (!number) return figure;
    std::size_t end = number->end;
    figure.is_share = is_one_of(passage.at(end), U"%％");
    if (figure.is_share) ++end;
    if (end + blanks_at(passage, end) != passage.size()) return figure;
    figure.kind = Figure::Kind::number;
    figure.value = number->value;
    return figure;
}

namespace {

using RowKind = TableFigures::RowKind;

/// （一）, 一、: rows with such labels have others below them.
bool has_outline_label(const std::u32string& words) {
    return is_one_of(words.front(), U"（(一二三四五六七八九十") &&
           words.find_first_of(U"、）)") != std::u32string::npos;
}

RowKind kind_of(const std::u32string& words) {
    if (words == U"小计") return RowKind::subtotal;
    if (words == U"合计" || words == U"总计" || words == U"共计") return RowKind::grand_total;
    if (ends_with_total(words)) return RowKind::other_total;
    return words.starts_with(U"其中") || has_outline_label(words) ? RowKind::part : RowKind::plain;
}

}  // namespace

bool ends_with_total(const std::u32string& words) {
    return words.ends_with(U"合计") || words.ends_with(U"小计") || words.ends_with(U"总计") ||
           words.ends_with(U"共计");
}

TableFigures::TableFigures(const Table& table, const TableSection& section)
    : columns_{static_cast<unsigned>(section.columns.size())} {
    rows_.resize(section.row_end - section.row_begin);
    for (auto& row : rows_) row.resize(columns_);
    heads_.resize(columns_);
    for (const TableCell& cell : table.cells)
        if (cell.row >= section.row_begin && cell.row < section.row_end)
            place(cell, section.row_begin);
    find_heads();
    find_kinds();
}

void TableFigures::place(const TableCell& cell, unsigned row_begin) {
    const Passage passage = passage_of(cell.paragraph);
    Figure figure = figure_of(passage);
    const unsigned row = cell.row - row_begin;
    const bool is_none = cell.row_span > 1 || cell.column_span > 1 || cell.head;
    if (is_none && figure.kind == Figure::Kind::number) figure.kind = Figure::Kind::words;
    for (unsigned column = cell.column; column < cell.column + cell.column_span; ++column)
        if (column < columns_) rows_[row][column] = figure;
}

/// The head ends above the first row that has a figure. A row of 栏次 numbers the columns.
void TableFigures::find_heads() {
    const auto has_figure = [](const std::vector<Figure>& row) {
        const auto is_number = [](const Figure& figure) {
            return figure.kind == Figure::Kind::number;
        };
        const bool numbers_columns = std::any_of(
            row.begin(), row.end(), [](const Figure& figure) { return figure.words == U"栏次"; });
        return !numbers_columns && std::any_of(row.begin(), row.end(), is_number);
    };
    const auto first = std::find_if(rows_.begin(), rows_.end(), has_figure);
    first_row_ = static_cast<unsigned>(first - rows_.begin());
    for (unsigned row = 0; row < first_row_; ++row)
        for (unsigned column = 0; column < columns_; ++column)
            if (rows_[row][column].kind == Figure::Kind::words)
                heads_[column] += rows_[row][column].words;
}

void TableFigures::find_kinds() {
    kinds_.resize(rows_.size());
    for (unsigned row = first_row_; row < rows(); ++row) {
        for (const Figure& figure : rows_[row]) {
            if (figure.kind != Figure::Kind::words) continue;
            const RowKind kind = kind_of(figure.words);
            if (kind != RowKind::plain) kinds_[row] = kind;
            if (kind != RowKind::plain && kind != RowKind::part) break;
        }
    }
}

}  // namespace banxin
