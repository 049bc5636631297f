#include "pipeline/run/program.hpp"

#include <variant>

#include "pipeline/run/language.hpp"
#include "pipeline/run/make_commands.hpp"
#include "pipeline/run/options.hpp"

namespace banxin {
namespace {

ExitStatus run(Session& session, const PdfCommands& pdf_commands) {
    if (!session.find_folders()) return session.close();
    switch (session.options().command) {
        case Command::make:
        case Command::check:
            return make_or_check(session);
        case Command::inspect:
        case Command::unpack:
        case Command::verify:
            return pdf_commands(session);
        case Command::lines:
            return break_input(session);
        case Command::fonts:
            return list_fonts(session);
        case Command::layouts:
            return list_layouts(session);
    }
    return session.close();
}

}  // namespace

ExitStatus run_program(const std::vector<std::string>& arguments,
                       const std::filesystem::path& locale, std::istream& in, std::ostream& out,
                       std::ostream& err, const PdfCommands& pdf_commands) {
    choose_language(language_option(arguments).value_or(language_of_environment()), locale);
    const auto read = read_options(arguments);
    if (const auto* answer = std::get_if<Answer>(&read)) {
        (answer->is_error ? err : out) << answer->text;
        return answer->is_error ? ExitStatus::wrong_usage : ExitStatus::done;
    }
    Session session{std::get<Options>(read), in, out, err};
    return run(session, pdf_commands);
}

}  // namespace banxin
