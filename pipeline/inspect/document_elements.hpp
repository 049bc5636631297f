// What a reader of official documents sees on the pages: elements, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inspect/document_format.hpp"
#include "pipeline/inspect/pdf_pages.hpp"
#include "pipeline/inspect/text_lines.hpp"

namespace banxin {

enum class ElementKind : std::uint8_t {
#define BANXIN_ELEMENT(identifier, name, says) identifier,
#include "pipeline/inspect/element_kinds.inc"
#undef BANXIN_ELEMENT
};

struct ElementKindInfo {
    std::string_view name;  ///< In JSON; never changes.
    std::string_view says;  ///< In English, for translation.
};
[[nodiscard]] const ElementKindInfo& info(ElementKind kind);

struct PageElement {
    ElementKind kind = ElementKind::page;
    std::size_t page = 0;  ///< From 0; of its first line.
    PdfBox box;            ///< Of its part on that page.
    std::vector<TextLine> lines;

    [[nodiscard]] std::u32string text() const;
};

/// One paragraph of body text. Its lines may stand on two pages.
struct ShownParagraph {
    std::vector<TextLine> lines;
    int level = 0;                ///< 1 to 4 of a heading, 0 of plain text.
    std::size_t label_size = 0;   ///< Characters of 一、 or （一） or 1. or （1）
    std::size_t heading_end = 0;  ///< Characters of the first line that are set as a heading.

    [[nodiscard]] std::u32string text() const;
};

/// The lattice that most of the text stands on, as it was measured.
struct MeasuredGrid {
    Length left = Length::from_emu(28 * Length::kPerMillimetre);  ///< Where full lines begin.
    std::optional<Length> right;                                  ///< Where full lines end.
    std::optional<Length> pitch;                                  ///< From baseline to baseline.
    std::optional<Length> cell;                                   ///< From character to character.
    std::optional<Length> size;                                   ///< Em of the text.
};

struct InspectedDocument {
    DocumentFormat format = DocumentFormat::notice;
    PdfPages pages;
    std::vector<TextLine> lines;  ///< All there are, page by page.
    MeasuredGrid grid;
    std::vector<PageElement> elements;  ///< In the order of the standard's clauses.
    std::vector<ShownParagraph> body;

    [[nodiscard]] bool is_landscape(std::size_t page) const;
    /// The first of its kind, or none.
    [[nodiscard]] const PageElement* first(ElementKind kind) const;
    [[nodiscard]] std::vector<const PageElement*> all(ElementKind kind) const;
};

}  // namespace banxin
