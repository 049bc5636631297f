#include "pipeline/run/source_attachments.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace banxin {
namespace {

namespace fs = std::filesystem;

/// RFC 9512 for YAML, RFC 4180 for csv, IANA's registry for the others.
std::string media_type_of(const fs::path& name) {
    static const std::map<std::string, std::string> kTypes = {
        {".yaml", "application/yaml"},
        {".yml", "application/yaml"},
        {".txt", "text/plain"},
        {".csv", "text/csv"},
        {".tsv", "text/tab-separated-values"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
        {".png", "image/png"},
        {".svg", "image/svg+xml"}};
    std::string extension = name.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found = kTypes.find(extension);
    return found == kTypes.end() ? "application/octet-stream" : found->second;
}

/// `path` as it is seen from `folder`; nothing for what is not below it.
std::optional<std::string> name_below(const fs::path& folder, const fs::path& path) {
    const fs::path from = folder.empty() ? fs::path{"."} : folder.lexically_normal();
    const fs::path name = path.lexically_normal().lexically_relative(from);
    if (name.empty() || *name.begin() == "..") return std::nullopt;
    return name.generic_string();
}

}  // namespace

Outcome<std::vector<Attachment>> source_attachments(const JobPlace& place,
                                                    const Resources& resources,
                                                    const Inputs& inputs) {
    Outcome<std::vector<Attachment>> outcome;
    std::vector<Attachment>& attachments = outcome.value;
    const std::string job{kAttachedJob};
    attachments.push_back(
        {job, media_type_of(job), AttachmentRelation::source, "任务", inputs.job_file});
    for (const OpenedFile& file : inputs.opened) {
        if (file.path.parent_path() == resources.layouts) {
            attachments.push_back(
                {std::string{kAttachedLayouts} + "/" + file.path.filename().string(),
                 media_type_of(file.path), AttachmentRelation::source, "版式", file.bytes});
            continue;
        }
        const auto name = name_below(place.folder, file.path);
        if (!name) {
            outcome.diagnostics.push_back({Code::attachment_outside,
                                           file.named_at,
                                           {{"file", file.path.filename().string()}}});
            continue;
        }
        const bool is_data = file.kind == SourceKind::table;
        attachments.push_back({*name, media_type_of(*name),
                               is_data ? AttachmentRelation::data : AttachmentRelation::source,
                               is_data ? "数据" : "内容", file.bytes});
    }
    std::sort(attachments.begin(), attachments.end(),
              [](const Attachment& a, const Attachment& b) { return a.name < b.name; });
    attachments.erase(
        std::unique(attachments.begin(), attachments.end(),
                    [](const Attachment& a, const Attachment& b) { return a.name == b.name; }),
        attachments.end());
    return outcome;
}

}  // namespace banxin
