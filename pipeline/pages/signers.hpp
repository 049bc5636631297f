// 签发人: who answers for a document to a superior, on the right of the document number.
// GB/T 9704-2012, 7.2.6.
#pragma once

#include <vector>

#include "pipeline/pages/page_filler.hpp"

namespace banxin {

struct SignerBlocks {
    const ShapedBlock* label = nullptr;     ///< 签发人：
    std::vector<const ShapedBlock*> names;  ///< In order, one name each.
};

/// Sets the label and the names, the first line at `top`: so many abreast as the layout says, the
/// last column at the right edge, less the names' indent; later lines begin under the first name.
/// Returns the top of the last line.
Length add_signers(PageFiller& pages, const SignerBlocks& blocks, const SignersLayout& layout,
                   Length top);

}  // namespace banxin
