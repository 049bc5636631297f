#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr unsigned kFirstYearOfLastCentury = 50;  // 98年 is 1998, 20年 is 2020.

/// As take_digits, but nothing when there are none or more than `most`.
std::optional<std::string> take_some_digits(const Passage& passage, std::size_t& at,
                                            std::size_t most) {
    std::string digits = take_digits(passage, at);
    if (digits.empty() || digits.size() > most) return std::nullopt;
    return digits;
}

bool is_within(const std::string& digits, unsigned long most) {
    const unsigned long value = std::stoul(digits);
    return value >= 1 && value <= most;
}

std::string without_zero(const std::string& digits) {
    return digits.starts_with('0') ? digits.substr(1) : digits;
}

std::string with_century(const std::string& year) {
    return (std::stoul(year) < kFirstYearOfLastCentury ? "20" : "19") + year;
}

struct WrittenDate {
    std::size_t end = 0;
    std::string meant;
};

/// 01月05日, 1月05日, 2020年01月: from the month at `begin` on. The year before it is not looked
/// at.
std::optional<WrittenDate> month_at(const Passage& passage, std::size_t begin) {
    std::size_t at = begin;
    const auto month = take_some_digits(passage, at, 2);
    if (!month || !is_within(*month, 12) || passage.at(at) != U'月') return std::nullopt;
    WrittenDate date{++at, without_zero(*month) + "月"};
    const auto day = take_some_digits(passage, at, 2);
    if (day && is_within(*day, 31) && passage.at(at) == U'日')
        date = {at + 1, date.meant + without_zero(*day) + "日"};
    return date;
}

/// A date with its year, or without when there is none before the month.
std::optional<WrittenDate> date_at(const Passage& passage, std::size_t begin) {
    if (begin > 0 && digit(passage.at(begin - 1))) return std::nullopt;
    std::size_t at = begin;
    const auto year = take_some_digits(passage, at, 4);
    if (!year || passage.at(at) != U'年') return month_at(passage, begin);
    auto date = month_at(passage, at + 1);
    if (!date) return std::nullopt;
    if (year->size() == 4) {
        date->meant = *year + "年" + date->meant;
        return date;
    }
    // 20年1月5日 has lost its century; without a day, 10年3月 may be a length of time.
    if (year->size() != 2 || passage.at(date->end - 1) != U'日') return std::nullopt;
    date->meant = with_century(*year) + "年" + date->meant;
    return date;
}

/// 26年底, 26年度: a year that has lost its century, and no length of time. GB/T 15835-2011 has
/// the year in full.
std::optional<WrittenDate> short_year_at(const Passage& passage, std::size_t begin) {
    struct Ending {
        std::u32string_view word;
        std::u32string_view not_before;  ///< 20年初步形成, 30年底蕴: other words begin so.
    };
    constexpr auto kEndings = std::to_array<Ending>({{U"年底", U"子蕴气色线"},
                                                     {U"年末", U""},
                                                     {U"年度", U"过日"},
                                                     {U"年上半年", U""},
                                                     {U"年下半年", U""},
                                                     {U"年一季度", U""},
                                                     {U"年第一季度", U""}});
    // 第10年末, 近20年度 and 2024/25年度 count or have their century before.
    constexpr std::u32string_view kNotBehind =
        U"第前近约满余多后每过历共达长逾超/／-－—–～~.．、";
    if (begin > 0 && (digit(passage.at(begin - 1)) || is_one_of(passage.at(begin - 1), kNotBehind)))
        return std::nullopt;
    // 10至20年底 is a span; 截至20年底 is a day.
    if (begin > 1 && passage.at(begin - 1) == U'至' && passage.at(begin - 2) != U'截')
        return std::nullopt;
    std::size_t at = begin;
    const auto year = take_some_digits(passage, at, 2);
    if (!year || year->size() != 2) return std::nullopt;
    for (const Ending& ending : kEndings) {
        const std::size_t end = at + ending.word.size();
        if (!passage.has(ending.word, at)) continue;
        const char32_t next = passage.at(end);
        if (next != U'\0' && is_one_of(next, ending.not_before)) continue;
        return WrittenDate{end, with_century(*year) + passage.utf8(at, end)};
    }
    return std::nullopt;
}

}  // namespace

void check_dates(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        auto date = date_at(passage, at);
        if (!date) date = short_year_at(passage, at);
        if (!date) continue;
        const std::string written = passage.utf8(at, date->end);
        if (written != date->meant)
            found.push_back({Code::date_form,
                             passage.origin_at(at),
                             {{"written", written}, {"meant", date->meant}}});
        at = date->end - 1;
    }
}

}  // namespace banxin
