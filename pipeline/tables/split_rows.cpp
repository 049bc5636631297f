#include "pipeline/tables/split_rows.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "pipeline/tables/row_heights.hpp"

namespace banxin {
namespace {

/// Which of the rules a place to end a piece must keep.
enum class Care : std::uint8_t {
    texts_and_heads,  ///< All of them.
    heads,            ///< Only that heads and kept rows have a row after them.
    nothing,
};

/// Where a piece ends: after whole strips, and perhaps within the row that follows them.
struct PieceEnd {
    std::size_t strips = 0;  ///< Repeated heads included.
    Length divided = {};     ///< Height of the part of the next row; zero ends between rows.
    bool forced = false;  ///< Nothing fits by the rules: at least one line is shown all the same.
};

/// A piece while it is being filled with whole rows.
struct Draft {
    std::vector<Strip> strips;
    std::size_t heads = 0;  ///< The first strips, which repeat rows of earlier pieces.

    [[nodiscard]] Length bottom() const {
        return strips.empty() ? Length{} : strips.back().bottom();
    }
    [[nodiscard]] Length body_top() const {
        return heads == 0 ? Length{} : strips[heads - 1].bottom();
    }
};

class RowSplitter {
  public:
    RowSplitter(const SplitTask& task, TableRoom room)
        : task_{task},
          padding_{2 * task.table.frame.vertical_padding},
          room_{room},
          lines_done_(task.texts.size()),
          place_in_piece_(task.texts.size()) {}

    std::vector<PieceRows> split() {
        std::vector<PieceRows> pieces;
        do {
            pieces.push_back(next_piece(pieces.empty()));
            shown_ = shown_ || pieces.back().row_end > 0;
        } while (row_ < task_.grid.row_count());
        return pieces;
    }

  private:
    // --- choosing what a piece holds

    PieceRows next_piece(bool first) {
        if (row_ == task_.grid.row_count()) return {};
        const Length room = first ? room_.first : later_room();
        const bool may_wait = first && room_.start != TableStart::here;
        const Draft draft = fill(room);
        auto end = find_end(draft, room, Care::texts_and_heads);
        if (!end && may_wait && room_.first < room_.following) {
            // A full page may do better. Where it does not either, the rest of this one is used.
            const Draft next_page = fill(room_.following);
            const bool does_better =
                find_end(next_page, room_.following, Care::texts_and_heads).has_value();
            if (does_better && !is_much(room)) return {};
            end = find_end(draft, room, Care::heads);
            if (!end) return {};
        }
        if (!end || is_much(room - bottom_of(draft, *end))) {
            const auto lower = find_end(draft, room, Care::heads);
            if (lower && (!end || bottom_of(draft, *lower) > bottom_of(draft, *end))) end = lower;
        }
        if (!end) end = find_end(draft, room, Care::nothing);
        if (!end) end = forced_end(draft, room);
        return finish(draft, *end);
    }

    /// More than half of a page must not stay blank for the sake of a cell over several rows.
    bool is_much(Length blank) const { return 2 * blank > room_.following; }

    static Length bottom_of(const Draft& draft, const PieceEnd& end) {
        const Length rows = end.strips == 0 ? Length{} : draft.strips[end.strips - 1].bottom();
        return rows + end.divided;
    }

    /// On a page other than the first.
    Length later_room() const { return room_.following - (shown_ ? room_.continued : Length{}); }

    /// The heads that come again, and all whole rows that fit below them.
    Draft fill(Length room) {
        Draft draft;
        for (const std::uint32_t row : heads_to_repeat()) {
            draft.strips.push_back({row, draft.bottom(), task_.row_heights[row]});
        }
        draft.heads = draft.strips.size();
        for (std::uint32_t row = row_; row < task_.grid.row_count(); ++row) {
            const Length height = needed_height(draft, row);
            if (draft.bottom() + height > room) break;
            draft.strips.push_back({row, draft.bottom(), height});
        }
        return draft;
    }

