#include "pipeline/base/control_characters.hpp"

#include <cstdint>
#include <string_view>

namespace banxin {
namespace {

bool is_between(char32_t character, char32_t first, char32_t last) {
    return character >= first && character <= last;
}

/// Unicode's property Bidi_Control.
bool turns_direction(char32_t character) {
    return character == 0x061C || is_between(character, 0x200E, 0x200F) ||
           is_between(character, 0x202A, 0x202E) || is_between(character, 0x2066, 0x2069);
}

/// The last two of every plane, and 32 more (Unicode 23.7).
bool is_noncharacter(char32_t character) {
    return (character & 0xFFFE) == 0xFFFE || is_between(character, 0xFDD0, 0xFDEF);
}

}  // namespace

bool is_control_character(char32_t character) {
    if (character == U'\t' || character == U'\n') return false;
    return character < U' ' || is_between(character, 0x7F, 0x9F) ||
           is_between(character, 0x2028, 0x2029) || character == 0xFEFF ||
           turns_direction(character) || is_noncharacter(character);
}

std::string code_point_name(char32_t character) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string digits;
    for (auto rest = static_cast<std::uint32_t>(character); rest > 0 || digits.size() < 4;) {
        digits.insert(digits.begin(), kDigits[rest % 16]);
        rest /= 16;
    }
    return "U+" + digits;
}

}  // namespace banxin
