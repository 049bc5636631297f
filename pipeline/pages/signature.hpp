// 发文机关署名, 印章, 签名章 and 成文日期 on their page. GB/T 9704-2012, 7.3.5.
#pragma once

#include <span>

#include "pipeline/pages/page_filler.hpp"
#include "pipeline/pages/signature_plan.hpp"

namespace banxin {

/// Where a planned signature goes, and by how much its seals are raised above their plan.
struct SignaturePlace {
    Length origin;  ///< Of the plan, from the type area's head.
    Length raise;
};

/// The place below what stands on the page of `pages`: names without seals after as many blank
/// lines as their style wants, names with seals after as many as bring the first seal within a
/// line of the text and not above its foot, stamps after two lines.
[[nodiscard]] SignaturePlace place_signature(const PageFiller& pages, const SignaturePlan& plan,
                                             const Style& style, const ShapedBlock* before,
                                             const SignatureLayout& layout);

/// Adds names, seals and date, which stay together, below `before`; on a new page where this one
/// has no room.
void add_signature(PageFiller& pages, std::span<const ShapedBlock> blocks,
                   const ShapedBlock* before, const Layout& layout);

}  // namespace banxin
