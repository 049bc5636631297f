// Writer pdf: PagedDocument → the bytes of a PDF file.
//
// libharu keeps the objects and serialises them; fonts, content streams and compression are
// ours. Decides nothing about layout.
#pragma once

#include <span>
#include <string>

#include "pipeline/base/outcome.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/write/pdf/attachment.hpp"

namespace banxin {

/// PDF/A-2a and PDF/UA-1; with attachments PDF/A-3a. The same pages and fonts always give the same
/// bytes: no clock, no locale, no random numbers.
///
/// Errors: `pdf-not-written` when a limit of the format or the library is met.
[[nodiscard]] Outcome<std::string> write_pdf(const PagedDocument& document, const FontSet& fonts,
                                             std::span<const Attachment> attachments = {});

}  // namespace banxin
