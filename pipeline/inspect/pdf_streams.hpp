// Streams of a PDF that was opened by qpdf, with an end to what one file may make us hold.
#pragma once

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <stdexcept>
#include <string>

namespace banxin {

/// The file wants more than it may have.
class PdfTooLarge : public std::runtime_error {
  public:
    PdfTooLarge() : std::runtime_error{"too large"} {}
};

/// Decodes streams until the file has used up its share.
class PdfStreams {
  public:
    static constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

    /// The decoded bytes; none where `stream` is no stream or cannot be decoded.
    [[nodiscard]] std::string decode(QPDFObjectHandle stream);

  private:
    std::size_t left_ = kMostBytes;
};

}  // namespace banxin
