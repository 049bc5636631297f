// Glyphs of a page → lines of text, as a reader would see them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/inspect/face_roles.hpp"
#include "pipeline/inspect/pdf_pages.hpp"

namespace banxin {

/// One character of a line. Blanks are left out: what they do shows in the places of the others.
struct LineCharacter {
    char32_t character = 0;
    Length x, right;
    Length size;
    std::size_t font = 0;  ///< Index into PdfPages::fonts.
    FaceRole role = FaceRole::other;
    bool is_bold = false;  ///< By its font, by a stroke around it, or by being painted twice.
    PdfColour colour;
    std::optional<PdfInk> ink;
};

/// Upright characters on one baseline, nowhere further apart than `kWidestGap` ems.
struct TextLine {
    static constexpr double kWidestGap = 2.6;

    std::size_t page = 0;  ///< From 0.
    std::vector<LineCharacter> characters;
    std::u32string text;  ///< One for each of `characters`; radicals as the characters they mean.
    Length baseline;
    PdfBox box;                       ///< From pen to pen; top and bottom are those of the em.
    Length size;                      ///< Of most of its characters.
    FaceRole role = FaceRole::other;  ///< Of most of its Chinese characters.
    std::size_t font = 0;
    PdfColour colour;
    bool is_bold = false;

    /// Top and bottom of what is painted; the em's where the fonts do not say.
    [[nodiscard]] PdfInk ink() const;
};

/// The lines of all pages, page by page, from top to bottom and left to right.
[[nodiscard]] std::vector<TextLine> lines_of(const PdfPages& pages);

/// Characters [begin, end) of `line` as a line of their own. Requires begin < end.
[[nodiscard]] TextLine part_of(const TextLine& line, std::size_t begin, std::size_t end);

/// Around all of `lines`.
[[nodiscard]] PdfBox box_of(const std::vector<TextLine>& lines);

}  // namespace banxin
