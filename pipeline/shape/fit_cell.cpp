#include "pipeline/shape/fit_cell.hpp"

#include <algorithm>
#include <optional>

namespace banxin {
namespace {

/// Left and right end of a glyph's ink, from its own origin.
struct Ink {
    Length left;
    Length right;

    [[nodiscard]] Length width() const { return right - left; }
};

/// Nothing for a glyph that draws nothing.
std::optional<Ink> ink_of(const Face& face, std::uint32_t glyph, Length size) {
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(face.font.get(), glyph, &extents) == 0) return std::nullopt;
    if (extents.width == 0) return std::nullopt;
    const auto scale = [&](std::int64_t units) { return size.scaled(units, face.units_per_em); };
    return Ink{scale(extents.x_bearing), scale(std::int64_t{extents.x_bearing} + extents.width)};
}

/// The two strokes of a dash meet, and lie in the middle of its cell. They overlap a little, so
/// that no seam shows between them on a screen.
void join_strokes(std::span<Glyph> glyphs, const Face& face, Length size, Length cell) {
    const auto first = ink_of(face, glyphs[0].id, size);
    const auto second = ink_of(face, glyphs[1].id, size);
    if (!first || !second) return;
    const Length overlap = size.scaled(1, 100);
    const Length total = first->width() + second->width() - overlap;
    const Length begin = (cell - total).scaled(1, 2);
    glyphs[0].advance = cell.scaled(1, 2);
    glyphs[1].advance = cell - glyphs[0].advance;
    glyphs[0].x_offset = begin - first->left;
    glyphs[1].x_offset = begin + first->width() - overlap - second->left - glyphs[0].advance;
}

/// Centres the glyphs' advances in the cell.
void centre(Cluster& cluster, std::span<Glyph> glyphs, Length cell) {
    const Length spare = cell - cluster.advance;
    const Length before = spare.scaled(1, 2);
    // A glyph after the first one moves with the pen, which `before` has moved already.
    glyphs.front().x_offset += before;
    glyphs.front().advance += before;
    glyphs.back().advance += spare - before;
    cluster.advance = cell;
}

/// The ink of all `glyphs` from the first one's pen; nothing when none of them draws.
std::optional<Ink> ink_of_all(std::span<const Glyph> glyphs, const Face& face, Length size) {
    std::optional<Ink> all;
    Length pen;
    for (const Glyph& glyph : glyphs) {
        if (const auto ink = ink_of(face, glyph.id, size)) {
            const Ink placed{pen + glyph.x_offset + ink->left, pen + glyph.x_offset + ink->right};
            all = all ? Ink{std::min(all->left, placed.left), std::max(all->right, placed.right)}
                      : placed;
        }
        pen += glyph.advance;
    }
    return all;
}

/// A narrow cell holds all of the ink: it is moved in, or the cell is as wide as it.
void keep_ink_inside(Cluster& cluster, std::span<Glyph> glyphs, const Ink& ink) {
    const Length extra = std::max(Length{}, ink.width() - cluster.advance);
    cluster.advance += extra;
    glyphs.back().advance += extra;
    if (ink.left >= Length{} && ink.right <= cluster.advance) return;
    const Length shift = (cluster.advance - ink.width()).scaled(1, 2) - ink.left;
    for (Glyph& glyph : glyphs) glyph.x_offset += shift;
}

/// Brings the ink into the mark's own half of the cell, if it fits there, and measures the other.
void clear_half(Cluster& cluster, Glyph& glyph, const Ink& ink, BlankSide blank) {
    const Length half = cluster.em.scaled(1, 2);
    const bool left = blank == BlankSide::left;
    const auto room = [&] {
        return left ? glyph.x_offset + ink.left : cluster.advance - glyph.x_offset - ink.right;
    };
    if (room() < half && ink.width() <= half) {
        const Length begin = (half - ink.width()).scaled(1, 2);
        const Length drawn = glyph.x_offset;
        glyph.x_offset = (left ? cluster.advance - half : Length{}) + begin - ink.left;
        if (!left) cluster.moved_left = drawn - glyph.x_offset;
    }
    (left ? cluster.blank_left : cluster.blank_right) = std::clamp(room(), Length{}, half);
}

}  // namespace

void fit_cell(Cluster& cluster, std::span<Glyph> glyphs, const ClassifiedCharacter& character,
              const Face& face, Length size) {
    const Length cell = cluster.em.scaled(character.cell, 1000);
    centre(cluster, glyphs, cell);
    const bool two_strokes = cluster.character_class == CharacterClass::dash &&
                             glyphs.size() == 2 && glyphs[0].id == glyphs[1].id;
    if (two_strokes) join_strokes(glyphs, face, size, cell);
    if (cell < cluster.em) {
        if (const auto ink = ink_of_all(glyphs, face, size)) keep_ink_inside(cluster, glyphs, *ink);
    }
    if (glyphs.size() != 1 || character.blank == BlankSide::none) return;
    if (const auto ink = ink_of(face, glyphs[0].id, size)) {
        clear_half(cluster, glyphs[0], *ink, character.blank);
    }
}

bool fills_more_than_half(const Face& face, std::uint32_t glyph) {
    const Length em = Length::from_emu(face.units_per_em);
    const auto ink = ink_of(face, glyph, em);
    return ink && ink->width() > em.scaled(1, 2);
}

}  // namespace banxin
