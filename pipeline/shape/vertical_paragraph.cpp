#include "pipeline/shape/vertical_paragraph.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/base/characters.hpp"
#include "pipeline/shape/vertical_glyphs.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

constexpr std::size_t kLongestAcronym = 3;

/// Edges of ink from the top left corner of a cell; right and up are positive, as in Glyph.
struct Ink {
    Length left, bottom, right, top;
};

bool is_quote(char32_t character) {
    return character == U'“' || character == U'”' || character == U'‘' || character == U'’';
}

/// Signs that stand in the middle of the column, wherever the face has them.
bool is_centred(Class character_class) {
    return character_class == Class::middle_dot || character_class == Class::connector ||
           character_class == Class::dash || character_class == Class::ellipsis ||
           character_class == Class::slash;
}

UVerticalOrientation orientation_of(char32_t character) {
    return static_cast<UVerticalOrientation>(
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_VERTICAL_ORIENTATION));
}

class VerticalSetter {
  public:
    VerticalSetter(const ShapedParagraph& across, const std::map<std::string, Style>& styles,
                   const FontSet& fonts, const VerticalRules& rules)
        : across_{across}, styles_{styles}, fonts_{fonts}, rules_{rules} {}

    ShapedParagraph run() {
        down_.source = across_.source;
        down_.style = across_.style;
        down_.orientation = Orientation::vertical;
        classify_clusters();
        for (std::size_t k = 0; k < across_.clusters.size();) {
            const std::size_t end = end_of_narrow(k);
            if (end > k) {
                add_narrow(k, end);
            } else {
                add_wide(k);
            }
            k = std::max(end, k + 1);
        }
        return std::move(down_);
    }

  private:
    // --- what kinds of pieces there are

    void classify_clusters() {
        const std::vector<ClassifiedCharacter> characters = classify(across_.source.utf8());
        std::size_t next = 0;
        for (const Cluster& cluster : across_.clusters) {
            while (characters[next].text.begin < cluster.text.begin) ++next;
            first_characters_.push_back(characters[next]);
        }
    }

    /// Set as Latin text, not in a cell of the em. Signs like ☑ are Latin to faces only.
    [[nodiscard]] bool is_narrow(std::size_t k) const {
        if (k >= first_characters_.size() || first_characters_[k].wide()) return false;
        const Cluster& cluster = across_.clusters[k];
        if (cluster.character_class == Class::line_feed) return false;
        return cluster.character_class != Class::latin ||
               orientation_of(cluster.character) != U_VO_UPRIGHT;
    }

    [[nodiscard]] bool is_space(std::size_t k) const {
        return across_.clusters[k].character_class == Class::latin_space;
    }

    /// The end of the narrow piece that begins at `k`, `k` where none does. A blank belongs to
    /// it between narrow characters only; others are pieces by themselves.
    [[nodiscard]] std::size_t end_of_narrow(std::size_t k) const {
        if (is_narrow(k) && is_space(k)) return k + 1;
        std::size_t end = k;
        for (; is_narrow(k); ++k) {
            if (!is_space(k)) end = k + 1;
        }
        return end;
    }

    [[nodiscard]] bool is_figure(std::size_t begin, std::size_t end) const {
        return std::all_of(at(begin), at(end), [](const Cluster& cluster) {
            return is_ascii_digit(cluster.character);
        });
    }

    [[nodiscard]] bool is_acronym(std::size_t begin, std::size_t end) const {
        return std::all_of(at(begin), at(end), [&](const Cluster& cluster) {
            const char32_t character = cluster.character;
            const auto code = static_cast<UChar32>(character);
            const bool letter = end - begin == 1 ? u_isalpha(code) : u_isupper(code);
            return letter || is_ascii_digit(character);
        });
    }

    [[nodiscard]] std::vector<Cluster>::const_iterator at(std::size_t k) const {
        return across_.clusters.begin() + static_cast<std::ptrdiff_t>(k);
    }

    // --- narrow pieces

    void add_narrow(std::size_t begin, std::size_t end) {
        const std::size_t count = end - begin;
        const bool figure = is_figure(begin, end);
        if (figure && count > 1 && count <= rules_.digits_abreast) {
            add_abreast(begin, end);
            return;
        }
        const bool stacked = figure && count > 1
                                 ? rules_.long_figures == LongFigures::upright
                                 : count <= kLongestAcronym && is_acronym(begin, end);
        for (std::size_t k = begin; k < end; ++k) {
            if (stacked) {
                add_upright(across_.clusters[k]);
            } else {
                add_turned(across_.clusters[k]);
            }
        }
    }

