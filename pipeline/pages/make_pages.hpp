// Stage pages: everything shaped → PagedDocument. The standard's geometry is applied here.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Lays the blocks of `document` on pages: GB/T 9704-2012, clauses 5 and 7.
///
/// Warnings: those of line layout.
[[nodiscard]] Outcome<PagedDocument> make_pages(const ShapedDocument& document,
                                                const Layout& layout);

}  // namespace banxin
