#include "pipeline/run/inputs.hpp"

#include <system_error>
#include <utility>

#include "pipeline/read/read_body_text.hpp"
#include "pipeline/read/read_image.hpp"
#include "pipeline/read/read_job.hpp"
#include "pipeline/read/read_workbook.hpp"
#include "pipeline/run/files.hpp"
#include "pipeline/run/layout_shelf.hpp"

namespace banxin {
namespace {

enum class LayoutUse : std::uint8_t { document, ranking, inset };

/// The key that a layout lacks for its use; empty when it has all it needs.
std::string missing_in(const Layout& layout, LayoutUse use) {
    switch (use) {
        case LayoutUse::document:
            if (layout.parts.empty()) return "parts";
            return layout.page.type_width <= Length{} ? "page" : "";
        case LayoutUse::ranking:
            return layout.ranking ? "" : "ranking";
        case LayoutUse::inset:
            return layout.form ? "" : "form";
    }
    return {};
}

class Reader {
  public:
    Reader(const JobPlace& place, const Resources& resources)
        : place_{place}, layouts_{resources.layouts} {}

    Outcome<Inputs> run();

  private:
    void read_job_file();
    void read_bodies();
    void read_body(const Text& name);
    void read_data(DataJob& data);
    void read_layouts();
    void read_sheet(const SheetReference& reference);
    void read_picture(SignatoryJob& signatory);
    void read_table_layout(const Text& name, const std::string& fallback, LayoutUse use);
    std::optional<Layout> layout_called(const Text& name, const std::string& fallback,
                                        LayoutUse use);
    bool check_use(const Layout& layout, LayoutUse use, Origin origin);
    std::optional<SourceBytes> open_named(const Text& name, SourceKind kind);
    template <typename Value>
    Value take(Outcome<Value> outcome) {
        append(result_.diagnostics, std::move(outcome.diagnostics));
        return std::move(outcome.value);
    }
    void report(Code code, Origin origin, std::vector<Argument> arguments) {
        result_.diagnostics.push_back({code, origin, std::move(arguments)});
    }

