// 版头: what stands above the text of an official document's first page. GB/T 9704-2012, 7.2.
#pragma once

#include <cstddef>
#include <span>

#include "pipeline/pages/page_filler.hpp"
#include "pipeline/pages/paginate.hpp"

namespace banxin {

[[nodiscard]] bool is_of_head(BlockRole role);

/// Sets the blocks that belong to the head, with which `blocks` begins, and its rules; the text
/// begins where the layout says. Returns how many blocks these were. The others tell how much of
/// the first page the text needs, without the recipients where these are elsewhere. Requires a
/// layout with a head. Warnings: see mark.hpp.
std::size_t add_head(PageFiller& pages, std::span<const ShapedBlock> blocks, const Layout& layout,
                     RecipientsPlace recipients);

}  // namespace banxin