    /// 纵中横排: all of them in one cell, made as narrow as it needs.
    void add_abreast(std::size_t begin, std::size_t end) {
        const Cluster& first = across_.clusters[begin];
        Length total;
        for (std::size_t k = begin; k < end; ++k) total += across_.clusters[k].advance;
        constexpr std::int64_t kFull = Posture{}.width;
        const std::int64_t width = total <= first.em ? kFull : first.em.emu() * kFull / total.emu();
        begin_cluster(first, {Posture::Turn::upright, static_cast<std::uint16_t>(width)});
        down_.clusters.back().text.end = across_.clusters[end - 1].text.end;
        Length pen = (first.em - total.scaled(width, kFull)).scaled(1, 2);
        for (std::size_t k = begin; k < end; ++k) {
            for (const Glyph& glyph : glyphs_of(across_.clusters[k])) {
                add_glyph(glyph.id, pen + glyph.x_offset.scaled(width, kFull), glyph.y_offset);
                pen += glyph.advance.scaled(width, kFull);
            }
        }
        end_cluster(first.em);
        centre_ink(Axis::down);
    }

    /// A letter or digit in a cell of its own.
    void add_upright(const Cluster& cluster) {
        begin_cluster(cluster, {});
        Length pen = (cluster.em - cluster.advance).scaled(1, 2);
        for (const Glyph& glyph : glyphs_of(cluster)) {
            add_glyph(glyph.id, pen + glyph.x_offset, glyph.y_offset);
            pen += glyph.advance;
        }
        end_cluster(cluster.em);
        centre_ink(Axis::down);
    }

    /// As it was across, a quarter clockwise: the middle of the em box stays in the middle.
    void add_turned(const Cluster& cluster) {
        begin_cluster(cluster, {Posture::Turn::clockwise, Posture{}.width});
        const Length size = across_.runs[cluster.run].size;
        const Length baseline =
            cluster.em.scaled(1, 2) - (baseline_below_top(size) - size.scaled(1, 2));
        Length pen;
        for (const Glyph& glyph : glyphs_of(cluster)) {
            add_glyph(glyph.id, baseline + glyph.y_offset, -(pen + glyph.x_offset));
            pen += glyph.advance;
        }
        end_cluster(cluster.advance);
        if (is_centred(cluster.character_class)) centre_ink(Axis::across);
    }

    // --- wide clusters

    void add_wide(std::size_t k) {
        Cluster cluster = across_.clusters[k];
        // Side by side ？！ share a cell; one above the other each fills its own.
        if (cluster.character_class == Class::stop) cluster.advance = cluster.em;
        const UVerticalOrientation orientation = orientation_of(cluster.character);
        if (cluster.character_class == Class::line_feed) {
            begin_cluster(cluster, {});  // nothing to draw
            end_cluster({});
        } else if (cluster.character_class == Class::latin) {
            add_upright(cluster);
        } else if (cluster.glyph_count == 0 || orientation == U_VO_UPRIGHT ||
                   cluster.character_class == Class::middle_dot) {
            add_in_cell(cluster);
            if (is_centred(cluster.character_class)) centre_ink(Axis::down);
        } else if (is_quote(cluster.character)) {
            add_quote(cluster);
        } else if (!add_vertical_form(cluster)) {
            if (orientation == U_VO_TRANSFORMED_UPRIGHT) {
                add_in_cell(cluster);
                move_to_other_corner();
            } else {
                add_turned(cluster);
            }
        }
        find_blank(first_characters_[k].blank);
    }

    /// Upright, in the middle of the column.
    void add_in_cell(const Cluster& cluster) {
        begin_cluster(cluster, {});
        const Length baseline = baseline_in_cell(cluster);
        Length pen = (cluster.em - cluster.advance).scaled(1, 2);
        for (const Glyph& glyph : glyphs_of(cluster)) {
            add_glyph(glyph.id, pen + glyph.x_offset, glyph.y_offset - baseline);
            pen += glyph.advance;
        }
        end_cluster(cluster.advance);
    }

    void add_quote(const Cluster& cluster) {
        const TypeRun& run = across_.runs[cluster.run];
        std::vector<FaceId> faces = {run.face};
        const FontRole* role = fonts_.find_role(styles_.at(run.style).font_role);
        if (role != nullptr) faces.insert(faces.end(), role->faces.begin(), role->faces.end());
        for (const FaceId face : faces) {
            const std::uint32_t glyph = vertical_quote(fonts_.faces[face], cluster.character);
            if (glyph != 0) return add_glyphs_down(cluster, face, {glyph});
        }
        add_turned(cluster);
    }

