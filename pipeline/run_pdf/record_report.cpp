#include "pipeline/run_pdf/record_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/run/columns.hpp"
#include "pipeline/run/json.hpp"
#include "pipeline/run/language.hpp"

namespace banxin {
namespace {

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : "; ") + value;
    return text;
}

/// PDF/A-2a, PDF/UA-1
std::string standards_of(const PdfRecord& record) {
    std::string level = record.archive_level;
    std::transform(level.begin(), level.end(), level.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::string standards =
        record.archive_part.empty() ? std::string{} : "PDF/A-" + record.archive_part + level;
    if (!record.access_part.empty())
        standards += (standards.empty() ? "PDF/UA-" : ", PDF/UA-") + record.access_part;
    return standards;
}

}  // namespace

std::string as_lines(const PdfRecord& record) {
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](std::string term, std::string value) {
        if (!value.empty()) rows.push_back({std::move(term), std::move(value)});
    };
    add(tr("claims"), standards_of(record));
    add(tr("made by"), record.producer);
    add("题名", record.title);
    add("责任者", record.creator);
    add("日期", record.created.substr(0, record.created.find('T')));
    add("关键词", joined(record.keywords));
    for (const ArchiveEntry& entry : record.archive)
        add(std::string{info(entry.element).term}, entry.value);
    return rows.empty() ? std::string{} : as_columns(rows, "  ");
}

std::string as_json(const PdfRecord& record) {
    std::string json = "{\"standards\": " + json_string(standards_of(record)) +
                       ", \"producer\": " + json_string(record.producer) +
                       ", \"title\": " + json_string(record.title) +
                       ", \"creator\": " + json_string(record.creator) +
                       ", \"created\": " + json_string(record.created) + ", \"keywords\": [";
    for (std::size_t k = 0; k < record.keywords.size(); ++k)
        json += (k == 0 ? "" : ", ") + json_string(record.keywords[k]);
    json += "]";
    for (const ArchiveEntry& entry : record.archive)
        json += ", " + json_string(info(entry.element).property) + ": " + json_string(entry.value);
    return json + "}";
}

}  // namespace banxin
