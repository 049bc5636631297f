// UTF-8 → its characters, each with the byte it begins at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

struct Characters {
    std::u32string text;
    std::vector<std::uint32_t> bytes;  ///< One more than characters: the last is the end.
};

/// Requires valid UTF-8, which every Text is.
[[nodiscard]] inline Characters characters_of(std::string_view utf8) {
    Characters result;
    for (std::size_t k = 0; k < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[k]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        result.bytes.push_back(static_cast<std::uint32_t>(k));
        for (std::size_t trail = 1; trail < length && k + trail < utf8.size(); ++trail)
            character = (character << 6) | (static_cast<unsigned char>(utf8[k + trail]) & 0x3FU);
        result.text += character;
        k += length;
    }
    result.bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
    return result;
}

}  // namespace banxin
