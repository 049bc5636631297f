// UTF-8 → its characters, each with the byte it begins at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/utf8.hpp"

namespace banxin {

struct Characters {
    std::u32string text;
    std::vector<std::uint32_t> bytes;  ///< One more than characters: the last is the end.
};

/// Requires valid UTF-8, which every Text is.
[[nodiscard]] inline Characters characters_of(std::string_view utf8) {
    Characters result;
    for (std::size_t at = 0; at < utf8.size();) {
        result.bytes.push_back(static_cast<std::uint32_t>(at));
        result.text += next_character(utf8, at);
    }
    result.bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
    return result;
}

}  // namespace banxin
