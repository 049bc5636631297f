// Writer preview: one page of a PagedDocument → a PNG or SVG picture, drawn by Cairo.
//
// Shows what the PDF will look like, black on white. Never a step towards the PDF.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/base/outcome.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

enum class PreviewFormat : std::uint8_t { png, svg };

/// Draws page `page` (from 0) at `dots_per_inch` (PNG only). The bytes do not depend on the
/// machine's fonts or settings. Requires a page that is there.
///
/// Errors: `preview-not-written` when the picture is too large for Cairo.
[[nodiscard]] Outcome<std::string> write_preview(const PagedDocument& document,
                                                 const FontSet& fonts, std::size_t page,
                                                 PreviewFormat format, unsigned dots_per_inch);

}  // namespace banxin
