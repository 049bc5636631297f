// Where URLs and e-mail addresses stand in a text: their marks are Latin whatever is around them.
#pragma once

#include <vector>

#include "pipeline/shape/character_class.hpp"

namespace banxin {

/// For each character whether it is part of an address. Needs nothing but the characters
/// themselves; marks that end the sentence behind an address are no part of it.
[[nodiscard]] std::vector<bool> find_latin_addresses(
    const std::vector<ClassifiedCharacter>& characters);

}  // namespace banxin
