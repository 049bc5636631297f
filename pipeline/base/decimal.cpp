#include "pipeline/base/decimal.hpp"

#include <algorithm>

namespace banxin {
namespace {

using boost::multiprecision::cpp_int;

constexpr std::size_t kLongestNumber = 40;

cpp_int power_of_ten(unsigned exponent) {
    return boost::multiprecision::pow(cpp_int{10}, exponent);
}

/// Full-width digits, point and signs as ASCII: what a Chinese input method leaves behind.
std::string with_ascii_digits(std::string_view utf8) {
    std::string ascii;
    for (std::size_t k = 0; k < utf8.size(); ++k) {
        // U+FF01–U+FF3F are EF BC 81–BF and stand for ASCII 0x21–0x5F.
        const bool wide = k + 2 < utf8.size() && utf8.substr(k, 2) == "\xEF\xBC";
        if (!wide) {
            ascii += utf8[k];
            continue;
        }
        ascii += static_cast<char>(static_cast<unsigned char>(utf8[k + 2]) - 0x60);
        k += 2;
    }
    return ascii;
}

}  // namespace

Decimal::Decimal(cpp_int unscaled, unsigned places)
    : unscaled_{std::move(unscaled)}, places_{places} {}

std::optional<Decimal> Decimal::parse(std::string_view utf8) {
    const std::string ascii = with_ascii_digits(utf8);
    std::string_view rest = ascii;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    if (rest.size() > kLongestNumber) return std::nullopt;

    cpp_int unscaled = 0;
    unsigned places = 0;
    bool seen_point = false;
    bool seen_digit = false;
    for (const char sign : rest) {
        if (sign == '.' && !seen_point && seen_digit) {
            seen_point = true;
        } else if (sign >= '0' && sign <= '9') {
            unscaled = unscaled * 10 + (sign - '0');
            seen_digit = true;
            if (seen_point) ++places;
        } else {
            return std::nullopt;
        }
    }
    const bool ends_in_point = seen_point && places == 0;
    if (!seen_digit || ends_in_point) return std::nullopt;
    if (negative) unscaled = -unscaled;
    return Decimal{std::move(unscaled), places};
}

Decimal Decimal::rounded(const Rational& value, unsigned places, Rounding rule) {
    const cpp_int numerator =
        boost::multiprecision::abs(boost::multiprecision::numerator(value)) * power_of_ten(places);
    const cpp_int denominator = boost::multiprecision::denominator(value);
    cpp_int quotient;
    cpp_int remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    const int against_half = cpp_int{remainder * 2}.compare(denominator);
    const bool tie_goes_up =
        rule == Rounding::half_away_from_zero || boost::multiprecision::bit_test(quotient, 0);
    if (against_half > 0 || (against_half == 0 && tie_goes_up)) ++quotient;
    if (value < 0) quotient = -quotient;
    return Decimal{std::move(quotient), places};
}

Rational Decimal::value() const { return Rational{unscaled_, power_of_ten(places_)}; }

std::string Decimal::to_string() const {
    const cpp_int magnitude = boost::multiprecision::abs(unscaled_);
    std::string digits = magnitude.str();
    if (digits.size() <= places_) digits.insert(0, places_ + 1 - digits.size(), '0');
    if (places_ > 0) digits.insert(digits.size() - places_, ".");
    return unscaled_ < 0 ? "-" + digits : digits;
}

Decimal Decimal::trimmed() const {
    Decimal shorter = *this;
    while (shorter.places_ > 0 && shorter.unscaled_ % 10 == 0) {
        shorter.unscaled_ /= 10;
        --shorter.places_;
    }
    return shorter;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const unsigned places = std::max(a.places_, b.places_);
    const cpp_int left = a.unscaled_ * power_of_ten(places - a.places_);
    const cpp_int right = b.unscaled_ * power_of_ten(places - b.places_);
    const int order = left.compare(right);
    if (order < 0) return std::strong_ordering::less;
    return order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace banxin
