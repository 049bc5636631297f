// Kinds of characters that recognition and rules ask for.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/characters.hpp"

namespace banxin {

[[nodiscard]] constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
}
/// 一 to 十, as headings are numbered.
[[nodiscard]] constexpr bool is_chinese_digit(char32_t c) {
    return is_one_of(c, U"一二三四五六七八九十百〇零");
}
[[nodiscard]] constexpr bool is_blank_character(char32_t c) {
    return c <= U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF ||
           c == 0xAD;
}

/// ⽰ → 示, ⺠ → 民: radicals that programs write for the characters of the same shape.
[[nodiscard]] char32_t without_radical(char32_t character);

[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace banxin