    bool add_vertical_form(const Cluster& cluster) {
        const FaceId face = across_.runs[cluster.run].face;
        const std::string_view utf8 =
            std::string_view{across_.source.utf8()}.substr(cluster.text.begin, cluster.text.size());
        const std::vector<std::uint32_t> glyphs = vertical_glyphs(fonts_.faces[face], utf8);
        if (glyphs.empty()) return false;
        // Some faces leave a gap between two ︱ where two — join: then the — is turned.
        if (cluster.character_class == Class::dash && glyphs.size() > 1 &&
            !fills_em(face, glyphs.front())) {
            return false;
        }
        add_glyphs_down(cluster, face, glyphs);
        return true;
    }

    [[nodiscard]] bool fills_em(FaceId face, std::uint32_t glyph) const {
        hb_glyph_extents_t ink{};
        const Face& drawn = fonts_.faces[face];
        return hb_font_get_glyph_extents(drawn.font.get(), glyph, &ink) != 0 &&
               -std::int64_t{ink.height} >= drawn.units_per_em;
    }

    /// Glyphs made for vertical text, one under the other in the cluster's cell.
    void add_glyphs_down(const Cluster& cluster, FaceId face,
                         const std::vector<std::uint32_t>& glyphs) {
        begin_cluster(cluster, {}, face);
        const Length size = across_.runs[cluster.run].size;
        const Length baseline = baseline_in_cell(cluster);
        const auto count = static_cast<std::int64_t>(glyphs.size());
        for (std::int64_t k = 0; k < count; ++k) {
            const Face& drawn = fonts_.faces[face];
            const std::uint32_t id = glyphs[static_cast<std::size_t>(k)];
            const Length width =
                size.scaled(hb_font_get_glyph_h_advance(drawn.font.get(), id), drawn.units_per_em);
            const Length top = cluster.advance.scaled(k, count);
            add_glyph(id, (cluster.em - width).scaled(1, 2), -baseline - top);
        }
        end_cluster(cluster.advance);
        if (is_centred(cluster.character_class)) {
            centre_ink(Axis::across);
            centre_ink(Axis::down);
        } else {
            raise_pause();
        }
    }

    /// From the top of a cell of one em down to the baseline of what stands upright in it.
    [[nodiscard]] Length baseline_in_cell(const Cluster& cluster) const {
        const Length size = across_.runs[cluster.run].size;
        return (cluster.em - size).scaled(1, 2) + baseline_below_top(size);
    }

    // --- building clusters

    void begin_cluster(const Cluster& like, Posture posture, std::optional<FaceId> face = {}) {
        TypeRun run = across_.runs[like.run];
        run.posture = posture;
        if (face) run.face = *face;
        if (down_.runs.empty() || down_.runs.back() != run) down_.runs.push_back(run);
        Cluster cluster = like;
        cluster.first_glyph = static_cast<std::uint32_t>(down_.glyphs.size());
        cluster.glyph_count = 0;
        cluster.run = static_cast<std::uint32_t>(down_.runs.size() - 1);
        cluster.blank_left = cluster.blank_right = cluster.moved_left = Length{};
        down_.clusters.push_back(cluster);
    }

    void add_glyph(std::uint32_t id, Length right, Length up) {
        down_.glyphs.push_back({id, right, up, {}});
        ++down_.clusters.back().glyph_count;
    }

    /// The pen goes on after the last glyph, so that offsets of all are from the cell's corner.
    void end_cluster(Length advance) {
        Cluster& cluster = down_.clusters.back();
        cluster.advance = advance;
        if (cluster.glyph_count > 0) down_.glyphs.back().advance = advance;
    }

    [[nodiscard]] std::vector<Glyph> glyphs_of(const Cluster& cluster) const {
        const auto first = across_.glyphs.begin() + cluster.first_glyph;
        return {first, first + cluster.glyph_count};
    }

    // --- moving the ink of the last cluster in its cell

    enum class Axis : std::uint8_t { across, down };

