// What the cells of an indicator say: quantities, rates, bands. Text → values, no arithmetic.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/decimal.hpp"

namespace banxin {

/// A number with its unit: `≥13家` → 13 家, `100％` → 100 %.
struct Quantity {
    Decimal number;
    std::string unit;  ///< As comparison_key writes it; may be empty.
};

/// Reads `[≥≤=><＞＜＝≧≦]number[unit]`, also `>=` and `<=`. The sign is not kept: the method of
/// an indicator, not the sign of its target, says which direction is good.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);

/// How far a target is met, as a share of 1: `106%` → 1.06, 完成 → 1, 未完成 → 0.
[[nodiscard]] std::optional<Rational> parse_completion(std::string_view text);

/// The three bands of qualitative indicators, 财预〔2020〕10号. The limits differ between
/// provinces; these are those of the forms' own notes: 100–80 % (80 included), 80–50 % (50
/// included), 50–0 %.
struct Band {
    std::string_view word;
    int from = 0;  ///< percent, included
    int to = 0;    ///< percent, included only in the best band
};

struct QualitativeValue {
    Band band;
    Rational share;  ///< of 1
};

/// Reads `达成 95%`, `部分达成预期指标 60%`, `未达成 20%`.
[[nodiscard]] std::optional<QualitativeValue> parse_qualitative(std::string_view text);

/// Whether the percentage lies in the band of the word before it.
[[nodiscard]] bool matches_band(const QualitativeValue& value);

}  // namespace banxin
