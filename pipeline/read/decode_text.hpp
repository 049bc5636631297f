// Bytes of a text file → UTF-8 with plain line ends. Body texts, csv and tsv all come through here.
//
// Never guesses silently: bytes that are not wholly valid in one of the encodings are refused.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"

namespace banxin {

/// Decodes UTF-8 (with or without a byte order mark), GB18030 (what Chinese Excel and Notepad
/// save; includes GBK and GB 2312) or UTF-16 with a byte order mark (Excel's “Unicode text”).
///
/// Carriage returns become line feeds (one for CR LF), and byte order marks are dropped wherever
/// files were joined. `file` is the number the Origin of a complaint carries.
///
/// Errors: `encoding-unknown`, at the line with the first byte that no encoding explains.
[[nodiscard]] Outcome<std::string> decode_text(std::string_view bytes, std::uint8_t file);

/// `utf8` as its characters with the byte each begins at. Requires valid UTF-8.
struct CharacterAt {
    char32_t character = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};
[[nodiscard]] CharacterAt character_at(std::string_view utf8, std::size_t begin);

/// The range of `utf8` without the blanks at its ends: spaces of any width, no-break and
/// zero-width ones too, tabs and line feeds.
struct TrimmedRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};
[[nodiscard]] TrimmedRange trimmed_range(std::string_view utf8);

}  // namespace banxin
