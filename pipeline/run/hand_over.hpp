// One program becomes another that lies beside it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/run/session.hpp"

namespace banxin {

/// Replaces the process by `program` of the running program's own folder, with `arguments`. Its
/// streams, the terminal and the signals stay as they are, and what the other ends with is the exit
/// status: nobody outside can tell the two apart.
///
/// Comes back only where the other cannot be started, which it has complained of then.
[[nodiscard]] ExitStatus hand_over(Session& session, const std::string& program,
                                   const std::vector<std::string>& arguments);

}  // namespace banxin
