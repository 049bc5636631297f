#include "pipeline/run_pdf/pdf_commands.hpp"

#include <cassert>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "pipeline/annotate/draw_notes.hpp"
#include "pipeline/inspect/judge.hpp"
#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/inspect/read_record.hpp"
#include "pipeline/inspect/recognise.hpp"
#include "pipeline/run/driver.hpp"
#include "pipeline/run/files.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/outputs.hpp"
#include "pipeline/run/source_attachments.hpp"
#include "pipeline/run_pdf/inspection.hpp"
#include "pipeline/run_pdf/inspection_notes.hpp"
#include "pipeline/run_pdf/unpacking.hpp"

namespace banxin {
namespace {

/// A PDF to inspect, and the file that complaints name.
struct PdfFile {
    std::string bytes;
    Sources sources;
    std::uint8_t number = 0;
};

bool is_pdf(const std::filesystem::path& path) {
    return path.extension() == ".pdf" || path.extension() == ".PDF";
}

/// What pictures of the PDF or of the job are called by.
std::string picture_name(const std::string& typed) {
    const std::filesystem::path path = typed;
    return is_pdf(path) ? path.stem().string() : job_place(typed).name;
}

std::optional<PdfFile> read_pdf_file(Session& session, const std::string& typed) {
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
    session.complain({typed, {}, {file.is_missing ? missing : unreadable}});
    return std::nullopt;
}

/// `inspect`: PDFs and what jobs become, held to the standard.
class Inspector {
  public:
    explicit Inspector(Session& session) : session_{session} {}

    ExitStatus inspect();

  private:
    std::optional<std::string> two_pictures_with_one_name() const;
    std::optional<Inspection> inspect(const std::string& typed);
    std::optional<PdfFile> pdf_of(const std::string& typed);
    void draw(const Inspection& inspection, const PdfFile& pdf);

