// The finished pages: every item where it stands.
#include "pipeline/write/dump/dump_lines.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

using Deeper = DumpLines::Deeper;

std::string_view name(Tag tag) {
    switch (tag) {
        case Tag::document:
            return "Document";
        case Tag::sect:
            return "Sect";
        case Tag::h1:
            return "H1";
        case Tag::h2:
            return "H2";
        case Tag::h3:
            return "H3";
        case Tag::h4:
            return "H4";
        case Tag::h5:
            return "H5";
        case Tag::p:
            return "P";
        case Tag::list:
            return "L";
        case Tag::list_item:
            return "LI";
        case Tag::label:
            return "Lbl";
        case Tag::list_body:
            return "LBody";
        case Tag::table:
            return "Table";
        case Tag::table_head:
            return "THead";
        case Tag::table_body:
            return "TBody";
        case Tag::tr:
            return "TR";
        case Tag::th:
            return "TH";
        case Tag::td:
            return "TD";
        case Tag::caption:
            return "Caption";
        case Tag::link:
            return "Link";
        case Tag::note:
            return "Note";
        case Tag::span:
            return "Span";
        case Tag::figure:
            return "Figure";
    }
    return {};
}

std::string element(ElementId id) {
    return id == kArtifact ? std::string{"artifact"} : fmt::format("element {}", id);
}

/// A step from one pen to the next: `203200`, or `0,203200` where it goes down as well.
std::string step(const PositionedGlyph& from, const PositionedGlyph& to) {
    const std::string right = fmt::format("{}", units(to.x - from.x));
    return to.y == from.y ? right : fmt::format("{},{}", right, units(to.y - from.y));
}

/// Glyphs as `12x203200` steps between pens: equal steps of a grid stay one word.
std::string steps(const GlyphRun& run) {
    std::string result;
    for (std::size_t k = 1; k < run.glyphs.size();) {
        const std::string first = step(run.glyphs[k - 1], run.glyphs[k]);
        std::size_t count = 0;
        while (k < run.glyphs.size() && step(run.glyphs[k - 1], run.glyphs[k]) == first) {
            ++count;
            ++k;
        }
        result += fmt::format(" {}x{}", count, first);
    }
    return result;
}

std::string posture(const Posture& posture) {
    std::string result;
    if (posture.turn == Posture::Turn::clockwise) result += "  clockwise";
    if (posture.turn == Posture::Turn::counter_clockwise) result += "  counter-clockwise";
    if (posture.width != Posture{}.width) result += fmt::format("  width {}", posture.width);
    return result;
}

std::string_view colour(Colour colour) { return colour == Colour::red ? "  red" : ""; }

struct ItemDump {
    DumpLines& lines;
    const FontSet& fonts;

    void operator()(const GlyphRun& run) const {
        const Length x = run.glyphs.empty() ? Length{} : run.glyphs.front().x;
        const Length y = run.glyphs.empty() ? Length{} : run.glyphs.front().y;
        lines.line("text at {},{}  {}  {} {}{}  glyphs {}  steps{}  {}  @{}:{}:{}{}", units(x),
                   units(y), in_quotes(run.text),
                   run.face < fonts.faces.size() ? fonts.faces[run.face].postscript_name
                                                 : std::string{"no-face"},
                   units(run.size), posture(run.posture), run.glyphs.size(), steps(run),
                   element(run.element), run.origin.file, run.origin.row, run.origin.column,
                   colour(run.colour));
    }
    void operator()(const FilledBox& box) const {
        lines.line("box {},{} {}x{}  {}{}", units(box.left), units(box.top), units(box.width),
                   units(box.height), element(box.element), colour(box.colour));
    }
    void operator()(const SlantedLine& line) const {
        lines.line("slanted line {},{} to {},{}  {}  {}", units(line.left), units(line.top),
                   units(line.right), units(line.bottom), units(line.thickness),
                   element(line.element));
    }
    void operator()(const LinkArea& link) const {
        lines.line("link {},{} {}x{}  to page {} at {}  {}", units(link.left), units(link.top),
                   units(link.width), units(link.height), link.target_page + 1,
                   units(link.target_top), element(link.element));
    }
    void operator()(const PlacedImage& placed) const {
        lines.line("image {},{} {}x{}  {}x{} pixels{}  {}", units(placed.left), units(placed.top),
                   units(placed.width), units(placed.height), placed.image->width,
                   placed.image->height, placed.image->alpha.empty() ? "" : "  with alpha",
                   element(placed.element));
    }
};

void dump_elements(DumpLines& lines, const std::vector<StructureElement>& elements) {
    std::vector<unsigned> depths;
    for (std::size_t id = 0; id < elements.size(); ++id) {
        const StructureElement& node = elements[id];
        depths.push_back(id == 0 ? 0 : depths[node.parent] + 1);
        std::string facts;
        if (node.row_span > 1) facts += fmt::format("  rows {}", node.row_span);
        if (node.column_span > 1) facts += fmt::format("  columns {}", node.column_span);
        if (node.heads_column) facts += "  heads column";
        if (!node.alternative.empty()) facts += "  instead " + in_quotes(node.alternative);
        lines.line("{:{}}{} {}{}", "", 2 * depths.back(), name(node.tag), id, facts);
    }
}

}  // namespace

std::string dump(const PagedDocument& document, const FontSet& fonts) {
    DumpLines lines{"pages"};
    for (std::size_t k = 0; k < document.pages.size(); ++k) {
        const Page& page = document.pages[k];
        lines.line("page {}  {}x{}  label {}{}", k + 1, units(page.width), units(page.height),
                   in_quotes(page.label), page.read_turned ? "  read turned" : "");
        const Deeper level{lines};
        for (const Item& item : page.items) std::visit(ItemDump{lines, fonts}, item);
    }
    for (const OutlineEntry& entry : document.outline)
        lines.line("outline {}  {}  page {} at {}", entry.level, in_quotes(entry.title),
                   entry.page + 1, units(entry.top));
    lines.line("structure");
    const Deeper level{lines};
    dump_elements(lines, document.elements);
    return lines.take();
}

}  // namespace banxin
