// The command line → what is wanted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/inspect/document_format.hpp"
#include "pipeline/run/language.hpp"
#include "pipeline/run/line_options.hpp"
#include "pipeline/write/preview/write_preview.hpp"

namespace banxin {

enum class Command : std::uint8_t { make, check, inspect, unpack, verify, lines, fonts, layouts };

/// What travels inside the PDF.
enum class Attach : std::uint8_t { nothing, source };

enum class DiagnosticsFormat : std::uint8_t { text, json };

/// A noun that can be dumped, called by the folder of the stage that makes it.
enum class DumpStage : std::uint8_t { read, layout, score, compose, shape, lines, tables, pages };

struct DumpName {
    const char* name;
    DumpStage stage;
};
inline constexpr DumpName kDumpNames[] = {
    {"read", DumpStage::read},       {"layout", DumpStage::layout}, {"score", DumpStage::score},
    {"compose", DumpStage::compose}, {"shape", DumpStage::shape},   {"lines", DumpStage::lines},
    {"tables", DumpStage::tables},   {"pages", DumpStage::pages}};

/// Of the command `inspect`, whose files and jobs are in Options::jobs.
struct InspectOptions {
    enum class Form : std::uint8_t { table, json } form = Form::table;
    std::optional<DocumentFormat> format;  ///< Nothing: as it is recognised.
    bool preview = false;                  ///< Pictures of the pages into Options::output.
};

struct Options {
    Command command = Command::make;
    /// As typed: jobs, for inspect PDFs too, for unpack and verify PDFs only. At least one.
    std::vector<std::string> jobs;
    std::string output = "outputs";  ///< Of unpack the new folder; empty: as the PDF is called.
    Attach attach = Attach::nothing;
    std::optional<PreviewFormat> preview;
    std::vector<DumpName> dumps;
    bool timings = false;
    DiagnosticsFormat diagnostics = DiagnosticsFormat::text;
    std::string fonts;    ///< Another font table; empty: the one found.
    std::string layouts;  ///< Another folder of layouts; empty: the one found.
    LineOptions lines;    ///< Of the command `lines`.
    InspectOptions inspect;
};

/// Words for the user instead of a run: help, the version, or what is wrong with the command line.
struct Answer {
    std::string text;
    bool is_error = false;
};

/// What `--lang` says, before anything else is read: help and errors need it.
[[nodiscard]] std::optional<Language> language_option(const std::vector<std::string>& arguments);

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, Answer> read_options(const std::vector<std::string>& arguments);

}  // namespace banxin
