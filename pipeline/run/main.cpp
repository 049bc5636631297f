// Entry of the program. Exceptions end here: those of the system, since bad input makes none.
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "pipeline/run/program.hpp"
#include "pipeline/run/resources.hpp"

int main(int count, char** values) {
    try {
        const std::vector<std::string> arguments(values + 1, values + count);
        const auto status = banxin::run_program(arguments, banxin::program_folder() / "locale",
                                                std::cin, std::cout, std::cerr);
        std::cout.flush();
        return std::cout ? static_cast<int>(status) : 1;
    } catch (const std::exception& failure) {
        std::cerr << "banxin: " << failure.what() << "\n";
        return 1;
    }
}
