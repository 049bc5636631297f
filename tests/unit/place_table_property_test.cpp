// Random tables, and what must hold for the cells and rules of every one of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "random_table.hpp"

namespace banxin {
namespace {

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

}  // namespace
}  // namespace banxin
