#include "pipeline/tables/column_widths.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "pipeline/tables/content_width.hpp"
#include "pipeline/tables/narrow_columns.hpp"

namespace banxin {
namespace {

constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

/// Rows that the estimate of heights looks at; those of a long table resemble each other.
constexpr std::size_t kMostSampleRows = 128;

/// Stands for an em where a column has no text of its own.
constexpr Length kStepWithoutText = Length::from_emu(5 * Length::kPerMillimetre);

/// What the columns ask for before anything is shared out.
struct Wishes {
    std::vector<ColumnGroup> groups;      ///< Of the columns by content.
    std::vector<std::uint32_t> group_of;  ///< One a column; kNoGroup for other kinds.
    std::vector<SampleRow> rows;
    Length fixed;           ///< Of all fixed columns together.
    Length relative_least;  ///< What all relative columns together need so that each holds one Han.
    std::int64_t relative_weight = 0;

    [[nodiscard]] Length least() const {
        Length total;
        for (const ColumnGroup& group : groups) total += group.least * group.columns;
        return total;
    }
    [[nodiscard]] Length preferred() const {
        Length total;
        for (const ColumnGroup& group : groups) total += group.preferred * group.columns;
        return total;
    }
    [[nodiscard]] std::uint32_t columns_by_content() const {
        std::uint32_t count = 0;
        for (const ColumnGroup& group : groups) count += group.columns;
        return count;
    }
};

void collect_columns(const ShapedTable& table, Wishes& wishes) {
    std::map<unsigned, std::uint32_t> group_by_name;
    for (const TableColumn& column : table.columns) {
        wishes.group_of.push_back(kNoGroup);
        if (column.kind == ColumnWidth::fixed) wishes.fixed += column.fixed;
        if (column.kind == ColumnWidth::relative) wishes.relative_weight += column.relative;
        if (column.kind != ColumnWidth::by_content) continue;
        auto index = static_cast<std::uint32_t>(wishes.groups.size());
        if (column.group != 0) index = group_by_name.try_emplace(column.group, index).first->second;
        if (index == wishes.groups.size()) wishes.groups.emplace_back();
        ++wishes.groups[index].columns;
        wishes.group_of.back() = index;
    }
}

/// Cells of one column say what their column needs.
void collect_cells(const ShapedTable& table, const std::vector<ContentWidth>& contents,
                   Wishes& wishes) {
    const Length padding = 2 * table.frame.horizontal_padding;
    const std::size_t stride = table.rows.size() / kMostSampleRows + 1;
    wishes.rows.resize(table.rows.size() / stride + 1);
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        const ShapedCell& cell = table.cells[index];
        if (cell.column_span > 1 || wishes.group_of[cell.column] == kNoGroup) continue;
        const ContentWidth& content = contents[index];
        ColumnGroup& group = wishes.groups[wishes.group_of[cell.column]];
        group.least = std::max(group.least, content.least + padding);
        group.preferred = std::max(group.preferred, content.preferred + padding);
        group.em = std::max(group.em, cell.paragraph.style.pitch);
        if (cell.row_span > 1 || cell.row % stride != 0) continue;
        wishes.rows[cell.row / stride].push_back(
            {wishes.group_of[cell.column], cell.paragraph.style.leading, content.segments});
    }
    for (ColumnGroup& group : wishes.groups) {
        // A column that only wider cells touch: any step will do.
        if (group.em <= Length{}) group.em = kStepWithoutText;
    }
}

/// A cell over several columns, and what is under it.
struct Spanning {
    std::size_t cell = 0;
    std::vector<std::uint32_t> groups;  ///< Of its columns by content, one entry a column.
    Length fixed;                       ///< Its fixed columns together.
};

/// The cells over several columns whose columns by content may have to grow for them. Relative
/// columns get their widths later, and may well give enough: cells over them ask for nothing.
std::vector<Spanning> spanning_cells(const ShapedTable& table, const Wishes& wishes) {
    std::vector<Spanning> found;
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        const ShapedCell& cell = table.cells[index];
        if (cell.column_span <= 1) continue;
        Spanning spanning{.cell = index, .groups = {}, .fixed = {}};
        bool over_relative = false;
        for (unsigned column = cell.column; column < cell.column + cell.column_span; ++column) {
            const std::uint32_t group = wishes.group_of[column];
            over_relative |= table.columns[column].kind == ColumnWidth::relative;
            if (group == kNoGroup) {
                spanning.fixed += table.columns[column].fixed;
            } else {
                spanning.groups.push_back(group);
            }
        }
        if (!over_relative && !spanning.groups.empty()) found.push_back(std::move(spanning));
    }
    return found;
}

