// Whether a document is one that PDF and PDF/A can hold. Looks at every number and index, so that
// nothing after it has to.
#pragma once

#include <optional>
#include <string>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin::pdf {

/// The first thing that cannot be written, in a few words of English; nothing where all can.
[[nodiscard]] std::optional<std::string> reason_against(const PagedDocument& document,
                                                        const FontSet& fonts);

}  // namespace banxin::pdf
