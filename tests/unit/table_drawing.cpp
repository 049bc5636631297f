#include "table_drawing.hpp"

#include <fmt/format.h>

namespace banxin {
namespace {

constexpr double kPixelsAnEm = 24;

double in_ems(Length length) {
    return static_cast<double>(length.emu()) / static_cast<double>(kEm.emu());
}
double in_pixels(Length length) { return in_ems(length) * kPixelsAnEm; }

/// With as many decimals as they need: 3, 2.5, 0.02.
std::string ems(Length length) { return fmt::format("{:g}", in_ems(length)); }

std::string on_one_line(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\\n");
    return text;
}

const char* name(AcrossPages pages) {
    switch (pages) {
        case AcrossPages::once:
            return "";
        case AcrossPages::repeat:
            return " repeat";
        case AcrossPages::centre:
            return " centre";
    }
    return "";
}

std::string dump_cell(const ShapedCell& cell) {
    return fmt::format("  {},{} {}x{}{}{}{} “{}”\n", cell.row, cell.column, cell.row_span,
                       cell.column_span, cell.head ? " head" : "",
                       cell.paragraph.orientation == Orientation::vertical ? " vertical" : "",
                       name(cell.across_pages), on_one_line(cell.paragraph.source.utf8()));
}

std::string dump_row(const TableRow& row, std::size_t index) {
    std::string said;
    if (row.repeats_until > index) said += fmt::format(" repeats until {}", row.repeats_until);
    if (row.keep_with_next) said += " kept with the next";
    if (row.minimum_height > Length{}) said += " at least " + ems(row.minimum_height);
    return said.empty() ? said : fmt::format("  row {}{}\n", index, said);
}

std::string dump_box(const ShapedTable& table, const PlacedTable& placed, const PlacedCell& box) {
    const ShapedCell& cell = table.cells[box.cell];
    std::string dump = fmt::format("  {},{}{} at {},{} size {} by {}", cell.row, cell.column,
                                   box.repeated ? " again" : "", ems(box.left), ems(box.top),
                                   ems(box.width), ems(box.height));
    for (const PlacedLine& line : box.lines) {
        dump += fmt::format("  “{}” {},{}", on_one_line(line_text(table, placed, box, line)),
                            ems(line.x), ems(line.top));
    }
    return dump + "\n";
}

/// A box of a drawing, in ems.
std::string rectangle(Length left, Length top, Length width, Length height, const char* look) {
    return fmt::format("<rect x='{:g}' y='{:g}' width='{:g}' height='{:g}' {}/>\n", in_pixels(left),
                       in_pixels(top), in_pixels(width), in_pixels(height), look);
}

std::string draw_rule(const PlacedRule& rule, Length left) {
    const Length half = rule.thickness.scaled(1, 2);
    const bool vertical = rule.left == rule.right;
    const Length across = vertical ? half : Length{};
    const Length down = vertical ? Length{} : half;
    return rectangle(left + rule.left - across, rule.top - down,
                     rule.right - rule.left + 2 * across, rule.bottom - rule.top + 2 * down,
                     "fill='black'");
}

}  // namespace

std::string dump_table(const ShapedTable& table, const PlacedTable& placed) {
    std::string dump = "columns";
    for (std::size_t column = 1; column < placed.column_edges.size(); ++column)
        dump += " " + ems(placed.column_edges[column] - placed.column_edges[column - 1]);
    dump += "\ncells\n";
    for (const ShapedCell& cell : table.cells) dump += dump_cell(cell);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        dump += dump_row(table.rows[row], row);
    for (std::size_t index = 0; index < placed.pieces.size(); ++index) {
        const TablePiece& piece = placed.pieces[index];
        dump += fmt::format("piece {}: rows {} to {}, height {}\n", index + 1, piece.row_begin,
                            piece.row_end, ems(piece.height));
        for (const PlacedCell& box : piece.cells) dump += dump_box(table, placed, box);
        dump += picture(table, placed, index);
    }
    return dump;
}

std::string draw_table(const ShapedTable& table, const PlacedTable& placed, const TableRoom& room) {
    const Length step = placed.column_edges.back() + 2 * kEm;
    std::string body;
    Length left = kEm;
    Length height;
    for (std::size_t index = 0; index < placed.pieces.size(); ++index, left += step) {
        const TablePiece& piece = placed.pieces[index];
        const Length page =
            std::min(index == 0 ? room.first : room.following, std::max(2 * piece.height, 6 * kEm));
        height = std::max({height, piece.height, page});
        body += rectangle(left, {}, placed.column_edges.back(), page, "fill='#eef4ff'");
        for (const PlacedRule& rule : piece.rules) body += draw_rule(rule, left);
        for (const DrawnCharacter& character : characters(table, placed, index)) {
            body +=
                fmt::format("<text x='{:g}' y='{:g}'{}>{}</text>\n", in_pixels(left + character.x),
                            in_pixels(character.y) + 0.88 * kPixelsAnEm,
                            character.repeated ? " fill='#999'" : "", character.text);
        }
    }
    return fmt::format(
               "<svg xmlns='http://www.w3.org/2000/svg' width='{:g}' height='{:g}' "
               "font-size='{:g}' font-family='serif'>\n",
               in_pixels(left), in_pixels(height + kEm), kPixelsAnEm) +
           body + "</svg>\n";
}

}  // namespace banxin
