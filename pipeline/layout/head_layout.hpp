// The head of an official document (版头), GB/T 9704-2012, 7.2. Heights are from edge to edge: of
// the ink of the mark, of the ems of other text. All figures are resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/base/length.hpp"

namespace banxin {

/// A rule in the mark's colour: one line, or several under each other.
struct HeadRule {
    Length distance;            ///< From the edge that it is measured from to its upper edge.
    std::vector<Length> lines;  ///< Their thicknesses from the top down.
    Length gap;                 ///< Between two lines.
    Length width;               ///< Centred on the paper; zero: as wide as the type area, on it.

    [[nodiscard]] Length height() const {
        Length height;
        for (const Length line : lines) height += line + gap;
        return lines.empty() ? height : height - gap;
    }
};

/// 签发人 on the row of the document number.
struct SignersLayout {
    unsigned abreast = 2;  ///< Names on a line.
    Length gap;            ///< Between two of them.
};

/// Where 份号, 密级和保密期限 and 紧急程度 stand.
enum class HeadLines : std::uint8_t {
    above_mark,     ///< On the first rows of the type area. GB/T 9704-2012, 7.2.1 to 7.2.3.
    beside_number,  ///< From the row of the document number down, as in letters. 10.1.
};

struct HeadLayout {
    Length mark_below;    ///< From the type area's head to the mark's ink; negative above it.
    Length mark_shift;    ///< From the type area's middle to that of the mark, to the right.
    Length mark_width;    ///< A mark that would be wider is set smaller.
    Length mark_least;    ///< How small a mark of several names may become, see mark.hpp.
    Length mark_end_gap;  ///< Between names under each other and the 文件 that is beside them.
    std::optional<HeadRule> rule_below_mark;
    HeadLines lines = HeadLines::above_mark;
    Length number_below;  ///< From what is above it to the document number.
    bool number_required = true;
    std::optional<SignersLayout> signers;
    std::optional<Length> issuer_row_below;  ///< Issuer and date in the head, as in minutes.
    std::optional<HeadRule> rule_below_number;
    std::optional<HeadRule>
        foot_rule;      ///< Its distance is from the paper's foot to its upper edge.
    Length text_below;  ///< From what is above it to the title.
};

}  // namespace banxin
