#include "pipeline/score/indicator_value.hpp"

#include <algorithm>
#include <array>

#include "pipeline/score/comparison_key.hpp"

namespace banxin {
namespace {

constexpr auto kBands = std::to_array<Band>({
    {"部分达成", 50, 80},
    {"未达成", 0, 50},
    {"达成", 80, 100},
});

std::string_view without_sign(std::string_view key) {
    // comparison_key leaves ≥ ≤ ≧ ≦ as they are and makes ＞ ＜ ＝ ASCII.
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view sign : {"≥", "≤", "≧", "≦", ">", "<", "="}) {
            if (!key.starts_with(sign)) continue;
            key.remove_prefix(sign.size());
            found = true;
        }
    }
    return key;
}

/// Splits `13家` after the number. Requires text as comparison_key writes it.
std::optional<Quantity> split_quantity(std::string_view key) {
    const std::size_t end = std::min(key.find_first_not_of("+-.0123456789"), key.size());
    auto number = Decimal::parse(key.substr(0, end));
    if (!number) return std::nullopt;
    return Quantity{std::move(*number), std::string{key.substr(end)}};
}

std::optional<Rational> percentage(std::string_view key) {
    const auto quantity = split_quantity(key);
    if (!quantity || quantity->unit != "%") return std::nullopt;
    return quantity->number.value() / 100;
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
    return split_quantity(without_sign(comparison_key(text)));
}

std::optional<Rational> parse_completion(std::string_view text) {
    const std::string key = comparison_key(text);
    if (key == "完成" || key == "已完成" || key == "全部完成") return Rational{1};
    if (key == "未完成") return Rational{0};
    return percentage(key);
}

std::optional<QualitativeValue> parse_qualitative(std::string_view text) {
    const std::string key = comparison_key(text);
    const auto band = std::find_if(kBands.begin(), kBands.end(),
                                   [&](const Band& one) { return key.starts_with(one.word); });
    if (band == kBands.end()) return std::nullopt;
    const std::size_t digits = key.find_first_of("0123456789");
    if (digits == std::string::npos) return std::nullopt;
    const auto share = percentage(std::string_view{key}.substr(digits));
    if (!share) return std::nullopt;
    return QualitativeValue{*band, *share};
}

bool matches_band(const QualitativeValue& value) {
    const Rational percent = value.share * 100;
    return percent >= value.band.from &&
           (percent < value.band.to || (percent == 100 && value.band.to == 100));
}

}  // namespace banxin