    /// Rows above `row_` that repeat at least until it. None when they would take more than
    /// half of the page: then the rows themselves need the room.
    std::span<const std::uint32_t> heads_to_repeat() {
        for (; heads_seen_ < row_; ++heads_seen_) {
            if (is_repeated_head(task_.table, heads_seen_)) active_heads_.push_back(heads_seen_);
        }
        std::erase_if(active_heads_, [&](std::uint32_t head) {
            return task_.table.rows[head].repeats_until < row_;
        });
        Length height;
        for (const std::uint32_t head : active_heads_) height += task_.row_heights[head];
        if (2 * height > later_room()) return {};
        return active_heads_;
    }

    std::optional<PieceEnd> find_end(const Draft& draft, Length room, Care care) const {
        const auto next = row_ + static_cast<std::uint32_t>(draft.strips.size() - draft.heads);
        if (next == task_.grid.row_count()) return PieceEnd{.strips = draft.strips.size()};
        const Length divided = dividing_height(draft, next, room, care);
        if (divided > Length{}) return PieceEnd{draft.strips.size(), divided};
        for (std::size_t strips = draft.strips.size(); strips > draft.heads; --strips) {
            if (may_end_after(draft, draft.strips[strips - 1], care)) return PieceEnd{strips};
        }
        return std::nullopt;
    }

    bool may_end_after(const Draft& draft, const Strip& strip, Care care) const {
        if (care == Care::nothing) return true;
        if (must_be_followed(strip.row)) return false;
        if (care == Care::heads) return true;
        const auto cells = task_.grid.cells_of_row(strip.row);
        return std::none_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
            const bool goes_on = task_.grid.rows_of(cell).end > strip.row + 1;
            return goes_on && begins_here(cell) && lines_left(cell) > 0 &&
                   lines_shown(cell, strip.bottom() - top_of(draft, cell)) == 0;
        });
    }

    /// How much of `row` may stand below the draft's whole rows; zero where it must not be
    /// divided. The part ends right below the lines that it shows.
    Length dividing_height(const Draft& draft, std::uint32_t row, Length room, Care care) const {
        if (must_be_followed(row)) return {};
        const Length top = draft.bottom();
        Length bottom;
        bool divides = false;
        for (const std::uint32_t cell : task_.grid.cells_of_row(row)) {
            if (lines_left(cell) == 0) continue;
            const Length cell_top = top_of(draft, cell);
            const std::uint32_t lines = lines_shown(cell, room - cell_top);
            const bool must_show = ends_in(cell, row) || begins_here(cell);
            const bool single = task_.grid.rows_of(cell).size() == 1;
            if (lines == 0 && (single || (must_show && care == Care::texts_and_heads))) return {};
            if (lines == 0) continue;
            const Length cell_bottom = cell_top + padding_ + task_.texts[cell].height(lines);
            if (lines < lines_left(cell) && cell_bottom >= top + padding_ + task_.texts[cell].em) {
                divides = true;
            }
            bottom = std::max(bottom, cell_bottom);
        }
        return divides ? bottom - top : Length{};
    }

    /// The first row of an otherwise empty piece, divided against the rules.
    PieceEnd forced_end(const Draft& draft, Length room) const {
        const Length top = draft.bottom();
        Length bottom = top + std::min(least_height(row_), room - top);
        for (const std::uint32_t cell : task_.grid.cells_of_row(row_)) {
            const Length cell_top = top_of(draft, cell);
            const std::uint32_t lines = ends_in(cell, row_) ? lines_forced(cell, room - cell_top)
                                                            : lines_shown(cell, room - cell_top);
            if (lines == 0) continue;
            bottom = std::max(bottom, cell_top + padding_ + task_.texts[cell].height(lines));
        }
        return {.strips = draft.strips.size(), .divided = bottom - top, .forced = true};
    }

    // --- heights and lines

    bool must_be_followed(std::uint32_t row) const {
        return task_.table.rows[row].keep_with_next || is_repeated_head(task_.table, row);
    }

    bool ends_in(std::uint32_t cell, std::uint32_t row) const {
        return task_.grid.rows_of(cell).end == row + 1;
    }

