#include "pipeline/pages/turned_sheet.hpp"

#include <utility>

namespace banxin {
namespace {

/// A quarter turn counter-clockwise, from a sheet as it is read to the sheet as it is bound.
struct TurnBack {
    Length paper_height;

    void operator()(GlyphRun& run) const {
        using Turn = Posture::Turn;
        for (PositionedGlyph& glyph : run.glyphs) {
            const Length along = glyph.x;
            glyph.x = glyph.y;
            glyph.y = paper_height - along;
        }
        run.posture.turn =
            run.posture.turn == Turn::clockwise ? Turn::upright : Turn::counter_clockwise;
    }
    void operator()(FilledBox& box) const { turn(box); }
    void operator()(LinkArea& link) const { turn(link); }
    // Only the document itself has pictures, and it is never turned.
    void operator()(PlacedImage& image) const { turn(image); }
    void operator()(SlantedLine& line) const {
        const SlantedLine read = line;
        line.left = read.top;
        line.top = paper_height - read.left;
        line.right = read.bottom;
        line.bottom = paper_height - read.right;
    }

    template <typename Area>
    void turn(Area& area) const {
        const Length right = area.left + area.width;
        area.left = area.top;
        area.top = paper_height - right;
        std::swap(area.width, area.height);
    }
};

}  // namespace

PageGeometry turned_geometry(const PageGeometry& page) {
    PageGeometry turned = page;
    turned.paper_width = page.paper_height;
    turned.paper_height = page.paper_width;
    turned.left = page.paper_height - page.top - page.type_height;
    turned.top = page.left;
    turned.type_width = page.type_height;
    turned.type_height = page.type_width;
    turned.rows_on_grid = false;
    return turned;
}

void turn_to_sheet(Page& page, Length paper_height) {
    for (Item& item : page.items) std::visit(TurnBack{paper_height}, item);
}

}  // namespace banxin
