// Where random tables break over pages, beside a first fit of whole rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "random_table.hpp"

namespace banxin {
namespace {

constexpr Length ems(std::int64_t count) { return kEm * count; }

/// What a page gives to rows below the line that says that the table goes on.
Length later_room(const Sample& sample) { return sample.room.following - sample.room.continued; }

Length page_room(const Sample& sample, const PlacedTable& placed, std::size_t index) {
    if (index == 0) return sample.room.first;
    return placed.pieces[index - 1].row_end > 0 ? later_room(sample) : sample.room.following;
}

/// The rows of a table as one endless piece would have them; nothing where no cell begins or ends
/// at some row, so that its height cannot be seen, or where a label would not be as high on its
/// pages: no column takes more than half of one.
std::vector<Length> whole_row_heights(const Sample& sample) {
    const TableRoom endless{ems(1'000'000), ems(1'000'000)};
    const PlacedTable placed = place_table(sample.table, sample.width, endless, LineRules{}).value;
    std::map<std::size_t, Length> edges;
    for (const PlacedCell& box : placed.pieces[0].cells) {
        const ShapedCell& shaped = sample.table.cells[box.cell];
        for (const Line& line : placed.paragraphs[box.cell].lines) {
            const Length half_page = later_room(sample).scaled(1, 2) - kEm;
            if (runs_down(shaped) && line.left + line.width > half_page) return {};
        }
        edges[shaped.row] = box.top;
        edges[shaped.row + shaped.row_span] = bottom_of(box);
    }
    if (edges.size() != sample.table.rows.size() + 1) return {};
    std::vector<Length> heights;
    for (const auto& [row, top] : edges) {
        if (row > 0) heights.push_back(top - edges[row - 1]);
    }
    return heights;
}

Length heads_height(const Sample& sample, const std::vector<Length>& heights, std::size_t row) {
    Length total;
    for (std::size_t head = 0; head < row; ++head) {
        const unsigned until = sample.table.rows[head].repeats_until;
        if (until > head && until >= row) total += heights[head];
    }
    return 2 * total > later_room(sample) ? Length{} : total;
}

/// Ends of the runs of rows that kept rows, heads and cells over several rows hold together.
std::vector<std::size_t> group_ends(const ShapedTable& table) {
    std::vector<bool> tied(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        tied[row] = table.rows[row].keep_with_next || table.rows[row].repeats_until > row;
    }
    for (const ShapedCell& shaped : table.cells) {
        for (unsigned row = shaped.row; row + 1 < shaped.row + shaped.row_span; ++row) {
            tied[row] = true;
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t row = 0; row < tied.size(); ++row) {
        if (!tied[row] || row + 1 == tied.size()) ends.push_back(row + 1);
    }
    return ends;
}

/// Pages that a first fit of whole groups takes; 0 where a group does not fit a page, or where
/// heights cannot be seen.
std::size_t first_fit_pages(const Sample& sample) {
    const std::vector<Length> heights = whole_row_heights(sample);
    if (heights.empty()) return 0;
    std::size_t pages = 1;
    Length left = sample.room.first;
    std::size_t begin = 0;
    for (const std::size_t end : group_ends(sample.table)) {
        Length height;
        for (std::size_t row = begin; row < end; ++row) height += heights[row];
        if (height > left) {
            ++pages;
            left = begin == 0 ? sample.room.following
                              : later_room(sample) - heads_height(sample, heights, begin);
            if (height > left) return 0;
        }
        left -= height;
        begin = end;
    }
    return pages;
}

TEST(TableBreakProperties, TakesNoMorePagesThanAFirstFitOfWholeRows) {
    int compared = 0;
    for_each_sample([&](const Sample& sample, const PlacedTable& placed) {
        const std::size_t reference = first_fit_pages(sample);
        if (reference == 0) return;
        ++compared;
        EXPECT_LE(placed.pieces.size(), reference);
    });
    EXPECT_GE(compared, 50);
}

TEST(TableBreakProperties, PiecesFitTheirPages) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        for (std::size_t index = 0; index < placed.pieces.size(); ++index) {
            const TablePiece& piece = placed.pieces[index];
            EXPECT_LE(piece.height, page_room(sample, placed, index));
            EXPECT_TRUE(index == 0 || piece.row_begin < piece.row_end);
            EXPECT_TRUE(index == 0 || piece.height > Length{});
            if (index > 0) {
                const std::uint32_t end = placed.pieces[index - 1].row_end;
                EXPECT_TRUE(piece.row_begin == end || piece.row_begin + 1 == end);
            }
        }
        EXPECT_EQ(placed.pieces.back().row_end, sample.table.rows.size());
    });
}

