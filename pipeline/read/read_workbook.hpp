// Stage read: bytes of a spreadsheet → Workbook. The only code that knows spreadsheet formats.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/workbook.hpp"

namespace banxin {

/// Reads xlsx, ods, csv or tsv; the format is told by the content, csv and tsv by the name's
/// ending. csv and tsv may be UTF-8, with or without a byte order mark, or GB18030.
///
/// `file` is the number its Origins carry, and a sheet's place in the file is their `sheet`.
///
/// Errors: `workbook-broken`, `workbook-format-unknown`, `encoding-unknown`, `quote-unclosed`.
[[nodiscard]] Outcome<Workbook> read_workbook(std::string_view bytes, std::string_view name,
                                              std::uint8_t file);

}  // namespace banxin
