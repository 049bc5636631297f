#include "pipeline/pages/signers.hpp"

#include <algorithm>

#include "pipeline/pages/line_moves.hpp"

namespace banxin {
namespace {

constexpr std::int64_t kShortName = 2;

struct Name {
    const ShapedBlock* block;
    BrokenParagraph broken;

    [[nodiscard]] Line& line() { return broken.lines.front(); }
    [[nodiscard]] std::int64_t length() { return count_drawn(line(), paragraph_of(*block)); }
};

/// 李 四 beside 张三丰: by custom a name of two characters is opened by one where others are
/// longer.
void open_short_names(std::vector<Name>& names, Length character) {
    const bool has_longer = std::any_of(names.begin(), names.end(),
                                        [](Name& name) { return name.length() > kShortName; });
    if (!has_longer) return;
    for (Name& name : names) {
        if (name.length() == kShortName)
            spread_to(name.line(), name.line().width + character, paragraph_of(*name.block));
    }
}

}  // namespace

Length add_signers(PageFiller& pages, const SignerBlocks& blocks, const SignersLayout& layout,
                   Length top) {
    std::vector<Name> names;
    for (const ShapedBlock* block : blocks.names) {
        names.push_back({block, pages.break_paragraph(paragraph_of(*block))});
        if (names.back().broken.lines.empty()) names.pop_back();
    }
    BrokenParagraph label = pages.break_paragraph(paragraph_of(*blocks.label));
    if (names.empty() || label.lines.empty()) return top;
    const Style& style = paragraph_of(*names.front().block).style;
    open_short_names(names, style.pitch);

    Length column;
    for (Name& name : names) column = std::max(column, name.line().width);
    const std::size_t abreast = std::min<std::size_t>(names.size(), layout.abreast);
    const Length step = column + layout.gap;
    const Length left = pages.geometry().type_width - style.right_indent + layout.gap -
                        step * static_cast<std::int64_t>(abreast);
    move_to(label.lines.front(), left - label.lines.front().width);
    pages.place_line(*blocks.label, paragraph_of(*blocks.label), label.lines.front(), top,
                     pages.structure().begin_block(*blocks.label));
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (k > 0 && k % abreast == 0) top = pages.next_top(style);
        move_to(names[k].line(), left + step * static_cast<std::int64_t>(k % abreast));
        pages.place_line(*names[k].block, paragraph_of(*names[k].block), names[k].line(), top,
                         pages.structure().begin_block(*names[k].block));
    }
    return top;
}

}  // namespace banxin