/// Where no row needs more than a page, no rule of good breaks has to give way.
TEST(TableBreakProperties, BreaksAreGoodWhereEveryGroupFitsAPage) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        if (first_fit_pages(sample) == 0) return;
        for (std::size_t index = 0; index + 1 < placed.pieces.size(); ++index) {
            const TablePiece& piece = placed.pieces[index];
            const std::uint32_t end = piece.row_end;
            if (end == 0) continue;
            const TableRow& last = sample.table.rows[end - 1];
            EXPECT_FALSE(last.keep_with_next) << "row " << end - 1;
            EXPECT_FALSE(last.repeats_until >= end) << "row " << end - 1;
        }
        for (const TablePiece& piece : placed.pieces) {
            for (const PlacedCell& box : piece.cells) {
                const std::size_t all = placed.paragraphs[box.cell].lines.size();
                if (box.lines.empty() || box.lines.size() == all) continue;
                EXPECT_FALSE(sample.table.cells[box.cell].head);
                EXPECT_EQ(sample.table.cells[box.cell].paragraph.orientation,
                          Orientation::horizontal);
                EXPECT_GE(box.lines.size(), 2U) << "cell " << box.cell << " of " << all << " lines";
                EXPECT_GE(all, 4U);
            }
        }
    });
}

/// The height of the whole text of `box`; nothing for vertical text in several columns, which may
/// stand side by side or below each other.
std::optional<Length> text_height(const Sample& sample, const PlacedTable& placed,
                                  const PlacedCell& box) {
    const std::vector<Line>& lines = placed.paragraphs[box.cell].lines;
    if (!runs_down(sample.table.cells[box.cell]))
        return kEm * static_cast<std::int64_t>(lines.size());
    if (lines.size() == 1) return lines[0].width;
    return std::nullopt;
}

TEST(TableBreakProperties, LabelsComeAgainWhereTheyHaveRoom) {
    int again = 0;
    for_each_sample([&](const Sample& sample, const PlacedTable& placed) {
        std::vector<bool> shown(sample.table.cells.size());
        for (const TablePiece& piece : placed.pieces) {
            for (const PlacedCell& box : piece.cells) {
                const ShapedCell& shaped = sample.table.cells[box.cell];
                const auto height = text_height(sample, placed, box);
                const bool goes_on = shaped.row + shaped.row_span > piece.row_begin;
                if (goes_on && shown[box.cell] && height) {
                    const bool label = shaped.across_pages != AcrossPages::once;
                    EXPECT_EQ(box.repeated, label && *height + kEm <= box.height)
                        << "cell " << box.cell;
                    again += box.repeated ? 1 : 0;
                }
                const std::size_t all = placed.paragraphs[box.cell].lines.size();
                if (box.lines.empty()) continue;
                if (box.repeated) {
                    EXPECT_EQ(box.lines.size(), all) << "cell " << box.cell;
                }
                if (box.lines.back().line + 1 == all) shown[box.cell] = true;
            }
        }
    });
    EXPECT_GE(again, 50);
}

TEST(TableBreakProperties, LabelsStandInTheMiddleOfEachPartThatAsksForIt) {
    int centred = 0;
    for_each_sample([&](const Sample& sample, const PlacedTable& placed) {
        for (const TablePiece& piece : placed.pieces) {
            for (const PlacedCell& box : piece.cells) {
                const ShapedCell& shaped = sample.table.cells[box.cell];
                const bool crosses =
                    shaped.row < piece.row_begin || shaped.row + shaped.row_span > piece.row_end;
                const auto height = text_height(sample, placed, box);
                const bool whole = box.lines.size() == placed.paragraphs[box.cell].lines.size();
                if (shaped.across_pages != AcrossPages::centre || !crosses || !height || !whole ||
                    box.lines.empty())
                    continue;
                ++centred;
                const Length above = box.lines.front().top - box.top;
                const Length below = bottom_of(box) - box.lines.front().top - *height;
                EXPECT_LE(above - below, Length::from_emu(1)) << "cell " << box.cell;
                EXPECT_LE(below - above, Length::from_emu(1)) << "cell " << box.cell;
            }
        }
    });
    EXPECT_GE(centred, 20);
}