    /// The ink of all glyphs of the last cluster; nothing for blanks.
    [[nodiscard]] std::optional<Ink> ink() const {
        const Cluster& cluster = down_.clusters.back();
        const TypeRun& run = down_.runs[cluster.run];
        std::optional<Ink> all;
        for (std::size_t k = cluster.first_glyph; k < down_.glyphs.size(); ++k) {
            const std::optional<Ink> one = ink_of(down_.glyphs[k], run);
            if (!one) continue;
            if (!all) all = one;
            all = {std::min(all->left, one->left), std::min(all->bottom, one->bottom),
                   std::max(all->right, one->right), std::max(all->top, one->top)};
        }
        return all;
    }

    [[nodiscard]] std::optional<Ink> ink_of(const Glyph& glyph, const TypeRun& run) const {
        const Face& face = fonts_.faces[run.face];
        hb_glyph_extents_t drawn{};
        if (hb_font_get_glyph_extents(face.font.get(), glyph.id, &drawn) == 0) return {};
        if (drawn.width == 0 || drawn.height == 0) return {};
        const auto scale = [&](std::int64_t units) {
            return run.size.scaled(units, face.units_per_em);
        };
        const auto condense = [&](std::int64_t units) {
            return scale(units).scaled(run.posture.width, Posture{}.width);
        };
        const Length left = condense(drawn.x_bearing);
        const Length right = condense(std::int64_t{drawn.x_bearing} + drawn.width);
        const Length bottom = scale(std::int64_t{drawn.y_bearing} + drawn.height);
        const Length top = scale(drawn.y_bearing);
        const Length x = glyph.x_offset;
        const Length y = glyph.y_offset;
        if (run.posture.turn == Posture::Turn::upright) {
            return Ink{x + left, y + bottom, x + right, y + top};
        }
        return Ink{x + bottom, y - right, x + top, y - left};
    }

    void move(Length right, Length up) {
        for (std::size_t k = down_.clusters.back().first_glyph; k < down_.glyphs.size(); ++k) {
            down_.glyphs[k].x_offset += right;
            down_.glyphs[k].y_offset += up;
        }
    }

    void centre_ink(Axis axis) {
        const std::optional<Ink> drawn = ink();
        if (!drawn) return;
        const Cluster& cluster = down_.clusters.back();
        if (axis == Axis::across) {
            move((cluster.em - drawn->left - drawn->right).scaled(1, 2), {});
        } else {
            move({}, -(cluster.advance + drawn->top + drawn->bottom).scaled(1, 2));
        }
    }

    /// ，。！ of lines that run across, from the lower left of the cell to its upper right: as far
    /// from the one corner as it was from the other.
    void move_to_other_corner() {
        const std::optional<Ink> drawn = ink();
        if (!drawn) return;
        const Cluster& cluster = down_.clusters.back();
        const Length from_left = std::max(drawn->left, Length{});
        const Length from_bottom = std::max(drawn->bottom + cluster.advance, Length{});
        move(cluster.em - from_left - drawn->right, -from_bottom - drawn->top);
    }

    /// A mark of a face that draws it half way down its cell is raised until the lower half is
    /// blank, as it is in other faces: it belongs to what stands above it.
    void raise_pause() {
        const Cluster& cluster = down_.clusters.back();
        const bool pause =
            cluster.character_class == Class::pause || cluster.character_class == Class::stop;
        const std::optional<Ink> drawn = ink();
        if (!pause || !drawn) return;
        const Length half = cluster.advance.scaled(1, 2);
        if (drawn->top - drawn->bottom > half) return;
        move({}, std::max(-half - drawn->bottom, Length{}));
    }

    /// The blank half of a mark: above an opening one, below the others.
    void find_blank(BlankSide side) {
        Cluster& cluster = down_.clusters.back();
        const std::optional<Ink> drawn = ink();
        if (side == BlankSide::none || !drawn) return;
        const Length half = cluster.em.scaled(1, 2);
        if (side == BlankSide::left) {
            cluster.blank_left = std::clamp(-drawn->top, Length{}, half);
        } else {
            cluster.blank_right = std::clamp(cluster.advance + drawn->bottom, Length{}, half);
        }
    }

    const ShapedParagraph& across_;
    const std::map<std::string, Style>& styles_;
    const FontSet& fonts_;
    const VerticalRules& rules_;
    std::vector<ClassifiedCharacter> first_characters_;  ///< One a cluster of `across_`.
    ShapedParagraph down_;
};

}  // namespace

ShapedParagraph set_vertically(const ShapedParagraph& across,
                               const std::map<std::string, Style>& styles, const FontSet& fonts,
                               const VerticalRules& rules) {
    return VerticalSetter{across, styles, fonts, rules}.run();
}

}  // namespace banxin
