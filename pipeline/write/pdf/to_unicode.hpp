// Codes and their texts → the CMap by which readers copy and search.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace banxin::pdf {

/// What one two-byte code of a font stands for.
struct CodeText {
    std::uint16_t code = 0;
    std::string text;  ///< UTF-8, not empty.
};

/// The content of a ToUnicode stream. `codes` rise.
[[nodiscard]] std::string to_unicode_cmap(std::span<const CodeText> codes);

}  // namespace banxin::pdf
