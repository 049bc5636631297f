#include "pipeline/pages/make_pages.hpp"

#include <utility>

#include "pipeline/pages/mend_signature.hpp"
#include "pipeline/pages/page_filler.hpp"
#include "pipeline/pages/paginate.hpp"

namespace banxin {
namespace {

Diagnostic recipients_moved(const ShapedDocument& document) {
    for (const ShapedBlock& block : document.blocks) {
        if (block.role == BlockRole::recipients)
            return {Code::recipients_moved, paragraph_of(block).source.origin(), {}};
    }
    return {Code::recipients_moved, {}, {}};
}

}  // namespace

Outcome<PagedDocument> make_pages(const ShapedDocument& document, const Layout& layout) {
    PageFit fit;
    PagingAttempt attempt = paginate(document, layout, fit);
    Diagnostics done;
    if (attempt.first_page == TextOnPage::missing && attempt.recipients_may_move) {
        PageFit moved = fit;
        moved.recipients = RecipientsPlace::imprint;
        PagingAttempt other = paginate(document, layout, moved);
        if (other.first_page == TextOnPage::there) {
            fit = std::move(moved);
            attempt = std::move(other);
            done.push_back(recipients_moved(document));
        }
    }
    if (attempt.signature_page == TextOnPage::missing)
        append(done, mend_signature(document, layout, fit, attempt));
    append(attempt.pages.diagnostics, std::move(done));
    return std::move(attempt.pages);
}

}  // namespace banxin
