// Pieces of JSON, RFC 8259.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// `utf8` in quotes, escaped as section 7 wants it.
[[nodiscard]] std::string json_string(std::string_view utf8);

}  // namespace banxin
