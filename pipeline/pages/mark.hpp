// 发文机关标志: the name at the head of an official document, or the names of several issuers.
// GB/T 9704-2012, 7.2.4.
#pragma once

#include <functional>

#include "pipeline/pages/page_filler.hpp"

namespace banxin {

struct MarkBlocks {
    const ShapedBlock* names = nullptr;  ///< One name a line.
    const ShapedBlock* end = nullptr;    ///< 文件 beside several names; may be missing.
};

/// Whether text still fits on the page below a mark that ends so far below the type area's head.
using LeavesRoom = std::function<bool(Length mark_bottom)>;

/// Puts the mark at its height. It stands by its ink, whatever is above: 份号 and the like never
/// move it. Several names are opened to one width, with their end in the middle of their right.
///
/// A mark that is too wide is set smaller; so is one of several names, down to the layout's least
/// size, until it leaves room on the first page (7.3.3). Warnings: `mark-too-high`.
void add_mark(PageFiller& pages, const MarkBlocks& blocks, const HeadLayout& head,
              const LeavesRoom& leaves_room);

}  // namespace banxin
