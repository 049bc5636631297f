// Shaped tables written down by hand, and pictures of placed ones.
//
// No fonts: every Han is one em wide and every other character half an em, so that all lengths
// in a test can be counted.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/placed_table.hpp"

namespace banxin {

inline constexpr Length kEm = Length::from_emu(1000);  ///< Also the leading.
inline constexpr Length kHalfEm = Length::from_emu(500);
inline constexpr Length kEdgeRule = Length::from_emu(40);  ///< Of the frame.
inline constexpr Length kInnerRule = Length::from_emu(20);

/// `count` × 字, which may break anywhere.
[[nodiscard]] std::string han(std::size_t count);

/// A cell on its way into a table.
struct CellSketch {
    std::string text;
    unsigned rows = 1;
    unsigned columns = 1;
    bool is_head = false;
    Orientation orientation = Orientation::horizontal;
    VerticalAlignment vertical_alignment = VerticalAlignment::centre;
    Alignment alignment = Alignment::left;
    bool aligns_points = false;
    bool may_turn = false;
    AcrossPages across_pages = AcrossPages::once;

    CellSketch over(unsigned row_span, unsigned column_span) const;
    CellSketch head() const;  ///< Shown again on every page.
    CellSketch vertical() const;
    CellSketch turning() const;  ///< orientation: auto
    CellSketch decimal() const;  ///< align: decimal
    CellSketch aligned(VerticalAlignment vertically) const;
    CellSketch aligned(Alignment horizontally) const;
    CellSketch across(AcrossPages pages) const;
};
[[nodiscard]] CellSketch cell(std::string text);

/// Builds a table row by row. Cells go to the next free places, as in HTML. All paddings are half
/// an em.
class TableBuilder {
  public:
    explicit TableBuilder(std::vector<TableColumn> columns);

    /// Begins a section with columns of its own.
    TableBuilder& section(std::vector<TableColumn> columns);

    TableBuilder& row(const std::vector<CellSketch>& cells);

    // For the row added last.
    TableBuilder& keep_with_next();
    TableBuilder& repeat_until(unsigned row);
    TableBuilder& minimum(Length height);

    /// The table. Its cells say that they were written in file 1, at row and column from 1.
    [[nodiscard]] ShapedTable table() const { return table_; }

  private:
    ShapedTable table_;
    std::vector<std::vector<bool>> taken_;  ///< By row, then column.
};

[[nodiscard]] TableColumn fixed_column(Length width);
[[nodiscard]] TableColumn relative_column(unsigned weight);
[[nodiscard]] TableColumn content_column(unsigned group = 0);

/// The text of a placed line.
[[nodiscard]] std::string line_text(const ShapedTable& table, const PlacedTable& placed,
                                    const PlacedCell& cell, const PlacedLine& line);

/// A character of a piece, the top-left corner of its em counted from that of the piece.
struct DrawnCharacter {
    Length x, y;
    std::string text;
    bool repeated = false;
};
[[nodiscard]] std::vector<DrawnCharacter> characters(const ShapedTable& table,
                                                     const PlacedTable& placed, std::size_t piece);

/// Draws a piece, one text row an em and one character half an em, when its edges and lines lie
/// on whole ems down and half ems across. Text of repeated cells stands in the same way; a piece
/// of no height is "(empty)\n".
[[nodiscard]] std::string picture(const ShapedTable& table, const PlacedTable& placed,
                                  std::size_t piece);

}  // namespace banxin
