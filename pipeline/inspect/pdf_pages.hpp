// What a finished PDF shows: characters, rules, figures and pictures at their places on the page.
//
// Says nothing of what they mean. All lengths are from the page's top-left corner as a reader sees
// it, x to the right, y downwards. Invisible and white things are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/length.hpp"

namespace banxin {

/// A colour as a screen shows it.
struct PdfColour {
    std::uint8_t red = 0, green = 0, blue = 0;

    [[nodiscard]] bool is_red() const {
        return red >= 150 && green <= 110 && blue <= 110 && green + 80 <= red && blue + 80 <= red;
    }
    [[nodiscard]] bool is_black() const { return red <= 90 && green <= 90 && blue <= 90; }
    [[nodiscard]] bool is_white() const { return red >= 250 && green >= 250 && blue >= 250; }
    friend bool operator==(const PdfColour&, const PdfColour&) = default;
};

struct PdfBox {
    Length left, top, right, bottom;

    [[nodiscard]] Length width() const { return right - left; }
    [[nodiscard]] Length height() const { return bottom - top; }
    [[nodiscard]] Length centre() const { return (left + right).scaled(1, 2); }
    [[nodiscard]] Length middle() const { return (top + bottom).scaled(1, 2); }
    /// Grows until it holds `other`, too.
    void include(const PdfBox& other);
};

/// A font as the PDF names it, without the six letters of a subset.
struct PdfFont {
    std::string name;
    bool is_embedded = false;
};

/// Top and bottom of what a glyph paints, from the page's top.
struct PdfInk {
    Length top, bottom;
};

struct PdfGlyph {
    std::u32string text;   ///< What is extracted; empty where the PDF does not say.
    std::size_t font = 0;  ///< Index into PdfPages::fonts.
    PdfColour colour;
    Length x;                   ///< Pen position.
    Length baseline;            ///< Of an upright glyph.
    Length advance;             ///< Its own, without what spreads or squeezes the line.
    Length size;                ///< Height of the em.
    std::optional<PdfInk> ink;  ///< Only where the font's program is in the file and can be read.
    bool is_upright = true;
    bool is_emboldened = false;  ///< Its outline is stroked as well as filled.

    [[nodiscard]] Length right() const { return x + advance; }
};

/// A straight horizontal or vertical rule, stroked or filled.
struct PdfRule {
    PdfBox box;
    PdfColour colour;

    [[nodiscard]] bool is_horizontal() const { return box.width() >= box.height(); }
    [[nodiscard]] Length length() const { return is_horizontal() ? box.width() : box.height(); }
    [[nodiscard]] Length thickness() const { return is_horizontal() ? box.height() : box.width(); }
};

/// Any other painted shape, by the box around it.
struct PdfShape {
    PdfBox box;
    PdfColour colour;
};

struct PdfPage {
    Length width, height;
    std::vector<PdfGlyph> glyphs;  ///< In the order of painting.
    std::vector<PdfRule> rules;
    std::vector<PdfShape> shapes;
    std::vector<PdfBox> pictures;
};

struct PdfPages {
    std::vector<PdfFont> fonts;
    std::vector<PdfPage> pages;
};

}  // namespace banxin
