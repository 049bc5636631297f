// How one kind of text is set, and the page it is set on. All figures are resolved: whoever
// reads a Style never has to ask what 三号 or "two characters" means.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/base/length.hpp"

namespace banxin {

/// The sheet and the type area (版心). GB/T 9704-2012, clauses 4 and 5.
struct PageGeometry {
    Length paper_width = Length::from_emu(210 * 36000);
    Length paper_height = Length::from_emu(297 * 36000);
    Length left;               ///< 订口: left edge of the paper to the type area.
    Length top;                ///< 天头: top edge of the paper to the type area.
    Length type_width;         ///< 156 mm
    Length type_height;        ///< 225 mm
    unsigned characters = 28;  ///< Cells of a full line; the pitch is type_width ÷ characters.
    unsigned lines = 22;       ///< Rows of the grid.
    Length em;                 ///< Height of a character of the body, 三号.
    Length line_pitch;         ///< From one row's top to the next one's.
    bool rows_on_grid =
        true;  ///< Body rows stand on the grid; false lets every line follow the last.
    /// How much further down the first page's type area goes: in letters, cl. 10.1.
    Length first_page_extra;
    Length grid_top;  ///< From the type area's head to the first row of the grid.

    /// Advance of a full-width character on the grid. Rounded down, so that a full line of cells
    /// is never wider than the type area.
    [[nodiscard]] Length cell() const { return Length::from_emu(type_width.emu() / characters); }

    /// Left edge of cell `index` (0-based, may equal `characters`), measured from the type area.
    [[nodiscard]] Length cell_left(std::int64_t index) const {
        return type_width.scaled(index, characters);
    }
};

enum class Alignment : std::uint8_t { justify, left, centre, right };

/// What text and rules are printed in.
enum class Colour : std::uint8_t {
    black,
    red,  ///< 发文机关标志 and the line below it. GB/T 9704-2012, 6.2 and 7.2.
};

/// What the lines of a paragraph look like together.
enum class LineShape : std::uint8_t {
    free,   ///< Lines as full as they come.
    title,  ///< Whole words, in a trapezium or a rhombus. GB/T 9704-2012, 7.3.1.
};

/// How one kind of text is set.
struct Style {
    std::string name;       ///< As the layout file calls it: `body`, `heading-1` …
    std::string font_role;  ///< A role of fonts/fonts.yaml: 仿宋
    Length size;            ///< Height of the em that glyphs are drawn at.
    Length pitch;           ///< Advance of a full-width character; `size` off the grid.
    Length leading;         ///< From baseline to baseline.
    Alignment alignment = Alignment::justify;
    /// Cells of one column have their numbers point under point; `alignment` is centre.
    bool aligns_points = false;
    LineShape line_shape = LineShape::free;
    Colour colour = Colour::black;
    Length first_line_indent;  ///< Added to `left_indent` on a paragraph's first line.
    /// In a cell, lines that begin with ①, 1. or （1） hang: their later lines begin below the
    /// text.
    bool hanging_labels = false;
    /// The text is a list of people, whose names stay whole at a line's end.
    bool keeps_names = false;
    Length left_indent;
    Length right_indent;
    unsigned blank_lines_before = 0;  ///< Whole rows of the grid left empty; none at a page's top.
    unsigned blank_lines_after = 0;   ///< The larger of this and what follows wants before it.
    unsigned first_row = 1;       ///< Row of the page (from 1) it stands on when it opens a page.
    bool new_page = false;        ///< Always opens a page (annexes).
    bool keep_with_next = false;  ///< Never the last thing on a page (headings).
};

/// The imprint (版记) at the foot of the last page. GB/T 9704-2012, 7.4. Its rules are as wide as
/// the type area; one without thickness is not drawn.
struct ImprintLayout {
    Length outer_rule;  ///< Thickness of the first rule, and of the last, which ends the type area.
    Length inner_rule;  ///< Thickness of the one above 印发机关.
};

/// The page number below the type area. GB/T 9704-2012, 7.5.
struct PageNumberStyle {
    bool shown = true;
    bool on_first_page = true;
    std::string font_role;  ///< 宋体
    Length size;            ///< 四号
    Length dash_below;      ///< From the type area's foot to the centre line of the dashes, 7 mm.
    Length outer_indent;    ///< One character of `size` in from the outer edge of the type area.
    Length gap;             ///< Between a dash and the digits.
};

}  // namespace banxin
