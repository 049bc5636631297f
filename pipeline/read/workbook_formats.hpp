// The spreadsheet formats, one function each. Private to read/: others use read_workbook.hpp.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/read/workbook.hpp"
#include "pipeline/read/zip_archive.hpp"

namespace banxin {

/// The most sheets that an Origin can tell apart; later ones are left out.
inline constexpr std::size_t kMostSheets = 255;

/// Office Open XML, ECMA-376 part 1 clause 18, in its transitional and strict forms.
[[nodiscard]] Outcome<Workbook> read_xlsx(const ZipArchive& archive, std::uint8_t file);

/// OpenDocument 1.3 part 3 clause 9.
[[nodiscard]] Outcome<Workbook> read_ods(const ZipArchive& archive, std::uint8_t file);

/// Values between delimiters: RFC 4180 for csv, with tabs or semicolons instead of commas where
/// the first line has only those. A row is a record, as spreadsheet programs count.
enum class Delimiter : char { by_first_line = '\0', tab = '\t' };
[[nodiscard]] Outcome<Workbook> read_delimited(std::string_view bytes, Delimiter delimiter,
                                               std::uint8_t file);

/// `workbook-broken` at the file, naming the part of it that cannot be read.
[[nodiscard]] Diagnostic broken_part(std::uint8_t file, std::string_view part);

/// Whether `text` is one of the names of formula errors: `#REF!`.
[[nodiscard]] bool is_error_name(std::string_view text);

}  // namespace banxin
