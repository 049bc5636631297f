// What a stage returns: always a value, and whatever it had to complain about.
#pragma once

#include "pipeline/base/diagnostic.hpp"

namespace banxin {

/// A stage never gives up at the first mistake: it puts something harmless in its place and
/// goes on, so that one run reports everything. `value` may only be handed to the next stage
/// when no diagnostic is an error.
template <typename Value>
struct Outcome {
    Value value{};
    Diagnostics diagnostics{};

    [[nodiscard]] bool ok() const { return !has_errors(diagnostics); }
};

}  // namespace banxin
