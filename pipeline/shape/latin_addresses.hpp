// Where URLs and e-mail addresses stand in a text: their marks are Latin whatever is around them.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/shape/character_class.hpp"

namespace banxin {

/// For each character whether it is part of an address: a URL, a name of a host with two dots or
/// more, an e-mail address. Marks that end the sentence behind an address are no part of it.
[[nodiscard]] std::vector<bool> find_latin_addresses(std::u32string_view characters);

/// The same; needs nothing but the characters themselves.
[[nodiscard]] std::vector<bool> find_latin_addresses(
    const std::vector<ClassifiedCharacter>& characters);

}  // namespace banxin
