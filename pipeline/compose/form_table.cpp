#include "pipeline/compose/form_table.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace banxin {
namespace {

/// The union of the sections' column edges, as whole parts of the table's width.
struct Grid {
    std::vector<std::uint64_t> edges;  ///< Rising, from 0 to the table's width.

    [[nodiscard]] unsigned column_at(std::uint64_t edge) const {
        return static_cast<unsigned>(std::lower_bound(edges.begin(), edges.end(), edge) -
                                     edges.begin());
    }
};

std::uint64_t width_of(const FormSection& section) {
    return std::accumulate(section.columns.begin(), section.columns.end(), std::uint64_t{0});
}

/// A width that every section's own width divides, so that no edge is rounded. Layouts have a few
/// sections of some hundred parts; should they not meet in 32 bits, edges are rounded to the last
/// good width.
std::uint64_t common_width(const FormLayout& form) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    std::uint64_t common = 1;
    for (const FormSection& section : form.sections) {
        const std::uint64_t width = std::max<std::uint64_t>(1, width_of(section));
        const std::uint64_t next = std::lcm(common, width);
        if (next > 0 && next <= kMost) common = next;
    }
    return common;
}

std::vector<std::uint64_t> edges_of(const FormSection& section, std::uint64_t table_width) {
    const std::uint64_t width = std::max<std::uint64_t>(1, width_of(section));
    std::vector<std::uint64_t> edges = {0};
    std::uint64_t sum = 0;
    for (const unsigned column : section.columns) {
        sum += column;
        edges.push_back(sum * table_width / width);
    }
    return edges;
}

Grid grid_of(const FormLayout& form) {
    const std::uint64_t width = common_width(form);
    std::set<std::uint64_t> edges = {0, width};
    for (const FormSection& section : form.sections) {
        const auto own = edges_of(section, width);
        edges.insert(own.begin(), own.end());
    }
    return {{edges.begin(), edges.end()}};
}

/// A cell of the layout and the column of its section that it begins in.
struct Slot {
    const FormCell* cell = nullptr;
    std::size_t column = 0;
    std::size_t end_row = 0;  ///< The first layout row below it.
};

/// Gives each cell of a section its column: places that a cell above spans are skipped.
std::vector<std::vector<Slot>> slots_of(const FormSection& section) {
    std::vector<std::vector<Slot>> slots(section.rows.size());
    std::vector<std::size_t> covered_until(section.columns.size(), 0);
    for (std::size_t row = 0; row < section.rows.size(); ++row) {
        std::size_t column = 0;
        for (const FormCell& cell : section.rows[row].cells) {
            while (column < covered_until.size() && covered_until[column] > row) ++column;
            const std::size_t rows_left = section.rows.size() - row;
            const std::size_t rows =
                cell.rows == 0 ? rows_left : std::min<std::size_t>(cell.rows, rows_left);
            // Reading the layout has checked that the spans fit; a faulty one must not go outside.
            const std::size_t end = std::min(column + cell.columns, covered_until.size());
            if (column >= end) break;
            slots[row].push_back({&cell, column, row + rows});
            for (; column < end; ++column) covered_until[column] = row + rows;
        }
    }
    return slots;
}

/// What all sections share.
struct Context {
    const Grid& grid;
    std::uint64_t table_width;
    const Scorecard& scorecard;
    const NamedValues& values;
    Diagnostics& diagnostics;
};

/// Adds the rows and cells of one section to a table.
class SectionBuilder {
  public:
    SectionBuilder(const FormSection& section, const Context& context, Table& table)
        : section_{section},
          context_{context},
          table_{table},
          edges_{edges_of(section, context.table_width)} {}

    void build();

  private:
    [[nodiscard]] std::vector<Names> data_of(const FormRow& row);
    void add_rows();
    void add_once(const Slot& slot, std::size_t row);
    void add_each_time(const Slot& slot, std::size_t row, std::vector<bool>& boundaries);
    void add_cell(const Slot& slot, unsigned row, unsigned row_span, Text text);
    [[nodiscard]] Text filled(const Slot& slot, const Names& names) {
        return fill(slot.cell->text, names, context_.diagnostics).text;
    }

    const FormSection& section_;
    const Context& context_;
    Table& table_;
    std::vector<std::uint64_t> edges_;
    std::vector<std::vector<Names>> data_;  ///< Of each layout row: one entry a repetition.
    std::vector<unsigned> first_row_;       ///< Of each layout row in the table, and the end.
};

void SectionBuilder::build() {
    add_rows();
    const auto slots = slots_of(section_);
    for (std::size_t row = 0; row < section_.rows.size(); ++row) {
        // True where a row differs from the one above it in a merging column further left: the
        // cells of a column further right never reach over it.
        std::vector<bool> boundaries(data_[row].size(), false);
        for (const Slot& slot : slots[row]) {
            const bool beside_all = slot.cell->rows == 0 || slot.end_row > row + 1;
            if (beside_all || section_.rows[row].repeat.empty())
                add_once(slot, row);
            else
                add_each_time(slot, row, boundaries);
        }
    }
}

