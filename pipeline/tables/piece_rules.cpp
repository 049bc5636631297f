#include "pipeline/tables/piece_rules.hpp"

#include <algorithm>
#include <utility>

namespace banxin {
namespace {

/// Where a rule begins and ends along its edge.
struct Reach {
    Length begin;
    Length end;
};

/// The rules of one piece. Edges of rows count from the piece's top, edges of columns from its
/// left; places between two edges have the number of the former.
class RuleDrawer {
  public:
    RuleDrawer(const PieceRows& piece, const TableGrid& grid,
               const std::vector<Length>& column_edges, const ShapedTable& table)
        : piece_{piece}, grid_{grid}, column_edges_{column_edges}, table_{table} {
        for (const Strip& strip : piece.strips) row_edges_.push_back(strip.top);
        row_edges_.push_back(piece.height);
    }

    std::vector<PlacedRule> draw() {
        draw_frame();
        const std::size_t columns = grid_.column_count();
        const std::size_t strips = piece_.strips.size();
        for (std::size_t edge = 1; edge < strips; ++edge)
            draw_edge(
                columns, [&](std::size_t column) { return across(edge, column); },
                [&](std::size_t begin, std::size_t end, const RuleStyle& style) {
                    const Reach reach{column_edges_[begin] - crossing_column(edge, begin),
                                      column_edges_[end] + crossing_column(edge, end)};
                    add(style, row_edges_[edge], reach, &RuleDrawer::horizontal);
                });
        for (std::size_t edge = 1; edge < columns; ++edge)
            draw_edge(
                strips, [&](std::size_t strip) { return down(edge, strip); },
                [&](std::size_t begin, std::size_t end, const RuleStyle& style) {
                    const Reach reach{row_edges_[begin] - crossing_row(begin, edge),
                                      row_edges_[end] + crossing_row(end, edge)};
                    add(style, column_edges_[edge], reach, &RuleDrawer::vertical);
                });
        return std::move(rules_);
    }

  private:
    using Direction = PlacedRule (*)(Reach, Length, Length);

    static PlacedRule horizontal(Reach across, Length y, Length thickness) {
        return {across.begin, y, across.end, y, thickness};
    }
    static PlacedRule vertical(Reach down, Length x, Length thickness) {
        return {x, down.begin, x, down.end, thickness};
    }

    /// The frame lies inside the piece. A double one is two frames, one within the other.
    void draw_frame() {
        const RuleStyle& outer = table_.frame.outer_rule;
        const RuleStyle sides = table_.frame.side_rule.value_or(outer);
        const Length inset = outer.width() - outer.thickness;
        const Length side_inset = sides.width() - sides.thickness;
        const int frames = outer.gap > Length{} || sides.gap > Length{} ? 2 : 1;
        for (int k = 0; k < frames; ++k) {
            const Length top = k == 0 ? Length{} : inset;
            const Length side = k == 0 ? Length{} : side_inset;
            const Reach wide{column_edges_.front() + side, column_edges_.back() - side};
            const Reach high{top, piece_.height - top};
            const Length half = outer.thickness.scaled(1, 2);
            const Length side_half = sides.thickness.scaled(1, 2);
            if (outer.thickness > Length{} && (k == 0 || inset > Length{})) {
                rules_.push_back(horizontal(wide, high.begin + half, outer.thickness));
                rules_.push_back(horizontal(wide, high.end - half, outer.thickness));
            }
            if (sides.thickness > Length{} && (k == 0 || side_inset > Length{})) {
                rules_.push_back(vertical(high, wide.begin + side_half, sides.thickness));
                rules_.push_back(vertical(high, wide.end - side_half, sides.thickness));
            }
        }
    }

    /// Draws the longest stretches of an edge that look alike.
    template <typename StyleOf, typename Draw>
    static void draw_edge(std::size_t count, const StyleOf& style_of, const Draw& draw) {
        for (std::size_t begin = 0; begin < count;) {
            const RuleStyle style = style_of(begin);
            std::size_t end = begin + 1;
            while (end < count && style_of(end) == style) ++end;
            if (style.thickness > Length{}) draw(begin, end, style);
            begin = end;
        }
    }

