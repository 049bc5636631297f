// 版记 at the foot of the last page. GB/T 9704-2012, 7.4.
#pragma once

#include <span>

#include "pipeline/pages/page_filler.hpp"

namespace banxin {

/// Adds the imprint: `blocks` are its elements from the top down, one to a row or more, except
/// that 印发日期 shares the row of 印发机关 if it can. Its last rule ends the type area of an even
/// page, or of any: see ShapedDocument::imprint_page. Where there is no room left, pages are opened
/// as 7.4 and 7.5 want them: a blank page before the imprint has no number, nor has the imprint's
/// page then.
void add_imprint(PageFiller& pages, std::span<const ShapedBlock> blocks, ImprintPage page,
                 const ImprintLayout& layout);

}  // namespace banxin
