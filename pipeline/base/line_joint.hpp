// What a line end in a source stands for where the lines are put together again: a space between
// Latin words, nothing beside Chinese.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// Put between the lines `before` and `after`, both UTF-8: " " or nothing.
[[nodiscard]] std::string_view line_joint(std::string_view before, std::string_view after);

/// `utf8` with its line feeds replaced by their joints.
[[nodiscard]] std::string on_one_line(std::string_view utf8);

}  // namespace banxin
