// Numbers that are added up, and how far rounding may have moved them.
#pragma once

#include <algorithm>
#include <string>

#include "pipeline/base/decimal.hpp"

namespace banxin {

/// Half a unit of the last decimal place: by so much rounding may have moved a share. None has
/// made 0 of what is not there.
[[nodiscard]] inline Rational rounding_of_share(const Decimal& number) {
    if (number.value() == 0) return 0;
    return Decimal{5, number.places() + 1}.value();
}

/// The same of an amount; whole numbers count things and are exact.
[[nodiscard]] inline Rational rounding_of_amount(const Decimal& number) {
    return number.places() > 0 ? rounding_of_share(number) : Rational{0};
}

struct Sum {
    Rational value = 0;
    Rational tolerance = 0;
    Rational largest = 0;
    unsigned places = 0;
    unsigned parts = 0;

    void add(const Decimal& number, const Rational& rounding) {
        value += number.value();
        tolerance += rounding;
        largest = std::max(largest, number.value());
        places = std::max(places, number.places());
        ++parts;
    }
    void add(const Sum& other) {
        value += other.value;
        tolerance += other.tolerance;
        largest = std::max(largest, other.largest);
        places = std::max(places, other.places);
        parts += other.parts;
    }
    [[nodiscard]] std::string to_string() const {
        return Decimal::rounded(value, places, Rounding::half_away_from_zero).to_string();
    }
};

[[nodiscard]] inline Rational distance(const Rational& a, const Rational& b) {
    return a < b ? Rational{b - a} : Rational{a - b};
}

/// Whether shares look like all of one whole and are not 100. 110 and 90 are no slips of a complete
/// list: shares of different wholes, or some of them.
[[nodiscard]] inline bool misses_hundred(const Sum& shares) {
    const Rational off = distance(shares.value, 100);
    return off > shares.tolerance && (shares.value < 100 ? off <= 1 : off <= 5);
}

}  // namespace banxin
