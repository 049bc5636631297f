#include "pipeline/layout/character_grid.hpp"

namespace banxin {

Layout with_characters(Layout layout, unsigned characters) {
    const Length from = layout.page.cell();
    layout.page.characters = characters;
    const Length to = layout.page.cell();
    for (auto& [name, style] : layout.styles) {
        if (style.pitch != from) continue;
        style.pitch = to;
        for (Length* indent : {&style.first_line_indent, &style.left_indent, &style.right_indent})
            *indent = indent->scaled(to.emu(), from.emu());
    }
    return layout;
}

}  // namespace banxin
