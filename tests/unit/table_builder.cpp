#include "table_builder.hpp"

#include <algorithm>
#include <array>

namespace banxin {
namespace {

std::size_t bytes_of_character(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x80) return 1;
    if (byte < 0xE0) return 2;
    return byte < 0xF0 ? 3 : 4;
}

char32_t code_point(const std::string& character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first;
    // The lead byte keeps 7 bits less one for each byte of the character.
    auto value = static_cast<char32_t>(first & (0x7FU >> character.size()));
    for (std::size_t index = 1; index < character.size(); ++index) {
        value = value << 6U | (static_cast<unsigned char>(character[index]) & 0x3FU);
    }
    return value;
}

CharacterClass class_of(const std::string& character) {
    if (character == "\n") return CharacterClass::line_feed;
    if (character == " ") return CharacterClass::latin_space;
    if (character == "（") return CharacterClass::opening;
    if (character == "）") return CharacterClass::closing;
    if (character == "。") return CharacterClass::stop;
    if (character.size() > 1) return CharacterClass::han;
    return character[0] >= '0' && character[0] <= '9' ? CharacterClass::digit
                                                      : CharacterClass::latin;
}

ShapedParagraph shaped(const CellSketch& sketch, Origin origin) {
    ShapedParagraph paragraph;
    paragraph.source = Text{sketch.text, origin};
    paragraph.style.size = kEm;
    paragraph.style.pitch = kEm;
    paragraph.style.leading = kEm;
    paragraph.style.alignment = sketch.alignment;
    paragraph.style.aligns_points = sketch.aligns_points;
    paragraph.runs.push_back({.face = 0, .size = kEm, .style = {}});
    for (std::size_t begin = 0; begin < sketch.text.size();) {
        const std::size_t end = begin + bytes_of_character(sketch.text[begin]);
        const std::string character = sketch.text.substr(begin, end - begin);
        Cluster cluster;
        cluster.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        cluster.character_class = class_of(character);
        cluster.character = code_point(character);
        cluster.em = kEm;
        cluster.advance = character.size() > 1 ? kEm : kHalfEm;
        if (cluster.character_class == CharacterClass::line_feed) cluster.advance = Length{};
        paragraph.clusters.push_back(cluster);
        begin = end;
    }
    return paragraph;
}

/// A sheet of characters; a wide one takes the place to its right as well.
class Sheet {
  public:
    enum Arm : unsigned { up = 1, down = 2, left = 4, right = 8 };

    Sheet(std::size_t rows, std::size_t columns)
        : columns_{columns}, texts_(rows * columns, " "), arms_(rows * columns) {}

    void write(std::size_t row, std::size_t column, const std::string& character) {
        texts_.at(row * columns_ + column) = character;
        if (character.size() > 1) texts_.at(row * columns_ + column + 1) = "";
    }
    void draw(std::size_t row, std::size_t column, unsigned arms) {
        arms_.at(row * columns_ + column) |= arms;
    }

