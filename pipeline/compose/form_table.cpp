#include "pipeline/compose/form_table.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace banxin {
namespace {

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
    const LayoutData& data;
    const NamedValues& values;
    Diagnostics& diagnostics;
};

/// The rows of a section's layout as the data repeats them.
struct MadeRow {
    std::size_t pattern = 0;    ///< Row of the layout.
    std::size_t group_end = 0;  ///< The first made row below its group or, outside one, section.
    Names names;
};

class RowMaker {
  public:
    RowMaker(const FormSection& section, const Context& context)
        : section_{section}, context_{context} {}

    std::vector<MadeRow> make() {
        const auto& rows = section_.rows;
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (!rows[begin].repeat.empty() && end < rows.size() &&
                   rows[end].repeat == rows[begin].repeat)
                ++end;
            if (const DataTable* const table = table_of(rows[begin]))
                add_groups(begin, end, *table);
            else
                add_plain(begin, end);
            begin = end;
        }
        for (MadeRow& row : made_)
            if (row.group_end == 0) row.group_end = made_.size();
        return std::move(made_);
    }

  private:
    const DataTable* table_of(const FormRow& row) {
        if (row.repeat.empty()) return nullptr;
        const auto& known = context_.data.tables;
        const auto found = known.find(row.repeat);
        if (found != known.end()) return &found->second;
        NamedValues tables;
        for (const auto& [name, table] : known) tables[name] = Text{};
        context_.diagnostics.push_back(
            {Code::name_unknown,
             section_.origin,
             {{"name", row.repeat}, {"nearest", Names{&tables}.nearest(row.repeat)}}});
        return nullptr;
    }

    void add_plain(std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            made_.push_back({row, 0, Names{&context_.values}});
    }

    void add_groups(std::size_t begin, std::size_t end, const DataTable& table) {
        std::vector<DataGroup> groups = table.groups;
        if (groups.empty()) groups.push_back({0, table.rows.size(), {}});
        for (const DataGroup& group : groups) {
            const std::size_t first = made_.size();
            std::size_t head = begin;
            for (; head < end && section_.rows[head].each_group; ++head)
                made_.push_back({head, 0, names_of(table, group, group.begin)});
            std::size_t foot = end;
            while (foot > head && section_.rows[foot - 1].each_group) --foot;
            const std::size_t records_end = std::max(group.end, group.begin + 1);
            for (std::size_t record = group.begin; record < records_end; ++record)
                for (std::size_t row = head; row < foot; ++row)
                    made_.push_back({row, 0, names_of(table, group, record)});
            for (; foot < end; ++foot)
                made_.push_back({foot, 0, names_of(table, group, group.begin)});
            if (table.groups.empty()) continue;
            for (std::size_t row = first; row < made_.size(); ++row)
                made_[row].group_end = made_.size();
        }
    }

    /// Empty words for a record that is not there.
    [[nodiscard]] Names names_of(const DataTable& table, const DataGroup& group,
                                 std::size_t record) const {
        Names names{&context_.values};
        for (const auto& [name, total] : group.totals) names.row[name] = total;
        for (std::size_t k = 0; k < table.columns.size(); ++k)
            names.row[table.columns[k]] =
                record < table.rows.size() ? NamedValue{table.rows[record][k]} : Text{};
        return names;
    }

    const FormSection& section_;
    const Context& context_;
    std::vector<MadeRow> made_;
};

/// Adds the rows and cells of one section to a table.
class SectionBuilder {
  public:
    SectionBuilder(const FormSection& section, const Context& context, Table& table)
        : section_{section},
          context_{context},
          table_{table},
          made_{RowMaker{section, context}.make()},
          first_row_{static_cast<unsigned>(table.rows.size())} {}

    void build() {
        add_rows();
        const auto slots = slots_of(section_);
        for (std::size_t row = 0; row < section_.rows.size(); ++row) {
            const std::vector<std::size_t> places = places_of(row);
            // True where a row differs from the one above it in a merging column further left: the
            // cells of a column further right never reach over it.
            std::vector<bool> boundaries(places.size(), false);
            for (const Slot& slot : slots[row]) {
                if (stands_once(slot, row))
                    add_cell(slot, places.front(), once_until(places.front(), slot),
                             filled(slot, made_[places.front()].names));
                else
                    add_each_time(slot, places, boundaries);
            }
        }
    }

  private:
    void add_rows() {
        const auto row_count = static_cast<unsigned>(made_.size());
        table_.sections.push_back({section_.columns, first_row_, first_row_ + row_count});
        for (std::size_t k = 0; k < made_.size(); ++k) {
            const FormRow& pattern = section_.rows[made_[k].pattern];
            TableRow row;
            const std::size_t last = pattern.repeat_head ? made_[k].group_end - 1 : k;
            row.repeats_until = first_row_ + static_cast<unsigned>(last);
            row.keep_with_next = pattern.keep_with_next;
            row.minimum_height = pattern.minimum_height;
            row.rule_above = pattern.rule_above;
            row.rule_below = pattern.rule_below;
            table_.rows.push_back(row);
        }
    }

