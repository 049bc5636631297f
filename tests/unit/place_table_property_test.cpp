// Random tables, and what must hold for every one of them. A failure prints its seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "pipeline/tables/place_table.hpp"
#include "table_builder.hpp"

namespace banxin {
namespace {

constexpr Length ems(std::int64_t count) { return kEm * count; }

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}
    /// From `least` to `most`, both included.
    unsigned roll(unsigned least, unsigned most) {
        return least + static_cast<unsigned>(engine_() % (most - least + 1));
    }
    bool one_in(unsigned count) { return roll(1, count) == 1; }

  private:
    std::mt19937_64 engine_;
};

/// A table and what it is to be placed into.
struct Sample {
    ShapedTable table;
    Length width;
    TableRoom room;
};

TableColumn random_column(Dice& dice) {
    switch (dice.roll(0, 3)) {
        case 0:
            return fixed_column(kHalfEm * static_cast<std::int64_t>(dice.roll(4, 12)));
        case 1:
            return relative_column(dice.roll(1, 5));
        default:
            return content_column(dice.roll(0, 2));
    }
}

CellSketch random_cell(Dice& dice) {
    const std::size_t length = dice.one_in(8) ? dice.roll(10, 60) : dice.roll(0, 6);
    std::string text = han(length);
    if (dice.one_in(6)) text += "\n100";
    if (dice.one_in(6)) text += "2020ABC";
    CellSketch sketch = cell(text);
    if (dice.one_in(4)) sketch = sketch.head();
    if (dice.one_in(6)) sketch = sketch.vertical();
    return sketch.aligned(static_cast<VerticalAlignment>(dice.roll(0, 2)));
}

/// Cells with random spans wherever there is room for them.
ShapedTable random_table(Dice& dice) {
    const unsigned row_count = dice.roll(1, 14);
    const unsigned column_count = dice.roll(1, 5);
    std::vector<TableColumn> columns;
    for (unsigned column = 0; column < column_count; ++column) {
        columns.push_back(random_column(dice));
    }
    const bool spans = !dice.one_in(3);
    TableBuilder builder{columns};
    std::vector<std::vector<bool>> taken(row_count, std::vector<bool>(column_count));
    for (unsigned row = 0; row < row_count; ++row) {
        std::vector<CellSketch> cells;
        for (unsigned column = 0; column < column_count; ++column) {
            if (taken[row][column]) continue;
            const unsigned down = spans && dice.one_in(4) ? dice.roll(1, row_count - row) : 1;
            unsigned across = 1;
            const unsigned wished = spans && dice.one_in(4) ? dice.roll(1, 3) : 1;
            while (across < wished && column + across < column_count &&
                   !taken[row][column + across]) {
                ++across;
            }
            for (unsigned r = row; r < row + down; ++r) {
                for (unsigned c = column; c < column + across; ++c) taken[r][c] = true;
            }
            cells.push_back(random_cell(dice).over(down, across));
        }
        builder.row(cells);
        if (dice.one_in(8)) builder.keep_with_next();
        if (dice.one_in(6)) builder.repeat_until(dice.roll(row, row_count - 1));
        if (dice.one_in(8)) builder.minimum(kHalfEm * static_cast<std::int64_t>(dice.roll(1, 30)));
    }
    return builder.table();
}

