// Stage read: bytes of a spreadsheet → Workbook. The only code that knows spreadsheet formats.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/workbook.hpp"

namespace banxin {

/// Reads xlsx, ods, csv or tsv. The two zipped formats are told by their content, csv and tsv by
/// the name's ending (`.txt` is taken for csv). csv and tsv may be UTF-8, with or without a byte
/// order mark, GB18030, or UTF-16 with a byte order mark.
///
/// Cells hold what people saw: a percentage (`79%`), a date (`2021-01-29`) and a truth value
/// (`TRUE`) are text; of a merged range the top-left cell has the value; empty rows and columns
/// after the last cell are left out. At most 255 sheets are read.
///
/// `file` is the number its Origins carry, and a sheet's place in the file is their `sheet`.
///
/// Errors: `workbook-broken`, `workbook-encrypted`, `workbook-format-unknown`, `sheet-too-large`,
/// `encoding-unknown`, `quote-unclosed`, `control-character`.
[[nodiscard]] Outcome<Workbook> read_workbook(std::string_view bytes, std::string_view name,
                                              std::uint8_t file);

}  // namespace banxin