/// Adds the same to each column under `spanning` until together they have `wanted`. `width` is
/// what grows, the least or the preferred one; the table grows by `most` at most.
void widen(const Spanning& spanning, Length wanted, Length ColumnGroup::*width, Length most,
           std::vector<ColumnGroup>& groups) {
    Length missing = wanted - spanning.fixed;
    for (const std::uint32_t group : spanning.groups) missing -= groups[group].*width;
    if (missing <= Length{} || most <= Length{}) return;
    std::vector<std::uint32_t> once = spanning.groups;
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    std::int64_t columns = 0;  // Those of the whole table that grow along.
    for (const std::uint32_t group : once) columns += groups[group].columns;
    const auto sharing = static_cast<std::int64_t>(spanning.groups.size());
    const std::int64_t each =
        std::min((missing.emu() + sharing - 1) / sharing, most.emu() / columns);
    for (const std::uint32_t group : once) groups[group].*width += Length::from_emu(each);
}

void collect_spanning_cells(const ShapedTable& table, const std::vector<ContentWidth>& contents,
                            Length room, Wishes& wishes) {
    const Length padding = 2 * table.frame.horizontal_padding;
    const std::vector<Spanning> all = spanning_cells(table, wishes);
    for (const Spanning& spanning : all) {
        const Length wanted = contents[spanning.cell].least + padding;
        const Length most = wanted * static_cast<std::int64_t>(table.columns.size());
        widen(spanning, wanted, &ColumnGroup::least, most, wishes.groups);
    }
    for (ColumnGroup& group : wishes.groups) {
        group.preferred = std::max(group.preferred, group.least);
    }
    // A long line over several columns may take what is left over, but it never makes the table
    // narrow its other columns: it can be broken.
    for (const Spanning& spanning : all) {
        const Length wanted = contents[spanning.cell].preferred + padding;
        widen(spanning, wanted, &ColumnGroup::preferred, room - wishes.preferred(), wishes.groups);
    }
}

/// The least room in which every relative column of single cells holds one Han.
Length least_of_relative_columns(const ShapedTable& table, std::int64_t weight) {
    Length least;
    for (const ShapedCell& cell : table.cells) {
        const TableColumn& column = table.columns[cell.column];
        if (column.kind != ColumnWidth::relative || cell.column_span > 1) continue;
        const Length own = cell.paragraph.style.pitch + 2 * table.frame.horizontal_padding;
        least = std::max(least, own.scaled(weight, std::max(column.relative, 1U)));
    }
    return least;
}

/// Adds one unit to each of the first columns by content until `room` is used up to the unit.
void hand_out_units(Length room, const Wishes& wishes, std::vector<Length>& widths) {
    Length rest = room - wishes.fixed;
    for (const ColumnGroup& group : wishes.groups) rest -= group.width * group.columns;
    const std::int64_t columns = wishes.columns_by_content();
    if (columns == 0) return;
    const std::int64_t each = rest.emu() / columns;
    std::int64_t units = rest.emu() % columns;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (wishes.group_of[column] == kNoGroup) continue;
        widths[column] += Length::from_emu(each + (units > 0 ? 1 : 0));
        --units;
    }
}

/// Gives every group its width. `room` is what the columns by content have together.
void fit_groups(const ShapedTable& table, Length room, Wishes& wishes) {
    const Length preferred = wishes.preferred();
    if (preferred > room) {
        narrow_columns(wishes.groups, wishes.rows, room, 2 * table.frame.horizontal_padding);
        return;
    }
    // Relative columns take what is left; without them it is shared by width.
    const Length spare = wishes.relative_weight > 0 ? Length{} : room - preferred;
    for (ColumnGroup& group : wishes.groups) {
        group.width = group.preferred;
        if (preferred > Length{}) {
            const std::int64_t share = spare.emu() * group.preferred.emu() / preferred.emu();
            group.width += Length::from_emu(share);
        }
    }
}

/// Widths before they are made to add up; what does not fit is left to scaling.
std::vector<Length> least_widths(const ShapedTable& table, const Wishes& wishes) {
    std::vector<Length> widths;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const TableColumn& asked = table.columns[column];
        switch (asked.kind) {
            case ColumnWidth::fixed:
                widths.push_back(asked.fixed);
                break;
            case ColumnWidth::relative:
                widths.push_back(wishes.relative_least.scaled(
                    asked.relative, std::max<std::int64_t>(wishes.relative_weight, 1)));
                break;
            case ColumnWidth::by_content:
                widths.push_back(wishes.groups[wishes.group_of[column]].least);
                break;
        }
    }
    return widths;
}

