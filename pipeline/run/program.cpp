#include "pipeline/run/program.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "pipeline/annotate/draw_notes.hpp"
#include "pipeline/inspect/judge.hpp"
#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/inspect/read_record.hpp"
#include "pipeline/inspect/recognise.hpp"
#include "pipeline/run/driver.hpp"
#include "pipeline/run/files.hpp"
#include "pipeline/run/inspection.hpp"
#include "pipeline/run/inspection_notes.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/layout_shelf.hpp"
#include "pipeline/run/options.hpp"
#include "pipeline/run/outputs.hpp"
#include "pipeline/run/report.hpp"
#include "pipeline/run/resources.hpp"
#include "pipeline/run/set_lines.hpp"
#include "pipeline/run/source_attachments.hpp"
#include "pipeline/run/summary.hpp"
#include "pipeline/run/unpacking.hpp"

namespace banxin {
namespace {

/// A PDF to inspect, and the file that complaints name.
struct PdfFile {
    std::string bytes;
    Sources sources;
    std::uint8_t number = 0;
};

/// One run, from options that are known to be good.
class Run {
  public:
    Run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err)
        : options_{options}, in_{in}, out_{out}, err_{err} {}

    ExitStatus execute();

  private:
    bool find_resources_for();
    std::shared_ptr<const FontSet> open_fonts();
    std::vector<JobPlace> places_of_jobs();
    ExitStatus work_on_jobs();
    void work_on(const JobPlace& place, Driver& driver);
    ExitStatus inspect();
    std::optional<Inspection> inspect_one(const std::string& typed, std::optional<Driver>& driver);
    void unpack();
    void unpack(const std::string& typed);
    std::vector<OutputFile> unpack_into(const std::filesystem::path& folder, const PdfFile& pdf,
                                        Diagnostics& found);
    void verify();
    void verify(PdfFile pdf, const std::string& typed);
    std::optional<PdfFile> read_pdf_file(const std::string& typed);
    std::optional<PdfFile> pdf_of(const std::string& typed, std::optional<Driver>& driver);
    void draw(const Inspection& inspection, const PdfFile& pdf);
    std::optional<std::string> two_pictures_with_one_name() const;
    std::shared_ptr<const FontSet> fonts();
    void break_input();
    void list_fonts();
    void list_layouts();
    std::optional<std::string> two_jobs_with_one_name(const std::vector<JobPlace>& places) const;
    ExitStatus close();
    void complain(Complaints complaints);

