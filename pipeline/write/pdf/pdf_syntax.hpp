// Pieces of PDF's syntax that libharu cannot write: exact decimals and text in any script.
//
// All numbers come from whole-number arithmetic, so no locale and no float rounding gets in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/base/length.hpp"

namespace banxin::pdf {

/// Coordinates are written in thousandths of a point (0.35 µm, finer than any device). Each is
/// rounded once from its absolute place, so that errors never add up.
using MilliPoints = std::int64_t;

inline constexpr std::int64_t kMilliPointsPerPoint = 1000;

/// A thousandth of a point, in tenths of an EMU: exactly 12.7 EMU.
inline constexpr std::int64_t kTenthEmuPerMilliPoint = 127;

[[nodiscard]] constexpr MilliPoints to_millipoints(Length length) {
    return length.scaled(10, kTenthEmuPerMilliPoint).emu();
}

/// `numerator` ÷ `denominator`, rounded half away from zero. Requires `denominator > 0`.
[[nodiscard]] constexpr std::int64_t divide_rounded(std::int64_t numerator,
                                                    std::int64_t denominator) {
    return Length::from_emu(numerator).scaled(1, denominator).emu();
}

/// Appends `unscaled` ÷ 10^`places` with no zeros at the end: 1500 with 3 places is `1.5`.
void append_decimal(std::string& out, std::int64_t unscaled, unsigned places);

/// Appends a coordinate or a size as points.
void append_points(std::string& out, MilliPoints value);

/// Appends a whole number in hexadecimal, capital letters, with `digits` digits.
void append_hex(std::string& out, std::uint32_t value, unsigned digits);

/// Text as a PDF and its XMP can have it: valid UTF-8, without control characters, which neither
/// XML 1.0 (2.2) nor a ToUnicode (ISO 19005-2, 6.2.11.7.2) may hold. A tab or a line feed is a
/// space. All text passes through this, whichever of the functions below writes it.
[[nodiscard]] std::string clean_text(std::string_view utf8);

/// Appends text as hexadecimal UTF-16BE, without brackets and byte order mark.
void append_utf16_hex(std::string& out, std::string_view utf8);

/// Text as the bytes of a PDF text string: UTF-16BE with its byte order mark
/// (ISO 32000-1, 7.9.2.2).
[[nodiscard]] std::string text_string(std::string_view utf8);

/// The most UTF-16 units that a text string can have: 32,767 bytes with its byte order mark
/// (ISO 19005-2, 6.1.13).
inline constexpr std::size_t kMostTextUnits = (32767 - 2) / 2;
[[nodiscard]] bool is_too_long(std::string_view utf8);

/// As much of the beginning of `utf8` as is surely not too long, cut between characters.
[[nodiscard]] std::string_view cut_to_limit(std::string_view utf8);

}  // namespace banxin::pdf