Sample random_sample(std::uint64_t seed) {
    Dice dice{seed};
    Sample sample;
    sample.table = random_table(dice);
    sample.width = Length::from_emu(dice.roll(15'000, 60'000));
    sample.room.following = Length::from_emu(dice.roll(6'000, 60'000));
    sample.room.first =
        dice.one_in(3) ? sample.room.following : Length::from_emu(dice.roll(0, 60'000));
    return sample;
}

/// Runs `check` on many tables.
template <typename Check>
void for_each_sample(const Check& check) {
    constexpr std::uint64_t kSamples = 200;
    for (std::uint64_t seed = 1; seed <= kSamples && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const Sample sample = random_sample(seed);
        const auto outcome = place_table(sample.table, sample.width, sample.room, LineRules{});
        check(sample, outcome.value);
    }
}

Length right_of(const PlacedCell& cell) { return cell.left + cell.width; }
Length bottom_of(const PlacedCell& cell) { return cell.top + cell.height; }

bool runs_down(const ShapedCell& cell) {
    return cell.paragraph.orientation == Orientation::vertical;
}

TEST(PlaceTableProperties, CellsTileEveryPiece) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        for (const TablePiece& piece : placed.pieces) {
            std::int64_t area = 0;
            for (std::size_t index = 0; index < piece.cells.size(); ++index) {
                const PlacedCell& box = piece.cells[index];
                EXPECT_GE(box.left, Length{});
                EXPECT_GE(box.top, Length{});
                EXPECT_LE(right_of(box), sample.width);
                EXPECT_LE(bottom_of(box), piece.height);
                area += box.width.emu() * box.height.emu();
                for (std::size_t before = 0; before < index; ++before) {
                    const PlacedCell& other = piece.cells[before];
                    const bool apart = right_of(other) <= box.left || right_of(box) <= other.left ||
                                       bottom_of(other) <= box.top || bottom_of(box) <= other.top;
                    EXPECT_TRUE(apart) << "cells " << other.cell << " and " << box.cell;
                }
            }
            EXPECT_EQ(area, sample.width.emu() * piece.height.emu());
        }
    });
}

TEST(PlaceTableProperties, EveryLineIsPlacedOnceAndInsideItsCell) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        std::vector<std::uint32_t> next(sample.table.cells.size());
        for (const TablePiece& piece : placed.pieces) {
            for (const PlacedCell& box : piece.cells) {
                for (const PlacedLine& line : box.lines) {
                    const Length length = placed.paragraphs[box.cell].lines[line.line].width;
                    const bool down = runs_down(sample.table.cells[box.cell]);
                    if (!down) {
                        EXPECT_EQ(line.x, box.left + kHalfEm);
                    }
                    if (down && box.width >= 2 * kEm) {
                        EXPECT_GE(line.x, box.left + kHalfEm);
                        EXPECT_LE(line.x + kEm + kHalfEm, right_of(box));
                    }
                    EXPECT_GE(line.top, box.top + kHalfEm);
                    EXPECT_LE(line.top + (down ? length : kEm) + kHalfEm, bottom_of(box));
                    if (!box.repeated) {
                        EXPECT_EQ(line.line, next[box.cell]++);
                    }
                }
                if (box.repeated) {
                    // Only what has been shown as a whole before comes again.
                    EXPECT_EQ(next[box.cell], placed.paragraphs[box.cell].lines.size());
                }
            }
        }
        for (std::size_t index = 0; index < next.size(); ++index) {
            EXPECT_EQ(next[index], placed.paragraphs[index].lines.size()) << "cell " << index;
        }
    });
}

/// Whether rules of `piece` cover the straight edge between two corners.
bool is_ruled(const TablePiece& piece, Length left, Length top, Length right, Length bottom) {
    // The frame lies inside the piece by half its thickness.
    constexpr Length kTolerance = Length::from_emu(20);
    const auto near = [&](Length a, Length b) {
        return a - b <= kTolerance && b - a <= kTolerance;
    };
    return std::any_of(piece.rules.begin(), piece.rules.end(), [&](const PlacedRule& rule) {
        if (left == right) {
            return rule.left == rule.right && near(rule.left, left) && rule.top <= top &&
                   rule.bottom >= bottom;
        }
        return rule.top == rule.bottom && near(rule.top, top) && rule.left <= left &&
               rule.right >= right;
    });
}

/// Whether a rule runs through the inside of a cell.
bool is_crossed(const TablePiece& piece, const PlacedCell& box) {
    constexpr Length kTolerance = Length::from_emu(20);
    return std::any_of(piece.rules.begin(), piece.rules.end(), [&](const PlacedRule& rule) {
        return rule.left < right_of(box) - kTolerance && rule.right > box.left + kTolerance &&
               rule.top < bottom_of(box) - kTolerance && rule.bottom > box.top + kTolerance;
    });
}

