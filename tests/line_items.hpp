// Where the items stand in a paragraph that no line's end may tear.
#pragma once

#include <unicode/regex.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/line_quality.hpp"

namespace banxin {

/// One item of a text. A line that ends at byte k tears it when `begin < k < end`, unless
/// `inside_digits_allowed` and k stands between two digits.
struct FoundItem {
    Item item = Item::number;
    std::size_t begin = 0;  ///< Bytes; for `unit`, of the figure's last digit.
    std::size_t end = 0;
    bool inside_digits_allowed = false;
};

/// Finds items by regular expressions of ICU. The patterns are compiled once.
class ItemFinder {
  public:
    ItemFinder();

    [[nodiscard]] std::vector<FoundItem> find(std::string_view utf8);

  private:
    struct Search {
        Item item;
        std::unique_ptr<icu::RegexMatcher> matcher;
    };
    std::vector<Search> searches_;
};

}  // namespace banxin