/// A page more than half empty has a reason: what comes next does not fit the rest of it, with the
/// rows that it is kept with. That a label or a text over several rows would be cut is none.
TEST(TableBreakProperties, NoPageIsLeftMostlyBlank) {
    int looked_at = 0;
    for_each_sample([&](const Sample& sample, const PlacedTable& placed) {
        const std::vector<Length> heights = whole_row_heights(sample);
        if (heights.empty()) return;
        for (std::size_t index = 0; index + 1 < placed.pieces.size(); ++index) {
            const TablePiece& piece = placed.pieces[index];
            const Length blank = page_room(sample, placed, index) - piece.height;
            if (2 * blank <= sample.room.following) continue;
            const TablePiece& next = placed.pieces[index + 1];
            if (next.row_begin < piece.row_end) continue;  // A divided row ends by its lines.
            Length needed = piece.row_begin == piece.row_end
                                ? heads_height(sample, heights, next.row_begin)
                                : Length{};
            std::uint32_t row = next.row_begin;
            for (; row < heights.size(); ++row) {
                needed += heights[row];
                const TableRow& said = sample.table.rows[row];
                if (!said.keep_with_next && said.repeats_until <= row) break;
            }
            // The last row of a cell takes what is left of its text.
            const bool ends_a_span = std::any_of(
                sample.table.cells.begin(), sample.table.cells.end(), [&](const ShapedCell& cell) {
                    const unsigned end = cell.row + cell.row_span;
                    return cell.row_span > 1 && end > next.row_begin && end <= row + 1;
                });
            if (ends_a_span) continue;
            ++looked_at;
            EXPECT_GT(needed, blank) << "below piece " << index;
        }
    });
    EXPECT_GE(looked_at, 10);
}

TEST(TableBreakProperties, HeadsComeAgainOnEveryPieceThatTheirRowsReach) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        const std::vector<Length> heights = whole_row_heights(sample);
        if (heights.empty()) return;
        for (const TablePiece& piece : placed.pieces) {
            if (piece.row_begin == piece.row_end) continue;
            const bool shown = heads_height(sample, heights, piece.row_begin) > Length{};
            for (std::uint32_t row = 0; row < piece.row_begin; ++row) {
                const unsigned until = sample.table.rows[row].repeats_until;
                const bool again = shown && until > row && until >= piece.row_begin;
                for (std::uint32_t cell = 0; cell < sample.table.cells.size(); ++cell) {
                    const ShapedCell& shaped = sample.table.cells[cell];
                    if (shaped.row != row || shaped.row + shaped.row_span > piece.row_begin)
                        continue;
                    const bool found = std::any_of(
                        piece.cells.begin(), piece.cells.end(), [&](const PlacedCell& box) {
                            return box.cell == cell && box.repeated &&
                                   (shaped.row_span > 1 ||
                                    box.lines.size() == placed.paragraphs[cell].lines.size());
                        });
                    if (again || shaped.row_span == 1) {
                        EXPECT_EQ(found, again) << "cell " << cell;
                    }
                }
            }
        }
    });
}

TEST(TableBreakProperties, ALongRankingKeepsItsOrderOverHundredsOfPages) {
    TableBuilder builder{{fixed_column(ems(6)), content_column(), content_column()}};
    constexpr unsigned kRows = 10'000;
    builder.row({cell("序号").head(), cell("单位名称").head(), cell("得分").head()});
    builder.repeat_until(kRows);
    for (unsigned row = 1; row <= kRows; ++row) {
        builder.row({cell(std::to_string(row)), cell(han(3 + row % 9)), cell("98.50")});
    }
    const ShapedTable table = builder.table();
    const auto outcome = place_table(table, ems(30), {ems(41), ems(41)}, LineRules{});
    EXPECT_TRUE(outcome.diagnostics.empty());
    // Rows are two ems high: a head and 19 rows a page.
    EXPECT_EQ(outcome.value.pieces.size(), (kRows + 18) / 19);
    std::uint32_t next = 0;
    for (const TablePiece& piece : outcome.value.pieces) {
        EXPECT_EQ(piece.row_begin, next);
        next = piece.row_end;
    }
    EXPECT_EQ(next, kRows + 1);
}

}  // namespace
}  // namespace banxin
