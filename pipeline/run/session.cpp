#include "pipeline/run/session.hpp"

#include <system_error>
#include <utility>

#include "pipeline/run/files.hpp"

namespace banxin {

Session::Session(const Options& options, std::istream& in, std::ostream& out, std::ostream& err)
    : options_{options}, in_{in}, out_{out}, err_{err} {}

bool Session::find_folders() {
    if (const auto found = find_resources()) resources_ = *found;
    if (!options_.layouts.empty()) resources_.layouts = options_.layouts;
    if (!options_.fonts.empty()) resources_.font_table = options_.fonts;
    std::error_code error;
    if (std::filesystem::is_directory(resources_.layouts, error)) return true;
    const bool is_named = !options_.layouts.empty();
    complain({{},
              {},
              {{Code::file_missing,
                {},
                {{"file", is_named ? options_.layouts : "layouts"},
                 {"folder", is_named ? std::string{} : program_folder().string()}}}}});
    return false;
}

std::shared_ptr<const FontSet> Session::fonts() {
    if (!fonts_) fonts_ = open_fonts();
    return *fonts_;
}

std::shared_ptr<const FontSet> Session::open_fonts() {
    Complaints complaints;
    const std::filesystem::path& table = resources_.font_table;
    const std::uint8_t number = complaints.sources.add({shown(table), SourceKind::text, {}});
    const FileBytes file = read_file(table);
    std::shared_ptr<const FontSet> fonts;
    if (file.bytes) {
        auto outcome = open_font_set(*file.bytes, number, table.parent_path().string());
        if (outcome.ok()) fonts = std::move(outcome.value);
        complaints.diagnostics = std::move(outcome.diagnostics);
        sort_and_unite(complaints.diagnostics);
    } else if (file.is_missing) {
        complaints.diagnostics.push_back(
            {Code::file_missing,
             {.file = number},
             {{"file", table.filename().string()}, {"folder", shown(table.parent_path())}}});
    } else {
        complaints.diagnostics.push_back({Code::file_unreadable,
                                          {.file = number},
                                          {{"file", shown(table)}, {"problem", file.problem}}});
    }
    complain(std::move(complaints));
    return fonts;
}

void Session::complain(Complaints complaints) {
    if (!complaints.diagnostics.empty()) complaints_.push_back(std::move(complaints));
}

ExitStatus Session::refuse(const std::string& problem) {
    err_ << problem << "\n";
    return ExitStatus::wrong_usage;
}

ExitStatus Session::close() {
    Tally tally = count(complaints_);
    tally.jobs = jobs_;
    tally.failed_jobs = failed_jobs_;
    if (options_.diagnostics == DiagnosticsFormat::json)
        err_ << as_json(complaints_);
    else
        err_ << as_text(complaints_) << closing_line(tally);
    return tally.errors > 0 ? ExitStatus::input_errors : ExitStatus::done;
}

}  // namespace banxin