    /// A double rule is two, on either side of the edge.
    void add(const RuleStyle& style, Length edge, Reach reach, Direction direction) {
        if (style.gap <= Length{}) {
            rules_.push_back(direction(reach, edge, style.thickness));
            return;
        }
        const Length apart = (style.gap + style.thickness).scaled(1, 2);
        rules_.push_back(direction(reach, edge - apart, style.thickness));
        rules_.push_back(direction(reach, edge + apart, style.thickness));
    }

    /// The rule between the rows above and below `edge`, at `column`.
    [[nodiscard]] RuleStyle across(std::size_t edge, std::size_t column) const {
        const std::uint32_t upper = piece_.strips[edge - 1].row;
        const std::uint32_t lower = piece_.strips[edge].row;
        const auto place = static_cast<std::uint32_t>(column);
        if (grid_.same_cell(upper, place, lower, place)) return {};
        if (const auto* rules = rules_of(lower, place); rules != nullptr && rules->above)
            return *rules->above;
        if (const auto* rules = rules_of(upper, place); rules != nullptr && rules->below)
            return *rules->below;
        if (table_.rows[lower].rule_above) return *table_.rows[lower].rule_above;
        if (table_.rows[upper].rule_below) return *table_.rows[upper].rule_below;
        return table_.frame.inner_rule;
    }

    /// The rule between the columns left and right of `edge`, at `strip`.
    [[nodiscard]] RuleStyle down(std::size_t edge, std::size_t strip) const {
        const std::uint32_t row = piece_.strips[strip].row;
        const auto right = static_cast<std::uint32_t>(edge);
        if (grid_.same_cell(row, right - 1, row, right)) return {};
        if (const auto* rules = rules_of(row, right); rules != nullptr && rules->left)
            return *rules->left;
        if (const auto* rules = rules_of(row, right - 1); rules != nullptr && rules->right)
            return *rules->right;
        return table_.frame.inner_rule;
    }

    [[nodiscard]] const CellRules* rules_of(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = grid_.cell_at(row, column);
        return cell == TableGrid::kNoCell ? nullptr : &table_.cells[cell].rules;
    }

    /// How far a rule that ends where the edges meet reaches beyond that place: to the far side of
    /// the rule down that it meets there, and at the sides into the frame.
    [[nodiscard]] Length crossing_column(std::size_t row_edge, std::size_t column_edge) const {
        const RuleStyle sides = table_.frame.side_rule.value_or(table_.frame.outer_rule);
        if (column_edge == 0 || column_edge == grid_.column_count()) return into_frame(sides);
        return std::max(down(column_edge, row_edge - 1).width(),
                        down(column_edge, row_edge).width())
            .scaled(1, 2);
    }
    [[nodiscard]] Length crossing_row(std::size_t row_edge, std::size_t column_edge) const {
        if (row_edge == 0 || row_edge == piece_.strips.size())
            return into_frame(table_.frame.outer_rule);
        return std::max(across(row_edge, column_edge - 1).width(),
                        across(row_edge, column_edge).width())
            .scaled(1, 2);
    }

    /// The outermost edges are the outer sides of the frame; of a double one, rules stop at the
    /// inner frame.
    [[nodiscard]] static Length into_frame(const RuleStyle& frame) {
        return frame.thickness - frame.width();
    }

    const PieceRows& piece_;
    const TableGrid& grid_;
    const std::vector<Length>& column_edges_;
    const ShapedTable& table_;
    std::vector<Length> row_edges_;
    std::vector<PlacedRule> rules_;
};

}  // namespace

std::vector<PlacedRule> piece_rules(const PieceRows& piece, const TableGrid& grid,
                                    const std::vector<Length>& column_edges,
                                    const ShapedTable& table) {
    if (piece.strips.empty() || grid.column_count() == 0) return {};
    return RuleDrawer{piece, grid, column_edges, table}.draw();
}

}  // namespace banxin
