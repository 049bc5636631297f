// The two font sets that tests use.
#pragma once

#include <memory>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// The drawn fonts of tests/fonts: every width a whole or half em, all ink made of boxes.
[[nodiscard]] std::shared_ptr<const FontSet> drawn_fonts();

/// The fonts documents are made with, as fonts/install.sh fetches them.
[[nodiscard]] std::shared_ptr<const FontSet> installed_fonts();

}  // namespace banxin
