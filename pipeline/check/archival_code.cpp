#include <optional>
#include <regex>
#include <string>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

/// What a code says of its document. DA/T 13-2022, 5.
struct ArchivalCode {
    std::string year;       ///< Empty where it has none.
    std::string retention;  ///< Y, D30 or D10
};

/// 全宗号-档案门类代码·年度-保管期限-机构（问题）代码-件号; the year and 机构（问题）代码 may be
/// left out, and the file number of a volume (案卷号) may stand before 件号.
std::optional<ArchivalCode> understood(const std::string& code) {
    static const std::regex kForm{
        "[A-Z0-9]{4}-[A-Z]{2}(?:·[A-Z]{2,4})?(?:·([0-9]{4}))?-(Y|D30|D10)"
        "(?:-[A-Z0-9]{1,4})?(?:-[0-9]{3,4})?-[0-9]{4}"};
    std::smatch match;
    if (!std::regex_match(code, match, kForm)) return std::nullopt;
    return ArchivalCode{match[1], match[2]};
}

std::string code_of(Retention retention) {
    switch (retention) {
        case Retention::permanent:
            return "Y";
        case Retention::thirty_years:
            return "D30";
        case Retention::ten_years:
            return "D10";
    }
    return {};
}

}  // namespace

void check_archival_code(const Job& job, Diagnostics& found) {
    if (!job.archive || job.archive->code.empty()) return;
    const Text& written = job.archive->code;
    const auto code = understood(written.utf8());
    if (!code) {
        found.push_back({Code::archival_code_form, written.origin(), {{"code", written.utf8()}}});
        return;
    }
    const auto compare = [&](const std::string& said, const std::string& meant) {
        if (said.empty() || said == meant) return;
        found.push_back({Code::archival_code_contradicts,
                         written.origin(),
                         {{"code", written.utf8()}, {"said", said}, {"meant", meant}}});
    };
    if (job.archive->retention) compare(code->retention, code_of(*job.archive->retention));
    if (job.date) compare(code->year, std::to_string(job.date->year));
}

}  // namespace banxin