    const JobPlace& place_;
    Outcome<Inputs> result_;
    SourceOpener opener_{result_.value.sources, result_.diagnostics};
    LayoutFolder layouts_;
    LayoutShelf shelf_{layouts_, opener_};
    std::map<std::string, Text> plain_texts_;  ///< Of fields, by the name of their file.
    std::map<std::string, SharedImage> pictures_;
};

Outcome<Inputs> Reader::run() {
    read_job_file();
    if (!result_.ok() && result_.value.job.layout.empty()) return std::move(result_);
    read_layouts();
    read_bodies();
    Job& job = result_.value.job;
    for (SignatoryJob& signatory : job.signature.signatories) read_picture(signatory);
    read_data(job.data);
    for (auto& [name, inset] : job.insets) read_data(inset.data);
    for (AnnexJob& annex : job.annexes) {
        read_sheet(annex.ranking.scores);
        read_data(annex.inset.data);
    }
    result_.value.opened = opener_.take_opened();
    return std::move(result_);
}

void Reader::read_job_file() {
    // The job itself is named by nobody but the command line: a default origin would have no place.
    FileBytes file = read_file(place_.file);
    const std::uint8_t number =
        result_.value.sources.add({shown(place_.file), SourceKind::text, {}});
    const Origin origin{.file = number};
    if (file.bytes) {
        result_.value.job_file = std::move(*file.bytes);
        result_.value.job = take(read_job(result_.value.job_file, number));
    } else if (file.is_missing) {
        report(Code::file_missing, origin,
               {{"file", place_.file.filename().string()}, {"folder", shown(place_.folder)}});
    } else {
        report(Code::file_unreadable, origin,
               {{"file", shown(place_.file)}, {"problem", file.problem}});
    }
}

std::optional<SourceBytes> Reader::open_named(const Text& name, SourceKind kind) {
    return opener_.open(place_.folder / name.utf8(), kind, name.origin());
}

void Reader::read_bodies() {
    const Job& job = result_.value.job;
    read_body(job.body);
    for (const EnclosureJob& enclosure : job.enclosures) read_body(enclosure.body);
    for (const AnnexJob& annex : job.annexes) read_body(annex.body);
}

void Reader::read_body(const Text& name) {
    BodyTexts& bodies = result_.value.bodies;
    if (name.empty() || bodies.contains(name.utf8())) return;
    BodyText& body = bodies[name.utf8()];
    if (const auto opened = open_named(name, SourceKind::text))
        body = take(read_body_text(opened->bytes, opened->number));
}

void Reader::read_data(DataJob& data) {
    for (auto& [name, field] : data.fields) {
        if (field.file.empty()) continue;
        const std::string& file = field.file.utf8();
        if (!plain_texts_.contains(file)) {
            const auto opened = open_named(field.file, SourceKind::text);
            plain_texts_[file] =
                opened ? take(read_plain_text(opened->bytes, opened->number)) : Text{};
        }
        field.value = plain_texts_[file];
    }
    for (const auto& [name, table] : data.tables) read_sheet(table.sheet);
    if (data.form) {
        read_sheet(data.form->money);
        read_sheet(data.form->indicators);
    }
}

void Reader::read_sheet(const SheetReference& reference) {
    const std::string& file = reference.file.utf8();
    if (file.empty() || result_.value.workbooks.contains(file)) return;
    Workbook& workbook = result_.value.workbooks[file];
    const auto opened = open_named(reference.file, SourceKind::table);
    if (!opened) return;
    workbook = take(read_workbook(opened->bytes, file, opened->number));
    auto& sheets = result_.value.sources.files[opened->number].sheets;
    for (const Sheet& sheet : workbook.sheets) sheets.push_back(sheet.name);
}

void Reader::read_picture(SignatoryJob& signatory) {
    const std::string& file = signatory.image.utf8();
    if (file.empty()) return;
    if (!pictures_.contains(file)) {
        SharedImage& picture = pictures_[file];
        if (const auto opened = open_named(signatory.image, SourceKind::text))
            picture = std::make_shared<Image>(take(read_image(opened->bytes, signatory.image)));
    }
    signatory.picture = pictures_[file];
}

void Reader::read_layouts() {
    Inputs& inputs = result_.value;
    if (!inputs.job.layout.empty())
        inputs.layout = layout_called(inputs.job.layout, {}, LayoutUse::document);
    for (const AnnexJob& annex : inputs.job.annexes) {
        if (annex.content == AnnexJob::Content::ranking)
            read_table_layout(annex.table.layout, std::string{kRankingLayout}, LayoutUse::ranking);
        if (annex.content == AnnexJob::Content::inset)
            read_table_layout(annex.inset.layout, {}, LayoutUse::inset);
    }
    for (const auto& [name, inset] : inputs.job.insets)
        read_table_layout(inset.layout, {}, LayoutUse::inset);
}

void Reader::read_table_layout(const Text& name, const std::string& fallback, LayoutUse use) {
    TableLayouts& layouts = result_.value.table_layouts;
    const std::string& wanted = name.empty() ? fallback : name.utf8();
    if (wanted.empty()) return;
    const auto found = layouts.find(wanted);
    if (found != layouts.end()) {
        check_use(found->second, use, name.origin());
    } else if (auto layout = layout_called(name, fallback, use)) {
        layouts.emplace(wanted, std::move(*layout));
    }
}

/// `fallback` is the name where the job gives none.
std::optional<Layout> Reader::layout_called(const Text& name, const std::string& fallback,
                                            LayoutUse use) {
    const std::string& wanted = name.empty() ? fallback : name.utf8();
    const Origin origin = name.empty() ? result_.value.job.origin : name.origin();
    std::optional<Layout> layout = shelf_.layout(wanted, origin);
    if (!layout || !check_use(*layout, use, origin)) return std::nullopt;
    return layout;
}

bool Reader::check_use(const Layout& layout, LayoutUse use, Origin origin) {
    const std::string missing = missing_in(layout, use);
    if (!missing.empty())
        report(Code::layout_unsuitable, origin, {{"layout", layout.name}, {"needed", missing}});
    return missing.empty();
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

bool may_be_job(const std::string& typed) {
    std::error_code error;
    const std::filesystem::path path{typed};
    const auto extension = path.extension();
    return !std::filesystem::is_regular_file(path, error) || extension == ".yaml" ||
           extension == ".yml";
}

Outcome<Inputs> read_inputs(const JobPlace& place, const Resources& resources) {
    return Reader{place, resources}.run();
}

}  // namespace banxin
