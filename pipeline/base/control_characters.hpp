// Characters that no document may hold, wherever they were typed.
#pragma once

#include <string>

namespace banxin {

/// Whether `character` can neither be seen nor set: C0 and C1 controls other than tab and line
/// feed, line and paragraph separators, directional controls, byte order marks, noncharacters.
[[nodiscard]] bool is_control_character(char32_t character);

/// `U+000B`
[[nodiscard]] std::string code_point_name(char32_t character);

}  // namespace banxin
