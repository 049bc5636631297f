#include "pipeline/run/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace banxin {
namespace {

// Handed in by CMake from the project's version.
constexpr const char* kVersion = BANXIN_VERSION;

/// The options as they were typed; words with a fixed choice are understood later, so that the
/// complaints are ours and translated.
struct Typed {
    Options options;
    std::string preview;
    std::string attach;
    std::vector<std::string> dumps;
    std::string folder;
    std::string diagnostics = "text";
    std::string language;
    TypedLineOptions lines;
    std::string format;
    bool json = false;
};

void use_language(CLI::App& app) {
    auto& formatter = *app.get_formatter();
    formatter.label("Usage", tr("Usage"));
    formatter.label("OPTIONS", tr("OPTIONS"));
    formatter.label("SUBCOMMAND", tr("COMMAND"));
    formatter.label("Subcommands", tr("Commands"));
    formatter.label("Positionals", tr("Arguments"));
    formatter.label("REQUIRED", tr("(required)"));
    formatter.label("TEXT", "");
    formatter.column_width(34);
}

void add_common_options(CLI::App& app, Typed& typed) {
    const auto common = [&](CLI::Option* option) { option->group(tr("Options")); };
    common(app.set_help_flag("-h,--help", tr("Show this help")));
    common(app.add_option("--lang", typed.language, tr("Language of messages: zh or en"))
               ->type_name("LANG"));
    common(app.add_option("--fonts", typed.options.fonts,
                          tr("Use this font table instead of fonts/fonts.yaml"))
               ->type_name("FILE"));
    common(app.add_option("--layouts", typed.options.layouts,
                          tr("Use the layouts of this folder instead of layouts/"))
               ->type_name("DIR"));
}

void add_diagnostics_option(CLI::App& app, Typed& typed) {
    app.add_option("--diagnostics", typed.diagnostics, tr("Form of complaints: text or json"))
        ->type_name("FORM")
        ->group(tr("Options"));
}

void add_job_options(CLI::App& app, Typed& typed) {
    app.add_option("JOB", typed.options.jobs, tr("A job's folder, or its job.yaml"))
        ->type_name("")
        ->group(tr("Arguments"));
    add_diagnostics_option(app, typed);
    app.add_flag("--timings", typed.options.timings, tr("Say how long each stage took"))
        ->group(tr("Options"));
}

void add_make_options(CLI::App& app, Typed& typed) {
    app.add_option("-o,--output", typed.options.output, tr("Folder to write to, else outputs"))
        ->type_name("DIR")
        ->group(tr("Options"));
    app.add_option("--preview", typed.preview, tr("Draw each page as a picture too: png or svg"))
        ->type_name("FORMAT")
        ->group(tr("Options"));
    app.add_option("--attach", typed.attach,
                   tr("Put the job with all its files into the PDF: source"))
        ->type_name("WHAT")
        ->group(tr("Options"));
    app.add_option("--dump", typed.dumps,
                   tr("Write what a stage made, as text: read, layout, score, compose, shape, "
                      "lines, tables or pages"))
        ->type_name("STAGE")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group(tr("Options"));
}

void add_line_options(CLI::App& app, Typed& typed) {
    TypedLineOptions& lines = typed.lines;
    const auto add = [&](const char* name, std::string& value, const std::string& description,
                         const char* type) {
        app.add_option(name, value, description)->type_name(type)->group(tr("Options"));
    };
    add("--measure", lines.measure, tr("Width of the lines, else 28; for a title 20.1"), "EM");
    add("--role", lines.role, tr("Role of type, else 仿宋; for a title 小标宋"), "ROLE");
    add("--size", lines.size, tr("Size of type, else 三号; for a title 二号"), "SIZE");
    add("--mode", lines.mode,
        tr("Marks at a line's end: grid halves those that do not fit (the default), gb all"),
        "MODE");
    add("--gap", lines.gap, tr("Between Han and Latin, from 0 to 0.25, else 0.125"), "EM");
    app.add_flag("--title", lines.title, tr("Set each paragraph as a title"))->group(tr("Options"));
    app.add_flag("--json", lines.json, tr("Print every line with its characters as JSON"))
        ->group(tr("Options"));
    add_diagnostics_option(app, typed);
    app.footer(
        tr("One em (EM) is the width of a full-width character: for 三号 the cell of the grid,\n"
           "156 mm / 28, for any other size that size itself."));
}

void add_inspect_options(CLI::App& app, Typed& typed) {
    app.add_option("FILE", typed.options.jobs, tr("A PDF, or a job's folder or its job.yaml"))
        ->type_name("")
        ->group(tr("Arguments"));
    app.add_flag("--json", typed.json, tr("Print elements and findings as JSON"))
        ->group(tr("Options"));
    app.add_option(
           "--format", typed.format,
           tr("Take it for this format: notice, ordinary, upward, letter, order, minutes or form"))
        ->type_name("FORMAT")
        ->group(tr("Options"));
    app.add_flag("--preview", typed.options.inspect.preview,
                 tr("Draw each page as a PNG with its elements and what deviates"))
        ->group(tr("Options"));
    app.add_option("-o,--output", typed.options.output, tr("Folder to write to, else outputs"))
        ->type_name("DIR")
        ->group(tr("Options"));
    add_diagnostics_option(app, typed);
}

void add_pdf_argument(CLI::App& app, Typed& typed) {
    app.add_option("FILE", typed.options.jobs, tr("A PDF that was made with --attach source"))
        ->type_name("")
        ->group(tr("Arguments"));
    add_diagnostics_option(app, typed);
}

void add_unpack_options(CLI::App& app, Typed& typed) {
    add_pdf_argument(app, typed);
    app.add_option("-o,--output", typed.folder,
                   tr("New folder for the files, else one called as the PDF is"))
        ->type_name("DIR")
        ->group(tr("Options"));
}

Answer wrong(const char* message, std::string argument) {
    std::string text = with_arguments(tr(message), {{"argument", std::move(argument)}});
    return {text + "\n" + tr("see banxin --help") + "\n", true};
}

std::optional<Answer> understand_preview(Typed& typed) {
    if (typed.preview.empty()) return std::nullopt;
    if (typed.preview != "png" && typed.preview != "svg")
        return wrong(N_("--preview must be png or svg, not \"{argument}\""), typed.preview);
    typed.options.preview = typed.preview == "png" ? PreviewFormat::png : PreviewFormat::svg;
    return std::nullopt;
}

std::optional<Answer> understand_files(Typed& typed) {
    Options& options = typed.options;
    if (!typed.attach.empty()) {
        if (typed.attach != "source")
            return wrong(N_("--attach must be source, not \"{argument}\""), typed.attach);
        options.attach = Attach::source;
    }
    if (options.command == Command::unpack) options.output = typed.folder;
    if (!options.jobs.empty()) {
        const bool one_folder = options.command == Command::unpack && !typed.folder.empty();
        if (one_folder && options.jobs.size() > 1)
            return wrong(N_("-o is for one PDF; \"{argument}\" is another"), options.jobs[1]);
        return std::nullopt;
    }
    switch (options.command) {
        case Command::make:
        case Command::check:
        case Command::inspect:
            return wrong(N_("no job is named"), "");
        case Command::unpack:
        case Command::verify:
            return wrong(N_("no PDF is named"), "");
        default:
            return std::nullopt;
    }
}

std::optional<Answer> understand_dumps(Typed& typed) {
    for (const std::string& name : typed.dumps) {
        const auto found = std::find_if(std::begin(kDumpNames), std::end(kDumpNames),
                                        [&](const DumpName& known) { return name == known.name; });
        if (found == std::end(kDumpNames))
            return wrong(N_("--dump knows no stage \"{argument}\""), name);
        typed.options.dumps.push_back(*found);
    }
    return std::nullopt;
}

std::optional<Answer> understand_inspect(Typed& typed) {
    if (typed.json) typed.options.inspect.form = InspectOptions::Form::json;
    if (typed.format.empty()) return std::nullopt;
    typed.options.inspect.format = format_called(typed.format);
    if (typed.options.inspect.format) return std::nullopt;
    return wrong(N_("--format knows no format \"{argument}\""), typed.format);
}

std::optional<Answer> understand(Typed& typed) {
    if (auto answer = understand_preview(typed)) return answer;
    if (auto answer = understand_dumps(typed)) return answer;
    if (auto answer = understand_inspect(typed)) return answer;
    if (typed.diagnostics != "text" && typed.diagnostics != "json")
        return wrong(N_("--diagnostics must be text or json, not \"{argument}\""),
                     typed.diagnostics);
    if (typed.diagnostics == "json") typed.options.diagnostics = DiagnosticsFormat::json;
    if (!typed.language.empty() && !language_called(typed.language))
        return wrong(N_("--lang must be zh or en, not \"{argument}\""), typed.language);
    if (const auto bad = read_line_options(typed.lines, typed.options.lines))
        return wrong(bad->message, bad->argument);
    return understand_files(typed);
}

}  // namespace

