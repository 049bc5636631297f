// Forms of words by which lines are recognised.
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

constexpr std::u32string_view kOpening = U"〔[（(［【﹝〖";
constexpr std::u32string_view kClosing = U"〕]）)］】﹞〗";
constexpr std::size_t kLongestShortName = 14;  // of an organ, before the bracket

std::size_t skip_digits(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at;
}

/// Digits of a year, month or day: Arabic, or Chinese as they were once written.
std::size_t skip_date_digits(std::u32string_view text, std::size_t at) {
    while (at < text.size() &&
           (is_ascii_digit(text[at]) || is_chinese_digit(text[at]) || is_one_of(text[at], U"○OＯ")))
        ++at;
    return at;
}

}  // namespace

std::optional<NumberInText> document_number_in(std::u32string_view text) {
    for (std::size_t open = 0; open < text.size(); ++open) {
        if (!is_one_of(text[open], kOpening)) continue;
        const std::size_t close = skip_digits(text, open + 1);
        const std::size_t digits = close - open - 1;
        if (digits < 2 || digits > 4 || close >= text.size()) continue;
        if (!is_one_of(text[close], kClosing)) continue;
        std::size_t end = close + 1;
        if (end < text.size() && text[end] == U'第') ++end;
        const std::size_t serial_end = skip_digits(text, end);
        if (serial_end == end || serial_end >= text.size() || text[serial_end] != U'号') continue;
        NumberInText number;
        number.begin = open;
        while (number.begin > 0 && is_han(text[number.begin - 1]) &&
               open - number.begin < kLongestShortName)
            --number.begin;
        number.end = serial_end + 1;
        number.open = text[open];
        number.close = text[close];
        number.year = text.substr(open + 1, digits);
        number.serial = text.substr(close + 1, serial_end - close - 1);
        return number;
    }
    return std::nullopt;
}

bool is_order_number(std::u32string_view text) {
    if (!text.starts_with(U"第") || !text.ends_with(U"号") || text.size() > 8) return false;
    const auto digits = text.substr(1, text.size() - 2);
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char32_t c) {
        return is_ascii_digit(c) || is_chinese_digit(c);
    });
}

bool is_annex_label(std::u32string_view text) {
    if (const auto number = document_number_in(text); number && number->begin == 0)
        text.remove_prefix(number->end);
    if (!text.starts_with(U"附件")) return false;
    std::size_t end = 2;
    while (end < text.size() && (is_ascii_digit(text[end]) || is_chinese_digit(text[end]))) ++end;
    if (end < text.size() && is_one_of(text[end], U"：:.．、")) ++end;
    return end == text.size() && end <= 6;
}

bool is_date(std::u32string_view text) {
    std::size_t at = skip_date_digits(text, 0);
    const std::size_t year = at;
    if (year < 2 || year > 4) return false;
    for (const char32_t unit : {U'年', U'月', U'日'}) {
        if (at >= text.size() || text[at] != unit) return false;
        const std::size_t next = skip_date_digits(text, at + 1);
        if (unit != U'日' && (next == at + 1 || next > at + 4)) return false;
        at = unit == U'日' ? at + 1 : next;
    }
    return at == text.size();
}

std::size_t attachment_number_size(std::u32string_view text) {
    constexpr std::size_t kMostDigits = 2;
    const std::size_t end = skip_digits(text, 0);
    const bool is_number =
        end > 0 && end <= kMostDigits && end < text.size() && is_one_of(text[end], U".．、，");
    return is_number ? end + 1 : 0;
}

HeadingLabel heading_label(std::u32string_view text) {
    const auto chinese = [&](std::size_t at) {
        while (at < text.size() && is_chinese_digit(text[at])) ++at;
        return at;
    };
    if (const std::size_t end = chinese(0); end > 0 && end <= 4 && end < text.size())
        if (is_one_of(text[end], U"、.．，,")) return {1, end + 1};
    if (text.size() > 2 && is_one_of(text[0], U"（(")) {
        const std::size_t han = chinese(1);
        const std::size_t digits = skip_digits(text, 1);
        const std::size_t end = std::max(han, digits);
        if (end > 1 && end <= 4 && end < text.size() && is_one_of(text[end], U"）)"))
            return {han > 1 ? 2 : 4, end + 1};
    }
    if (const std::size_t end = skip_digits(text, 0); end > 0 && end <= 3 && end < text.size()) {
        const bool is_decimal = end + 1 < text.size() && is_ascii_digit(text[end + 1]);
        if (is_one_of(text[end], U".．、") && !is_decimal) return {3, end + 1};
    }
    return {};
}

}  // namespace banxin
