// Stage pages: everything shaped → PagedDocument. The standard's geometry is applied here.
#pragma once

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Lays the blocks of `document` on pages: GB/T 9704-2012, clauses 5 and 7.
///
/// A signature that would stand on a page without text is mended, see mend_signature.hpp;
/// recipients that would leave the first page without text go into the imprint (7.3.2).
///
/// Warnings: those of line layout and of mend_signature.hpp; `recipients-moved`.
[[nodiscard]] Outcome<PagedDocument> make_pages(const ShapedDocument& document,
                                                const Layout& layout);

}  // namespace banxin
