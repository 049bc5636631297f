#include "random_table.hpp"

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace banxin {
namespace {

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
    if (dice.one_in(4)) sketch = sketch.across(static_cast<AcrossPages>(dice.roll(0, 2)));
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

}  // namespace

Sample random_sample(std::uint64_t seed) {
    Dice dice{seed};
    Sample sample;
    sample.table = random_table(dice);
    sample.width = Length::from_emu(dice.roll(15'000, 60'000));
    sample.room.following = Length::from_emu(dice.roll(6'000, 60'000));
    sample.room.first =
        dice.one_in(3) ? sample.room.following : Length::from_emu(dice.roll(0, 60'000));
    if (dice.one_in(3))
        sample.room.continued = kHalfEm * static_cast<std::int64_t>(dice.roll(1, 4));
    return sample;
}

}  // namespace banxin
