// Days against the calendar and against the date of the document.
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

/// 2021年1月29日 or 1月29日 as it is written, whether or not there is such a day.
struct WrittenDay {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<int> year;
    unsigned month = 0;
    unsigned day = 0;
};

/// Up to `most` digits from `at` on, as a number.
std::optional<unsigned> take_number(const Passage& passage, std::size_t& at, std::size_t most) {
    const std::string digits = take_digits(passage, at);
    if (digits.empty() || digits.size() > most) return std::nullopt;
    return static_cast<unsigned>(std::stoul(digits));
}

/// Years as they are in documents; any other four digits are none.
bool is_year(std::optional<unsigned> number) { return number && *number >= 1800 && *number < 2200; }

std::optional<WrittenDay> month_and_day_at(const Passage& passage, std::size_t begin) {
    std::size_t at = begin;
    const auto month = take_number(passage, at, 2);
    if (!month || passage.at(at) != U'月') return std::nullopt;
    const auto day = take_number(passage, ++at, 2);
    if (!day || passage.at(at) != U'日') return std::nullopt;
    return WrittenDay{begin, at + 1, std::nullopt, *month, *day};
}

std::optional<WrittenDay> chinese_day_at(const Passage& passage, std::size_t begin) {
    std::size_t at = begin;
    const auto year = take_number(passage, at, 4);
    if (!is_year(year) || passage.at(at) != U'年') return month_and_day_at(passage, begin);
    auto day = month_and_day_at(passage, at + 1);
    if (!day) return std::nullopt;
    day->begin = begin;
    day->year = static_cast<int>(*year);
    return day;
}

/// 2021-02-30, 2021.2.30: a date only when month and day could be those of some year.
std::optional<WrittenDay> numeric_day_at(const Passage& passage, std::size_t begin) {
    std::size_t at = begin;
    const auto year = take_number(passage, at, 4);
    const char32_t sign = passage.at(at);
    if (!is_year(year) || !is_one_of(sign, U"-./")) return std::nullopt;
    const auto month = take_number(passage, ++at, 2);
    if (!month || *month < 1 || *month > 12 || passage.at(at) != sign) return std::nullopt;
    const auto day = take_number(passage, ++at, 2);
    if (!day || *day < 1 || *day > 31 || is_one_of(passage.at(at), U"-./")) return std::nullopt;
    return WrittenDay{begin, at, static_cast<int>(*year), *month, *day};
}

std::optional<WrittenDay> day_at(const Passage& passage, std::size_t begin) {
    if (!digit(passage.at(begin))) return std::nullopt;
    if (begin > 0 && (digit(passage.at(begin - 1)) || is_one_of(passage.at(begin - 1), U".-/")))
        return std::nullopt;
    auto day = chinese_day_at(passage, begin);
    return day ? day : numeric_day_at(passage, begin);
}

std::chrono::year_month_day in_year(const WrittenDay& day, int year) {
    return {std::chrono::year{year}, std::chrono::month{day.month}, std::chrono::day{day.day}};
}

/// Without a year 29 February may be meant.
bool exists(const WrittenDay& day) {
    constexpr int kSomeLeapYear = 2000;
    return in_year(day, day.year.value_or(kSomeLeapYear)).ok();
}

/// 农历二月 has thirty days in some years: 农历2月30日.
bool is_lunar(const Passage& passage, const WrittenDay& day) {
    constexpr std::size_t kReach = 8;
    const std::size_t from = day.begin > kReach ? day.begin - kReach : 0;
    for (const std::u32string_view word : {U"农历", U"阴历", U"旧历"})
        if (passage.find(word, from, day.begin) < day.begin) return true;
    return false;
}

constexpr std::u32string_view kWeekdays = U"日一二三四五六";

/// 星期五 or 周五 behind a day, in brackets or not.
struct WrittenWeekday {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned number = 0;  ///< 0 is Sunday.
};

