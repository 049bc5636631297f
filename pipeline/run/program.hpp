// The program: command line → files, words and an exit status.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/run/session.hpp"

namespace banxin {

/// Does what `arguments` (without the program's name) ask for. Results go to `out`, complaints to
/// `err`; only the command `lines` reads `in`. Translations are looked for in `locale`.
[[nodiscard]] ExitStatus run_program(const std::vector<std::string>& arguments,
                                     const std::filesystem::path& locale, std::istream& in,
                                     std::ostream& out, std::ostream& err);

}  // namespace banxin