std::vector<Length> edges_of(const std::vector<Length>& widths) {
    std::vector<Length> edges = {Length{}};
    for (const Length width : widths) edges.push_back(edges.back() + width);
    return edges;
}

/// Stretches or shrinks all columns in proportion, to `width` exactly.
std::vector<Length> scaled_edges(std::vector<Length> widths, Length width) {
    std::vector<Length> edges = edges_of(widths);
    if (edges.back() <= Length{}) {
        widths.assign(widths.size(), Length::from_emu(1));
        edges = edges_of(widths);
    }
    const std::int64_t total = std::max<std::int64_t>(edges.back().emu(), 1);
    for (Length& edge : edges) edge = width.scaled(edge.emu(), total);
    return edges;
}

/// Relative columns share `room` by weight; shares are cut from one sum, so that none of it
/// is lost and equal weights differ by one unit at most.
void share_by_weight(const ShapedTable& table, Length room, std::int64_t weight,
                     std::vector<Length>& widths) {
    std::int64_t passed = 0;
    Length given;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (table.columns[column].kind != ColumnWidth::relative) continue;
        passed += table.columns[column].relative;
        const Length until_here = room.scaled(passed, weight);
        widths[column] = until_here - given;
        given = until_here;
    }
}

/// Hundredths of a millimetre as `12.34`.
std::string millimetres(Length length) {
    const std::int64_t hundredths = length.scaled(100, Length::kPerMillimetre).emu();
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (digits.size() < 2 ? ".0" : ".") + digits;
}

/// Where the table is said to be too wide: its first text that is no head, because heads are
/// often words of the layout, or else its first text.
Origin place_of(const ShapedTable& table) {
    Origin first;
    for (const ShapedCell& cell : table.cells) {
        if (cell.paragraph.source.empty()) continue;
        if (!cell.head) return cell.paragraph.source.origin();
        if (first == Origin{}) first = cell.paragraph.source.origin();
    }
    return first;
}

Diagnostic too_wide(const ShapedTable& table, Length needed, Length width) {
    return {.code = Code::table_too_wide,
            .origin = place_of(table),
            .arguments = {{"needed", millimetres(needed)}, {"width", millimetres(width)}}};
}

Wishes collect_wishes(const ShapedTable& table, Length width, const LineRules& rules) {
    Wishes wishes;
    collect_columns(table, wishes);
    if (wishes.relative_weight > 0) {
        wishes.relative_least = least_of_relative_columns(table, wishes.relative_weight);
    }
    if (wishes.groups.empty()) return wishes;
    std::vector<ContentWidth> contents;
    contents.reserve(table.cells.size());
    for (const ShapedCell& cell : table.cells)
        contents.push_back(content_width(cell, width, rules));
    collect_cells(table, contents, wishes);
    collect_spanning_cells(table, contents, width - wishes.fixed - wishes.relative_least, wishes);
    return wishes;
}

}  // namespace

Outcome<std::vector<Length>> solve_column_edges(const ShapedTable& table, Length width,
                                                const LineRules& rules) {
    Outcome<std::vector<Length>> outcome;
    Wishes wishes = collect_wishes(table, width, rules);
    const Length needed = wishes.fixed + wishes.relative_least + wishes.least();
    const bool all_fixed = wishes.groups.empty() && wishes.relative_weight == 0;
    if (needed > width) outcome.diagnostics.push_back(too_wide(table, needed, width));

    std::vector<Length> widths = least_widths(table, wishes);
    if (needed > width || all_fixed) {
        outcome.value = scaled_edges(widths, width);
        return outcome;
    }
    fit_groups(table, width - wishes.fixed - wishes.relative_least, wishes);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const std::uint32_t group = wishes.group_of[column];
        if (group != kNoGroup) widths[column] = wishes.groups[group].width;
    }
    if (wishes.relative_weight > 0) {
        Length rest = width - wishes.fixed;
        for (const ColumnGroup& group : wishes.groups) rest -= group.width * group.columns;
        share_by_weight(table, rest, wishes.relative_weight, widths);
    } else {
        hand_out_units(width, wishes, widths);
    }
    outcome.value = edges_of(widths);
    return outcome;
}

}  // namespace banxin
