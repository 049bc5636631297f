#include "pipeline/run/inputs.hpp"

#include <system_error>
#include <utility>

#include "pipeline/base/nearest.hpp"
#include "pipeline/layout/read_layout.hpp"
#include "pipeline/read/read_body_text.hpp"
#include "pipeline/read/read_job.hpp"
#include "pipeline/read/read_workbook.hpp"
#include "pipeline/run/files.hpp"

namespace banxin {
namespace {

/// What a layout is asked to have.
enum class LayoutUse : std::uint8_t { document, table };

class Reader {
  public:
    Reader(const JobPlace& place, const Resources& resources)
        : place_{place}, resources_{resources} {}

    Outcome<Inputs> run();

  private:
    struct Opened {
        std::string bytes;
        std::uint8_t file;
    };

    void read_job_file();
    void read_body();
    void read_fields();
    void read_sheets();
    void read_layouts();
    void read_sheet(const SheetReference& reference);
    std::optional<Layout> layout_called(const Text& name, const std::string& fallback,
                                        LayoutUse use);
    std::optional<Opened> open_named(const Text& name, SourceKind kind);
    std::optional<Opened> open(const std::filesystem::path& path, std::string name, Origin origin,
                               SourceKind kind);
    template <typename Value>
    Value take(Outcome<Value> outcome) {
        append(result_.diagnostics, std::move(outcome.diagnostics));
        return std::move(outcome.value);
    }
    void report(Code code, Origin origin, std::vector<Argument> arguments) {
        result_.diagnostics.push_back({code, origin, std::move(arguments)});
    }

