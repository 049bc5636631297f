// Valid UTF-8 character by character.
#pragma once

#include <cstddef>
#include <string_view>

namespace banxin {

/// The character whose first byte is `utf8[at]`; moves `at` to the next one. Requires `at` to be
/// the first byte of a character of valid UTF-8.
[[nodiscard]] constexpr char32_t next_character(std::string_view utf8, std::size_t& at) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[k]); };
    const char32_t lead = byte(at);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t k = at + 1; k < at + size && k < utf8.size(); ++k) {
        character = (character << 6U) | (byte(k) & 0x3FU);
    }
    at += size;
    return character;
}

}  // namespace banxin
