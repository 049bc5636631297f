// What the programs have in common around run_program: the streams, the folder and the exit status
// of the process.
#pragma once

#include <string>
#include <vector>

#include "pipeline/run/program.hpp"

namespace banxin {

/// The body of main(). Exceptions end here: those of the system, since bad input makes none.
[[nodiscard]] int run_process(const std::vector<std::string>& arguments,
                              const PdfCommands& pdf_commands);

}  // namespace banxin