std::optional<Language> language_option(const std::vector<std::string>& arguments) {
    constexpr std::string_view kOption = "--lang";
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        const std::string_view argument = arguments[k];
        if (argument == kOption && k + 1 < arguments.size())
            return language_called(arguments[k + 1]);
        if (argument.starts_with("--lang=")) return language_called(argument.substr(7));
    }
    return std::nullopt;
}

std::variant<Options, Answer> read_options(const std::vector<std::string>& arguments) {
    Typed typed;
    CLI::App app{tr("Typesets Chinese official documents with scored tables as PDF."), "banxin"};
    use_language(app);
    add_common_options(app, typed);
    app.set_version_flag("--version", std::string{"banxin "} + kVersion, tr("Show the version"))
        ->group(tr("Options"));
    const auto command = [&](const char* name, const std::string& description, Command meaning) {
        CLI::App* added = app.add_subcommand(name, description);
        added->group(tr("Commands"));
        added->callback([&typed, meaning] { typed.options.command = meaning; });
        use_language(*added);
        add_common_options(*added, typed);
        return added;
    };
    CLI::App* make = command("make", tr("Make the PDF of each job"), Command::make);
    add_job_options(*make, typed);
    add_make_options(*make, typed);
    add_job_options(*command("check", tr("Check each job and write nothing"), Command::check),
                    typed);
    add_inspect_options(
        *command("inspect", tr("Measure a PDF, or what a job makes, against GB/T 9704-2012"),
                 Command::inspect),
        typed);
    add_unpack_options(
        *command("unpack", tr("Take a job and its files out of a PDF again"), Command::unpack),
        typed);
    add_pdf_argument(*command("verify", tr("Make the document of a PDF again and compare the two"),
                              Command::verify),
                     typed);
    add_line_options(
        *command("lines", tr("Break the lines of standard input, each a paragraph, and print them"),
                 Command::lines),
        typed);
    command("fonts", tr("List the roles of type and the fonts found for them"), Command::fonts);
    add_diagnostics_option(*command("layouts", tr("List the layouts"), Command::layouts), typed);
    app.require_subcommand(0, 1);
    try {
        std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return Answer{chosen.empty() ? app.help() : chosen.front()->help(app.get_name())};
    } catch (const CLI::CallForVersion& version) {
        return Answer{std::string{version.what()} + "\n"};
    } catch (const CLI::ExtrasError&) {
        const std::vector<std::string> extras = app.remaining(true);
        return wrong(N_("\"{argument}\" is not understood here"),
                     extras.empty() ? std::string{} : extras.front());
    } catch (const CLI::ParseError& error) {
        return wrong(N_("the command line cannot be read: {argument}"), error.what());
    }
    if (app.get_subcommands().empty()) return wrong(N_("no command is given"), "");
    if (auto answer = understand(typed)) return *answer;
    return typed.options;
}

}  // namespace banxin
