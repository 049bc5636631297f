// Content streams, ISO 32000-1, 8 and 9: operators → what they paint.
#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "pipeline/inspect/pdf_matrix.hpp"
#include "pipeline/inspect/pdf_pages.hpp"
#include "pipeline/inspect/pdf_streams.hpp"
#include "pipeline/inspect/pdf_text_font.hpp"

namespace banxin {

/// What the pages of one file share.
struct PdfReading {
    QPDF& pdf;
    PdfStreams streams;
    PdfPages& pages;
    std::map<QPDFObjGen, std::size_t> font_numbers = {};   ///< Into `fonts`.
    std::vector<std::unique_ptr<PdfTextFont>> fonts = {};  ///< As PdfPages::fonts.
    std::size_t operators_left = 5'000'000;

    /// The number of the font `object`, read when it is first asked for.
    [[nodiscard]] std::size_t font_number(QPDFObjectHandle object);
};

/// Reads a page's `content` with `resources` into `page`; `start` leads from the page's space to
/// EMU from the top-left corner, y downwards. Throws PdfTooLarge.
void read_content(PdfReading& reading, PdfPage& page, const std::string& content,
                  QPDFObjectHandle resources, const PdfMatrix& start);

}  // namespace banxin
