#include "pipeline/run_pdf/unpacking.hpp"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/source_attachments.hpp"

namespace banxin {
namespace {

namespace fs = std::filesystem;

/// Whether `name` stays below the folder that it is put into, on any system.
bool is_safe(const std::string& name) {
    if (name.empty() || name.find_first_of(std::string_view{"\\:\0", 3}) != std::string::npos)
        return false;
    const fs::path path{name};
    if (path.is_absolute() || path.filename().empty()) return false;
    return std::none_of(path.begin(), path.end(),
                        [](const fs::path& part) { return part == ".." || part == "."; });
}

/// What a page shows, so that two can be compared.
bool look_the_same(const PdfPages& a, const PdfPages& b, std::size_t page) {
    const PdfPage& one = a.pages[page];
    const PdfPage& other = b.pages[page];
    const auto same_glyph = [](const PdfGlyph& left, const PdfGlyph& right) {
        return left.text == right.text && left.x == right.x && left.baseline == right.baseline &&
               left.size == right.size && left.colour == right.colour;
    };
    const auto same_rule = [](const PdfRule& left, const PdfRule& right) {
        return left.box.left == right.box.left && left.box.top == right.box.top &&
               left.box.right == right.box.right && left.box.bottom == right.box.bottom;
    };
    return std::equal(one.glyphs.begin(), one.glyphs.end(), other.glyphs.begin(),
                      other.glyphs.end(), same_glyph) &&
           std::equal(one.rules.begin(), one.rules.end(), other.rules.begin(), other.rules.end(),
                      same_rule) &&
           one.pictures.size() == other.pictures.size();
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "banxin-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) {
        path_ = name;
        return;
    }
    if (!error) error.assign(errno, std::generic_category());
    problem_ = error.message();
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
}

Outcome<std::vector<OutputFile>> unpacked(std::vector<AttachedFile> attachments,
                                          const fs::path& folder, std::uint8_t file) {
    Outcome<std::vector<OutputFile>> outcome;
    bool has_job = false;
    for (AttachedFile& attachment : attachments) {
        has_job = has_job || attachment.name == kAttachedJob;
        if (is_safe(attachment.name))
            outcome.value.push_back({folder / attachment.name, std::move(attachment.bytes)});
        else
            outcome.diagnostics.push_back(
                {Code::attachment_unsafe, {.file = file}, {{"name", attachment.name}}});
    }
    if (!has_job) outcome.diagnostics.push_back({Code::source_missing, {.file = file}, {}});
    return outcome;
}

std::string difference_of(const std::string& before, const std::string& again) {
    const PdfPages old_pages = read_pdf(before, 0).value;
    const PdfPages new_pages = read_pdf(again, 0).value;
    const std::size_t count = old_pages.pages.size();
    if (count != new_pages.pages.size())
        return with_arguments(
            tr("it has {now} pages and had {before}"),
            {{"now", std::to_string(new_pages.pages.size())}, {"before", std::to_string(count)}});
    std::string pages;
    for (std::size_t page = 0; page < count; ++page)
        if (!look_the_same(old_pages, new_pages, page))
            pages += (pages.empty() ? "" : ", ") + std::to_string(page + 1);
    if (!pages.empty())
        return with_arguments(tr("other text or other places on the pages {pages}"),
                              {{"pages", pages}});
    return tr("all pages show the same, but the files are not");
}

}  // namespace banxin
