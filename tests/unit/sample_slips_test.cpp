// The jobs of inputs/ carry figures of published documents, slips included. `banxin check` must
// find these slips and have nothing else to say of what was published.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/complaints.hpp"

namespace banxin {
namespace {

std::vector<std::string> slips_of(const std::string& job) {
    return complaints_about(BANXIN_SOURCE_DIR, "inputs/" + job);
}

using testing::ElementsAre;
using testing::IsEmpty;

// The published number begins with 清, which the name of this county's office does not have.
TEST(SampleSlips, LetterHasTheNumberOfAnotherBody) {
    EXPECT_THAT(slips_of("hengnan-2020-letter"),
                ElementsAre("inputs/hengnan-2020-letter/job.yaml:11:9: "
                            "warning[document-number-issuer]"));
}

// 0 % + 64.30 % + 36.20 % of the 三公 spending are 100.50 %; 1.04 of 1.63 would be 63.80 %.
TEST(SampleSlips, FinalAccountsHaveSharesOfMoreThanTheWhole) {
    EXPECT_THAT(slips_of("guiyang-2019-final-accounts"),
                ElementsAre("inputs/guiyang-2019-final-accounts/body.txt:85:132: "
                            "warning[shares-do-not-add-up]"));
}

TEST(SampleSlips, OthersHaveNone) {
    for (const char* job : {"guiyang-2020-notice", "chenggong-2021-project",
                            "qiannan-2023-department-self-evaluation"})
        EXPECT_THAT(slips_of(job), IsEmpty()) << job;
}

}  // namespace
}  // namespace banxin
