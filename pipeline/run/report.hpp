// Diagnostics → lines for people, or one JSON object for machines.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/origin.hpp"

namespace banxin {

/// What one job, or the font table, had to complain about.
struct Complaints {
    std::string job;  ///< As the command line names it; empty for the run as a whole.
    Sources sources;
    Diagnostics diagnostics;
};

/// How many there are, and what became of the run.
struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t jobs = 0;
    std::vector<std::string> failed_jobs;
};

inline constexpr std::size_t kMostShown = 50;

/// `place: error[code]: message`, the hint below it; at most `kMostShown`, then how many more.
[[nodiscard]] std::string as_text(const std::vector<Complaints>& complaints);

/// `2 errors, 1 warning; nothing written`; empty when there is nothing to say.
[[nodiscard]] std::string closing_line(const Tally& tally);

/// One object: {"diagnostics": […], "errors": 2, "warnings": 1}. All of them, none left out.
[[nodiscard]] std::string as_json(const std::vector<Complaints>& complaints);

[[nodiscard]] Tally count(const std::vector<Complaints>& complaints);

}  // namespace banxin
