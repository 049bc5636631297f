// The house rules of line layout: what may be squeezed, what may open, and what it costs.
#pragma once

#include <cstdint>

namespace banxin {

/// What happens to a full-width mark at a line's end. GB/T 15834-2011, 5.1.10; CLREQ 3.1.6.
enum class LineEndMode : std::uint8_t {
    grid,  ///< Half width only where the line would not fit: keeps the character grid.
    gb,    ///< Always half width, and the line is justified again.
};

/// What happens in vertical text to figures too long for one cell. GB/T 15835-2011 turns them;
/// labels of forms often have their digits one under the other.
enum class LongFigures : std::uint8_t { turned, upright };

/// How labels of tables are set to run down.
struct VerticalRules {
    unsigned digits_abreast = 3;  ///< Figures of up to so many digits stand in one cell (纵中横排).
    LongFigures long_figures = LongFigures::turned;
    /// Characters, in a column of a label; a longer one takes several where its cell is wide
    /// enough.
    unsigned longest_column = 8;
};

/// Parameters of breaking and filling. Widths are in thousandths of the em of the text, costs
/// are pure numbers that only mean something against each other.
struct LineRules {
    LineEndMode line_end = LineEndMode::grid;
    unsigned latin_gap = 125;  ///< Between Han and Latin letters; CLREQ allows up to 250.
    unsigned figure_gap = 0;   ///< Between Han and figures other than dates, numbers and money.
    unsigned latin_gap_shrink = 125;  ///< How far that gap may close.
    bool trim_paragraph_start =
        false;  ///< An opening mark after the first-line indent loses its blank half.
    unsigned largest_han_gap = 100;  ///< Opening between Han beyond which another break is chosen.
    unsigned squeeze_cost =
        10;  ///< A mark inside a line squeezed by its half em; grows with the square.
    unsigned open_cost =
        150;  ///< Han gaps opened by a tenth em, on each line; grows with the square, and by
              ///< twice as much more where they are seen as spaced out, from a twentieth on.
    unsigned grid_cost = 2;           ///< Ten Han that leave the grid.
    unsigned soft_break_cost = 1200;  ///< 《…》 of few characters broken over two lines.
    unsigned runt_cost = 2000;        ///< A last line of one Han (孤字).
    unsigned uneven_cost = 5;         ///< Neighbouring lines of visibly different fill.
    /// What a paragraph may cost more to have a line more or fewer for its page's sake.
    unsigned looseness_cost = 150;
    VerticalRules vertical = {};
};

}  // namespace banxin
