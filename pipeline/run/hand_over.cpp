#include "pipeline/run/hand_over.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "pipeline/run/resources.hpp"

namespace banxin {
namespace {

/// Returns only when it fails.
std::error_code become(std::string program, std::vector<std::string> arguments) {
    std::vector<char*> values{program.data()};
    for (std::string& argument : arguments) values.push_back(argument.data());
    values.push_back(nullptr);
    ::execv(program.c_str(), values.data());
    return {errno, std::generic_category()};
}

}  // namespace

ExitStatus hand_over(Session& session, const std::string& program,
                     const std::vector<std::string>& arguments) {
    const std::filesystem::path folder = program_folder();
    const std::filesystem::path path = folder / program;
    session.out().flush();
    // Where the system does not tell our folder, the name alone would be one in the working folder:
    // anybody's.
    const std::error_code problem = folder.empty()
                                        ? std::make_error_code(std::errc::no_such_file_or_directory)
                                        : become(path.string(), arguments);
    session.complain({{},
                      {},
                      {{Code::program_not_started,
                        {},
                        {{"file", path.string()}, {"problem", problem.message()}}}}});
    static_cast<void>(session.close());
    return ExitStatus::program_not_started;
}

}  // namespace banxin
