// What two texts have in common however they were typed. For comparing only: never printed.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// `utf8` in Unicode's form NFKC and without blanks or invisible characters: `市 财政局（本级）`
/// and `市财政局(本级)` have the same key, and so have ％ and %.
[[nodiscard]] std::string comparison_key(std::string_view utf8);

}  // namespace banxin
