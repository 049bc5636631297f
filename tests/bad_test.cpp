// Every folder of tests/bad is a job with a mistake: the program must report exactly what its
// expected.txt lists, write nothing, and leave an older output as it was.
//
// expected.txt has a line `CODE PLACE` for each diagnostic. A case may have its own layouts/ and
// fonts/fonts.yaml, and arguments.txt with further words for the command line. One with a
// command.txt is no job: those words stand in the place of `make .`.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/base/diagnostic.hpp"

namespace banxin {
namespace {

namespace fs = std::filesystem;

/// Codes that no job of a few lines can provoke, and the test that does.
const std::map<std::string, std::string> kTestedElsewhere = {
    {"pdf-not-written", "write_pdf_test.cpp"},
    {"preview-not-written", "preview_test.cpp"},
    {"image-library-missing", "programs_test.py"},
    {"program-not-started", "programs_test.py"},
    {"recipients-moved", "page_fit_test.cpp"},
    {"signature-alone", "page_fit_test.cpp"},
    {"signature-kept-by-characters", "page_fit_test.cpp"},
    {"signature-kept-by-fewer-lines", "page_fit_test.cpp"},
    {"signature-kept-by-line-pitch", "page_fit_test.cpp"},
    {"signature-kept-by-more-lines", "page_fit_test.cpp"},
    {"signature-kept-by-moved-lines", "page_fit_test.cpp"},
    {"signature-kept-by-spacing", "page_fit_test.cpp"},
    {"verify-differs", "attachments_test.py"},
    {"verify-other-version", "attachments_test.py"}};

fs::path folder_of_cases() { return fs::path{BANXIN_SOURCE_DIR} / "tests" / "bad"; }

std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder_of_cases()})
        if (entry.is_directory()) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> expected_of(const std::string& name) {
    auto lines = lines_of(content(folder_of_cases() / name / "expected.txt"));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string code_of(const std::string& expected_line) {
    return expected_line.substr(0, expected_line.find(' '));
}

std::map<std::string, Severity> severities() {
    std::map<std::string, Severity> result;
    for (const Code code : all_codes())
        result.emplace(std::string{info(code).name}, info(code).severity);
    return result;
}

/// For a shell: nothing in our paths has a quotation mark.
std::string in_shell_quotes(const fs::path& path) { return "'" + path.string() + "'"; }

struct Ran {
    int status = -1;
    std::vector<std::string> reported;  ///< `CODE PLACE`, sorted.
    std::string words;                  ///< All that was printed.
};

/// `place: error[code]: message` → `code place`.
std::vector<std::string> reported_in(const std::string& words) {
    static const std::regex pattern{R"(^(?:(.*): )?(?:error|warning)\[([a-z0-9-]+)\]: .*)"};
    std::vector<std::string> reported;
    for (const std::string& line : lines_of(words)) {
        std::smatch match;
        if (line.starts_with(" ") || !std::regex_match(line, match, pattern)) continue;
        reported.push_back(match[2].str() + (match[1].matched ? " " + match[1].str() : ""));
    }
    std::sort(reported.begin(), reported.end());
    return reported;
}

Ran run_case(const fs::path& folder, const fs::path& output) {
    const std::vector<std::string> own = lines_of(content(folder / "command.txt"));
    std::string command = "cd " + in_shell_quotes(folder) + " && " +
                          in_shell_quotes(fs::path{BANXIN_PROGRAM}) + " " +
                          (own.empty() ? "make ." : own.front()) + " --lang en";
    const std::string arguments = content(folder / "arguments.txt");
    for (const std::string& line : lines_of(arguments)) command += " " + line;
    if (arguments.find("-o ") == std::string::npos && own.empty()) command += " -o " + in_shell_quotes(output);
    if (fs::exists(folder / "layouts")) command += " --layouts layouts";
    if (fs::exists(folder / "fonts")) command += " --fonts fonts/fonts.yaml";
    Ran ran;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return ran;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        ran.words.append(buffer.data(), size);
    const int status = pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ran.reported = reported_in(ran.words);
    return ran;
}

class BadInput : public testing::TestWithParam<std::string> {
  protected:
    BadInput() {
        std::string name = (fs::temp_directory_path() / "banxin-bad-XXXXXX").string();
        output_ = mkdtemp(name.data());
    }
    ~BadInput() override { fs::remove_all(output_); }

    fs::path output_;
};

TEST_P(BadInput, IsReportedAndNothingIsWritten) {
    const fs::path folder = folder_of_cases() / GetParam();
    const std::vector<std::string> expected = expected_of(GetParam());
    ASSERT_FALSE(expected.empty()) << "expected.txt is missing or empty";
    const fs::path older = output_ / (GetParam() + ".pdf");
    std::ofstream{older} << "an older output";

    const Ran ran = run_case(folder, output_);

    EXPECT_EQ(ran.reported, expected) << ran.words;
    const auto severity = severities();
    const bool has_error = std::any_of(expected.begin(), expected.end(), [&](const auto& line) {
        const auto found = severity.find(code_of(line));
        return found == severity.end() || found->second == Severity::error;
    });
    EXPECT_EQ(ran.status, has_error ? 1 : 0) << ran.words;
    if (!has_error) return;
    EXPECT_TRUE(content(older) == "an older output") << "an older output was touched";
    EXPECT_EQ(std::distance(fs::directory_iterator{output_}, fs::directory_iterator{}), 1);
}

INSTANTIATE_TEST_SUITE_P(Cases, BadInput, testing::ValuesIn(case_names()), [](const auto& tested) {
    std::string name = tested.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(BadInputs, HaveACaseForEveryCodeAndKnowNoOther) {
    std::set<std::string> tested;
    const std::map<std::string, Severity> known = severities();
    for (const std::string& name : case_names()) {
        // A folder is called by its code, with a word behind it where there are several.
        const auto called_so = [&](const auto& code) { return name.starts_with(code.first); };
        EXPECT_TRUE(std::any_of(known.begin(), known.end(), called_so)) << name;
        for (const std::string& line : expected_of(name)) tested.insert(code_of(line));
    }
    for (const auto& [code, test] : kTestedElsewhere) tested.insert(code);
    for (const std::string& code : tested)
        EXPECT_TRUE(known.contains(code)) << code << " is no code";
    for (const auto& [code, severity] : known)
        EXPECT_TRUE(tested.contains(code)) << code << " has no case in tests/bad";
}

}  // namespace
}  // namespace banxin
