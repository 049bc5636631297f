// A hash of bytes that is the same on every machine: names subsets and identifies files.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace banxin::pdf {

/// XXH3 with 128 bits, most significant byte first. Not for security: it only has to differ where
/// contents differ.
[[nodiscard]] std::array<std::uint8_t, 16> content_hash(std::string_view bytes);

}  // namespace banxin::pdf
