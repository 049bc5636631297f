#include "pipeline/inspect/document_elements.hpp"

#include <algorithm>

namespace banxin {
namespace {

#define N_(message) message  // Marks it for xgettext.
constexpr ElementKindInfo kKinds[] = {
#define BANXIN_ELEMENT(identifier, name, says) {name, says},
#include "pipeline/inspect/element_kinds.inc"
#undef BANXIN_ELEMENT
};
#undef N_

std::u32string text_of(const std::vector<TextLine>& lines) {
    std::u32string text;
    for (const TextLine& line : lines) text += line.text;
    return text;
}

}  // namespace

const ElementKindInfo& info(ElementKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::u32string PageElement::text() const { return text_of(lines); }
std::u32string ShownParagraph::text() const { return text_of(lines); }

bool InspectedDocument::is_landscape(std::size_t page) const {
    return pages.pages[page].width > pages.pages[page].height;
}

const PageElement* InspectedDocument::first(ElementKind kind) const {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [&](const PageElement& each) { return each.kind == kind; });
    return found == elements.end() ? nullptr : &*found;
}

std::vector<const PageElement*> InspectedDocument::all(ElementKind kind) const {
    std::vector<const PageElement*> found;
    for (const PageElement& each : elements)
        if (each.kind == kind) found.push_back(&each);
    return found;
}

}  // namespace banxin
