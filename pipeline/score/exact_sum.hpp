// Adds decimals without losing a digit. Part of score/: sums are shown as people write them.
#pragma once

#include <algorithm>

#include "pipeline/base/decimal.hpp"

namespace banxin {

class ExactSum {
  public:
    ExactSum& operator+=(const Decimal& addend) {
        value_ += addend.value();
        places_ = std::max(places_, addend.places());
        return *this;
    }

    /// The sum without zeros at its end: 2.28 + 1.22 is 3.5.
    [[nodiscard]] Decimal total() const {
        // Nothing is rounded away: no addend has more places.
        return Decimal::rounded(value_, places_, Rounding::half_away_from_zero).trimmed();
    }

  private:
    Rational value_ = 0;
    unsigned places_ = 0;
};

}  // namespace banxin
