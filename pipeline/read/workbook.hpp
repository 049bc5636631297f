// A workbook as it was typed: cells of text with their places, no meaning yet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/base/text.hpp"

namespace banxin {

/// What a cell holds. A formula has the value that the program which saved it computed.
enum class CellKind : std::uint8_t {
    empty,
    text,
    number,  ///< `text` is its shortest exact decimal form, never the binary expansion
    error,   ///< a formula error such as #REF!; `text` is its name
};

struct Cell {
    CellKind kind = CellKind::empty;
    Text text;  ///< Without blanks at its ends (ideographic and no-break spaces too).
};

/// A rectangle of cells. Every row has the same number of cells; rows and columns count from 0
/// here, and from 1 in the cells' origins.
struct Sheet {
    std::string name;  ///< empty for csv and tsv
    Origin origin;     ///< of the sheet as a whole
    std::vector<std::vector<Cell>> rows;
    /// False when reading broke off, which was reported: then what is missing means nothing.
    bool complete = true;
};

struct Workbook {
    std::vector<Sheet> sheets;
};

}  // namespace banxin
