#include "pipeline/run/timings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace banxin {

void Timings::add(std::string_view stage, Clock::duration time) {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const Row& row) { return row.stage == stage; });
    if (found == rows_.end())
        rows_.push_back({std::string{stage}, time});
    else
        found->time += time;
}

std::string Timings::as_text() const {
    std::string text;
    for (const Row& row : rows_) {
        const auto microseconds =
            std::chrono::duration_cast<std::chrono::microseconds>(row.time).count();
        text += fmt::format("{:<14}{:>9}.{:03} ms\n", row.stage, microseconds / 1000,
                            microseconds % 1000);
    }
    return text;
}

}  // namespace banxin
