// A shaped paragraph in another size, without shaping it again.
#pragma once

#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// By how much sizes and the distance of lines change, in thousandths.
struct Scale {
    static constexpr unsigned kWhole = 1000;
    unsigned size = kWhole;
    unsigned leading = kWhole;
};

/// `paragraph` with all that its type's size decides scaled alike.
[[nodiscard]] ShapedParagraph scaled(ShapedParagraph paragraph, Scale scale);

}  // namespace banxin
