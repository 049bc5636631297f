// A hash of bytes that is the same on every machine: names subsets and identifies files.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace banxin::pdf {

/// FNV-1a with 128 bits, most significant byte first. Not for security: it only has to differ
/// where contents differ.
[[nodiscard]] constexpr std::array<std::uint8_t, 16> content_hash(std::string_view bytes) {
    __extension__ using Wide = unsigned __int128;
    constexpr Wide prime = (Wide{1} << 88) + 0x13B;
    Wide hash = (Wide{0x6C62272E07BB0142U} << 64) + 0x62B821756295C58DU;
    for (const char byte : bytes) {
        hash ^= static_cast<std::uint8_t>(byte);
        hash *= prime;
    }
    std::array<std::uint8_t, 16> result{};
    for (std::size_t k = result.size(); k > 0; --k) {
        result[k - 1] = static_cast<std::uint8_t>(hash);
        hash >>= 8;
    }
    return result;
}

}  // namespace banxin::pdf
