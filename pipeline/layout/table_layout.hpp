// How tables are built from data: ranking tables and forms, as their layout files describe them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/layout/style.hpp"

namespace banxin {

/// How a rule is drawn: one line, or two of the same thickness.
struct RuleStyle {
    Length thickness;
    Length gap;  ///< Between the lines of a double rule; zero for a single one.

    RuleStyle() = default;
    RuleStyle(Length thickness_of_line, Length gap_between = {})  // NOLINT: a length is a rule
        : thickness{thickness_of_line}, gap{gap_between} {}

    [[nodiscard]] Length width() const { return gap > Length{} ? 2 * thickness + gap : thickness; }
    friend bool operator==(const RuleStyle&, const RuleStyle&) = default;
};

/// The rules of a cell where they are not those of its table.
struct CellRules {
    std::optional<RuleStyle> left, right, above, below;
};

/// Rules and padding of a table.
struct TableFrame {
    RuleStyle outer_rule;  ///< The frame.
    RuleStyle inner_rule;
    Length horizontal_padding;  ///< Between a cell's edge and its text, left and right alike.
    Length vertical_padding;    ///< Above the first and below the last line.
    std::optional<RuleStyle> side_rule = {};  ///< The frame's left and right where they differ.
};

enum class VerticalAlignment : std::uint8_t { top, centre, bottom };
enum class Orientation : std::uint8_t {
    horizontal,
    vertical,
    automatic,  ///< Of cells: vertical where fewer than two characters fit beside each other.
};

/// How a table stands on its page. A landscape one has its head towards its left
/// edge, on odd and even pages alike: GB/T 9704-2012, clause 8.
enum class PageOrientation : std::uint8_t { portrait, landscape };

/// How much smaller than its styles a table may be set to need fewer pages, in thousandths.
struct Shrink {
    unsigned size = 1000;
    unsigned leading = 1000;
};

/// What becomes of a cell's text where the cell's rows cross the end of a page.
enum class AcrossPages : std::uint8_t {
    once,    ///< Shown once; lines that do not fit the first part stand in the next one.
    repeat,  ///< A label: shown again in every part, where its vertical alignment puts it.
    centre,  ///< Shown again, in the middle of every part.
};

/// A line above every piece of a table but the first: （续表）.
struct ContinuedLine {
    Text text;  ///< Empty: there is none.
    std::string style;
};

/// What decides how wide a column is.
enum class ColumnWidth : std::uint8_t { fixed, by_content, relative };

struct TableColumn {
    ColumnWidth kind = ColumnWidth::by_content;
    Length fixed;           ///< of a fixed column
    unsigned relative = 1;  ///< share of a relative column
    /// Columns by content with the same group, from 1, are equally wide: the names of all panels
    /// of a ranking. 0 is a column by itself.
    unsigned group = 0;
};

/// One column of a ranking panel.
struct RankingColumn {
    enum class Value : std::uint8_t { place, name, shown, score };
    Value value = Value::name;
    Text head;           ///< `{head}` stands for the head in the sheet.
    std::string style;   ///< Of the cells.
    Length fixed_width;  ///< Zero: shares what the fixed columns leave, by content.
};

struct RankingLayout {
    TableFrame frame;
    std::vector<RankingColumn> columns;  ///< `shown` stands for all further columns of the job.
    std::string head_style;
    std::string bar_style;
    Text bar;  ///< `“{grade}”（{count}名）`
    unsigned panels = 1;
    bool fill_down = true;
    bool bar_below_heads = true;
    Shrink shrink;
    PageOrientation orientation = PageOrientation::portrait;
    ContinuedLine continued;
};

/// Which cells of a repeated row become one with the cell above.
enum class Merge : std::uint8_t {
    none,
    equal,  ///< those with the same text
    empty,  ///< those without any
};

/// One cell of a form.
struct FormCell {
    Text text;  ///< Template with `{name}` places; a line feed breaks the line.
    std::string style;
    unsigned columns = 1;  ///< Columns of its section that it spans.
    unsigned rows = 1;     ///< Rows it spans; 0: to the end of its section.
    Orientation orientation = Orientation::horizontal;
    VerticalAlignment vertical_alignment = VerticalAlignment::centre;
    AcrossPages across_pages = AcrossPages::once;  ///< `repeat` for heads that say nothing.
    Text if_empty;  ///< What stands there when `text` comes out empty: 空
    Merge merge = Merge::none;
    bool head = false;  ///< A label: TH in the structure tree.
    CellRules rules;
    bool diagonal = false;  ///< 斜线表头: two lines, of the columns' heads and of the rows'.
};

/// One row of a form, or the pattern of many.
struct FormRow {
    std::vector<FormCell> cells;  ///< From left to right, without the places that spans cover.
    /// Name of the DataTable whose rows it repeats over; empty: once. Rows with the same name that
    /// follow each other are filled together, one record after the other.
    std::string repeat;
    bool each_group = false;  ///< Comes once for a group of records: a head or a foot of it.
    bool repeat_head =
        false;  ///< Comes again at the top of each page its section or group goes on to.
    bool keep_with_next = false;  ///< Never ends a page.
    Length minimum_height;
    std::optional<RuleStyle> rule_above, rule_below;
};

/// Rows that share their column edges. Sections stand under each other in one frame.
struct FormSection {
    std::vector<TableColumn> columns;  ///< Together they are as wide as the table.
    std::vector<FormRow> rows;
    Origin origin;
};

struct FormLayout {
    TableFrame frame;
    std::vector<FormSection> sections;
    Shrink shrink;
    PageOrientation orientation = PageOrientation::portrait;
    ContinuedLine continued;
    bool keep_together = false;  ///< Moves to a page that holds it whole, where one does.
};

}  // namespace banxin
