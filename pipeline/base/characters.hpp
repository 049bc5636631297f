// Questions about one character that several stages ask.
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

[[nodiscard]] constexpr bool is_one_of(char32_t character, std::u32string_view set) {
    return set.find(character) != std::u32string_view::npos;
}

/// The digit's value, for ASCII and full-width digits.
[[nodiscard]] constexpr std::optional<unsigned> digit(char32_t character) {
    if (character >= U'0' && character <= U'9') return static_cast<unsigned>(character - U'0');
    if (character >= U'０' && character <= U'９') return static_cast<unsigned>(character - U'０');
    return std::nullopt;
}

}  // namespace banxin
