// Stage inspect, first step: bytes of a PDF → PdfPages.
//
// Reads any PDF that opens without a password, whoever made it: nothing is known here of how
// Banxin writes its own.
#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/inspect/pdf_pages.hpp"

namespace banxin {

/// Reads `bytes`, the file numbered `file`.
///
/// Errors: `pdf-broken`, `pdf-encrypted`, `pdf-too-large`, `pdf-without-text`. Nothing in a file
/// makes it throw.
[[nodiscard]] Outcome<PdfPages> read_pdf(std::string_view bytes, std::uint8_t file);

}  // namespace banxin
