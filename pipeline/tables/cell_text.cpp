#include "pipeline/tables/cell_text.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/tables/align_points.hpp"
#include "pipeline/tables/cell_paragraphs.hpp"
#include "pipeline/tables/label_columns.hpp"

namespace banxin {
namespace {

constexpr Length kOneUnit = Length::from_emu(1);

Length inner_width(const ShapedTable& table, std::size_t cell, const TableColumns& columns) {
    const GridRange range = columns.of_cells[cell];
    const Length inner =
        columns.edges[range.end] - columns.edges[range.begin] - 2 * table.frame.horizontal_padding;
    // A column squeezed below one character keeps a measure that lines can be broken in.
    return std::max({inner, table.cells[cell].paragraph.style.pitch, kOneUnit});
}

bool is_label(const ShapedCell& cell) {
    return cell.head || cell.across_pages != AcrossPages::once;
}

bool has_repeated_heads(const ShapedTable& table) {
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
        if (table.rows[row].repeats_until > row) return true;
    }
    return false;
}

CellText text_of_lines(const Style& style) {
    CellText text;
    text.em = style.size;
    text.leading = style.leading > Length{} ? style.leading : std::max(style.size, kOneUnit);
    return text;
}

/// A tier of columns is what a line is elsewhere.
CellText text_of_label(const LabelColumns& label, const Style& style) {
    CellText text;
    text.em = label.height;
    text.leading = label.height + column_pitch(style) - style.pitch;
    text.abreast = label.abreast;
    return text;
}

}  // namespace

Length CellText::height(std::uint32_t lines) const {
    return lines == 0 ? Length{} : leading * ((lines - 1) / abreast) + em;
}

std::uint32_t CellText::lines_within(Length room, std::uint32_t lines) const {
    if (lines == 0 || room < em) return 0;
    const std::int64_t fitting = ((room - em).emu() / leading.emu() + 1) * abreast;
    return static_cast<std::uint32_t>(std::min<std::int64_t>(fitting, lines));
}

Outcome<SetCells> set_cells(const ShapedTable& table, const TableColumns& columns, Length page,
                            const LineRules& rules) {
    Outcome<SetCells> outcome;
    outcome.value.paragraphs.reserve(table.cells.size());
    outcome.value.texts.reserve(table.cells.size());
    const Length highest =
        page.scaled(1, has_repeated_heads(table) ? 2 : 1) - 2 * table.frame.vertical_padding;
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        const ShapedCell& cell = table.cells[index];
        const ShapedParagraph& paragraph = cell.paragraph;
        const Length measure = inner_width(table, index, columns);
        BrokenParagraph broken;
        CellText text = text_of_lines(paragraph.style);
        if (paragraph.clusters.empty()) {
            // Nothing to set.
        } else if (paragraph.orientation == Orientation::vertical) {
            const LabelRoom room{measure, std::max(highest, paragraph.style.pitch)};
            auto label = set_label(paragraph, room, rules);
            append(outcome.diagnostics, std::move(label.diagnostics));
            text = text_of_label(label.value, paragraph.style);
            broken = std::move(label.value.columns);
        } else {
            auto lines = break_cell_text(paragraph, measure, rules);
            append(outcome.diagnostics, std::move(lines.diagnostics));
            broken = std::move(lines.value);
        }
        text.line_count = static_cast<std::uint32_t>(broken.lines.size());
        // Dividing needs two lines on either side of the break.
        text.whole = is_label(cell) || paragraph.orientation == Orientation::vertical ||
                     text.line_count <= 3;
        outcome.value.paragraphs.push_back(std::move(broken));
        outcome.value.texts.push_back(text);
    }
    align_points(table, columns, outcome.value.paragraphs);
    return outcome;
}

}  // namespace banxin
