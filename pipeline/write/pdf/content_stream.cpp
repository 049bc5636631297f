// Writes content streams (ISO 32000-1, 8.5, 9.4 and 14.6).
#include "pipeline/write/pdf/content_stream.hpp"

#include <cassert>

#include "pipeline/base/utf8.hpp"

namespace banxin::pdf {
namespace {

constexpr std::int64_t kPenUnitsPerEm = 10000;
constexpr std::int64_t kTenthsPerEmu = 10;
constexpr std::int64_t kFullWidth = 1000;  // Posture::width
constexpr unsigned kWidthPlaces = 3;

// Whoever reads a private character is told that it is meant (ISO 19005-2, 6.2.11.7.3).
bool has_private_use(std::string_view utf8) {
    for (std::size_t next = 0; next < utf8.size();) {
        const char32_t character = next_character(utf8, next);
        if ((character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000) return true;
    }
    return false;
}

}  // namespace

std::string font_resource_name(FaceId face) { return "F" + std::to_string(face); }

ContentStream::ContentStream(Length page_height, const EmbeddedFonts& fonts)
    : page_height_(page_height), fonts_(fonts) {}

void ContentStream::begin_element(std::string_view type, NewPiece new_piece) {
    end_piece();
    type_ = type;
    new_piece_ = std::move(new_piece);
}

void ContentStream::begin_artifact() {
    end_piece();
    type_.clear();
    out_ += "/Artifact BMC\n";
    in_piece_ = true;
}

void ContentStream::begin_piece(std::string_view more_properties) {
    end_piece();
    out_ += '/';
    out_ += type_;
    out_ += " <</MCID " + std::to_string(new_piece_());
    out_ += more_properties;
    out_ += ">> BDC\n";
    in_piece_ = true;
}

void ContentStream::need_piece() {
    if (!in_piece_ && !type_.empty()) begin_piece();
}

// Marked content and text objects do not cut each other (ISO 32000-1, 14.6).
void ContentStream::end_piece() {
    end_text();
    if (in_piece_) out_ += "EMC\n";
    in_piece_ = false;
}

void ContentStream::begin_text() {
    if (in_text_) return;
    out_ += "BT\n";
    in_text_ = true;
}

void ContentStream::end_text() {
    if (!in_text_) return;
    out_ += "ET\n";
    in_text_ = false;
}

void ContentStream::choose_font(FaceId face, MilliPoints size) {
    if (face == face_ && size == size_) return;
    out_ += '/';
    out_ += font_resource_name(face);
    out_ += ' ';
    append_points(out_, size);
    out_ += " Tf\n";
    face_ = face;
    size_ = size;
}

Length ContentStream::along(const PositionedGlyph& glyph) const {
    return direction() * (is_turned() ? glyph.y : glyph.x);
}

Length ContentStream::across(const PositionedGlyph& glyph) const {
    return is_turned() ? glyph.x : glyph.y;
}

void ContentStream::move_to(const PositionedGlyph& glyph) {
    const MilliPoints left = to_millipoints(glyph.x);
    const MilliPoints up = to_millipoints(page_height_ - glyph.y);
    const std::int64_t down = page_height_.emu() * kTenthsPerEmu - up * kTenthEmuPerMilliPoint;
    start_ = direction() * (is_turned() ? down : left * kTenthEmuPerMilliPoint);
    baseline_ = across(glyph);
    pen_ = 0;
    // The first two numbers say where the baseline runs to, the next two what is up.
    if (is_turned()) {
        out_ += "0 ";
        append_decimal(out_, -direction() * std::int64_t{posture_.width}, kWidthPlaces);
        out_ += direction() > 0 ? " 1 0 " : " -1 0 ";
    } else {
        append_decimal(out_, posture_.width, kWidthPlaces);
        out_ += " 0 0 1 ";
    }
    append_points(out_, left);
    out_ += ' ';
    append_points(out_, up);
    out_ += " Tm\n";
}

// A reader's pen goes on by the widths in /W, less the adjustments; both are whole numbers of
// 1/10000 em here, so the pen is known exactly and each glyph is put within half that unit (0.3 µm
// at 16 pt) of its place, however long the line is.
void ContentStream::append_glyph(const PositionedGlyph& glyph, const EmbeddedGlyph& embedded) {
    const std::int64_t from_start = along(glyph).emu() * kTenthsPerEmu - start_;
    const std::int64_t wanted = divide_rounded(from_start * kPenUnitsPerEm * kFullWidth,
                                               size_ * kTenthEmuPerMilliPoint * posture_.width);
    if (array_.empty()) array_ += '[';
    if (wanted != pen_) {
        if (string_open_) array_ += '>';
        string_open_ = false;
        append_decimal(array_, pen_ - wanted, 1);
    }
    if (!string_open_) array_ += '<';
    string_open_ = true;
    append_hex(array_, embedded.code, 4);
    pen_ = wanted + embedded.width * kPenUnitsPerEm / 1000;
}

void ContentStream::end_array() {
    if (array_.empty()) return;
    out_ += array_;
    out_ += string_open_ ? ">] TJ\n" : "] TJ\n";
    array_.clear();
    string_open_ = false;
}

void ContentStream::show(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    assert(run.face < fonts_.size() && fonts_[run.face] && to_millipoints(run.size) > 0);
    const EmbeddedFont& font = *fonts_[run.face];
    posture_ = run.posture;
    for (std::size_t begin = 0; begin < run.glyphs.size();) {
        const GlyphCluster cluster = cluster_at(run, begin);
        // What the font's own ToUnicode does not tell is said here.
        const bool has_own_text = cluster.end - begin > 1 ||
                                  font.glyph(run.glyphs[begin].id).text != cluster.text ||
                                  has_private_use(cluster.text);
        if (has_own_text)
            begin_own_text(cluster.text);
        else
            need_piece();
        if (!in_text_ || begin == 0) {
            begin_text();
            choose_colour(run.colour);
            choose_font(run.face, to_millipoints(run.size));
            move_to(run.glyphs[begin]);
        }
        for (std::size_t k = begin; k < cluster.end; ++k) {
            const PositionedGlyph& glyph = run.glyphs[k];
            if (across(glyph) != baseline_) {
                end_array();
                move_to(glyph);
            }
            append_glyph(glyph, font.glyph(glyph.id));
        }
        if (has_own_text) end_own_text();
        begin = cluster.end;
    }
    end_array();
}

// An artifact has no pieces, and no reader follows its marks.
void ContentStream::begin_own_text(std::string_view text) {
    end_array();
    std::string property = "/ActualText <FEFF";
    append_utf16_hex(property, text);
    property += '>';
    if (!type_.empty()) return begin_piece(property);
    begin_text();
    out_ += "/Span <<" + property + ">> BDC\n";
}

void ContentStream::end_own_text() {
    end_array();
    if (type_.empty())
        out_ += "EMC\n";
    else
        end_piece();
}

/// Screens and offices print plain red; the standard's Y 80 %, M 80 % is for a press.
void ContentStream::choose_colour(Colour colour) {
    if (colour == colour_) return;
    colour_ = colour;
    out_ += colour == Colour::red ? "1 0 0 rg\n" : "0 g\n";
}

void ContentStream::fill(const FilledBox& box) {
    // Edges are rounded, not sizes, so that boxes which touch still do.
    const MilliPoints left = to_millipoints(box.left);
    const MilliPoints right = to_millipoints(box.left + box.width);
    const MilliPoints top = to_millipoints(page_height_ - box.top);
    const MilliPoints bottom = to_millipoints(page_height_ - box.top - box.height);
    end_text();
    need_piece();
    choose_colour(box.colour);
    for (const MilliPoints value : {left, bottom, right - left, top - bottom}) {
        append_points(out_, value);
        out_ += ' ';
    }
    out_ += "re f\n";
}

void ContentStream::stroke(const SlantedLine& line) {
    end_text();
    need_piece();
    append_points(out_, to_millipoints(line.thickness));
    out_ += " w ";
    append_points(out_, to_millipoints(line.left));
    out_ += ' ';
    append_points(out_, to_millipoints(page_height_ - line.top));
    out_ += " m ";
    append_points(out_, to_millipoints(line.right));
    out_ += ' ';
    append_points(out_, to_millipoints(page_height_ - line.bottom));
    out_ += " l S\n";
}

void ContentStream::draw(const PlacedImage& placed, const std::string& name) {
    const Length bottom = page_height_ - placed.top - placed.height;
    end_text();
    need_piece();
    // A picture fills the unit square.
    out_ += "q ";
    append_points(out_, to_millipoints(placed.width));
    out_ += " 0 0 ";
    append_points(out_, to_millipoints(placed.height));
    out_ += ' ';
    append_points(out_, to_millipoints(placed.left));
    out_ += ' ';
    append_points(out_, to_millipoints(bottom));
    out_ += " cm /" + name + " Do Q\n";
}

std::string ContentStream::take() {
    end_piece();
    return std::move(out_);
}

}  // namespace banxin::pdf