    Session& session_;
    std::optional<Driver> driver_;  ///< Made for the first job: a PDF needs neither it nor fonts.
};

ExitStatus Inspector::inspect() {
    if (const auto problem = two_pictures_with_one_name()) return session_.refuse(*problem);
    const Options& options = session_.options();
    std::vector<Inspection> inspections;
    for (const std::string& typed : options.jobs)
        if (auto inspection = inspect(typed)) inspections.push_back(std::move(*inspection));
    const InspectionTally tally = tally_of(inspections);
    if (options.inspect.form == InspectOptions::Form::json) {
        session_.out() << as_json(inspections);
    } else {
        for (const Inspection& each : inspections) session_.out() << as_table(each) << "\n";
        if (!inspections.empty()) session_.out() << closing_line(tally);
    }
    const ExitStatus status = session_.close();
    return tally.deviations > 0 ? ExitStatus::input_errors : status;
}

std::optional<std::string> Inspector::two_pictures_with_one_name() const {
    const Options& options = session_.options();
    if (!options.inspect.preview) return std::nullopt;
    std::map<std::string, std::string> typed_by_name;
    for (const std::string& typed : options.jobs)
        if (const auto [other, is_new] = typed_by_name.emplace(picture_name(typed), typed); !is_new)
            return with_arguments(
                tr("the pictures of {first} and {second} would both be called {name}"),
                {{"first", other->second}, {"second", typed}, {"name", other->first}});
    return std::nullopt;
}

std::optional<Inspection> Inspector::inspect(const std::string& typed) {
    const std::optional<PdfFile> pdf = pdf_of(typed);
    if (!pdf) return std::nullopt;
    Outcome<PdfPages> read = read_pdf(pdf->bytes, pdf->number);
    const bool is_ok = read.ok();
    session_.complain({typed, pdf->sources, std::move(read.diagnostics)});
    if (!is_ok) return std::nullopt;
    const InspectOptions& options = session_.options().inspect;
    InspectedDocument document = recognise(std::move(read.value), options.format);
    std::vector<Finding> findings = judge(document);
    Inspection inspection{typed, std::move(document), std::move(findings),
                          read_record(pdf->bytes, pdf->number).value};
    if (options.preview) draw(inspection, *pdf);
    return inspection;
}

/// The bytes of a PDF, or of the one that a job makes: it is inspected like anybody's.
std::optional<PdfFile> Inspector::pdf_of(const std::string& typed) {
    if (is_pdf(typed)) return read_pdf_file(session_, typed);
    PdfFile pdf;
    if (!driver_) driver_.emplace(session_.resources(), session_.fonts(), session_.timings());
    Product product = driver_->run(job_place(typed), {.pdf = true});
    const bool is_complete = product.is_complete;
    session_.complain({typed, std::move(product.sources), std::move(product.diagnostics)});
    if (!is_complete) return std::nullopt;
    pdf.bytes = std::move(product.pdf);
    return pdf;
}

/// Pictures of the pages, beside the table or the JSON.
void Inspector::draw(const Inspection& inspection, const PdfFile& pdf) {
    constexpr unsigned kDotsPerInch = 144;
    const auto fonts = session_.fonts();
    if (fonts == nullptr) return;
    Outcome<std::vector<std::string>> pictures =
        draw_notes(pdf.bytes, pdf.number, notes_on(inspection), *fonts, kDotsPerInch);
    const std::filesystem::path folder = session_.options().output;
    if (pictures.ok())
        if (const auto problem =
                write_pictures(pictures.value, folder, picture_name(inspection.name)))
            pictures.diagnostics.push_back(not_written(*problem));
    session_.complain({inspection.name, pdf.sources, std::move(pictures.diagnostics)});
}

/// Writes the files that are in `pdf` below `folder` and gives them; none after an error, which
/// `found` gets.
std::vector<OutputFile> unpack_into(const std::filesystem::path& folder, const PdfFile& pdf,
                                    Diagnostics& found) {
    auto attached = read_attachments(pdf.bytes, pdf.number);
    append(found, std::move(attached.diagnostics));
    if (has_errors(found)) return {};
    auto files = unpacked(std::move(attached.value), folder, pdf.number);
    append(found, std::move(files.diagnostics));
    if (has_errors(found)) return {};
    if (const auto problem = write_files(files.value)) {
        found.push_back(not_written(*problem));
        return {};
    }
    return std::move(files.value);
}

/// Into a folder that is new: nobody's files are written over.
void unpack(Session& session, const std::string& typed) {
    std::optional<PdfFile> pdf = read_pdf_file(session, typed);
    if (!pdf) return;
    const std::string& output = session.options().output;
    const std::filesystem::path folder =
        output.empty() ? std::filesystem::path{typed}.stem() : std::filesystem::path{output};
    Diagnostics found;
    std::error_code error;
    if (std::filesystem::exists(folder, error))
        found.push_back({Code::folder_exists, {}, {{"folder", shown(folder)}}});
    for (const OutputFile& file : unpack_into(folder, *pdf, found))
        session.out() << shown(file.path) << "\n";
    session.complain({typed, std::move(pdf->sources), std::move(found)});
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
void verify(Session& session, PdfFile pdf, const std::string& typed) {
    const TemporaryFolder folder;
    Diagnostics found;
    if (folder.path().empty())
        found.push_back({Code::output_not_written,
                         {},
                         {{"file", tr("a temporary folder")}, {"problem", folder.problem()}}});
    else
        static_cast<void>(unpack_into(folder.path(), pdf, found));
    if (has_errors(found))
        return session.complain({typed, std::move(pdf.sources), std::move(found)});

    Driver driver{{folder.path() / kAttachedLayouts, session.resources().font_table},
                  session.fonts(),
                  session.timings()};
    Product product =
        driver.run(job_place(folder.path().string()), {.pdf = true, .attach = Attach::source});
    if (!product.is_complete)
        return session.complain({typed,
                                 as_files_of(typed, folder.path(), std::move(product.sources)),
                                 std::move(product.diagnostics)});
    if (product.pdf == pdf.bytes) {
        session.out() << with_arguments(tr("{file} is what its job makes, to the last byte"),
                                        {{"file", typed}})
                      << "\n";
        return;
    }
    const std::string maker = read_record(pdf.bytes, pdf.number).value.producer;
    const std::string program = read_record(product.pdf, 0).value.producer;
    session.complain({typed,
                      std::move(pdf.sources),
                      {{maker == program ? Code::verify_differs : Code::verify_other_version,
                        {.file = pdf.number},
                        {{"difference", difference_of(pdf.bytes, product.pdf)},
                         {"maker", maker},
                         {"program", program}}}}});
}

ExitStatus unpack(Session& session) {
    for (const std::string& typed : session.options().jobs) unpack(session, typed);
    return session.close();
}

ExitStatus verify(Session& session) {
    for (const std::string& typed : session.options().jobs) {
        std::optional<PdfFile> pdf = read_pdf_file(session, typed);
        if (pdf && session.fonts()) verify(session, std::move(*pdf), typed);
    }
    return session.close();
}

}  // namespace

ExitStatus run_pdf_command(Session& session) {
    const Command command = session.options().command;
    if (command == Command::inspect) return Inspector{session}.inspect();
    if (command == Command::unpack) return unpack(session);
    assert(command == Command::verify);
    return verify(session);
}

}  // namespace banxin
