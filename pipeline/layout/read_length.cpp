#include "pipeline/layout/read_length.hpp"

#include <array>
#include <utility>

namespace banxin {
namespace {

constexpr std::int64_t kMostEmu = 2000 * Length::kPerMillimetre;

/// 字号 in tenths of a point, as the size menus of word processors have them (CLREQ 2.3). Metal
/// type differs: who wants its 三号 writes 15.75pt.
constexpr auto kTypeSizes = std::to_array<std::pair<std::string_view, int>>({
    {"初号", 420},
    {"小初", 360},
    {"一号", 260},
    {"小一", 240},
    {"二号", 220},
    {"小二", 180},
    {"三号", 160},
    {"小三", 150},
    {"四号", 140},
    {"小四", 120},
    {"五号", 105},
    {"小五", 90},
    {"六号", 75},
    {"小六", 65},
    {"七号", 55},
    {"八号", 50},
});

std::optional<Length> times(std::string_view number, std::int64_t unit) {
    const auto decimal = Decimal::parse(number);
    if (!decimal || *decimal < Decimal{}) return std::nullopt;
    const Rational emu =
        Decimal::rounded(decimal->value() * unit, 0, Rounding::half_away_from_zero).value();
    if (emu > kMostEmu) return std::nullopt;
    return Length::from_emu(static_cast<std::int64_t>(boost::multiprecision::numerator(emu)));
}

}  // namespace

std::optional<Length> parse_length(std::string_view text, std::optional<Length> em) {
    for (const auto& [name, tenths] : kTypeSizes) {
        if (text == name) return Length::from_emu(tenths * Length::kPerPoint / 10);
    }
    if (text.size() < 3) return std::nullopt;
    const std::string_view number = text.substr(0, text.size() - 2);
    if (text.ends_with("mm")) return times(number, Length::kPerMillimetre);
    if (text.ends_with("pt")) return times(number, Length::kPerPoint);
    if (text.ends_with("em") && em) return times(number, em->emu());
    return std::nullopt;
}

std::optional<Length> read_length(const YamlValue& value, std::optional<Length> em) {
    const Text text = value.text();
    if (text.empty()) return std::nullopt;
    const auto length = parse_length(text.utf8(), em);
    if (!length) value.report_invalid(em ? "2em, 10.5pt, 5.6mm, 三号" : "10.5pt, 5.6mm, 三号");
    return length;
}

std::optional<Length> read_extent(const YamlValue& value, std::optional<Length> em) {
    const auto length = read_length(value, em);
    if (!length || *length > Length{}) return length;
    value.report_invalid("> 0");
    return std::nullopt;
}

std::optional<Extents> read_extents(const YamlValue& value) {
    const std::vector<YamlValue> items = value.items();
    if (value.is_list() && items.size() != 2) value.report_invalid("[156mm, 225mm]");
    if (items.size() != 2) return std::nullopt;
    const auto width = read_extent(items[0]);
    const auto height = read_extent(items[1]);
    if (!width || !height) return std::nullopt;
    return Extents{*width, *height};
}

std::optional<bool> read_truth(const YamlValue& value) {
    return value.choice<bool>({{"true", true}, {"false", false}});
}

}  // namespace banxin