    /// The made rows of a row of the layout.
    [[nodiscard]] std::vector<std::size_t> places_of(std::size_t pattern) const {
        std::vector<std::size_t> places;
        for (std::size_t k = 0; k < made_.size(); ++k)
            if (made_[k].pattern == pattern) places.push_back(k);
        return places;
    }

    /// Whether a cell is beside all repetitions of its row rather than in each of them.
    [[nodiscard]] bool stands_once(const Slot& slot, std::size_t row) const {
        const std::string& repeat = section_.rows[row].repeat;
        if (repeat.empty() || slot.cell->rows == 0) return true;
        const auto& rows = section_.rows;
        for (std::size_t below = row + 1; below < slot.end_row; ++below)
            if (rows[below].repeat != repeat) return true;
        // A single repeated row has no row of its record to span.
        const bool alone = row + 1 == rows.size() || rows[row + 1].repeat != repeat;
        return alone && slot.end_row > row + 1;
    }

    [[nodiscard]] std::size_t once_until(std::size_t begin, const Slot& slot) const {
        std::size_t end = begin + 1;
        while (end < made_.size() && made_[end].pattern < slot.end_row) ++end;
        return end;
    }

    /// As once_until, but no further than the record: there the patterns begin again.
    [[nodiscard]] std::size_t record_until(std::size_t begin, const Slot& slot) const {
        std::size_t end = begin + 1;
        while (end < made_.size() && made_[end].pattern < slot.end_row &&
               made_[end].pattern > made_[begin].pattern)
            ++end;
        return end;
    }

    void add_each_time(const Slot& slot, const std::vector<std::size_t>& places,
                       std::vector<bool>& boundaries) {
        std::vector<Text> texts;
        for (const std::size_t place : places) texts.push_back(filled(slot, made_[place].names));
        const Merge merge = slot.cell->merge;
        const auto joins = [&](std::size_t k) {
            return merge == Merge::empty ? texts[k].empty()
                                         : texts[k].utf8() == texts[k - 1].utf8();
        };
        for (std::size_t k = 1; merge != Merge::none && k < texts.size(); ++k)
            boundaries[k] = boundaries[k] || places[k] != places[k - 1] + 1 || !joins(k);
        for (std::size_t begin = 0; begin < texts.size();) {
            std::size_t end = begin + 1;
            while (merge != Merge::none && end < texts.size() && !boundaries[end]) ++end;
            add_cell(slot, places[begin], record_until(places[end - 1], slot),
                     std::move(texts[begin]));
            begin = end;
        }
    }

    void add_cell(const Slot& slot, std::size_t begin, std::size_t end, Text text) {
        const FormCell& pattern = *slot.cell;
        const std::size_t end_column =
            std::min(slot.column + pattern.columns, section_.columns.size());
        TableCell cell;
        cell.row = first_row_ + static_cast<unsigned>(begin);
        cell.row_span = static_cast<unsigned>(end - begin);
        cell.column = static_cast<unsigned>(slot.column);
        cell.column_span = static_cast<unsigned>(end_column - slot.column);
        cell.orientation = pattern.orientation;
        cell.vertical_alignment = pattern.vertical_alignment;
        cell.across_pages = pattern.across_pages;
        cell.head = pattern.head;
        cell.rules = pattern.rules;
        cell.diagonal = pattern.diagonal;
        cell.paragraph.style = pattern.style;
        if (!text.empty()) cell.paragraph.runs.push_back({std::move(text), pattern.style});
        table_.cells.push_back(std::move(cell));
    }

    [[nodiscard]] Text filled(const Slot& slot, const Names& names) {
        Text text = fill(slot.cell->text, names, context_.diagnostics).text;
        if (!text.empty() || slot.cell->if_empty.empty()) return text;
        return fill(slot.cell->if_empty, names, context_.diagnostics).text;
    }

    const FormSection& section_;
    const Context& context_;
    Table& table_;
    std::vector<MadeRow> made_;
    unsigned first_row_;  ///< Of the section, in the table.
};

}  // namespace

Paragraph continued_line(const ContinuedLine& line, const Names& names, Diagnostics& diagnostics) {
    Paragraph paragraph;
    paragraph.style = line.style;
    if (!line.text.empty())
        paragraph.runs.push_back({fill(line.text, names, diagnostics).text, line.style});
    return paragraph;
}

Table form_table(const FormLayout& form, const LayoutData& data, const NamedValues& values,
                 Diagnostics& diagnostics) {
    const Context context{data, values, diagnostics};
    Table table;
    table.frame = form.frame;
    table.shrink = form.shrink;
    table.keep_together = form.keep_together;
    table.continued = continued_line(form.continued, Names{&values}, diagnostics);
    for (const FormSection& section : form.sections)
        SectionBuilder{section, context, table}.build();
    std::stable_sort(table.cells.begin(), table.cells.end(),
                     [](const TableCell& a, const TableCell& b) {
                         return std::pair{a.row, a.column} < std::pair{b.row, b.column};
                     });
    return table;
}

}  // namespace banxin
