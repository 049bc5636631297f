// Questions about one character that several stages ask.
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

[[nodiscard]] constexpr bool is_one_of(char32_t character, std::u32string_view set) {
    return set.find(character) != std::u32string_view::npos;
}

[[nodiscard]] constexpr bool is_ascii_digit(char32_t character) {
    return character >= U'0' && character <= U'9';
}

[[nodiscard]] constexpr bool is_ascii_letter_or_digit(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') ||
           is_ascii_digit(character);
}

/// The digit's value, for ASCII and full-width digits.
[[nodiscard]] constexpr std::optional<unsigned> digit(char32_t character) {
    if (is_ascii_digit(character)) return static_cast<unsigned>(character - U'0');
    if (character >= U'０' && character <= U'９') return static_cast<unsigned>(character - U'０');
    return std::nullopt;
}

}  // namespace banxin
