// A misspelt word → the words that may have been meant, for hints.
//
// Compares letters only; knows nothing of keyboards or of what the words mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// How many characters must be added, dropped or replaced to make `b` of `a` (Levenshtein).
/// Only the first 64 characters of each count.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// `known`, joined by `, `: the words most like `word` first, equals in the order given.
[[nodiscard]] std::string nearest_first(std::string_view word, std::vector<std::string> known);

}  // namespace banxin
