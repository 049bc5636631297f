// Golden files: texts that were read once by a human and must not change unnoticed.
#pragma once

#include <gtest/gtest.h>

#include <string>

namespace banxin {

/// Compares `actual` with tests/golden/NAME.dump and shows the first different line.
///
/// A golden that is missing is written, and the test fails, so that nobody merges one unread. With
/// BANXIN_UPDATE_GOLDENS=1 in the environment a golden that differs is written anew.
[[nodiscard]] testing::AssertionResult matches_golden(const std::string& name,
                                                      const std::string& actual);

}  // namespace banxin
