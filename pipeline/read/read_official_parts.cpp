#include "pipeline/read/read_official_parts.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace banxin {
namespace {

/// The digits at `at` as a number, at most `most` of them; moves `at` behind them.
std::optional<int> take_number(std::string_view text, std::size_t& at, std::size_t most) {
    int number = 0;
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < most) {
        number = number * 10 + (text[at++] - '0');
    }
    if (at == begin) return std::nullopt;
    return number;
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
}

/// Year, month and day as written, `2021-01-29` or `2021年1月29日`; maybe no day of the calendar.
std::optional<Date> parse_date(std::string_view text) {
    std::size_t at = 0;
    const auto year = take_number(text, at, 4);
    const bool hyphens = take(text, at, "-");
    if (!hyphens && !take(text, at, "年")) return std::nullopt;
    const auto month = take_number(text, at, 2);
    if (!take(text, at, hyphens ? "-" : "月")) return std::nullopt;
    const auto day = take_number(text, at, 2);
    if (!hyphens && !take(text, at, "日")) return std::nullopt;
    if (!year || *year < 1000 || !month || !day || at != text.size()) return std::nullopt;
    return Date{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
}

}  // namespace

std::vector<Text> read_lines(const YamlValue& value) {
    std::vector<Text> lines;
    for (const Text& text : value.texts()) {
        for (std::size_t begin = 0; begin < text.utf8().size();) {
            const std::size_t end = std::min(text.utf8().find('\n', begin), text.utf8().size());
            if (end > begin) lines.push_back(text.slice(begin, end));
            begin = end + 1;
        }
    }
    return lines;
}

std::optional<Date> read_date(const YamlValue& value) {
    const std::string text = value.text().utf8();
    if (text.empty()) return std::nullopt;
    const Date some_day{2000, 1, 1};  // So that nobody reports the date as missing as well.
    const auto date = parse_date(text);
    if (!date) {
        value.report_invalid("2021-01-29, 2021年1月29日");
        return some_day;
    }
    const std::chrono::year_month_day day{std::chrono::year{date->year},
                                          std::chrono::month{date->month},
                                          std::chrono::day{date->day}};
    if (day.ok()) return date;
    value.report(Code::date_invalid, {{"date", text}});
    return some_day;
}

HeadJob read_head(const YamlValue& value) {
    HeadJob head;
    YamlMap map{value};
    head.mark = map.required("mark").texts();
    head.mark_end = map["mark-end"].text();
    head.document_number = map["document-number"].text();
    head.copy_number = map["copy-number"].text();
    head.classification = map["classification"].text();
    head.urgency = map["urgency"].text();
    head.signers = map["signers"].texts();
    head.origin = value.origin();
    return head;
}

std::vector<std::pair<Text, Text>> read_attendance(const YamlValue& value) {
    std::vector<std::pair<Text, Text>> attendance;
    YamlMap map{value};
    for (const auto& [label, names] : map.entries()) {
        Text joined;
        for (const Text& name : names.texts()) {
            if (!joined.empty()) joined.append("、", name.origin());
            joined.append(name);
        }
        if (!joined.empty()) attendance.emplace_back(label, std::move(joined));
    }
    return attendance;
}

ImprintJob read_imprint(const YamlValue& value) {
    ImprintJob imprint;
    YamlMap map{value};
    imprint.copies_to = map["copies-to"].text();
    imprint.printed_by = map["printed-by"].text();
    imprint.printed_on = read_date(map["printed-on"]);
    imprint.page =
        map["page"]
            .choice<ImprintPage>({{"even", ImprintPage::even}, {"next", ImprintPage::next}})
            .value_or(ImprintPage::even);
    imprint.origin = value.origin();
    return imprint;
}

ArchiveJob read_archive(const YamlValue& value) {
    ArchiveJob archive;
    YamlMap map{value};
    archive.code = map["code"].text();
    archive.retention = map["retention"].choice<Retention>({{"永久", Retention::permanent},
                                                            {"30年", Retention::thirty_years},
                                                            {"10年", Retention::ten_years}});
    archive.class_number = map["class-number"].text();
    archive.document_number = map["document-number"].text();
    archive.keywords = map["keywords"].texts();
    archive.origin = value.origin();
    return archive;
}

}  // namespace banxin
