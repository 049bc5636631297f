#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/check/rules.hpp"
#include "pipeline/check/sum.hpp"

namespace banxin {
namespace {

/// The end of the sentence that holds `at`: its 。 or the end of the passage.
std::size_t sentence_end(const Passage& passage, std::size_t at) {
    return passage.find(U"。", at, passage.size());
}

constexpr auto kTotals = std::to_array<std::u32string_view>({U"合计", U"总计", U"共计", U"总额"});
constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"万元", U"亿元", U"元", U"个", U"名", U"人", U"项", U"辆", U"件", U"家"});

std::u32string_view unit_at(const Passage& passage, std::size_t at) {
    for (const std::u32string_view unit : kUnits)
        if (passage.has(unit, at)) return unit;
    return {};
}

constexpr std::size_t kLongestLead = 40;  // Characters from a total to the colon before its parts.

/// A total that is written, and how its parts are introduced.
struct WrittenTotal {
    WrittenNumber number;
    std::u32string_view unit;
    std::size_t parts_begin = 0;
    bool is_complete = false;  ///< 由以下各项构成：, not 其中：.
};

std::optional<WrittenTotal> total_at(const Passage& passage, std::size_t at) {
    for (const std::u32string_view word : kTotals) {
        if (!passage.has(word, at)) continue;
        const auto number = number_at(passage, at + word.size());
        if (!number) return std::nullopt;
        const std::u32string_view unit = unit_at(passage, number->end);
        const std::size_t behind = number->end + unit.size();
        if (unit.empty() || passage.at(behind) != U'，') return std::nullopt;
        const std::size_t reach = std::min(behind + kLongestLead, passage.size());
        const std::size_t colon = passage.find(U"：", behind, reach);
        if (colon == reach) return std::nullopt;
        const std::u32string lead = passage.characters().substr(behind + 1, colon - behind - 1);
        if (lead == U"其中") return WrittenTotal{*number, unit, colon + 1, false};
        if (lead.starts_with(U"由") && lead.ends_with(U"构成") &&
            lead.find(U'。') == std::u32string::npos)
            return WrittenTotal{*number, unit, colon + 1, true};
        return std::nullopt;
    }
    return std::nullopt;
}

/// The first amount of each part up to the end of the sentence; nothing when a part has none in
/// the total's unit or has parts itself.
std::optional<Sum> sum_of_parts(const Passage& passage, const WrittenTotal& total) {
    const std::size_t end = sentence_end(passage, total.parts_begin);
    if (passage.find(U"其中", total.parts_begin, end) < end) return std::nullopt;
    const bool by_semicolons = passage.find(U"；", total.parts_begin, end) < end;
    const std::u32string_view separator = by_semicolons ? U"；" : U"，";
    Sum sum;
    for (std::size_t begin = total.parts_begin; begin < end;) {
        const std::size_t part_end = passage.find(separator, begin, end);
        const auto amount = next_number(passage, begin, part_end);
        if (!amount || unit_at(passage, amount->end) != total.unit) return std::nullopt;
        sum.add(amount->value, rounding_of_amount(amount->value));
        begin = part_end + 1;
    }
    if (sum.parts < 2) return std::nullopt;
    return sum;
}

}  // namespace

void check_shares(const Passage& passage, Diagnostics& found) {
    for (std::size_t begin = 0; begin < passage.size();) {
        const std::size_t end = sentence_end(passage, begin);
        Sum sum;
        std::size_t first = end;
        Origin last_share;
        for (std::size_t at = passage.find(U"占", begin, end); at < end;
             at = passage.find(U"占", at + 1, end)) {
            const auto share = number_at(passage, at + 1);
            if (!share || (passage.at(share->end) != U'%' && passage.at(share->end) != U'％'))
                continue;
            sum.add(share->value, rounding_of_share(share->value));
            if (first == end) first = at + 1;
            last_share = passage.origin_at(at + 1);
        }
        begin = end + 1;
        if (sum.parts < 2 || !misses_hundred(sum)) continue;
        found.push_back({Code::shares_do_not_add_up,
                         passage.origin_at(first),
                         {{"sum", sum.to_string()}, {"count", std::to_string(sum.parts)}},
                         {last_share}});
    }
}

void check_totals(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto total = total_at(passage, at);
        if (!total) continue;
        const auto sum = sum_of_parts(passage, *total);
        if (!sum) continue;
        const Rational written = total->number.value.value();
        const Rational tolerance = sum->tolerance + rounding_of_amount(total->number.value);
        const bool agrees = total->is_complete ? distance(sum->value, written) <= tolerance
                                               : sum->value <= written + tolerance;
        if (agrees) continue;
        found.push_back({Code::total_contradicts_parts,
                         passage.origin_at(total->number.begin),
                         {{"total", passage.utf8(total->number.begin, total->number.end)},
                          {"sum", sum->to_string()}}});
    }
}

}  // namespace banxin