TEST(PlaceTableProperties, RulesCloseEveryCellAndCrossNone) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        for (const TablePiece& piece : placed.pieces) {
            for (const PlacedCell& box : piece.cells) {
                if (box.height == Length{}) continue;
                EXPECT_TRUE(is_ruled(piece, box.left, box.top, right_of(box), box.top));
                EXPECT_TRUE(
                    is_ruled(piece, box.left, bottom_of(box), right_of(box), bottom_of(box)));
                EXPECT_TRUE(is_ruled(piece, box.left, box.top, box.left, bottom_of(box)));
                EXPECT_TRUE(is_ruled(piece, right_of(box), box.top, right_of(box), bottom_of(box)));
                EXPECT_FALSE(is_crossed(piece, box)) << "cell " << box.cell;
            }
            for (const PlacedRule& rule : piece.rules) {
                const Length half = rule.thickness.scaled(1, 2);
                const bool vertical = rule.left == rule.right;
                EXPECT_GE(rule.left - (vertical ? half : Length{}), Length{});
                EXPECT_LE(rule.right + (vertical ? half : Length{}), sample.width);
                EXPECT_GE(rule.top - (vertical ? Length{} : half), Length{});
                EXPECT_LE(rule.bottom + (vertical ? Length{} : half), piece.height);
            }
        }
    });
}

TEST(PlaceTableProperties, NoBorderIsDrawnTwice) {
    for_each_sample([](const Sample&, const PlacedTable& placed) {
        for (const TablePiece& piece : placed.pieces) {
            for (std::size_t index = 0; index < piece.rules.size(); ++index) {
                for (std::size_t before = 0; before < index; ++before) {
                    const PlacedRule& a = piece.rules[before];
                    const PlacedRule& b = piece.rules[index];
                    const bool one_row = a.top == a.bottom && b.top == b.bottom && a.top == b.top;
                    const bool one_column =
                        a.left == a.right && b.left == b.right && a.left == b.left;
                    // Two rules of one line may both reach over the crossing rule between them.
                    EXPECT_FALSE(one_row && a.left + kInnerRule < b.right &&
                                 b.left + kInnerRule < a.right);
                    EXPECT_FALSE(one_column && a.top + kInnerRule < b.bottom &&
                                 b.top + kInnerRule < a.bottom);
                }
            }
        }
    });
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
            const Length half_page = sample.room.following.scaled(1, 2) - kEm;
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
    return 2 * total > sample.room.following ? Length{} : total;
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
            left = sample.room.following - heads_height(sample, heights, begin);
            if (height > left) return 0;
        }
        left -= height;
        begin = end;
    }
    return pages;
}

TEST(PlaceTableProperties, TakesNoMorePagesThanAFirstFitOfWholeRows) {
    int compared = 0;
    for_each_sample([&](const Sample& sample, const PlacedTable& placed) {
        const std::size_t reference = first_fit_pages(sample);
        if (reference == 0) return;
        ++compared;
        EXPECT_LE(placed.pieces.size(), reference);
    });
    EXPECT_GE(compared, 50);
}

TEST(PlaceTableProperties, PiecesFitTheirPages) {
    for_each_sample([](const Sample& sample, const PlacedTable& placed) {
        for (std::size_t index = 0; index < placed.pieces.size(); ++index) {
            const TablePiece& piece = placed.pieces[index];
            EXPECT_LE(piece.height, index == 0 ? sample.room.first : sample.room.following);
            EXPECT_TRUE(index == 0 || piece.row_begin < piece.row_end);
            if (index > 0) {
                const std::uint32_t end = placed.pieces[index - 1].row_end;
                EXPECT_TRUE(piece.row_begin == end || piece.row_begin + 1 == end);
            }
        }
        EXPECT_EQ(placed.pieces.back().row_end, sample.table.rows.size());
    });
}

/// Where no row needs more than a page, no rule of good breaks has to give way.
TEST(PlaceTableProperties, BreaksAreGoodWhereEveryGroupFitsAPage) {
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

TEST(PlaceTableProperties, HeadsComeAgainOnEveryPieceThatTheirRowsReach) {
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

TEST(PlaceTableProperties, ALongRankingKeepsItsOrderOverHundredsOfPages) {
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
