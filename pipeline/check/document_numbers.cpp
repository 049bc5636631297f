#include <optional>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"
#include "pipeline/read/own_number.hpp"

namespace banxin {
namespace {

constexpr std::u32string_view kOpening = U"〔[［【(（﹝〖";
constexpr std::u32string_view kClosing = U"〕]］】)）﹞〗";
constexpr unsigned kFirstYearWithoutCentury = 50;  // 〔98〕 is 1998, 〔20〕 is 2020.

std::size_t skip_blanks(const Passage& passage, std::size_t at) {
    return at + blanks_at(passage, at);
}

/// 〔2020〕4号, well written or not: [begin, end) of the passage.
struct WrittenDocumentNumber {
    std::size_t begin = 0;
    std::size_t end = 0;
    int year = 0;
    std::string meant;
};

std::string year_in_full(const std::string& year) {
    if (year.size() == 4) return year;
    return (std::stoul(year) < kFirstYearWithoutCentury ? "20" : "19") + year;
}

/// What begins at the bracket at `begin` when it is a document number. A case number goes on with
/// a court's name, （2020）京01民初1号, and 3号线 is a railway.
std::optional<WrittenDocumentNumber> document_number_at(const Passage& passage, std::size_t begin) {
    if (!is_one_of(passage.at(begin), kOpening)) return std::nullopt;
    if (begin == 0 || !is_han(passage.at(begin - 1))) return std::nullopt;
    std::size_t at = skip_blanks(passage, begin + 1);
    const std::string year = take_digits(passage, at);
    const bool is_round = is_one_of(passage.at(begin), U"(（");
    if (year.size() != 4 && (year.size() != 2 || is_round)) return std::nullopt;
    if (passage.at(at) == U'年') ++at;
    at = skip_blanks(passage, at);
    if (!is_one_of(passage.at(at), kClosing)) return std::nullopt;
    at = skip_blanks(passage, at + 1);
    if (passage.at(at) == U'第') at = skip_blanks(passage, at + 1);
    std::string number = take_digits(passage, at);
    if (number.empty()) return std::nullopt;
    at = skip_blanks(passage, at);
    if (passage.at(at) != U'号' || is_one_of(passage.at(at + 1), U"线楼院门")) return std::nullopt;
    const std::size_t first = number.find_first_not_of('0');
    if (first == std::string::npos) return std::nullopt;
    const std::string full_year = year_in_full(year);
    return WrittenDocumentNumber{begin, at + 1, std::stoi(full_year),
                                 "〔" + full_year + "〕" + number.substr(first) + "号"};
}

void report_year(const Passage& passage, const WrittenDocumentNumber& number, const Date& date,
                 Diagnostics& found) {
    found.push_back({Code::document_number_year,
                     passage.origin_at(number.begin),
                     {{"number", passage.utf8(number.begin, number.end)},
                      {"year", std::to_string(date.year)}}});
}

/// Short names by which bodies of a province or a large city begin their 代字 though their full
/// names need not have the character: 沪 of 上海市, 筑 of 贵阳市. National bodies: 国 and 中.
constexpr std::u32string_view kShortNames =
    U"国中京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云藏陕秦甘陇青宁新蒙港澳台"
    U"筑穗深甬蓉镐榕鹭杭锡昆洪邕石并沈连春哈合济郑汉长拉兰乌";

}  // namespace

void check_document_numbers(const Passage& passage, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto number = document_number_at(passage, at);
        if (!number) continue;
        const std::string written = passage.utf8(number->begin, number->end);
        if (written != number->meant)
            found.push_back({Code::document_number_form,
                             passage.origin_at(at),
                             {{"written", written}, {"meant", number->meant}}});
        at = number->end - 1;
    }
}

void check_number_of_issuer(const Job& job, Diagnostics& found) {
    const Text number = own_document_number(job);
    Text names = job.issuer;
    if (job.head)
        for (const Text& name : job.head->mark) names.append(name);
    if (const auto mark = job.data.fields.find("发文机关"); mark != job.data.fields.end())
        names.append(mark->second.value);
    const Passage passage{number};
    const std::u32string issuer = Passage{names}.characters();
    const char32_t first = passage.at(0);
    // The number of an order, 第5号, names no issuer.
    if (issuer.empty() || !is_han(first) || first == U'第' || is_one_of(first, kShortNames) ||
        is_one_of(first, issuer))
        return;
    found.push_back({Code::document_number_issuer,
                     passage.origin_at(0),
                     {{"character", passage.utf8(0, 1)}, {"number", number.utf8()}}});
}

void check_number_years(const Passage& passage, const Date& date, Diagnostics& found) {
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto number = document_number_at(passage, at);
        if (!number) continue;
        if (number->year > date.year) report_year(passage, *number, date, found);
        at = number->end - 1;
    }
}

void check_own_number_year(const Job& job, Diagnostics& found) {
    if (!job.date) return;
    const Passage passage{own_document_number(job)};
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const auto number = document_number_at(passage, at);
        if (number && number->year < job.date->year)
            report_year(passage, *number, *job.date, found);
    }
}

}  // namespace banxin