    const JobPlace& place_;
    const Resources& resources_;
    Outcome<Inputs> result_;
};

Outcome<Inputs> Reader::run() {
    read_job_file();
    if (!result_.ok() && result_.value.job.layout.empty()) return std::move(result_);
    read_layouts();
    read_body();
    read_fields();
    read_sheets();
    return std::move(result_);
}

void Reader::read_job_file() {
    // The job itself is named by nobody but the command line: a default origin would have no place.
    const FileBytes file = read_file(place_.file);
    const std::uint8_t number =
        result_.value.sources.add({shown(place_.file), SourceKind::text, {}});
    const Origin origin{.file = number};
    if (file.bytes) {
        result_.value.job = take(read_job(*file.bytes, number));
    } else if (file.is_missing) {
        report(Code::file_missing, origin,
               {{"file", place_.file.filename().string()}, {"folder", shown(place_.folder)}});
    } else {
        report(Code::file_unreadable, origin,
               {{"file", shown(place_.file)}, {"problem", file.problem}});
    }
}

std::optional<Reader::Opened> Reader::open(const std::filesystem::path& path, std::string name,
                                           Origin origin, SourceKind kind) {
    Sources& sources = result_.value.sources;
    if (sources.files.size() > Sources::kMostFiles) {
        report(Code::files_too_many, origin, {{"most", std::to_string(Sources::kMostFiles)}});
        return std::nullopt;
    }
    FileBytes file = read_file(path);
    if (file.is_missing) {
        report(Code::file_missing, origin,
               {{"file", path.filename().string()}, {"folder", shown(path.parent_path())}});
        return std::nullopt;
    }
    if (!file.bytes) {
        report(Code::file_unreadable, origin,
               {{"file", shown(path)}, {"problem", std::move(file.problem)}});
        return std::nullopt;
    }
    return Opened{std::move(*file.bytes), sources.add({std::move(name), kind, {}})};
}

std::optional<Reader::Opened> Reader::open_named(const Text& name, SourceKind kind) {
    const std::filesystem::path path = place_.folder / name.utf8();
    return open(path, shown(path), name.origin(), kind);
}

void Reader::read_body() {
    if (result_.value.job.body.empty()) return;
    if (const auto opened = open_named(result_.value.job.body, SourceKind::text))
        result_.value.body = take(read_body_text(opened->bytes, opened->file));
}

void Reader::read_fields() {
    std::map<std::string, Text> read;
    for (auto& [name, field] : result_.value.job.fields) {
        if (field.file.empty()) continue;
        const std::string& file = field.file.utf8();
        if (!read.contains(file)) {
            const auto opened = open_named(field.file, SourceKind::text);
            read[file] = opened ? take(read_plain_text(opened->bytes, opened->file)) : Text{};
        }
        field.value = read[file];
    }
}

void Reader::read_sheets() {
    for (const AnnexJob& annex : result_.value.job.annexes) read_sheet(annex.ranking.scores);
    if (const auto& form = result_.value.job.form) {
        read_sheet(form->money);
        read_sheet(form->indicators);
    }
}

void Reader::read_sheet(const SheetReference& reference) {
    const std::string& file = reference.file.utf8();
    if (file.empty() || result_.value.workbooks.contains(file)) return;
    Workbook& workbook = result_.value.workbooks[file];
    const auto opened = open_named(reference.file, SourceKind::table);
    if (!opened) return;
    workbook = take(read_workbook(opened->bytes, file, opened->file));
    auto& sheets = result_.value.sources.files[opened->file].sheets;
    for (const Sheet& sheet : workbook.sheets) sheets.push_back(sheet.name);
}

void Reader::read_layouts() {
    Inputs& inputs = result_.value;
    if (!inputs.job.layout.empty())
        inputs.layout = layout_called(inputs.job.layout, {}, LayoutUse::document);
    for (const AnnexJob& annex : inputs.job.annexes) {
        const std::string name =
            annex.table.layout.empty() ? std::string{kRankingLayout} : annex.table.layout.utf8();
        if (inputs.table_layouts.contains(name)) continue;
        if (auto layout =
                layout_called(annex.table.layout, std::string{kRankingLayout}, LayoutUse::table))
            inputs.table_layouts.emplace(name, std::move(*layout));
    }
}

/// `fallback` is the name where the job gives none.
std::optional<Layout> Reader::layout_called(const Text& name, const std::string& fallback,
                                            LayoutUse use) {
    const std::string& wanted = name.empty() ? fallback : name.utf8();
    const Origin origin = name.empty() ? result_.value.job.origin : name.origin();
    const std::vector<std::string> names = layout_names(resources_.layouts);
    if (std::find(names.begin(), names.end(), wanted) == names.end()) {
        report(Code::layout_unknown, origin,
               {{"layout", wanted}, {"known", nearest_first(wanted, names)}});
        return std::nullopt;
    }
    const std::filesystem::path path = resources_.layouts / (wanted + ".yaml");
    const auto opened = open(path, shown(path), origin, SourceKind::text);
    if (!opened) return std::nullopt;
    Outcome<Layout> outcome = read_layout(opened->bytes, wanted, opened->file);
    const bool usable = outcome.ok();
    Layout layout = take(std::move(outcome));
    if (!usable) return std::nullopt;
    const bool suits = use == LayoutUse::table ? layout.ranking.has_value() : !layout.parts.empty();
    if (suits) return layout;
    report(Code::layout_unsuitable, origin,
           {{"layout", wanted}, {"needed", use == LayoutUse::table ? "ranking" : "parts"}});
    return std::nullopt;
}

}  // namespace

JobPlace job_place(const std::string& typed) {
    std::error_code error;
    JobPlace place;
    place.typed = typed;
    const std::filesystem::path path{typed};
    const bool is_file = std::filesystem::is_regular_file(path, error);
    place.folder = is_file ? path.parent_path() : path;
    place.file = is_file ? path : path / "job.yaml";
    const auto folder = std::filesystem::weakly_canonical(
        place.folder.empty() ? std::filesystem::path{"."} : place.folder, error);
    place.name = folder.filename().string();
    if (place.name.empty()) place.name = "job";  // The root folder has no name.
    return place;
}

Outcome<Inputs> read_inputs(const JobPlace& place, const Resources& resources) {
    return Reader{place, resources}.run();
}

}  // namespace banxin
