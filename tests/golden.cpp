#include "tests/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace banxin {
namespace {

constexpr std::size_t kContextLines = 3;  // Shown before and after the first difference.

std::optional<std::string> read(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::nullopt;
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void write(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << content;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string excerpt(const std::vector<std::string>& lines, std::size_t at, char mark) {
    std::string result;
    const std::size_t begin = at > kContextLines ? at - kContextLines : 0;
    for (std::size_t k = begin; k < std::min(lines.size(), at + kContextLines + 1); ++k)
        result += std::string{k == at ? mark : ' '} + " " + lines[k] + "\n";
    return result;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
    const std::vector<std::string> before = lines_of(expected);
    const std::vector<std::string> after = lines_of(actual);
    std::size_t at = 0;
    while (at < std::min(before.size(), after.size()) && before[at] == after[at]) ++at;
    return "first different line: " + std::to_string(at + 1) + "\nexpected:\n" +
           excerpt(before, at, '-') + "actual:\n" + excerpt(after, at, '+');
}

}  // namespace

testing::AssertionResult matches_golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path path =
        std::filesystem::path{BANXIN_SOURCE_DIR} / "tests" / "golden" / (name + ".dump");
    const std::optional<std::string> expected = read(path);
    if (expected == actual) return testing::AssertionSuccess();
    if (!expected) {
        write(path, actual);
        return testing::AssertionFailure() << "there was no " << path << ": written; read it";
    }
    const char* update = std::getenv("BANXIN_UPDATE_GOLDENS");
    if (update != nullptr && std::string{update} == "1") {
        write(path, actual);
        return testing::AssertionSuccess() << "written anew: " << path;
    }
    return testing::AssertionFailure() << path << "\n" << first_difference(*expected, actual);
}

}  // namespace banxin
