// The transformations of PDF, ISO 32000-1, 8.3.4.
#pragma once

#include <cmath>

namespace banxin {

/// x' = a·x + c·y + e, y' = b·x + d·y + f. Floating point, as PDF's own numbers are.
struct PdfMatrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    struct Point {
        double x, y;
    };

    [[nodiscard]] Point apply(double x, double y) const {
        return {a * x + c * y + e, b * x + d * y + f};
    }
    /// How much longer a vertical unit becomes.
    [[nodiscard]] double height() const { return std::hypot(c, d); }
    [[nodiscard]] double width() const { return std::hypot(a, b); }
};

/// First `one`, then `two`.
[[nodiscard]] constexpr PdfMatrix operator*(const PdfMatrix& one, const PdfMatrix& two) {
    return {one.a * two.a + one.b * two.c,         one.a * two.b + one.b * two.d,
            one.c * two.a + one.d * two.c,         one.c * two.b + one.d * two.d,
            one.e * two.a + one.f * two.c + two.e, one.e * two.b + one.f * two.d + two.f};
}

}  // namespace banxin
