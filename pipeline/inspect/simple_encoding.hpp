// The encodings of simple fonts, ISO 32000-1, 9.6.6: codes → glyph names and characters.
#pragma once

#include <array>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace banxin {

struct SimpleCode {
    std::string name;  ///< Of the glyph; empty where the encoding names none.
    char32_t character = 0;
};

/// What the entry /Encoding of a simple font says; WinAnsiEncoding where it says nothing.
[[nodiscard]] std::array<SimpleCode, 256> read_encoding(QPDFObjectHandle encoding);

}  // namespace banxin
