#include <optional>
#include <string>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr unsigned kFirstYearOfLastCentury = 50;  // 98年 is 1998, 20年 is 2020.

/// Digits from `at` on, which moves behind them; nothing when there are more than `most`.
std::optional<std::string> take_digits(const Passage& passage, std::size_t& at, std::size_t most) {
    std::string digits;
    for (; digit(passage.at(at)); ++at) digits += static_cast<char>('0' + *digit(passage.at(at)));
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

struct WrittenDate {
    std::size_t end = 0;
    std::string meant;
};

/// 01月05日, 1月05日, 2020年01月: from the month at `begin` on. The year before it is not looked
/// at.
std::optional<WrittenDate> month_at(const Passage& passage, std::size_t begin) {
    std::size_t at = begin;
    const auto month = take_digits(passage, at, 2);
    if (!month || !is_within(*month, 12) || passage.at(at) != U'月') return std::nullopt;
    WrittenDate date{++at, without_zero(*month) + "月"};
    const auto day = take_digits(passage, at, 2);
    if (day && is_within(*day, 31) && passage.at(at) == U'日')
        date = {at + 1, date.meant + without_zero(*day) + "日"};
    return date;
}

/// A date with its year, or without when there is none before the month.
std::optional<WrittenDate> date_at(const Passage& passage, std::size_t begin) {
    if (begin > 0 && digit(passage.at(begin - 1))) return std::nullopt;
    std::size_t at = begin;
    const auto year = take_digits(passage, at, 4);
    if (!year || passage.at(at) != U'年') return month_at(passage, begin);
    auto date = month_at(passage, at + 1);
    if (!date) return std::nullopt;
    if (year->size() == 4) {
        date->meant = *year + "年" + date->meant;
        return date;
    }
    // 20年1月5日 has lost its century; without a day, 10年3月 may be a length of time.
    if (year->size() != 2 || passage.at(date->end - 1) != U'日') return std::nullopt;
    date->meant =
        (std::stoul(*year) < kFirstYearOfLastCentury ? "20" : "19") + *year + "年" + date->meant;
    return date;
}

}  // namespace

void check_dates(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto date = date_at(passage, at);
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
