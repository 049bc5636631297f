// Percentages of change against the figures they are computed from.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"万元", U"亿元", U"元", U"万人次", U"万人", U"人次", U"人", U"户", U"件", U"个", U"家"});

std::u32string_view unit_at(const Passage& passage, std::size_t at) {
    for (const std::u32string_view unit : kUnits)
        if (passage.has(unit, at)) return unit;
    return {};
}

/// 增加1,432.44万元 behind 比2018年: how far, and which way.
struct WrittenChange {
    WrittenNumber number;
    std::u32string_view unit;
    bool is_increase = true;
};

constexpr std::array<std::u32string_view, 2> kUp = {U"增加", U"增长"};
constexpr std::array<std::u32string_view, 2> kDown = {U"减少", U"下降"};

std::optional<WrittenChange> change_behind(const Passage& passage, std::size_t compared) {
    constexpr std::size_t kReach = 16;
    for (std::size_t at = compared + 1; at <= compared + kReach; ++at) {
        if (is_one_of(passage.at(at), U"，。；：、")) return std::nullopt;
        const auto is_here = [&](std::u32string_view verb) { return passage.has(verb, at); };
        const bool up = std::any_of(kUp.begin(), kUp.end(), is_here);
        const bool down = std::any_of(kDown.begin(), kDown.end(), is_here);
        if (!up && !down) continue;
        std::size_t begin = at + 2;
        if (passage.at(begin) == U'了') ++begin;
        const auto number = number_at(passage, begin);
        if (!number) return std::nullopt;
        const std::u32string_view unit = unit_at(passage, number->end);
        if (unit.empty()) return std::nullopt;
        return WrittenChange{*number, unit, up};
    }
    return std::nullopt;
}

/// The figure that is compared: the nearest one in the unit, with nothing but a share behind it.
std::optional<WrittenNumber> value_before(const Passage& passage, std::size_t compared,
                                          std::u32string_view unit) {
    constexpr std::u32string_view kShare = U"占";
    std::size_t end = compared;
    if (end == 0 || passage.at(end - 1) != U'，') return std::nullopt;
    --end;
    std::size_t begin = end;
    const auto clause_begins = [&](std::size_t at) {
        return at == 0 || is_one_of(passage.at(at - 1), U"，。；：");
    };
    while (!clause_begins(begin)) --begin;
    if (passage.has(kShare, begin) && begin > 0 && passage.at(begin - 1) == U'，') {
        end = begin - 1;
        begin = end;
        while (!clause_begins(begin)) --begin;
    }
    // 2,462.5万元 at the clause's end.
    for (std::size_t at = begin; at < end; ++at) {
        const auto number = number_at(passage, at);
        if (!number) continue;
        const bool is_last = passage.has(unit, number->end) && number->end + unit.size() == end &&
                             unit_at(passage, number->end) == unit;
        const bool is_rough =
            number->begin > 0 && is_one_of(passage.at(number->begin - 1), U"约近超余达");
        if (is_last && !is_rough) return number;
        at = number->end - 1;
    }
    return std::nullopt;
}

/// ，增幅为139.06%: the share straight behind the change.
std::optional<WrittenNumber> percentage_behind(const Passage& passage, std::size_t at) {
    constexpr auto kWords = std::to_array<std::u32string_view>(
        {U"增幅", U"降幅", U"减幅", U"增长率", U"增长", U"下降", U"同比增长", U"同比下降"});
    if (passage.at(at) != U'，') return std::nullopt;
    ++at;
    for (const std::u32string_view word : kWords) {
        if (!passage.has(word, at)) continue;
        std::size_t begin = at + word.size();
        if (is_one_of(passage.at(begin), U"为达了")) ++begin;
        const auto number = number_at(passage, begin);
        if (!number || !is_one_of(passage.at(number->end), U"%％")) continue;
        return number;
    }
    return std::nullopt;
}

Rational half_unit(const Decimal& number) { return Decimal{5, number.places() + 1}.value(); }

/// Whether `written` % can be the change of `change` that led to `value`, all three rounded.
bool agrees(const Decimal& value, const WrittenChange& change, const Decimal& written) {
    const Rational moved = change.number.value.value();
    const Rational base =
        change.is_increase ? Rational{value.value() - moved} : Rational{value.value() + moved};
    const Rational off_moved = half_unit(change.number.value);
    const Rational off_base = half_unit(value) + off_moved;
    if (base <= off_base) return true;
    const Rational least = 100 * (moved - off_moved) / (base + off_base) - half_unit(written);
    const Rational most = 100 * (moved + off_moved) / (base - off_base) + half_unit(written);
    return least <= written.value() && written.value() <= most;
}

void check_change(const Passage& passage, std::size_t compared, Diagnostics& found) {
    const auto change = change_behind(passage, compared);
    if (!change) return;
    const auto value = value_before(passage, compared, change->unit);
    const auto written = percentage_behind(passage, change->number.end + change->unit.size());
    if (!value || !written || agrees(value->value, *change, written->value)) return;
    const Rational moved = change->number.value.value();
    const Rational base = change->is_increase ? Rational{value->value.value() - moved}
                                              : Rational{value->value.value() + moved};
    found.push_back({Code::change_contradicts_values,
                     passage.origin_at(written->begin),
                     {{"written", passage.utf8(written->begin, written->end)},
                      {"computed", Decimal::rounded(100 * moved / base, written->value.places(),
                                                    Rounding::half_away_from_zero)
                                       .to_string()}}});
}

}  // namespace

void check_changes(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at)
        if (is_one_of(passage.at(at), U"比较")) check_change(passage, at, found);
}

}  // namespace banxin
