// Findings of an inspection → the notes that are drawn on its pages.
#pragma once

#include <vector>

#include "pipeline/annotate/page_notes.hpp"
#include "pipeline/run_pdf/inspection.hpp"

namespace banxin {

/// For every page: its elements by name, and each rule that it does not keep, once, with all places
/// where it does not.
[[nodiscard]] std::vector<PageNotes> notes_on(const Inspection& inspection);

}  // namespace banxin
