// The words of 版头, GB/T 9704-2012, 7.2, as blocks in reading order.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"

namespace banxin {

/// `filled` gives a text of the job with the values in its places.
///
/// Errors: `part-missing` for a document number that the layout asks for; `part-unused` for names
/// of signers that it has no place for. Requires a job and a layout with a head.
[[nodiscard]] Outcome<std::vector<Block>> head_blocks(
    const Job& job, const Layout& layout, const std::function<Text(const Text&)>& filled);

}  // namespace banxin
