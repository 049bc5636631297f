// Questions about what a block is that several stages ask.
#pragma once

#include "pipeline/compose/document.hpp"

namespace banxin {

/// Paragraphs and headings of a text, in the document itself or in an annex.
[[nodiscard]] constexpr bool is_running_text(BlockRole role) {
    switch (role) {
        case BlockRole::body:
        case BlockRole::heading_1:
        case BlockRole::heading_2:
        case BlockRole::heading_3:
        case BlockRole::heading_4:
            return true;
        default:
            return false;
    }
}

}  // namespace banxin
