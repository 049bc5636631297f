#include "pipeline/run/line_options.hpp"

#include "pipeline/base/decimal.hpp"
#include "pipeline/layout/read_length.hpp"
#include "pipeline/run/language.hpp"

namespace banxin {
namespace {

constexpr std::int64_t kLeastMeasure = 1'000;
constexpr std::int64_t kMostMeasure = 1'000'000;
constexpr std::int64_t kMostGap = 250;  // CLREQ 3.2.2

// 156 mm of 二号, GB/T 9704-2012, 7.3.1: 20.1 characters.
constexpr std::int64_t kTitleMeasure = 20'100;

/// `27.5` as 27500. Nothing for what is no number, lies outside, or has a finer fraction.
std::optional<std::int64_t> read_thousandths(const std::string& typed, std::int64_t least,
                                             std::int64_t most) {
    const auto number = Decimal::parse(typed);
    if (!number || number->places() > 3) return std::nullopt;
    const Rational value = number->value() * 1000;
    if (value < least || value > most) return std::nullopt;
    return numerator(value).convert_to<std::int64_t>();
}

}  // namespace

std::optional<BadLineOption> read_line_options(const TypedLineOptions& typed,
                                               LineOptions& options) {
    if (typed.title) {
        options.shape = LineShape::title;
        options.role = "小标宋";
        options.size = 22_pt;
        options.measure = kTitleMeasure;
    }
    if (!typed.measure.empty()) {
        const auto measure = read_thousandths(typed.measure, kLeastMeasure, kMostMeasure);
        if (!measure)
            return BadLineOption{N_("--measure must be a number of ems from 1 to 1000, not "
                                    "\"{argument}\""),
                                 typed.measure};
        options.measure = *measure;
    }
    if (!typed.gap.empty()) {
        const auto gap = read_thousandths(typed.gap, 0, kMostGap);
        if (!gap)
            return BadLineOption{
                N_("--gap must be a part of the em from 0 to 0.25, not \"{argument}\""), typed.gap};
        options.latin_gap = static_cast<unsigned>(*gap);
    }
    if (!typed.size.empty()) {
        const auto size = parse_length(typed.size, std::nullopt);
        if (!size || *size <= Length{})
            return BadLineOption{
                N_("--size must be a size of type such as 三号 or 16pt, not \"{argument}\""),
                typed.size};
        options.size = *size;
    }
    if (!typed.mode.empty()) {
        if (typed.mode != "grid" && typed.mode != "gb")
            return BadLineOption{N_("--mode must be grid or gb, not \"{argument}\""), typed.mode};
        options.line_end = typed.mode == "gb" ? LineEndMode::gb : LineEndMode::grid;
    }
    if (!typed.role.empty()) options.role = typed.role;
    if (typed.json) options.form = LineOptions::Form::json;
    return std::nullopt;
}

}  // namespace banxin
