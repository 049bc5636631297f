#include "pipeline/read/cell_number.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace banxin {
namespace {

constexpr int kDigits = 15;
constexpr int kLargestExponent = 20;

/// A value as `digits` × 10^`exponent`, the digits without zeros at their end.
struct Scientific {
    bool negative = false;
    std::string digits;
    int exponent = 0;  ///< of the first digit: 100.89 has 2
};

Scientific scientific(double value) {
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific, kDigits - 1);
    const std::string_view text{buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data())};
    const std::size_t mark = text.find('e');
    Scientific parts;
    for (const char sign : text.substr(0, mark)) {
        if (sign == '-') parts.negative = true;
        if (sign >= '0' && sign <= '9') parts.digits += sign;
    }
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), parts.exponent);
    while (parts.digits.size() > 1 && parts.digits.back() == '0') parts.digits.pop_back();
    return parts;
}

std::string written_out(const Scientific& parts) {
    std::string text = parts.digits;
    if (parts.digits == "0") return text;
    if (parts.exponent > kLargestExponent || parts.exponent < -kLargestExponent) {
        if (text.size() > 1) text.insert(1, ".");
        text += "E" + std::to_string(parts.exponent);
    } else if (parts.exponent < 0) {
        text.insert(0, "0." + std::string(static_cast<std::size_t>(-parts.exponent - 1), '0'));
    } else {
        const auto whole = static_cast<std::size_t>(parts.exponent) + 1;
        if (text.size() < whole) text.append(whole - text.size(), '0');
        if (text.size() > whole) text.insert(whole, ".");
    }
    return parts.negative ? "-" + text : text;
}

std::string padded(unsigned value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

std::string day_text(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::string time_text(unsigned seconds) {
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
           padded(seconds % 60, 2);
}

}  // namespace

std::optional<double> parse_stored_number(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string decimal_text(double value) { return written_out(scientific(value)); }

std::string percent_text(double value) {
    Scientific parts = scientific(value);
    parts.exponent += 2;
    return written_out(parts) + "%";
}

std::optional<std::string> date_text(double days, DayCount count) {
    using std::chrono::sys_days;
    constexpr sys_days k1899 = sys_days{std::chrono::year{1899} / 12 / 31};
    constexpr sys_days k1904 = sys_days{std::chrono::year{1904} / 1 / 1};
    constexpr sys_days kLast = sys_days{std::chrono::year{9999} / 12 / 31};
    constexpr int kSecondsOfDay = 86400;
    if (days < 0 || days > 3'000'000) return std::nullopt;
    // A second is 1/86400 of a day, so its count is rounded before it is split.
    const auto seconds = static_cast<std::int64_t>(std::llround(days * kSecondsOfDay));
    const auto whole = static_cast<int>(seconds / kSecondsOfDay);
    const auto rest = static_cast<unsigned>(seconds % kSecondsOfDay);
    if (whole == 0 && count == DayCount::since_1900) return time_text(rest);
    // The count of 1900 goes on past a 29 February that year did not have.
    const int passed = count == DayCount::since_1900 && whole >= 60 ? whole - 1 : whole;
    const sys_days day =
        (count == DayCount::since_1900 ? k1899 : k1904) + std::chrono::days{passed};
    if (day > kLast) return std::nullopt;
    return rest == 0 ? day_text(day) : day_text(day) + " " + time_text(rest);
}

}  // namespace banxin
