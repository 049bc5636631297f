// A font resource of a PDF: from the bytes of a shown string to characters and widths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inspect/outline_font.hpp"
#include "pipeline/inspect/pdf_streams.hpp"

namespace banxin {

/// One code of a shown string.
struct ShownCode {
    std::u32string text;
    double width = 0;  ///< In ems.
    std::optional<GlyphExtent> extent;
    bool is_space = false;  ///< The single byte 32, to which word spacing applies.
};

class PdfTextFont {
  public:
    virtual ~PdfTextFont() = default;

    [[nodiscard]] virtual std::vector<ShownCode> decode(std::string_view bytes) = 0;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool is_embedded() const { return is_embedded_; }

  protected:
    std::string name_;
    bool is_embedded_ = false;
};

/// Reads the font dictionary `font`; what is missing or broken in it is made up for.
[[nodiscard]] std::unique_ptr<PdfTextFont> read_font(QPDFObjectHandle font, PdfStreams& streams);

}  // namespace banxin
