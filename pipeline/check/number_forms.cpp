// How numbers are written: ranges, differences of percentages, widths of digits.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

bool is_latin(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}

/// The unit behind the end of a range that must stand behind its beginning too: %, 万, 亿元.
std::string shared_unit_at(const Passage& passage, std::size_t at) {
    if (is_one_of(passage.at(at), U"%％‰")) return passage.utf8(at, at + 1);
    if (!is_one_of(passage.at(at), U"万亿")) return {};
    return passage.utf8(at, passage.at(at + 1) == U'元' ? at + 2 : at + 1);
}

bool looks_like_year(const Passage& passage, const WrittenNumber& number) {
    constexpr std::size_t kDigits = 4;
    return number.end - number.begin == kDigits &&
           (passage.has(U"19", number.begin) || passage.has(U"20", number.begin));
}

/// 9～16亿, 15-30%: from `begin`, which nothing may stand before that makes it part of a code.
void check_range(const Passage& passage, const WrittenNumber& first, Diagnostics& found) {
    const char32_t before = first.begin > 0 ? passage.at(first.begin - 1) : U'\0';
    if (is_latin(before) || is_one_of(before, U"-－—–～~/.．第〔·")) return;
    if (!is_one_of(passage.at(first.end), U"～~—–-－")) return;
    const auto second = number_at(passage, first.end + 1);
    if (!second || first.value >= second->value || looks_like_year(passage, first)) return;
    const std::string unit = shared_unit_at(passage, second->end);
    if (unit.empty()) return;
    const std::string begin = passage.utf8(first.begin, first.end);
    const std::string rest = passage.utf8(first.end, second->end) + unit;
    found.push_back({Code::range_form,
                     passage.origin_at(first.begin),
                     {{"written", begin + rest}, {"meant", begin + unit + rest}}});
}

/// 提高5%个百分点: one of both is meant, and it is the second.
void check_percentage_point(const Passage& passage, const WrittenNumber& number,
                            Diagnostics& found) {
    if (!is_one_of(passage.at(number.end), U"%％")) return;
    for (const std::u32string_view word : {U"个百分点", U"百分点", U"个点"}) {
        if (!passage.has(word, number.end + 1)) continue;
        const std::string digits = passage.utf8(number.begin, number.end);
        found.push_back(
            {Code::percentage_point_form,
             passage.origin_at(number.begin),
             {{"written", digits + passage.utf8(number.end, number.end + 1 + word.size())},
              {"meant", digits + "个百分点"}}});
        return;
    }
}

bool is_percent(const Passage& passage, std::size_t at) {
    return is_one_of(passage.at(at), U"%％");
}

/// The share that follows the one before `at` within a few words of the same sentence.
std::optional<WrittenNumber> next_share(const Passage& passage, std::size_t at) {
    constexpr std::size_t kReach = 8;
    const auto number = next_number(passage, at, std::min(at + kReach, passage.size()));
    if (!number || !is_percent(passage, number->end)) return std::nullopt;
    const bool same_sentence = passage.find(U"。", at, number->begin) == number->begin &&
                               passage.find(U"；", at, number->begin) == number->begin;
    return same_sentence ? number : std::nullopt;
}

bool is_change(const Passage& passage, std::size_t begin, std::size_t end) {
    for (const std::u32string_view verb :
         {U"提高", U"上升", U"提升", U"增加", U"增长", U"下降", U"降低", U"减少"})
        if (end >= begin + verb.size() &&
            (passage.has(verb, end - verb.size()) || passage.has(verb, end - verb.size() - 1)))
            return true;
    return false;
}

/// 由85%提高到90%，提高5%: five points are 5.9 %.
void check_change_of_share(const Passage& passage, const WrittenNumber& from, Diagnostics& found) {
    const bool begins = from.begin > 0 && is_one_of(passage.at(from.begin - 1), U"由从") &&
                        is_percent(passage, from.end);
    const auto to = begins ? next_share(passage, from.end + 1) : std::nullopt;
    if (!to || !is_one_of(passage.at(to->begin - 1), U"到至为")) return;
    const auto change = next_share(passage, to->end + 1);
    if (!change || !is_change(passage, to->end + 1, change->begin)) return;
    const Rational a = from.value.value();
    const Rational b = to->value.value();
    const Rational moved = a < b ? Rational{b - a} : Rational{a - b};
    // 50% to 100% is both 50 points and, from 100% down, 50 %.
    if (change->value.value() != moved || a == 100 || a == 0) return;
    const std::string digits = passage.utf8(change->begin, change->end);
    found.push_back({Code::percentage_point_form,
                     passage.origin_at(change->begin),
                     {{"written", digits + "%"}, {"meant", digits + "个百分点"}}});
}

bool is_full_width_digit(char32_t character) { return character >= U'０' && character <= U'９'; }

/// The first number of `passage` with a full-width digit; one a paragraph is enough.
void check_digit_width(const Passage& passage, Diagnostics& found) {
    const std::u32string& text = passage.characters();
    const auto* first = std::find_if(text.data(), text.data() + text.size(), is_full_width_digit);
    auto begin = static_cast<std::size_t>(first - text.data());
    if (begin == text.size()) return;
    const auto in_number = [&](std::size_t at) {
        return digit(passage.at(at)) ||
               (is_one_of(passage.at(at), U".．") && digit(passage.at(at + 1)));
    };
    while (begin > 0 && in_number(begin - 1)) --begin;
    std::size_t end = begin;
    std::string meant;
    for (; in_number(end); ++end)
        meant += digit(passage.at(end)) ? static_cast<char>('0' + *digit(passage.at(end))) : '.';
    found.push_back({Code::full_width_digit,
                     passage.origin_at(begin),
                     {{"written", passage.utf8(begin, end)}, {"meant", meant}}});
}

}  // namespace

void check_number_forms(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto number = number_at(passage, at);
        if (!number) continue;
        check_range(passage, *number, found);
        check_percentage_point(passage, *number, found);
        check_change_of_share(passage, *number, found);
        at = number->end - 1;
    }
    check_digit_width(passage, found);
}

}  // namespace banxin
