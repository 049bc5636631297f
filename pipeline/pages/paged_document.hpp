// Pages of positioned items: after this nothing is left to decide.
//
// All lengths are from the page's top-left corner, x to the right, y downwards. A writer turns
// the items into its format one by one and never needs to know about layout.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/length.hpp"
#include "pipeline/base/origin.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/style.hpp"
#include "pipeline/read/image.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/posture.hpp"

namespace banxin {

/// Structure elements, ISO 32000-1, 14.8.4. `artifact` marks what is no part of the text.
enum class Tag : std::uint8_t {
    document,
    sect,
    h1,
    h2,
    h3,
    h4,
    h5,
    p,
    list,
    list_item,
    label,
    list_body,
    table,
    table_head,
    table_body,
    tr,
    th,
    td,
    caption,
    link,
    note,
    span,
    figure,
};

using ElementId = std::uint32_t;  ///< Index into PagedDocument::elements.
inline constexpr ElementId kArtifact = 0xFFFFFFFF;

/// One node of the structure tree. Parents come before their children; element 0 is the
/// document, and children of one parent are in reading order.
struct StructureElement {
    Tag tag = Tag::p;
    ElementId parent = 0;
    unsigned row_span = 1;  ///< of th and td
    unsigned column_span = 1;
    bool heads_column = false;     ///< th: Scope is Column, else Row
    std::string alternative = {};  ///< figure: what is said in its place
};

struct PositionedGlyph {
    std::uint32_t id = 0;
    Length x;  ///< Pen position of the glyph's origin, about which a turned glyph is turned.
    Length y;  ///< Its baseline, if it stands upright.
    /// The bytes of GlyphRun::text it stands for. Of several glyphs for one piece of it the first
    /// has the whole range and the others an empty one at its end.
    TextRange text;
};

/// Glyphs of one face, size, posture and line. `text` is what a reader copies and searches.
struct GlyphRun {
    FaceId face = kNoFace;
    Length size;
    std::string text;
    std::vector<PositionedGlyph> glyphs;
    ElementId element = kArtifact;
    Origin origin;  ///< Of the first character.
    Posture posture = {};
    Colour colour = Colour::black;
};

/// A filled rectangle: rules are drawn as shapes so that their ends are exact.
struct FilledBox {
    Length left, top, width, height;
    ElementId element = kArtifact;
    Colour colour = Colour::black;
};

/// A black line that is neither horizontal nor vertical. Its ends are square, and hidden below the
/// rules of the cell that it crosses.
struct SlantedLine {
    Length left, top;      ///< One end of its centre line,
    Length right, bottom;  ///< and the other one.
    Length thickness;
    ElementId element = kArtifact;
};

/// An active area that leads to another place of the same document.
struct LinkArea {
    Length left, top, width, height;
    std::uint32_t target_page = 0;  ///< from 0
    Length target_top;
    ElementId element = kArtifact;
};

/// A picture that fills this box; its proportions are those of the picture.
struct PlacedImage {
    Length left, top, width, height;
    SharedImage image;
    ElementId element = kArtifact;
};

using Item = std::variant<GlyphRun, FilledBox, SlantedLine, LinkArea, PlacedImage>;

struct Page {
    Length width;
    Length height;
    std::string label;  ///< As viewers show it: the printed number.
    std::vector<Item> items = {};
    /// Viewers show it turned a quarter clockwise: most of its text runs up.
    bool read_turned = false;
};

/// An entry of the outline (bookmarks). Level 1 is outermost; levels rise by one at most.
struct OutlineEntry {
    std::string title;
    unsigned level = 1;
    std::uint32_t page = 0;  ///< from 0
    Length top;
};

struct PagedDocument {
    DocumentInformation information;
    std::vector<Page> pages;
    std::vector<StructureElement> elements;
    std::vector<OutlineEntry> outline;
};

}  // namespace banxin
