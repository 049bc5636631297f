// The numbers that spreadsheet files store as binary fractions and day counts → text as typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banxin {

/// The value of a stored number such as `1.0089E2`; nothing for anything else, infinities included.
[[nodiscard]] std::optional<double> parse_stored_number(std::string_view text);

/// The shortest decimal with at most 15 digits: 100.89, 111. Spreadsheet programs show no more
/// than 15, all of which a binary fraction holds; the 16th and 17th are where 0.1 + 0.2 is not
/// 0.3. Values beyond 10^±20, which no score is, are written with an exponent.
[[nodiscard]] std::string decimal_text(double value);

/// The same number as a percentage, exact: 0.785 → `78.5%`.
[[nodiscard]] std::string percent_text(double value);

/// Which day the count begins at.
enum class DayCount : std::uint8_t {
    since_1900,  ///< Day 1 is 1900-01-01, and there is a day 60 that never was.
    since_1904,  ///< Day 0 is 1904-01-01: files from old Macintosh programs.
};

/// A day count with its part of a day: `2021-01-29`, `2021-01-29 08:30:00`, `08:30:00`. Nothing
/// for a count before day 0 or after the year 9999.
[[nodiscard]] std::optional<std::string> date_text(double days, DayCount count);

}  // namespace banxin
