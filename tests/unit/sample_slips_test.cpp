// The jobs of inputs/ carry figures of published documents, slips included. `banxin check` must
// find these slips and have nothing else to say of what was published.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace banxin {
namespace {

/// The lines `place: warning[code]: …` of checking one job, up to the code's bracket.
std::vector<std::string> complaints_about(const std::string& job) {
    const std::string root{BANXIN_SOURCE_DIR};
    const std::string command = "cd '" + root + "' && '" BANXIN_PROGRAM "' check 'inputs/" + job +
                                "' --lang en 2>&1 >/dev/null";
    std::string words;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {"the program did not start"};
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        words.append(buffer.data(), size);
    pclose(pipe);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        const std::string line = words.substr(begin, end - begin);
        const std::size_t bracket = line.find("]: ");
        if (bracket != std::string::npos) lines.push_back(line.substr(0, bracket + 1));
        begin = end + 1;
    }
    return lines;
}

using testing::ElementsAre;
using testing::IsEmpty;

// The published number begins with 清, which the name of this county's office does not have.
TEST(SampleSlips, LetterHasTheNumberOfAnotherBody) {
    EXPECT_THAT(complaints_about("hengnan-2020-letter"),
                ElementsAre("inputs/hengnan-2020-letter/job.yaml:11:9: "
                            "warning[document-number-issuer]"));
}

// 0 % + 64.30 % + 36.20 % of the 三公 spending are 100.50 %; 1.04 of 1.63 would be 63.80 %.
TEST(SampleSlips, FinalAccountsHaveSharesOfMoreThanTheWhole) {
    EXPECT_THAT(complaints_about("guiyang-2019-final-accounts"),
                ElementsAre("inputs/guiyang-2019-final-accounts/body.txt:85:132: "
                            "warning[shares-do-not-add-up]"));
}

TEST(SampleSlips, OthersHaveNone) {
    for (const char* job : {"guiyang-2020-notice", "chenggong-2021-project",
                            "qiannan-2023-department-self-evaluation"})
        EXPECT_THAT(complaints_about(job), IsEmpty()) << job;
}

}  // namespace
}  // namespace banxin
