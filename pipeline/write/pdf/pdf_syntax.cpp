// Exact decimals and UTF-16 for PDF. Knows no objects and no streams.
#include "pipeline/write/pdf/pdf_syntax.hpp"

#include <unicode/unistr.h>

#include <array>
#include <charconv>

#include "pipeline/base/control_characters.hpp"

namespace banxin::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

icu::UnicodeString to_utf16(std::string_view utf8) {
    const auto typed =
        icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    icu::UnicodeString clean;
    for (std::int32_t k = 0; k < typed.length();) {
        const UChar32 character = typed.char32At(k);
        k += U16_LENGTH(character);
        if (character == '\t' || character == '\n')
            clean.append(u' ');
        else if (!is_control_character(static_cast<char32_t>(character)))
            clean.append(character);
    }
    return clean;
}

}  // namespace

void append_decimal(std::string& out, std::int64_t unscaled, unsigned places) {
    std::array<char, 24> digits{};
    const std::uint64_t magnitude = unscaled < 0 ? 0 - static_cast<std::uint64_t>(unscaled)
                                                 : static_cast<std::uint64_t>(unscaled);
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), magnitude);
    static_cast<void>(error);  // 20 digits always fit
    std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));

    if (unscaled < 0) out += '-';
    std::size_t decimals = places;
    if (text.size() > decimals) {
        out += text.substr(0, text.size() - decimals);
        text.remove_prefix(text.size() - decimals);
    } else {
        out += '0';
    }
    const std::size_t leading_zeros = decimals - text.size();
    while (!text.empty() && text.back() == '0') text.remove_suffix(1);
    if (text.empty()) return;
    out += '.';
    out.append(leading_zeros, '0');
    out += text;
}

void append_points(std::string& out, MilliPoints value) { append_decimal(out, value, 3); }

void append_hex(std::string& out, std::uint32_t value, unsigned digits) {
    for (unsigned shift = digits * 4; shift > 0;) {
        shift -= 4;
        out += kHexDigits[(value >> shift) & 0xF];
    }
}

std::string clean_text(std::string_view utf8) {
    std::string text;
    return to_utf16(utf8).toUTF8String(text);
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
    const icu::UnicodeString utf16 = to_utf16(utf8);
    for (std::int32_t k = 0; k < utf16.length(); ++k) append_hex(out, utf16.charAt(k), 4);
}

std::string text_string(std::string_view utf8) {
    const icu::UnicodeString utf16 = to_utf16(utf8);
    std::string bytes = "\xFE\xFF";
    for (std::int32_t k = 0; k < utf16.length(); ++k) {
        bytes += static_cast<char>(utf16.charAt(k) >> 8);
        bytes += static_cast<char>(utf16.charAt(k) & 0xFF);
    }
    return bytes;
}

bool is_too_long(std::string_view utf8) {
    // No character has fewer bytes than units.
    return utf8.size() > kMostTextUnits &&
           static_cast<std::size_t>(to_utf16(utf8).length()) > kMostTextUnits;
}

std::string_view cut_to_limit(std::string_view utf8) {
    if (!is_too_long(utf8)) return utf8;
    std::size_t end = kMostTextUnits;
    while ((static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
    return utf8.substr(0, end);
}

}  // namespace banxin::pdf
