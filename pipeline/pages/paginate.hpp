// One way of laying a document on pages, and what is wrong with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "pipeline/base/outcome.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

enum class RecipientsPlace : std::uint8_t {
    head,     ///< before the body
    imprint,  ///< in the 版记
};

/// The last `lines` lines of a block begin a page.
struct PageTurn {
    std::size_t block;
    std::size_t lines;
};

/// What may be changed so that pages come out as the standard wants them.
struct PageFit {
    RecipientsPlace recipients = RecipientsPlace::head;
    std::map<std::size_t, Looseness> looseness;  ///< By index of a block of the body.
    /// Height of the blank lines around 附件说明, from edge to edge, where it is not the usual one.
    std::optional<Length> blank_line;
    std::optional<PageTurn> turn;
};

enum class TextOnPage : std::uint8_t { there, missing };

struct PagingAttempt {
    Outcome<PagedDocument> pages;
    TextOnPage first_page = TextOnPage::there;  ///< GB/T 9704-2012, 7.3.3: it shows body text.
    TextOnPage signature_page = TextOnPage::there;
    bool recipients_may_move = false;
    std::vector<std::size_t> body;  ///< Indices of the blocks of text before the signature.
};

/// Lays the blocks of `document` on pages as `fit` says.
[[nodiscard]] PagingAttempt paginate(const ShapedDocument& document, const Layout& layout,
                                     const PageFit& fit);

}  // namespace banxin
