// What a document carries for archives, DA/T 46-2009: the elements that its job knows.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/base/archive_elements.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// `filled` fills in the names of a text.
[[nodiscard]] std::vector<ArchiveEntry> archive_record(
    const Job& job, const std::function<Text(const Text&)>& filled);

}  // namespace banxin
