#include "pipeline/run/process.hpp"

#include <exception>
#include <iostream>

#include "pipeline/run/resources.hpp"

namespace banxin {

int run_process(const std::vector<std::string>& arguments, const PdfCommands& pdf_commands) {
    try {
        const ExitStatus status = run_program(arguments, program_folder() / "locale", std::cin,
                                              std::cout, std::cerr, pdf_commands);
        std::cout.flush();
        return std::cout ? static_cast<int>(status) : 1;
    } catch (const std::exception& failure) {
        std::cerr << "banxin: " << failure.what() << "\n";
        return 1;
    }
}

}  // namespace banxin
