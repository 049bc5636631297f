// 版头: the mark, the document number and the rule below it. GB/T 9704-2012, 7.2.
#pragma once

#include "pipeline/pages/page_filler.hpp"

namespace banxin {

/// Puts the mark (发文机关标志) at its height. It stands by its ink, whatever is above: 份号 and
/// the like never move it. Nothing happens where the layout has no head.
void add_mark(PageFiller& pages, const ShapedBlock& block, const Layout& layout);

/// The document number (发文字号) and the rule below it; the text begins where the layout says.
void add_document_number(PageFiller& pages, const ShapedBlock& block, const Layout& layout);

}  // namespace banxin
