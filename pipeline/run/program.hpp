// The program: command line → files, words and an exit status.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace banxin {

/// 0 done, 1 input errors and nothing written, 2 wrong usage.
enum class ExitStatus : int { done = 0, input_errors = 1, wrong_usage = 2 };

/// Does what `arguments` (without the program's name) ask for. Results go to `out`, complaints to
/// `err`; only the command `lines` reads `in`. Translations are looked for in `locale`.
[[nodiscard]] ExitStatus run_program(const std::vector<std::string>& arguments,
                                     const std::filesystem::path& locale, std::istream& in,
                                     std::ostream& out, std::ostream& err);

}  // namespace banxin
