#include "pipeline/compose/archive_record.hpp"

#include <string>
#include <utility>

#include "pipeline/base/line_joint.hpp"
#include "pipeline/read/own_number.hpp"

namespace banxin {
namespace {

std::string printed(Retention retention) {
    switch (retention) {
        case Retention::permanent:
            return "永久";
        case Retention::thirty_years:
            return "30年";
        case Retention::ten_years:
            return "10年";
    }
    return {};
}

/// 机密★1年 → 机密 and 1年.
std::pair<std::string, std::string> parts_of(const std::string& classification) {
    constexpr std::string_view kStar = "★";
    const std::size_t star = classification.find(kStar);
    if (star == std::string::npos) return {classification, {}};
    return {classification.substr(0, star), classification.substr(star + kStar.size())};
}

}  // namespace

std::vector<ArchiveEntry> archive_record(const Job& job,
                                         const std::function<Text(const Text&)>& filled) {
    std::vector<ArchiveEntry> record;
    const auto words = [&](const Text& text) { return on_one_line(filled(text).utf8()); };
    const auto add = [&](ArchiveElement element, std::string value) {
        if (!value.empty()) record.push_back({element, std::move(value)});
    };
    const ArchiveJob archive = job.archive.value_or(ArchiveJob{});
    const HeadJob head = job.head.value_or(HeadJob{});
    add(ArchiveElement::archival_code, words(archive.code));
    if (archive.retention) add(ArchiveElement::retention_period, printed(*archive.retention));
    add(ArchiveElement::class_number, words(archive.class_number));
    add(ArchiveElement::document_number, words(own_document_number(job)));
    auto [security_class, security_term] = parts_of(words(head.classification));
    add(ArchiveElement::security_class, std::move(security_class));
    add(ArchiveElement::security_term, std::move(security_term));
    add(ArchiveElement::urgency, words(head.urgency));
    add(ArchiveElement::recipients, words(job.recipients));
    if (job.imprint) add(ArchiveElement::copies, words(job.imprint->copies_to));
    return record;
}

}  // namespace banxin