    /// Whether the piece being filled is the first to show the cell.
    bool begins_here(std::uint32_t cell) const {
        const std::uint32_t begin = task_.grid.rows_of(cell).begin;
        return begin > row_ || (begin == row_ && !row_divided_);
    }

    std::uint32_t lines_left(std::uint32_t cell) const {
        return task_.texts[cell].line_count - lines_done_[cell];
    }

    /// What a row that earlier pieces have begun still lacks of its minimum height.
    Length minimum_left(std::uint32_t row) const {
        const Length minimum = task_.table.rows[row].minimum_height;
        return row == row_ ? std::max(minimum - height_done_, Length{}) : minimum;
    }

    bool is_begun(std::uint32_t row) const { return row == row_ && row_divided_; }

    /// What `row`, or what is left of it, is high without any text. A row that goes on is as high
    /// as a line, even where its cells stand beside heads and need nothing below them.
    Length least_height(std::uint32_t row) const {
        if (!is_begun(row)) return task_.table.rows[row].minimum_height;
        const auto cells = task_.grid.cells_of_row(row);
        Length line = task_.texts[cells.front()].em;
        for (const std::uint32_t cell : cells) line = std::min(line, task_.texts[cell].em);
        return std::max(minimum_left(row), padding_ + line);
    }

    /// Where the cell's box begins in the draft: a cell goes on below the heads that come again,
    /// or includes those of them that it covers.
    Length top_of(const Draft& draft, std::uint32_t cell) const {
        const GridRange rows = task_.grid.rows_of(cell);
        if (rows.begin >= row_) {
            const std::size_t index = draft.heads + rows.begin - row_;
            return index < draft.strips.size() ? draft.strips[index].top : draft.bottom();
        }
        for (std::size_t index = 0; index < draft.heads; ++index) {
            if (draft.strips[index].row >= rows.begin) return draft.strips[index].top;
        }
        return draft.body_top();
    }

    /// Height of `row`, or of what is left of it, below the draft's strips.
    Length needed_height(const Draft& draft, std::uint32_t row) const {
        Length height = is_begun(row) ? least_height(row) : task_.row_heights[row];
        for (const std::uint32_t cell : task_.grid.cells_of_row(row)) {
            if (!ends_in(cell, row) || lines_left(cell) == 0) continue;
            // Text that breaks over pages loses the rest of a line on each: its last row grows.
            const Length needed = padding_ + task_.texts[cell].height(lines_left(cell));
            height = std::max(height, top_of(draft, cell) + needed - draft.bottom());
        }
        return height;
    }

    /// How many of its lines a cell shows in a box of this height, by the rules.
    std::uint32_t lines_shown(std::uint32_t cell, Length height) const {
        const std::uint32_t left = lines_left(cell);
        const std::uint32_t fitting = task_.texts[cell].lines_within(height - padding_, left);
        if (fitting == left) return left;
        if (left < 4 || (task_.texts[cell].whole && lines_done_[cell] == 0)) return 0;
        const std::uint32_t leaving_two = std::min(fitting, left - 2);
        return leaving_two >= 2 ? leaving_two : 0;
    }

    std::uint32_t lines_forced(std::uint32_t cell, Length height) const {
        const std::uint32_t left = lines_left(cell);
        const std::uint32_t by_rule = lines_shown(cell, height);
        if (left == 0 || by_rule > 0) return by_rule;
        return std::max(task_.texts[cell].lines_within(height - padding_, left), 1U);
    }

    // --- finishing a piece