    const Options& options_;
    std::istream& in_;
    std::ostream& out_;
    std::ostream& err_;
    Resources resources_;
    Timings timings_;
    std::vector<Complaints> complaints_;
    std::vector<std::string> failed_jobs_;
    std::optional<std::shared_ptr<const FontSet>> fonts_;
    std::size_t jobs_ = 0;
};

ExitStatus Run::execute() {
    if (!find_resources_for()) return close();
    switch (options_.command) {
        case Command::make:
        case Command::check:
            return work_on_jobs();
        case Command::inspect:
            return inspect();
        case Command::unpack:
            unpack();
            break;
        case Command::verify:
            verify();
            break;
        case Command::lines:
            break_input();
            break;
        case Command::fonts:
            list_fonts();
            break;
        case Command::layouts:
            list_layouts();
            break;
    }
    return close();
}

/// Both folders, as the options name them or as they are found.
bool Run::find_resources_for() {
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

void Run::complain(Complaints complaints) {
    if (!complaints.diagnostics.empty()) complaints_.push_back(std::move(complaints));
}

std::shared_ptr<const FontSet> Run::open_fonts() {
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

std::optional<std::string> Run::two_jobs_with_one_name(const std::vector<JobPlace>& places) const {
    if (options_.command != Command::make) return std::nullopt;
    std::map<std::string, std::string> typed_by_name;
    for (const JobPlace& place : places)
        if (const auto [other, is_new] = typed_by_name.emplace(place.name, place.typed); !is_new)
            return with_arguments(
                tr("{first} and {second} would both be written as {name}.pdf"),
                {{"first", other->second}, {"second", place.typed}, {"name", place.name}});
    return std::nullopt;
}

/// `inputs/*` names files that lie beside the jobs too: they are passed over, and said to be. Where
/// nothing else is named, whoever typed it meant it, and is told what is wrong with it.
std::vector<JobPlace> Run::places_of_jobs() {
    const auto& typed = options_.jobs;
    const bool has_job = std::any_of(typed.begin(), typed.end(), may_be_job);
    std::vector<JobPlace> places;
    for (const std::string& each : typed) {
        if (!has_job || may_be_job(each))
            places.push_back(job_place(each));
        else
            out_ << with_arguments(tr("{file} is no job and is passed over"), {{"file", each}})
                 << "\n";
    }
    return places;
}

ExitStatus Run::work_on_jobs() {
    const std::vector<JobPlace> places = places_of_jobs();
    if (const auto problem = two_jobs_with_one_name(places)) {
        err_ << *problem << "\n";
        return ExitStatus::wrong_usage;
    }
    Driver driver{resources_, timings_.measure("fonts", [&] { return open_fonts(); }), timings_};
    jobs_ = places.size();
    for (const JobPlace& place : places) work_on(place, driver);
    if (options_.timings) out_ << timings_.as_text();
    return close();
}

/// A job with errors writes nothing; the jobs after it are made all the same.
void Run::work_on(const JobPlace& place, Driver& driver) {
    const bool writes = options_.command == Command::make;
    Product product =
        driver.run(place, {writes, options_.attach, options_.preview, options_.dumps});
    if (product.is_complete && writes) {
        const std::filesystem::path folder = options_.output;
        const auto problem = timings_.measure("write files", [&] {
            return write_outputs(product, folder, place.name, options_.preview);
        });
        if (problem) {
            product.is_complete = false;
            product.diagnostics.push_back(
                {Code::output_not_written,
                 {},
                 {{"file", shown(problem->path)}, {"problem", problem->problem}}});
        } else {
            out_ << summary_of(product, place, folder / (place.name + ".pdf"));
        }
    } else if (product.is_complete) {
        out_ << summary_of(product, place);
    }
    if (!product.is_complete) failed_jobs_.push_back(place.typed);
    complain({place.typed, std::move(product.sources), std::move(product.diagnostics)});
}

/// Opened when they are needed first: a PDF is measured without any.
std::shared_ptr<const FontSet> Run::fonts() {
    if (!fonts_) fonts_ = open_fonts();
    return *fonts_;
}

bool is_pdf(const std::filesystem::path& path) {
    return path.extension() == ".pdf" || path.extension() == ".PDF";
}

/// What pictures of the PDF or of the job are called by.
std::string picture_name(const std::string& typed) {
    const std::filesystem::path path = typed;
    return is_pdf(path) ? path.stem().string() : job_place(typed).name;
}

std::optional<PdfFile> Run::read_pdf_file(const std::string& typed) {
    PdfFile pdf;
    FileBytes file = read_file(typed);
    pdf.number = pdf.sources.add({typed, SourceKind::text, {}});
    if (file.bytes) {
        pdf.bytes = std::move(*file.bytes);
        return pdf;
    }
    const std::filesystem::path folder = std::filesystem::path{typed}.parent_path();
    const Diagnostic missing{Code::file_missing, {}, {{"file", typed}, {"folder", shown(folder)}}};
    const Diagnostic unreadable{
        Code::file_unreadable, {}, {{"file", typed}, {"problem", file.problem}}};
    complain({typed, {}, {file.is_missing ? missing : unreadable}});
    return std::nullopt;
}

/// The bytes of a PDF, or of the one that a job makes: it is inspected like anybody's.
std::optional<PdfFile> Run::pdf_of(const std::string& typed, std::optional<Driver>& driver) {
    if (is_pdf(typed)) return read_pdf_file(typed);
    PdfFile pdf;
    if (!driver) driver.emplace(resources_, fonts(), timings_);
    Product product = driver->run(job_place(typed), {.pdf = true});
    const bool is_complete = product.is_complete;
    complain({typed, std::move(product.sources), std::move(product.diagnostics)});
    if (!is_complete) return std::nullopt;
    pdf.bytes = std::move(product.pdf);
    return pdf;
}

/// Pictures of the pages, beside the table or the JSON.
void Run::draw(const Inspection& inspection, const PdfFile& pdf) {
    constexpr unsigned kDotsPerInch = 144;
    if (fonts() == nullptr) return;
    Outcome<std::vector<std::string>> pictures =
        draw_notes(pdf.bytes, pdf.number, notes_on(inspection), *fonts(), kDotsPerInch);
    const std::filesystem::path folder = options_.output;
    if (pictures.ok())
        if (const auto problem =
                write_pictures(pictures.value, folder, picture_name(inspection.name)))
            pictures.diagnostics.push_back(
                {Code::output_not_written,
                 {},
                 {{"file", shown(problem->path)}, {"problem", problem->problem}}});
    complain({inspection.name, pdf.sources, std::move(pictures.diagnostics)});
}

std::optional<Inspection> Run::inspect_one(const std::string& typed,
                                           std::optional<Driver>& driver) {
    const std::optional<PdfFile> pdf = pdf_of(typed, driver);
    if (!pdf) return std::nullopt;
    Outcome<PdfPages> read = read_pdf(pdf->bytes, pdf->number);
    const bool is_ok = read.ok();
    complain({typed, pdf->sources, std::move(read.diagnostics)});
    if (!is_ok) return std::nullopt;
    InspectedDocument document = recognise(std::move(read.value), options_.inspect.format);
    std::vector<Finding> findings = judge(document);
    Inspection inspection{typed, std::move(document), std::move(findings),
                          read_record(pdf->bytes, pdf->number).value};
    if (options_.inspect.preview) draw(inspection, *pdf);
    return inspection;
}

std::optional<std::string> Run::two_pictures_with_one_name() const {
    if (!options_.inspect.preview) return std::nullopt;
    std::map<std::string, std::string> typed_by_name;
    for (const std::string& typed : options_.jobs)
        if (const auto [other, is_new] = typed_by_name.emplace(picture_name(typed), typed); !is_new)
            return with_arguments(
                tr("the pictures of {first} and {second} would both be called {name}"),
                {{"first", other->second}, {"second", typed}, {"name", other->first}});
    return std::nullopt;
}

ExitStatus Run::inspect() {
    if (const auto problem = two_pictures_with_one_name()) {
        err_ << *problem << "\n";
        return ExitStatus::wrong_usage;
    }
    std::vector<Inspection> inspections;
    std::optional<Driver> driver;
    for (const std::string& typed : options_.jobs)
        if (auto inspection = inspect_one(typed, driver))
            inspections.push_back(std::move(*inspection));
    const InspectionTally tally = tally_of(inspections);
    if (options_.inspect.form == InspectOptions::Form::json) {
        out_ << as_json(inspections);
    } else {
        for (const Inspection& each : inspections) out_ << as_table(each) << "\n";
        if (!inspections.empty()) out_ << closing_line(tally);
    }
    const ExitStatus status = close();
    return tally.deviations > 0 ? ExitStatus::input_errors : status;
}

void Run::unpack() {
    for (const std::string& typed : options_.jobs) unpack(typed);
}

/// Writes the files that are in `pdf` below `folder` and gives them; none after an error, which
/// `found` gets.
std::vector<OutputFile> Run::unpack_into(const std::filesystem::path& folder, const PdfFile& pdf,
                                         Diagnostics& found) {
    auto attached = read_attachments(pdf.bytes, pdf.number);
    append(found, std::move(attached.diagnostics));
    if (has_errors(found)) return {};
    auto files = unpacked(std::move(attached.value), folder, pdf.number);
    append(found, std::move(files.diagnostics));
    if (has_errors(found)) return {};
    if (const auto problem = write_files(files.value)) {
        found.push_back({Code::output_not_written,
                         {},
                         {{"file", shown(problem->path)}, {"problem", problem->problem}}});
        return {};
    }
    return std::move(files.value);
}

/// Into a folder that is new: nobody's files are written over.
void Run::unpack(const std::string& typed) {
    std::optional<PdfFile> pdf = read_pdf_file(typed);
    if (!pdf) return;
    const std::filesystem::path folder = options_.output.empty()
                                             ? std::filesystem::path{typed}.stem()
                                             : std::filesystem::path{options_.output};
    Diagnostics found;
    std::error_code error;
    if (std::filesystem::exists(folder, error))
        found.push_back({Code::folder_exists, {}, {{"folder", shown(folder)}}});
    for (const OutputFile& file : unpack_into(folder, *pdf, found))
        out_ << shown(file.path) << "\n";
    complain({typed, std::move(pdf->sources), std::move(found)});
}

void Run::verify() {
    for (const std::string& typed : options_.jobs) {
        std::optional<PdfFile> pdf = read_pdf_file(typed);
        if (pdf && fonts()) verify(std::move(*pdf), typed);
    }
}

/// `sources` with the files below `folder` as files of the PDF `typed`: the folder is gone when
/// anybody reads of it.
Sources as_files_of(const std::string& typed, const std::filesystem::path& folder,
                    Sources sources) {
    for (SourceFile& file : sources.files) {
        const std::filesystem::path name =
            std::filesystem::path{file.name}.lexically_relative(folder);
        if (!name.empty() && *name.begin() != "..") file.name = typed + "/" + name.string();
    }
    return sources;
}

/// Makes the document again from what is in the PDF, and from nothing else but the fonts.
void Run::verify(PdfFile pdf, const std::string& typed) {
    const TemporaryFolder folder;
    Diagnostics found;
    if (folder.path().empty())
        found.push_back({Code::output_not_written,
                         {},
                         {{"file", tr("a temporary folder")}, {"problem", folder.problem()}}});
    else
        static_cast<void>(unpack_into(folder.path(), pdf, found));
    if (has_errors(found)) return complain({typed, std::move(pdf.sources), std::move(found)});

    Driver driver{{folder.path() / kAttachedLayouts, resources_.font_table}, fonts(), timings_};
    Product product =
        driver.run(job_place(folder.path().string()), {.pdf = true, .attach = Attach::source});
    if (!product.is_complete)
        return complain({typed, as_files_of(typed, folder.path(), std::move(product.sources)),
                         std::move(product.diagnostics)});
    if (product.pdf == pdf.bytes) {
        out_ << with_arguments(tr("{file} is what its job makes, to the last byte"),
                               {{"file", typed}})
             << "\n";
        return;
    }
    const std::string maker = read_record(pdf.bytes, pdf.number).value.producer;
    complain({typed,
              std::move(pdf.sources),
              {{Code::verify_differs,
                {.file = pdf.number},
                {{"difference", difference_of(pdf.bytes, product.pdf)},
                 {"maker", maker},
                 {"program", read_record(product.pdf, 0).value.producer}}}}});
}

void Run::break_input() {
    const auto fonts = open_fonts();
    if (!fonts) return;
    const std::string bytes{std::istreambuf_iterator<char>{in_}, {}};
    Complaints complaints;
    const std::uint8_t file = complaints.sources.add({tr("standard input"), SourceKind::text, {}});
    Outcome<std::string> lines = set_lines(bytes, file, options_.lines, fonts);
    out_ << lines.value;
    complaints.diagnostics = std::move(lines.diagnostics);
    complain(std::move(complaints));
}

void Run::list_fonts() {
    if (const auto fonts = open_fonts()) out_ << summary_of(*fonts);
}

/// A layout that others extend is listed itself, and its mistakes are with it, only once.
void Run::list_layouts() {
    std::set<std::string> known;
    const LayoutFolder folder{resources_.layouts};
    for (const std::string& name : folder.names) {
        Complaints complaints;
        SourceOpener opener{complaints.sources, complaints.diagnostics};
        const auto layout = LayoutShelf{folder, opener}.layout(name, {});
        out_ << name << "  " << (layout ? layout->summary.utf8() : std::string{}) << "\n";
        sort_and_unite(complaints.diagnostics);
        std::erase_if(complaints.diagnostics, [&](const Diagnostic& each) {
            std::string said = complaints.sources.describe(each.origin);
            said += info(each.code).name;
            for (const Argument& argument : each.arguments) said += "\n" + argument.value;
            return !known.insert(std::move(said)).second;
        });
        complain(std::move(complaints));
    }
}

ExitStatus Run::close() {
    Tally tally = count(complaints_);
    tally.jobs = jobs_;
    tally.failed_jobs = failed_jobs_;
    if (options_.diagnostics == DiagnosticsFormat::json)
        err_ << as_json(complaints_);
    else
        err_ << as_text(complaints_) << closing_line(tally);
    return tally.errors > 0 ? ExitStatus::input_errors : ExitStatus::done;
}

}  // namespace

ExitStatus run_program(const std::vector<std::string>& arguments,
                       const std::filesystem::path& locale, std::istream& in, std::ostream& out,
                       std::ostream& err) {
    choose_language(language_option(arguments).value_or(language_of_environment()), locale);
    const auto read = read_options(arguments);
    if (const auto* answer = std::get_if<Answer>(&read)) {
        (answer->is_error ? err : out) << answer->text;
        return answer->is_error ? ExitStatus::wrong_usage : ExitStatus::done;
    }
    return Run{std::get<Options>(read), in, out, err}.execute();
}

}  // namespace banxin