    [[nodiscard]] std::string text() const {
        static constexpr std::array<const char*, 16> kBoxes = {
            " ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};
        std::string text;
        for (std::size_t place = 0; place < texts_.size(); ++place) {
            text += arms_[place] == 0 ? texts_[place] : kBoxes.at(arms_[place]);
            if ((place + 1) % columns_ == 0) text += "\n";
        }
        return text;
    }

  private:
    std::size_t columns_;
    std::vector<std::string> texts_;
    std::vector<unsigned> arms_;
};

std::size_t nearest(Length length, Length unit) {
    return static_cast<std::size_t>((length.emu() + unit.emu() / 2) / unit.emu());
}

void draw(Sheet& sheet, const PlacedRule& rule) {
    const std::size_t top = nearest(rule.top, kEm);
    const std::size_t left = nearest(rule.left, kHalfEm);
    if (rule.left == rule.right) {
        const std::size_t bottom = nearest(rule.bottom, kEm);
        for (std::size_t row = top; row < bottom; ++row) {
            sheet.draw(row, left, Sheet::down);
            sheet.draw(row + 1, left, Sheet::up);
        }
        return;
    }
    const std::size_t right = nearest(rule.right, kHalfEm);
    for (std::size_t column = left; column < right; ++column) {
        sheet.draw(top, column, Sheet::right);
        sheet.draw(top, column + 1, Sheet::left);
    }
}

}  // namespace

std::string han(std::size_t count) {
    std::string text;
    for (std::size_t index = 0; index < count; ++index) text += "字";
    return text;
}

CellSketch CellSketch::over(unsigned row_span, unsigned column_span) const {
    CellSketch changed = *this;
    changed.rows = row_span;
    changed.columns = column_span;
    return changed;
}

CellSketch CellSketch::head() const {
    CellSketch changed = *this;
    changed.is_head = true;
    changed.across_pages = AcrossPages::repeat;
    return changed;
}

CellSketch CellSketch::turning() const {
    CellSketch changed = *this;
    changed.may_turn = true;
    return changed;
}

CellSketch CellSketch::decimal() const {
    CellSketch changed = aligned(Alignment::centre);
    changed.aligns_points = true;
    return changed;
}

CellSketch CellSketch::vertical() const {
    CellSketch changed = *this;
    changed.orientation = Orientation::vertical;
    return changed;
}

CellSketch CellSketch::aligned(VerticalAlignment vertically) const {
    CellSketch changed = *this;
    changed.vertical_alignment = vertically;
    return changed;
}

CellSketch CellSketch::aligned(Alignment horizontally) const {
    CellSketch changed = *this;
    changed.alignment = horizontally;
    return changed;
}

CellSketch CellSketch::across(AcrossPages pages) const {
    CellSketch changed = *this;
    changed.across_pages = pages;
    return changed;
}

CellSketch cell(std::string text) {
    CellSketch sketch;
    sketch.text = std::move(text);
    return sketch;
}

TableBuilder::TableBuilder(std::vector<TableColumn> columns) {
    section(std::move(columns));
    table_.frame = {kEdgeRule, kInnerRule, kHalfEm, kHalfEm};
}

TableBuilder& TableBuilder::section(std::vector<TableColumn> columns) {
    const auto row = static_cast<unsigned>(table_.rows.size());
    table_.sections.push_back({std::move(columns), row, row});
    return *this;
}

TableBuilder& TableBuilder::row(const std::vector<CellSketch>& cells) {
    const auto row = static_cast<unsigned>(table_.rows.size());
    TableRow added;
    added.repeats_until = row;
    table_.rows.push_back(added);
    TableSection& section = table_.sections.back();
    section.row_end = row + 1;
    unsigned column = 0;
    for (const CellSketch& sketch : cells) {
        taken_.resize(std::max<std::size_t>(taken_.size(), row + sketch.rows),
                      std::vector<bool>(section.columns.size()));
        while (taken_[row][column]) ++column;
        ShapedCell shaped_cell;
        shaped_cell.row = row;
        shaped_cell.column = column;
        shaped_cell.row_span = sketch.rows;
        shaped_cell.column_span = sketch.columns;
        shaped_cell.vertical_alignment = sketch.vertical_alignment;
        shaped_cell.head = sketch.is_head;
        shaped_cell.across_pages = sketch.across_pages;
        shaped_cell.paragraph =
            shaped(sketch, {row + 1, static_cast<std::uint16_t>(column + 1), 1, 0});
        shaped_cell.paragraph.orientation = sketch.orientation;
        for (unsigned down = row; down < row + sketch.rows; ++down) {
            for (unsigned across = column; across < column + sketch.columns; ++across) {
                taken_[down].at(across) = true;
            }
        }
        if (sketch.may_turn) {
            ShapedParagraph label = shaped_cell.paragraph;
            label.orientation = Orientation::vertical;
            table_.turned.emplace(static_cast<std::uint32_t>(table_.cells.size()), label);
        }
        table_.cells.push_back(std::move(shaped_cell));
    }
    return *this;
}

TableBuilder& TableBuilder::keep_with_next() {
    table_.rows.back().keep_with_next = true;
    return *this;
}

TableBuilder& TableBuilder::repeat_until(unsigned row) {
    table_.rows.back().repeats_until = row;
    return *this;
}

TableBuilder& TableBuilder::minimum(Length height) {
    table_.rows.back().minimum_height = height;
    return *this;
}

TableColumn fixed_column(Length width) {
    TableColumn column;
    column.kind = ColumnWidth::fixed;
    column.fixed = width;
    return column;
}

TableColumn relative_column(unsigned weight) {
    TableColumn column;
    column.kind = ColumnWidth::relative;
    column.relative = weight;
    return column;
}

TableColumn content_column(unsigned group) {
    TableColumn column;
    column.group = group;
    return column;
}

std::string line_text(const ShapedTable& table, const PlacedTable& placed, const PlacedCell& cell,
                      const PlacedLine& line) {
    const TextRange text = placed.paragraphs[cell.cell].lines[line.line].text;
    return table.cells[cell.cell].paragraph.source.utf8().substr(text.begin, text.size());
}

std::vector<DrawnCharacter> characters(const ShapedTable& table, const PlacedTable& placed,
                                       std::size_t piece) {
    std::vector<DrawnCharacter> drawn;
    for (const PlacedCell& box : placed.pieces.at(piece).cells) {
        const ShapedParagraph& paragraph = table.cells[box.cell].paragraph;
        const bool vertical = paragraph.orientation == Orientation::vertical;
        for (const PlacedLine& placed_line : box.lines) {
            const Line& line = placed.paragraphs[box.cell].lines[placed_line.line];
            for (std::uint32_t index = line.cluster_begin; index < line.cluster_end; ++index) {
                const Cluster& cluster = paragraph.clusters[index];
                if (cluster.character_class == CharacterClass::line_feed) continue;
                DrawnCharacter character;
                character.x = placed_line.x;
                character.y = placed_line.top;
                (vertical ? character.y : character.x) +=
                    line.positions[index - line.cluster_begin];
                character.text =
                    paragraph.source.utf8().substr(cluster.text.begin, cluster.text.size());
                character.repeated = box.repeated;
                drawn.push_back(std::move(character));
            }
        }
    }
    return drawn;
}

std::string picture(const ShapedTable& table, const PlacedTable& placed, std::size_t piece) {
    const TablePiece& drawn = placed.pieces.at(piece);
    if (drawn.height == Length{}) return "(empty)\n";
    Sheet sheet{nearest(drawn.height, kEm) + 1, nearest(placed.column_edges.back(), kHalfEm) + 1};
    for (const PlacedRule& rule : drawn.rules) draw(sheet, rule);
    for (const DrawnCharacter& character : characters(table, placed, piece))
        sheet.write(nearest(character.y, kEm), nearest(character.x, kHalfEm), character.text);
    return sheet.text();
}

}  // namespace banxin
