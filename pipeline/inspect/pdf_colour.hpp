// Colour spaces of a PDF → colours as a screen shows them, near enough to tell red from black.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "pipeline/inspect/pdf_pages.hpp"

namespace banxin {

/// A current colour and the space it is in.
struct PdfPaint {
    PdfColour colour;
    QPDFObjectHandle space = QPDFObjectHandle::newName("/DeviceGray");
};

/// The colour of `components` in `space`; black where the space is not understood.
[[nodiscard]] PdfColour colour_in(QPDFObjectHandle space, const std::vector<double>& components);

/// The colour that a space begins with.
[[nodiscard]] PdfColour first_colour_in(QPDFObjectHandle space);

}  // namespace banxin
