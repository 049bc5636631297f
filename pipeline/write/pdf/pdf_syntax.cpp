// Exact decimals and UTF-16 for PDF. Knows no objects and no streams.
#include "pipeline/write/pdf/pdf_syntax.hpp"

#include <unicode/unistr.h>

#include <array>
#include <charconv>

namespace banxin::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

icu::UnicodeString to_utf16(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
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

}  // namespace banxin::pdf
