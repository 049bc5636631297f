// No signature on a page without text. GB/T 9704-2012, 7.3.5.5.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/pages/paginate.hpp"

namespace banxin {

/// Looks for the least visible change of `fit` that brings signature and text on one page, in
/// this order: paragraphs of a line fewer or more, one paragraph before two; the blank lines
/// around 附件说明 closed up to 10 mm; a line pitch between 10.35 and 10.50 mm; the last lines of
/// the text on the signature's page. Puts what it finds into `attempt`, and returns what was done:
/// a warning, for somebody to look at the page.
///
/// Warnings: `signature-kept-by-fewer-lines`, `signature-kept-by-more-lines`,
/// `signature-kept-by-spacing`, `signature-kept-by-line-pitch`, `signature-kept-by-moved-lines`,
/// and `signature-alone` where nothing helps.
[[nodiscard]] Diagnostics mend_signature(const ShapedDocument& document, const Layout& layout,
                                         const PageFit& fit, PagingAttempt& attempt);

}  // namespace banxin
