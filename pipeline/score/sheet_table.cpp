#include "pipeline/score/sheet_table.hpp"

#include <algorithm>

#include "pipeline/base/nearest.hpp"
#include "pipeline/score/comparison_key.hpp"

namespace banxin {
namespace {

bool has_content(const std::vector<Cell>& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const Cell& cell) { return cell.kind != CellKind::empty; });
}

std::string sheet_names(const Workbook& workbook, std::string_view wanted) {
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook.sheets) {
        if (!sheet.name.empty()) names.push_back(sheet.name);
    }
    return nearest_first(wanted, std::move(names));
}

/// The only sheet with content, or that may have had some; of several empty ones the first.
const Sheet* only_sheet(const Workbook& workbook) {
    const Sheet* only = nullptr;
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.rows.empty() && sheet.complete) continue;
        if (only != nullptr) return nullptr;
        only = &sheet;
    }
    return only != nullptr ? only : &workbook.sheets.front();
}

}  // namespace

SheetTable::SheetTable(const Sheet& sheet) : sheet_{&sheet} {
    const auto first = std::find_if(sheet.rows.begin(), sheet.rows.end(), has_content);
    if (first != sheet.rows.end()) {
        heads_ = static_cast<std::size_t>(first - sheet.rows.begin());
    }
}

std::optional<SheetTable> SheetTable::of(const Sheet& sheet) {
    return sheet.complete ? std::optional{SheetTable{sheet}} : std::nullopt;
}

std::optional<SheetTable> SheetTable::open(const SheetReference& reference,
                                           const Workbooks& workbooks, Diagnostics& diagnostics) {
    const auto found = workbooks.find(reference.file.utf8());
    if (found == workbooks.end() || found->second.sheets.empty()) return std::nullopt;
    const Workbook& workbook = found->second;
    if (reference.sheet.empty()) {
        if (const Sheet* const sheet = only_sheet(workbook)) return of(*sheet);
        diagnostics.push_back({Code::sheet_not_named,
                               reference.file.origin(),
                               {{"sheets", sheet_names(workbook, {})}}});
        return std::nullopt;
    }
    const std::string wanted = comparison_key(reference.sheet.utf8());
    for (const Sheet& sheet : workbook.sheets) {
        if (comparison_key(sheet.name) == wanted) return of(sheet);
    }
    diagnostics.push_back({Code::sheet_missing,
                           reference.sheet.origin(),
                           {{"file", reference.file.utf8()},
                            {"sheet", reference.sheet.utf8()},
                            {"sheets", sheet_names(workbook, reference.sheet.utf8())}}});
    return std::nullopt;
}

std::vector<std::size_t> SheetTable::columns_headed(std::string_view head) const {
    std::vector<std::size_t> columns;
    if (sheet_->rows.empty()) return columns;
    const std::string wanted = comparison_key(head);
    for (std::size_t column = 0; column < sheet_->rows[heads_].size(); ++column) {
        if (comparison_key(this->head(column).utf8()) == wanted) columns.push_back(column);
    }
    return columns;
}

std::optional<std::size_t> SheetTable::only_column(std::string_view head, Origin asked,
                                                   Diagnostics& diagnostics) const {
    const std::vector<std::size_t> columns = columns_headed(head);
    if (columns.empty()) {
        std::vector<std::string> known;
        for (std::size_t column = 0; !sheet_->rows.empty() && column < sheet_->rows[heads_].size();
             ++column) {
            if (!this->head(column).empty()) known.push_back(this->head(column).utf8());
        }
        diagnostics.push_back(
            {Code::column_missing,
             asked,
             {{"column", std::string{head}}, {"known", nearest_first(head, std::move(known))}}});
        return std::nullopt;
    }
    if (columns.size() > 1) {
        diagnostics.push_back({Code::column_duplicate,
                               place_of_head(columns[1]),
                               {{"column", std::string{head}}},
                               {place_of_head(columns[0])}});
    }
    return columns.front();
}

std::optional<std::size_t> SheetTable::column(const Text& head, Diagnostics& diagnostics) const {
    if (head.empty()) return std::nullopt;
    return only_column(head.utf8(), head.origin(), diagnostics);
}

std::optional<std::size_t> SheetTable::column(std::string_view head,
                                              Diagnostics& diagnostics) const {
    Origin heads = place(heads_, 0);
    heads.column = 0;
    return only_column(head, heads, diagnostics);
}

std::optional<std::size_t> SheetTable::column_if_any(std::string_view head,
                                                     Diagnostics& diagnostics) const {
    if (columns_headed(head).empty()) return std::nullopt;
    return column(head, diagnostics);
}

std::vector<std::size_t> SheetTable::rows() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = heads_ + 1; row < sheet_->rows.size(); ++row) {
        if (has_content(sheet_->rows[row])) rows.push_back(row);
    }
    return rows;
}

Origin SheetTable::place(std::size_t row, std::size_t column) const {
    Origin origin = sheet_->origin;
    origin.row = static_cast<std::uint32_t>(row + 1);
    origin.column = static_cast<std::uint16_t>(std::min<std::size_t>(column + 1, 0xFFFF));
    return origin;
}

Text SheetTable::text(std::size_t row, std::size_t column, Diagnostics& diagnostics) const {
    const Cell& cell = this->cell(row, column);
    if (cell.kind != CellKind::error) return cell.text;
    diagnostics.push_back({Code::cell_error, place(row, column), {{"value", cell.text.utf8()}}});
    return {};
}

std::optional<Decimal> SheetTable::number(std::size_t row, std::size_t column, Code not_a_number,
                                          Diagnostics& diagnostics) const {
    const Text typed = text(row, column, diagnostics);
    if (typed.empty()) return std::nullopt;
    std::optional<Decimal> number = Decimal::parse(typed.utf8());
    if (!number) {
        diagnostics.push_back({not_a_number,
                               place(row, column),
                               {{"value", typed.utf8()}, {"example", number_like(typed.utf8())}}});
    }
    return number;
}

std::string number_like(std::string_view typed) {
    std::string key = comparison_key(typed);
    const std::string_view unit = "分";
    if (key.ends_with(unit)) key.resize(key.size() - unit.size());
    // Marks that Chinese input leaves where a point belongs.
    for (const std::string_view point : {"。", "·", "、"}) {
        for (std::size_t at = key.find(point); at != std::string::npos; at = key.find(point)) {
            key.replace(at, point.size(), ".");
        }
    }
    // A comma groups thousands, or stands for the point where none else does.
    const std::size_t comma = key.rfind(',');
    const bool groups = key.find('.') != std::string::npos ||
                        (comma != std::string::npos && key.size() - comma == 4);
    std::string guess;
    for (const char sign : key) {
        if (sign == ',') {
            guess += groups ? "" : ".";
        } else if (sign == 'O' || sign == 'o') {
            guess += '0';
        } else if (sign == 'l' || sign == 'I') {
            guess += '1';
        } else {
            guess += sign;
        }
    }
    return Decimal::parse(guess) ? guess : "89.50";
}

}  // namespace banxin
