// Which face draws a character: that of its role, except for marks Chinese and Latin share.
#pragma once

#include "pipeline/shape/character_class.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// The face for `character` in `role`, kNoFace where none has it.
///
/// “ ” ‘ ’ · — … come from a face that draws Han where they are Chinese, and from the role 西文
/// where they are Latin: Chinese faces only have them an em wide.
[[nodiscard]] FaceId choose_face(const FontSet& fonts, const FontRole& role,
                                 const ClassifiedCharacter& character);

}  // namespace banxin