std::optional<WrittenWeekday> weekday_behind(const Passage& passage, const WrittenDay& day) {
    std::size_t at = day.end + blanks_at(passage, day.end);
    if (is_one_of(passage.at(at), U"（(")) ++at;
    const std::size_t begin = at;
    if (passage.has(U"星期", at) || passage.has(U"礼拜", at))
        at += 2;
    else if (passage.at(at) == U'周')
        ++at;
    else
        return std::nullopt;
    const char32_t named = passage.at(at) == U'天' ? U'日' : passage.at(at);
    const std::size_t number = kWeekdays.find(named);
    // （周一至周五） says nothing of the day before it.
    if (number == std::u32string_view::npos || is_one_of(passage.at(at + 1), U"至到—-～~、和"))
        return std::nullopt;
    return WrittenWeekday{begin, at + 1, static_cast<unsigned>(number)};
}

unsigned weekday_of(std::chrono::year_month_day day) {
    return std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
}

/// A day without a year is one of the document's year, or of the years beside it.
void check_weekday(const Passage& passage, const WrittenDay& day, const std::optional<Date>& date,
                   Diagnostics& found) {
    const auto written = weekday_behind(passage, day);
    if (!written || (!day.year && !date)) return;
    const int year = day.year ? *day.year : date->year;
    const int reach = day.year ? 0 : 1;
    for (int each = year - reach; each <= year + reach; ++each) {
        const auto meant = in_year(day, each);
        if (meant.ok() && weekday_of(meant) == written->number) return;
    }
    const auto meant = in_year(day, year);
    if (!meant.ok()) return;
    std::string named = day.year ? "" : std::to_string(year) + "年";
    named += passage.utf8(day.begin, day.end);
    const Passage names{Text{"星期日星期一星期二星期三星期四星期五星期六", Origin{}}};
    const std::size_t name = std::size_t{3} * weekday_of(meant);
    found.push_back({Code::weekday_wrong,
                     passage.origin_at(written->begin),
                     {{"date", named},
                      {"written", passage.utf8(written->begin, written->end)},
                      {"meant", names.utf8(name, name + 3)}}});
}

bool is_after(const WrittenDay& day, const Date& date) {
    if (*day.year != date.year) return *day.year > date.year;
    return day.month != date.month ? day.month > date.month : day.day > date.day;
}

bool holds_any(const Passage& passage, std::size_t begin, std::size_t end,
               std::u32string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t blank = std::min(words.find(U' ', at), words.size());
        if (passage.find(words.substr(at, blank - at), begin, end) < end) return true;
        at = blank + 1;
    }
    return false;
}

/// 截至2026年6月30日，全市已…: a report of what was done by a day that had not come.
bool reports_what_was_done(const Passage& passage, const WrittenDay& day) {
    if (day.begin < 2 || !passage.has(U"截至", day.begin - 2)) return false;
    std::size_t end = day.end;
    while (end < passage.size() && !is_one_of(passage.at(end), U"。；")) ++end;
    return passage.at(day.end) == U'，' &&
           holds_any(passage, day.end, end, U"已 累计 完成了 共有") &&
           !holds_any(passage, day.end, end,
                      U"将 拟 预计 计划 力争 争取 确保 应 须 要 前 可以 不得 未 尚");
}

}  // namespace

void check_calendar(const Passage& passage, const std::optional<Date>& date, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto day = day_at(passage, at);
        if (!day) continue;
        const std::string written = passage.utf8(day->begin, day->end);
        if (!exists(*day)) {
            if (!is_lunar(passage, *day))
                found.push_back(
                    {Code::date_impossible, passage.origin_at(at), {{"written", written}}});
        } else {
            check_weekday(passage, *day, date, found);
            if (date && day->year && is_after(*day, *date) && reports_what_was_done(passage, *day))
                found.push_back(
                    {Code::date_in_future,
                     passage.origin_at(at),
                     {{"written", written},
                      {"date", std::to_string(date->year) + "年" + std::to_string(date->month) +
                                   "月" + std::to_string(date->day) + "日"}}});
        }
        at = day->end - 1;
    }
}

}  // namespace banxin
