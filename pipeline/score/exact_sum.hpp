// Adds decimals without losing a digit. Part of score/: sums are shown as people write them.
#pragma once

#include <algorithm>
#include <limits>

#include "pipeline/base/decimal.hpp"

namespace banxin {

class ExactSum {
  public:
    ExactSum& operator+=(const Decimal& addend) {
        value_ += addend.value();
        places_ = std::max(places_, addend.places());
        common_places_ = std::min(common_places_, addend.places());
        return *this;
    }

    /// The sum without zeros at its end, as scores are written: 2.28 + 1.22 is 3.5.
    [[nodiscard]] Decimal total() const {
        // Nothing is rounded away: no addend has more places.
        return Decimal::rounded(value_, places_, Rounding::half_away_from_zero).trimmed();
    }

    /// The sum with the places that every addend has, as columns of money are written: 3200.00 +
    /// 1850.50 is 5050.50, and 2.25 + 1.3 is 3.55.
    [[nodiscard]] Decimal total_of_column() const {
        const Decimal trimmed = total();
        const unsigned places = std::min(common_places_, places_);
        if (trimmed.places() >= places) return trimmed;
        return Decimal::rounded(value_, places, Rounding::half_away_from_zero);
    }

  private:
    Rational value_ = 0;
    unsigned places_ = 0;
    unsigned common_places_ = std::numeric_limits<unsigned>::max();
};

}  // namespace banxin
