// Where a value came from: the file, the sheet, the row and the column that a message names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace banxin {

/// A place in an input, in eight bytes so that every cell and every character can carry one.
///
/// `row` and `column` count from 1; 0 means "the file as a whole" (row) or "the row as a whole"
/// (column). In a sheet they are the row and column of the cell; in text and YAML they are the
/// line and the character. A column past 65535 is stored as 65535.
struct Origin {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    std::uint8_t file = 0;   ///< Index into `Sources::files`; 0 is "no file".
    std::uint8_t sheet = 0;  ///< Index into `SourceFile::sheets`; 0 in text files.

    friend bool operator==(const Origin&, const Origin&) = default;
};
static_assert(sizeof(Origin) == 8);

/// How the places of a file are written in messages.
enum class SourceKind : std::uint8_t {
    text,   ///< `body.txt:12:9`, line and character
    table,  ///< `scores.xlsx 市直窗口部门!C7`, sheet and cell
};

/// One input file as messages name it.
struct SourceFile {
    std::string name;  ///< As the job writes it, relative to the working folder.
    SourceKind kind = SourceKind::text;
    std::vector<std::string> sheets;  ///< Names in the file's order; a csv file has none.
};

/// All input files of one run. Entry 0 is never a file, so that a default Origin names none.
struct Sources {
    std::vector<SourceFile> files = {SourceFile{}};

    static constexpr std::size_t kMostFiles = 255;

    /// Adds a file and returns the number that its Origins carry. Requires fewer than
    /// `kMostFiles` files so far.
    std::uint8_t add(SourceFile file);

    /// `file:line:column`, `file sheet!C7`, or the file alone; empty for no file.
    [[nodiscard]] std::string describe(Origin origin) const;
};

/// The letters of a sheet's column, 1 → "A", 27 → "AA".
[[nodiscard]] std::string column_letters(unsigned column);

}  // namespace banxin
