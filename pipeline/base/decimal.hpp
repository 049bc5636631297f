// Exact decimal numbers as they are written and printed, and the two rounding rules in use.
//
// Scores and money never pass through `double`: GB/T 8170 and 四舍五入 differ only on exact
// ties, and a binary fraction cannot hold one (0.35 would print as 0.3).
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banxin {

/// An exact value in the middle of a calculation.
using Rational = boost::multiprecision::cpp_rational;

enum class Rounding : std::uint8_t {
    half_away_from_zero,  ///< 四舍五入: money, statistics, scores unless a rule says otherwise.
    half_to_even,         ///< GB/T 8170-2008, 3.2 进舍规则: 1.225 → 1.22, 2.275 → 2.28.
};

/// A number together with the decimal places it is printed with: 111.00 is not 111.
class Decimal {
  public:
    Decimal() = default;

    /// `unscaled` ÷ 10^`places`.
    Decimal(boost::multiprecision::cpp_int unscaled, unsigned places);

    /// Reads `-12.50` or `１２．５` (full-width digits, as clerks type them). No exponent, no
    /// grouping, no unit; at most 40 characters. Nothing for anything else.
    static std::optional<Decimal> parse(std::string_view utf8);

    /// The nearest number with `places` decimal places; a tie goes where `rule` says.
    /// Round once, from the full value (GB/T 8170, 3.3).
    static Decimal rounded(const Rational& value, unsigned places, Rounding rule);

    [[nodiscard]] Rational value() const;
    [[nodiscard]] unsigned places() const { return places_; }

    /// `111.00`, `-0.5`, `7`: always `places()` decimals, ASCII digits.
    [[nodiscard]] std::string to_string() const;

    /// Without the zeros at the end: 2.50 → 2.5, 10.00 → 10.
    [[nodiscard]] Decimal trimmed() const;

    /// Compares values: 111.00 equals 111.
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  private:
    boost::multiprecision::cpp_int unscaled_ = 0;
    unsigned places_ = 0;
};

}  // namespace banxin