void SectionBuilder::add_rows() {
    auto next = static_cast<unsigned>(table_.rows.size());
    for (const FormRow& row : section_.rows) {
        data_.push_back(data_of(row));
        first_row_.push_back(next);
        next += static_cast<unsigned>(data_.back().size());
    }
    first_row_.push_back(next);
    for (std::size_t row = 0; row < section_.rows.size(); ++row) {
        for (unsigned k = first_row_[row]; k < first_row_[row + 1]; ++k) {
            TableRow made;
            made.repeats_until = section_.rows[row].repeat_head ? next - 1 : k;
            made.minimum_height = section_.rows[row].minimum_height;
            table_.rows.push_back(made);
        }
    }
}

std::vector<Names> SectionBuilder::data_of(const FormRow& row) {
    if (row.repeat.empty()) return {Names{&context_.values}};
    const auto found = context_.scorecard.tables.find(row.repeat);
    if (found == context_.scorecard.tables.end()) {
        NamedValues tables;
        for (const auto& [name, table] : context_.scorecard.tables) tables[name] = Text{};
        context_.diagnostics.push_back(
            {Code::name_unknown,
             section_.origin,
             {{"name", row.repeat}, {"nearest", Names{&tables}.nearest(row.repeat)}}});
        return {Names{&context_.values}};
    }
    const DataTable& table = found->second;
    std::vector<Names> data;
    for (const std::vector<Text>& values : table.rows) {
        Names names{&context_.values};
        for (std::size_t k = 0; k < table.columns.size(); ++k)
            names.row[table.columns[k]] = values[k];
        data.push_back(std::move(names));
    }
    if (data.empty()) {
        data.push_back(Names{&context_.values});
        for (const std::string& column : table.columns) data.back().row[column] = Text{};
    }
    return data;
}

void SectionBuilder::add_once(const Slot& slot, std::size_t row) {
    const unsigned begin = first_row_[row];
    add_cell(slot, begin, first_row_[slot.end_row] - begin, filled(slot, data_[row].front()));
}

void SectionBuilder::add_each_time(const Slot& slot, std::size_t row,
                                   std::vector<bool>& boundaries) {
    std::vector<Text> texts;
    for (const Names& names : data_[row]) texts.push_back(filled(slot, names));
    if (slot.cell->merge)
        for (std::size_t k = 1; k < texts.size(); ++k)
            boundaries[k] = boundaries[k] || texts[k].utf8() != texts[k - 1].utf8();
    for (std::size_t begin = 0; begin < texts.size();) {
        std::size_t end = begin + 1;
        while (slot.cell->merge && end < texts.size() && !boundaries[end]) ++end;
        add_cell(slot, first_row_[row] + static_cast<unsigned>(begin),
                 static_cast<unsigned>(end - begin), std::move(texts[begin]));
        begin = end;
    }
}

void SectionBuilder::add_cell(const Slot& slot, unsigned row, unsigned row_span, Text text) {
    const FormCell& pattern = *slot.cell;
    const std::size_t end = std::min(slot.column + pattern.columns, section_.columns.size());
    TableCell cell;
    cell.row = row;
    cell.row_span = row_span;
    cell.column = context_.grid.column_at(edges_[slot.column]);
    cell.column_span = context_.grid.column_at(edges_[end]) - cell.column;
    cell.orientation = pattern.orientation;
    cell.vertical_alignment = pattern.vertical_alignment;
    cell.head = pattern.head;
    cell.paragraph.style = pattern.style;
    if (!text.empty()) cell.paragraph.runs.push_back({std::move(text), pattern.style});
    table_.cells.push_back(std::move(cell));
}

/// Shares of the table's width, in their lowest terms.
std::vector<TableColumn> columns_of(const Grid& grid) {
    std::uint64_t divisor = 0;
    for (const std::uint64_t edge : grid.edges) divisor = std::gcd(divisor, edge);
    std::vector<TableColumn> columns;
    for (std::size_t k = 1; k < grid.edges.size(); ++k) {
        TableColumn column;
        column.kind = ColumnWidth::relative;
        column.relative = static_cast<unsigned>((grid.edges[k] - grid.edges[k - 1]) / divisor);
        columns.push_back(column);
    }
    return columns;
}

}  // namespace

Table form_table(const FormLayout& form, const Scorecard& scorecard, const NamedValues& values,
                 Diagnostics& diagnostics) {
    const Grid grid = grid_of(form);
    const Context context{grid, grid.edges.back(), scorecard, values, diagnostics};
    Table table;
    table.frame = form.frame;
    table.columns = columns_of(grid);
    for (const FormSection& section : form.sections)
        SectionBuilder{section, context, table}.build();
    std::stable_sort(table.cells.begin(), table.cells.end(),
                     [](const TableCell& a, const TableCell& b) {
                         return std::pair{a.row, a.column} < std::pair{b.row, b.column};
                     });
    return table;
}

}  // namespace banxin
