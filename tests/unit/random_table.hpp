// Random tables for tests of what must hold for every one of them. A failure prints its seed.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

#include "pipeline/tables/place_table.hpp"
#include "table_builder.hpp"

namespace banxin {

/// A table and what it is to be placed into.
struct Sample {
    ShapedTable table;
    Length width;
    TableRoom room;
};

[[nodiscard]] Sample random_sample(std::uint64_t seed);

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

inline Length right_of(const PlacedCell& cell) { return cell.left + cell.width; }
inline Length bottom_of(const PlacedCell& cell) { return cell.top + cell.height; }

inline bool runs_down(const ShapedCell& cell) {
    return cell.paragraph.orientation == Orientation::vertical;
}

}  // namespace banxin
