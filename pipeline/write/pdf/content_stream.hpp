// The items of one page → the operators of its content stream.
//
// Every item is written where the page has it; nothing is ordered, joined or left out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/write/pdf/embedded_font.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {

/// The fonts of a document by FaceId; empty for a face of which nothing is shown.
using EmbeddedFonts = std::vector<std::optional<EmbeddedFont>>;

/// The name of a face in the resources: `F3`.
[[nodiscard]] std::string font_resource_name(FaceId face);

class ContentStream {
  public:
    /// Turns y over: PDF counts from the bottom of the page, which is `page_height` high.
    ContentStream(Length page_height, const EmbeddedFonts& fonts);

    /// Gives a new piece of the page its number.
    using NewPiece = std::function<std::size_t()>;

    /// What follows belongs to one element, of structure type `type`; or to no part of the text at
    /// all. Ends what was before. An element's items are in one piece, but for text that glyphs do
    /// not tell: it has a piece of its own, because poppler loses what follows a marked content
    /// inside of a piece.
    void begin_element(std::string_view type, NewPiece new_piece);
    void begin_artifact();

    /// Requires a face with an embedded font, and a size above 0.
    void show(const GlyphRun& run);

    void fill(const FilledBox& box);
    void stroke(const SlantedLine& line);

    /// `name` is that of the picture in the resources.
    void draw(const PlacedImage& placed, const std::string& name);

    /// The finished stream. Called once, last.
    [[nodiscard]] std::string take();

  private:
    void begin_piece(std::string_view more_properties = {});
    void need_piece();
    void end_piece();
    void begin_own_text(std::string_view text);
    void end_own_text();
    void choose_colour(Colour colour);
    void begin_text();
    void end_text();
    void choose_font(FaceId face, MilliPoints size);
    void move_to(const PositionedGlyph& glyph);
    [[nodiscard]] bool is_turned() const { return posture_.turn != Posture::Turn::upright; }
    /// +1, or -1 where the baseline runs against the page's coordinates.
    [[nodiscard]] int direction() const {
        return posture_.turn == Posture::Turn::counter_clockwise ? -1 : 1;
    }
    /// The glyph's place along the baseline, and the place of its baseline.
    [[nodiscard]] Length along(const PositionedGlyph& glyph) const;
    [[nodiscard]] Length across(const PositionedGlyph& glyph) const;
    void append_glyph(const PositionedGlyph& glyph, const EmbeddedGlyph& embedded);
    void end_array();

    Length page_height_;
    const EmbeddedFonts& fonts_;
    std::string out_;
    Colour colour_ = Colour::black;  ///< As a page begins, ISO 32000-1, 8.4.1.
    std::string type_;    ///< Of the open element; empty for an artifact and before the first.
    NewPiece new_piece_;  ///< Of the open element.
    bool in_piece_ = false;
    bool in_text_ = false;
    FaceId face_ = kNoFace;
    MilliPoints size_ = 0;

    // The open array of TJ, empty for none, and whether its last string is open.
    std::string array_;
    bool string_open_ = false;
    // Where a reader's pen stands: this far, in 1/10000 of an em of the size and width that are
    // set, along the baseline from the start, which is in tenths of an EMU.
    Posture posture_;
    std::int64_t start_ = 0;
    Length baseline_;
    std::int64_t pen_ = 0;
};

}  // namespace banxin::pdf
