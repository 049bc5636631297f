// The table of checks in both READMEs: what it says is reported is, by that code and no other, and
// what it says is not is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "pipeline/base/diagnostic.hpp"
#include "tests/unit/complaints.hpp"

namespace banxin {
namespace {

namespace fs = std::filesystem;

struct Example {
    std::string code;
    std::string reported;
    std::string clean;
};

/// Rows `| `code` | reported | clean | where |`; those with — instead of a text need more than one
/// line to show.
std::vector<Example> examples_of(const std::string& file) {
    static const std::regex pattern{R"(^\| `([a-z-]+)` \| ([^|]*) \| ([^|]*) \| [^|]* \|$)"};
    std::ifstream stream{fs::path{BANXIN_SOURCE_DIR} / file};
    std::vector<Example> examples;
    for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (std::regex_match(line, match, pattern))
            examples.push_back({match[1], match[2], match[3]});
    }
    return examples;
}

class Examples : public testing::TestWithParam<const char*> {
  protected:
    Examples() {
        std::string name = (fs::temp_directory_path() / "banxin-examples-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Examples() override { fs::remove_all(folder_); }

    /// What is reported of a document with these lines: `body.txt:2 code`.
    [[nodiscard]] std::vector<std::string> reported(const std::vector<std::string>& lines) const {
        std::ofstream{folder_ / "job.yaml"} << "layout: notice\ntitle: 情况通报\n"
                                               "silence: [signature-kept-by-moved-lines]\n"
                                               "issuer: 某市政务服务中心\ndate: 2021-01-29\n"
                                               "body: body.txt\n";
        std::ofstream body{folder_ / "body.txt"};
        for (const std::string& line : lines) body << line << '\n';
        body.close();
        static const std::regex pattern{R"(^(body\.txt:\d+):\d+: warning\[([a-z-]+)\]$)"};
        std::set<std::string> unique;
        for (const std::string& line : complaints_about(folder_.string(), "."))
            unique.insert(std::regex_replace(line, pattern, "$1 $2"));
        return {unique.begin(), unique.end()};
    }

    fs::path folder_;
};

TEST_P(Examples, AreReportedAsTheTableSays) {
    std::vector<std::string> lines;
    std::vector<std::string> expected;
    for (const Example& example : examples_of(GetParam())) {
        if (example.reported == "—") continue;
        lines.push_back(example.reported);
        expected.push_back("body.txt:" + std::to_string(lines.size()) + " " + example.code);
    }
    ASSERT_GT(lines.size(), 10U);
    EXPECT_THAT(reported(lines), testing::UnorderedElementsAreArray(expected));
}

TEST_P(Examples, AreSilentOfWhatIsRight) {
    std::vector<std::string> lines;
    for (const Example& example : examples_of(GetParam()))
        if (example.clean != "—") lines.push_back(example.clean);
    ASSERT_GT(lines.size(), 10U);
    EXPECT_THAT(reported(lines), testing::IsEmpty());
}

// Warnings of the check stage and the marks of shape; others belong to tables, lines and pages.
TEST_P(Examples, AreThereForEveryCheck) {
    std::set<std::string> listed;
    for (const Example& example : examples_of(GetParam())) listed.insert(example.code);
    std::set<std::string> known;
    for (const Code code : all_codes()) known.insert(std::string{info(code).name});
    for (const std::string& code : listed) EXPECT_TRUE(known.contains(code)) << code;
    const auto first = static_cast<unsigned>(Code::document_number_form);
    const auto last = static_cast<unsigned>(Code::full_width_digit);
    for (const Code code : all_codes()) {
        const auto number = static_cast<unsigned>(code);
        if (number < first || number > last) continue;
        EXPECT_TRUE(listed.contains(std::string{info(code).name})) << info(code).name;
    }
}

INSTANTIATE_TEST_SUITE_P(Readme, Examples, testing::Values("README.md", "README.zh-CN.md"));

}  // namespace
}  // namespace banxin
