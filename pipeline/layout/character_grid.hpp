// Another number of characters on a line.
#pragma once

#include "pipeline/layout/layout.hpp"

namespace banxin {

/// `layout` with `characters` on a line of its grid: styles on the grid have another pitch, and
/// indents that were whole cells stay so. Requires `characters > 0`.
[[nodiscard]] Layout with_characters(Layout layout, unsigned characters);

}  // namespace banxin
