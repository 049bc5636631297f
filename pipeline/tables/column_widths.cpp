#include "pipeline/tables/column_widths.hpp"

#include <algorithm>
#include <string>

#include "pipeline/tables/column_wishes.hpp"
#include "pipeline/tables/narrow_columns.hpp"

namespace banxin {
namespace {

/// Adds one unit to each of the first columns by content until `width` is used up to the unit.
void hand_out_units(Length width, const ColumnWishes& wishes, std::vector<Length>& widths) {
    if (wishes.by_content == 0) return;
    Length rest = width - wishes.fixed;
    for (const ColumnGroup& group : wishes.groups) rest -= group.width * group.columns;
    const std::int64_t each = rest.emu() / wishes.by_content;
    std::int64_t units = rest.emu() % wishes.by_content;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (wishes.group_of[column] == ColumnWishes::kNoGroup) continue;
        widths[column] += Length::from_emu(each + (units > 0 ? 1 : 0));
        --units;
    }
}

/// Gives every group its width. `room` is what all but fixed columns have together.
void fit_groups(Length room, Length padding, ColumnWishes& wishes) {
    const Length preferred = wishes.preferred();
    if (preferred > room) {
        narrow_columns(wishes.groups, wishes.rows, room, padding);
        return;
    }
    // Relative columns take what is left; without them it is shared by width.
    const Length spare = wishes.shares > 0 ? Length{} : room - preferred;
    for (ColumnGroup& group : wishes.groups) {
        group.width = group.preferred;
        if (preferred > Length{}) {
            const std::int64_t share = spare.emu() * group.preferred.emu() / preferred.emu();
            group.width += Length::from_emu(share);
        }
    }
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
void share_by_weight(const TableSection& section, Length room, std::int64_t weight,
                     std::vector<Length>& widths) {
    std::int64_t passed = 0;
    Length given;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (section.columns[column].kind != ColumnWidth::relative) continue;
        passed += section.columns[column].relative;
        const Length until_here = room.scaled(passed, std::max<std::int64_t>(weight, 1));
        widths[column] = until_here - given;
        given = until_here;
    }
}

/// What each column has by its kind, relative ones of `for_shares` together.
std::vector<Length> widths_of(const TableSection& section, const ColumnWishes& wishes,
                              Length ColumnGroup::*width, Length for_shares) {
    std::vector<Length> widths;
    for (std::size_t column = 0; column < section.columns.size(); ++column) {
        const std::uint32_t group = wishes.group_of[column];
        widths.push_back(group == ColumnWishes::kNoGroup ? section.columns[column].fixed
                                                         : wishes.groups[group].*width);
    }
    share_by_weight(section, for_shares, wishes.shares, widths);
    return widths;
}

/// Hundredths of a millimetre as `12.34`.
std::string millimetres(Length length) {
    const std::int64_t hundredths = length.scaled(100, Length::kPerMillimetre).emu();
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (digits.size() < 2 ? ".0" : ".") + digits;
}

/// Where a section is said to be too wide: its first text that is no head, because heads are
/// often words of the layout, or else its first text.
Origin place_of(std::span<const ShapedCell> cells) {
    Origin first;
    for (const ShapedCell& cell : cells) {
        if (cell.paragraph.source.empty()) continue;
        if (!cell.head) return cell.paragraph.source.origin();
        if (first == Origin{}) first = cell.paragraph.source.origin();
    }
    return first;
}

}  // namespace

Outcome<std::vector<Length>> solve_column_edges(const ShapedTable& table,
                                                const TableSection& section, Length width,
                                                const LineRules& rules) {
    Outcome<std::vector<Length>> outcome;
    ColumnWishes wishes = collect_wishes(table, section, width, rules);
    if (wishes.shares > 0 && wishes.least() > width)
        wishes.groups.back().least = wishes.one_han_each;
    const Length needed = wishes.least();
    if (needed > width) {
        outcome.diagnostics.push_back(
            {.code = Code::table_too_wide,
             .origin = place_of(cells_of(table, section)),
             .arguments = {{"needed", millimetres(needed)}, {"width", millimetres(width)}}});
    }
    if (needed > width || wishes.groups.empty()) {
        const Length for_shares = wishes.shares > 0 ? wishes.groups.back().least : Length{};
        outcome.value =
            scaled_edges(widths_of(section, wishes, &ColumnGroup::least, for_shares), width);
        return outcome;
    }
    fit_groups(width - wishes.fixed, 2 * table.frame.horizontal_padding, wishes);
    Length for_shares = width - wishes.fixed;
    for (std::size_t group = 0; group + 1 < wishes.groups.size(); ++group)
        for_shares -= wishes.groups[group].width * wishes.groups[group].columns;
    std::vector<Length> widths = widths_of(section, wishes, &ColumnGroup::width, for_shares);
    if (wishes.shares == 0) hand_out_units(width, wishes, widths);
    outcome.value = edges_of(widths);
    return outcome;
}

}  // namespace banxin
