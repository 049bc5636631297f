#include "pipeline/run_pdf/inspection_words.hpp"

#include <fmt/format.h>

#include "pipeline/run/language.hpp"

namespace banxin {

std::string translated(std::string_view english) { return tr(std::string{english}.c_str()); }

std::string decimal(std::int64_t hundredths) {
    const std::int64_t units = hundredths < 0 ? -hundredths : hundredths;
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", units / 100, units % 100);
}

std::string format_name(DocumentFormat format) {
    switch (format) {
        case DocumentFormat::notice:
            return tr("notice without a head");
        case DocumentFormat::ordinary:
            return tr("official document");
        case DocumentFormat::upward:
            return tr("official document to a higher organ");
        case DocumentFormat::letter:
            return tr("letter");
        case DocumentFormat::order:
            return tr("order");
        case DocumentFormat::minutes:
            return tr("minutes");
        case DocumentFormat::form:
            return tr("form");
    }
    return {};
}

std::string strength_name(RuleStrength strength) {
    switch (strength) {
        case RuleStrength::must:
            return tr("must");
        case RuleStrength::general:
            return tr("in general");
        case RuleStrength::recommended:
            return tr("recommended");
        case RuleStrength::optional:
            return tr("practice");
    }
    return {};
}

std::string allowed_by(const RuleInfo& rule) {
    switch (rule.unit) {
        case RuleUnit::text:
            return translated(rule.wanted);
        case RuleUnit::count:
            return std::to_string(rule.low);
        case RuleUnit::mm:
            if (rule.low == 0) return fmt::format("≤ {} mm", decimal(rule.high));
            if (rule.low == -rule.high) return fmt::format("± {} mm", decimal(rule.high));
            return fmt::format("{}–{} mm", decimal(rule.low), decimal(rule.high));
        case RuleUnit::pt:
            break;
    }
    return fmt::format("{}–{} pt", decimal(rule.low), decimal(rule.high));
}

std::string measured_of(const Finding& finding) {
    return info(finding.rule).unit == RuleUnit::text ? translated(finding.measured)
                                                     : finding.measured;
}

std::string page_name(std::size_t page) {
    return with_arguments(tr("page {page}"), {{"page", std::to_string(page + 1)}});
}

std::string more(std::size_t count) {
    return with_arguments(trn("and {count} more", "and {count} more", count),
                          {{"count", std::to_string(count)}});
}

}  // namespace banxin
