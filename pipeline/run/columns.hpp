// Tables for the terminal, in which a Chinese character takes two columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// Columns that `utf8` takes on a terminal.
[[nodiscard]] std::size_t columns_of(std::string_view utf8);

/// `rows` with each column as wide as its widest cell, two blanks between them, each row behind
/// `indent`. The last cell of a row is not filled up.
[[nodiscard]] std::string as_columns(const std::vector<std::vector<std::string>>& rows,
                                     std::string_view indent);

}  // namespace banxin