    PieceRows finish(const Draft& draft, const PieceEnd& end) {
        PieceRows piece;
        piece.strips.assign(draft.strips.begin(),
                            draft.strips.begin() + static_cast<std::ptrdiff_t>(end.strips));
        const auto whole_rows = static_cast<std::uint32_t>(end.strips - draft.heads);
        const std::uint32_t next_row = row_ + whole_rows;
        piece.row_begin = row_;
        piece.row_end = next_row;
        const bool divides = end.divided > Length{};
        if (divides) {
            const Length top = piece.strips.empty() ? Length{} : piece.strips.back().bottom();
            piece.strips.push_back({next_row, top, end.divided});
            ++piece.row_end;
        }
        piece.height = piece.strips.empty() ? Length{} : piece.strips.back().bottom();
        collect_cells(piece);
        for (PieceCell& cell : piece.cells) {
            choose_lines(cell, piece, end.forced && ends_in(cell.cell, next_row));
        }
        for (PieceCell& cell : piece.cells) cell.is_part = !begins_here(cell.cell);
        advance(next_row, end.divided);
        for (PieceCell& cell : piece.cells) {
            if (task_.grid.rows_of(cell.cell).end > row_) cell.is_part = true;
        }
        return piece;
    }

    /// The boxes of all cells that touch the piece's strips.
    void collect_cells(PieceRows& piece) {
        ++piece_number_;
        for (const Strip& strip : piece.strips) {
            for (const std::uint32_t cell : task_.grid.cells_of_row(strip.row)) {
                PlaceInPiece& place = place_in_piece_[cell];
                if (place.piece == piece_number_) {
                    piece.cells[place.index].height += strip.height;
                    continue;
                }
                place = {piece_number_, piece.cells.size()};
                piece.cells.push_back({.cell = cell, .top = strip.top, .height = strip.height});
            }
        }
    }

    void choose_lines(PieceCell& shown, const PieceRows& piece, bool forced) {
        const CellText& text = task_.texts[shown.cell];
        const GridRange rows = task_.grid.rows_of(shown.cell);
        const bool again = rows.end <= piece.row_begin;  // A head, none of it for the first time.
        if (!again && lines_left(shown.cell) > 0) {
            shown.line_begin = lines_done_[shown.cell];
            shown.line_end = shown.line_begin + (forced ? lines_forced(shown.cell, shown.height)
                                                        : lines_shown(shown.cell, shown.height));
            lines_done_[shown.cell] = shown.line_end;
            return;
        }
        const bool once = task_.table.cells[shown.cell].across_pages == AcrossPages::once;
        if (!again && (once || begins_here(shown.cell))) return;
        const bool fits = text.height(text.line_count) + padding_ <= shown.height;
        shown.repeated = again || (fits && text.line_count > 0);
        if (fits) shown.line_end = text.line_count;
    }

    /// Goes on to the next piece, which begins with `row` or with what is left of it.
    void advance(std::uint32_t row, Length divided) {
        if (row != row_) height_done_ = Length{};
        row_divided_ = divided > Length{};
        row_ = row;
        height_done_ += divided;
        if (divided == Length{}) return;
        // Height that was only lent to the row, for a cell over several rows, is not continued.
        const auto cells = task_.grid.cells_of_row(row);
        const bool done = minimum_left(row) == Length{} &&
                          std::all_of(cells.begin(), cells.end(), [&](std::uint32_t cell) {
                              return !ends_in(cell, row) || lines_left(cell) == 0;
                          });
        if (!done) return;
        ++row_;
        row_divided_ = false;
        height_done_ = Length{};
    }

    struct PlaceInPiece {
        std::size_t piece = 0;
        std::size_t index = 0;
    };

    const SplitTask& task_;
    Length padding_;  ///< Above and below a cell's text together.
    TableRoom room_;

    bool shown_ = false;                     ///< Whether a piece before holds a row.
    std::uint32_t row_ = 0;                  ///< The next piece begins with this row,
    bool row_divided_ = false;               ///< or with what is left of it
    Length height_done_;                     ///< after this much of its height.
    std::vector<std::uint32_t> lines_done_;  ///< One a cell.

    std::uint32_t heads_seen_ = 0;  ///< Rows before this one have been looked at for heads.
    std::vector<std::uint32_t> active_heads_;
    std::size_t piece_number_ = 0;
    std::vector<PlaceInPiece> place_in_piece_;  ///< One a cell: where the current piece has it.
};

}  // namespace

std::vector<PieceRows> split_rows(const SplitTask& task, TableRoom room) {
    return RowSplitter{task, room}.split();
}

}  // namespace banxin
