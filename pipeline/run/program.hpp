// The program: command line → files, words and an exit status.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/run/session.hpp"

namespace banxin {

/// Does the commands that begin with a finished PDF, `inspect`, `unpack` and `verify`, in a session
/// that has found its folders, and closes it. They need libraries that no other command does, so
/// that a program either has them or knows who has.
using PdfCommands = std::function<ExitStatus(Session&)>;

/// Does what `arguments` (without the program's name) ask for. Results go to `out`, complaints to
/// `err`; only the command `lines` reads `in`. Translations are looked for in `locale`.
[[nodiscard]] ExitStatus run_program(const std::vector<std::string>& arguments,
                                     const std::filesystem::path& locale, std::istream& in,
                                     std::ostream& out, std::ostream& err,
                                     const PdfCommands& pdf_commands);

}  // namespace banxin
