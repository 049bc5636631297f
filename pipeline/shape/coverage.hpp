// FontSet → how much of the two character sets of official documents a role can draw.
#pragma once

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// Counts of Han characters; signs and letters are not counted.
struct Coverage {
    unsigned characters = 0;     ///< In the set.
    unsigned by_first_face = 0;  ///< Drawn by the role's preferred face.
    unsigned by_role = 0;        ///< Drawn by any of its faces.
};

struct RoleCoverage {
    Coverage gb_2312;            ///< GB/T 2312-1980: 6,763 Han, what every office font has.
    Coverage common_characters;  ///< 通用规范汉字表 (2013): 8,105, the names of places included.
};

[[nodiscard]] RoleCoverage measure_coverage(const FontSet& fonts, const FontRole& role);

}  // namespace banxin
