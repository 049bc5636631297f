// A distance on the page, as a whole number of English Metric Units.
//
// One millimetre is 36000 EMU and one point (1/72 inch) is 12700 EMU, both exactly, so the
// type area's 156 mm and a type size of 16 pt meet without an epsilon, and text dumps can be
// compared to the last digit. The unit is the one OOXML uses (ECMA-376 part 1, 20.1.2.1).
#pragma once

#include <compare>
#include <cstdint>

namespace banxin {

/// A signed distance. Sums and differences are exact; only `scaled` rounds.
class Length {
  public:
    static constexpr std::int64_t kPerMillimetre = 36000;
    static constexpr std::int64_t kPerPoint = 12700;

    constexpr Length() = default;

    /// `emu` whole units of 1/36000 mm.
    static constexpr Length from_emu(std::int64_t emu) { return Length{emu}; }

    /// The number of units of 1/36000 mm.
    [[nodiscard]] constexpr std::int64_t emu() const { return emu_; }

    /// This length × `numerator` ÷ `denominator`, rounded half away from zero.
    /// Requires `denominator > 0` and a product that fits 64 bits (13 km × 1000 does).
    [[nodiscard]] constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
        const std::int64_t product = emu_ * numerator;
        const std::int64_t half = denominator / 2;
        return Length{(product < 0 ? product - half : product + half) / denominator};
    }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length{-emu_}; }
    constexpr Length& operator+=(Length other) {
        emu_ += other.emu_;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        emu_ -= other.emu_;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return Length{a.emu_ + b.emu_}; }
    friend constexpr Length operator-(Length a, Length b) { return Length{a.emu_ - b.emu_}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.emu_ * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return a * n; }

  private:
    explicit constexpr Length(std::int64_t emu) : emu_{emu} {}

    std::int64_t emu_ = 0;
};

/// Literals: `37_mm`, `10.39_mm`, `16_pt`. A fraction of a unit is rounded at compile time.
inline namespace literals {
consteval Length operator""_mm(unsigned long long value) {
    return Length::from_emu(static_cast<std::int64_t>(value) * Length::kPerMillimetre);
}
consteval Length operator""_mm(long double value) {
    return Length::from_emu(static_cast<std::int64_t>(value * Length::kPerMillimetre + 0.5L));
}
consteval Length operator""_pt(unsigned long long value) {
    return Length::from_emu(static_cast<std::int64_t>(value) * Length::kPerPoint);
}
consteval Length operator""_pt(long double value) {
    return Length::from_emu(static_cast<std::int64_t>(value * Length::kPerPoint + 0.5L));
}
}  // namespace literals

}  // namespace banxin
