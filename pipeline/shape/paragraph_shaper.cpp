#include "pipeline/shape/paragraph_shaper.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <string>

#include "pipeline/shape/choose_face.hpp"
#include "pipeline/shape/fit_cell.hpp"
#include "pipeline/shape/half_width_marks.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

struct ItemListDeleter {
    void operator()(GList* items) const {
        g_list_free_full(items,
                         [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
    }
};
struct AttributesDeleter {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct GlyphStringDeleter {
    void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
};

/// A glyph as Pango gave it, with the byte of the text that its Pango cluster begins at.
struct RawGlyph {
    std::uint32_t id = 0;
    std::uint32_t byte = 0;
    std::int64_t width = 0;  ///< in Pango units at PangoFonts::kShapingSize, as the rest
    std::int64_t x_offset = 0;
    std::int64_t y_offset = 0;
};

/// True for characters that draw nothing and need no face.
bool is_invisible(const ClassifiedCharacter& character) {
    return character.character_class == Class::line_feed ||
           u_hasBinaryProperty(static_cast<UChar32>(character.character),
                               UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::string feature_name(const FaceFeature& feature) {
    std::string name(4, ' ');
    hb_tag_to_string(feature.tag, name.data());
    return name;
}

class ParagraphShaper {
  public:
    ParagraphShaper(const Paragraph& paragraph, const std::map<std::string, Style>& styles,
                    const FontSet& fonts, const PangoFonts& pango)
        : paragraph_{paragraph}, styles_{styles}, fonts_{fonts}, pango_{pango} {}

    Outcome<ShapedParagraph> run() {
        collect();
        choose_faces();
        shape();
        build_clusters();
        measure_hang();
        return std::move(outcome_);
    }

  private:
    /// One style's stretch of the text.
    struct StyleRun {
        TextRange text;
        const Style* style = nullptr;
        const FontRole* role = nullptr;
    };

    void collect() {
        ShapedParagraph& shaped = outcome_.value;
        shaped.style = styles_.at(paragraph_.style);
        if (paragraph_.alignment) shaped.style.alignment = *paragraph_.alignment;
        for (const StyledText& run : paragraph_.runs) {
            const Style& style = styles_.at(run.style);
            const auto begin = static_cast<std::uint32_t>(shaped.source.utf8().size());
            shaped.source.append(run.text);
            const auto end = static_cast<std::uint32_t>(shaped.source.utf8().size());
            const FontRole* role = fonts_.find_role(style.font_role);
            if (role == nullptr) report_role(style.font_role, run.text.origin());
            style_runs_.push_back({{begin, end}, &style, role});
        }
        characters_ = classify(shaped.source.utf8());
        for (const HalfWidthMark& mark : find_half_width_marks(characters_)) report(mark);
    }

    void report(const HalfWidthMark& mark) {
        const bool is_quote = mark.written == "\"" || mark.written == "'";
        outcome_.diagnostics.push_back(
            {is_quote ? Code::straight_quote : Code::half_width_mark,
             outcome_.value.source.origin_at(mark.text.begin),
             {{"written", std::string{mark.written}}, {"meant", std::string{mark.meant}}}});
    }

    void report_role(const std::string& name, Origin origin) {
        std::string known;
        for (const FontRole& role : fonts_.roles) known += (known.empty() ? "" : " ") + role.name;
        outcome_.diagnostics.push_back(
            {Code::font_role_unknown, origin, {{"role", name}, {"roles", known}}});
    }

    /// Gives every character its face, and begins a new TypeRun wherever face or style changes.
    /// What joins a character has its style and face: a boundary inside —— moves behind it.
    void choose_faces() {
        std::size_t style_index = 0;
        const StyleRun* last_style = nullptr;
        FaceId last_face = kNoFace;
        run_of_character_.reserve(characters_.size());
        for (std::size_t first = 0; first < characters_.size();) {
            std::size_t last = first + 1;
            while (last < characters_.size() && characters_[last].joins_previous) ++last;
            while (characters_[first].text.begin >= style_runs_[style_index].text.end) {
                ++style_index;
            }
            const StyleRun& style_run = style_runs_[style_index];
            const FaceId face = face_of(first, last, style_run, last_face);
            if (&style_run != last_style || face != last_face) {
                outcome_.value.runs.push_back({face, style_run.style->size, style_run.style->name});
                style_of_run_.push_back(style_run.style);
                last_style = &style_run;
                last_face = face;
            }
            run_of_character_.resize(last,
                                     static_cast<std::uint32_t>(outcome_.value.runs.size() - 1));
            first = last;
        }
    }

    /// The face for the characters [first, last), which are drawn as one. Where the face of the
    /// first lacks another of them, one that has them all, if there is any.
    FaceId face_of(std::size_t first, std::size_t last, const StyleRun& style_run,
                   FaceId previous) {
        if (style_run.role == nullptr) return kNoFace;
        const FontRole& role = *style_run.role;
        if (is_invisible(characters_[first])) {
            return previous == kNoFace ? role.faces.front() : previous;
        }
        const FaceId face = choose_face(fonts_, role, characters_[first]);
        if (face == kNoFace) report_glyph(characters_[first], role);
        const auto has_all = [&](FaceId id) {
            for (std::size_t k = first; k < last; ++k) {
                const bool drawn = !is_invisible(characters_[k]);
                if (drawn && fonts_.faces[id].glyph(characters_[k].character) == 0) return false;
            }
            return true;
        };
        if (face == kNoFace || last == first + 1 || has_all(face)) return face;
        for (std::size_t k = first + 1; k < last; ++k) {
            const bool drawn = !is_invisible(characters_[k]);
            const bool missing =
                drawn && fonts_.face_for(role, characters_[k].character) == kNoFace;
            if (missing) report_glyph(characters_[k], role);
        }
        const auto other = std::find_if(role.faces.begin(), role.faces.end(), has_all);
        return other != role.faces.end() ? *other : face;
    }

    void report_glyph(const ClassifiedCharacter& character, const FontRole& role) {
        const Text& source = outcome_.value.source;
        const auto code = static_cast<std::uint32_t>(character.character);
        outcome_.diagnostics.push_back(
            {Code::glyph_missing,
             source.origin_at(character.text.begin),
             {{"character", source.utf8().substr(character.text.begin, character.text.size())},
              {"code_point", fmt::format("U+{:04X}", code)},
              {"role", role.name}}});
    }

    void shape() {
        if (characters_.empty() || has_errors(outcome_.diagnostics)) return;
        raw_.reserve(characters_.size());
        if (shape_plain_text()) return;
        raw_.clear();
        shape_with_pango();
    }

    /// False where some character is not plain. One is enough: what it does to the script, and so
    /// to the shape, of others is for Pango to say.
    bool shape_plain_text() {
        for (std::size_t k = 0; k < characters_.size(); ++k) {
            const ClassifiedCharacter& character = characters_[k];
            const FaceId face = outcome_.value.runs[run_of_character_[k]].face;
            const auto glyph = pango_.plain_glyphs(face).find(character.character);
            if (!glyph) return false;
            raw_.push_back({glyph->id, character.text.begin, glyph->advance, 0, 0});
        }
        return true;
    }

    /// Pango splits the text where script, face or our own notion of Chinese and Latin changes,
    /// and HarfBuzz shapes each piece.
    void shape_with_pango() {
        const std::string& text = outcome_.value.source.utf8();
        const std::unique_ptr<PangoAttrList, AttributesDeleter> attributes{make_attributes()};
        const int length = static_cast<int>(text.size());
        const std::unique_ptr<GList, ItemListDeleter> items{
            pango_itemize(pango_.context(), text.c_str(), 0, length, attributes.get(), nullptr)};
        const std::unique_ptr<PangoGlyphString, GlyphStringDeleter> glyphs{
            pango_glyph_string_new()};
        for (const GList* entry = items.get(); entry != nullptr; entry = entry->next) {
            auto& item = *static_cast<PangoItem*>(entry->data);
            // —— and …… are narrow in Noto unless their script is known to be Han.
            if (wide_at(item.offset)) item.analysis.script = PANGO_SCRIPT_HAN;
            pango_shape_full(text.c_str() + item.offset, item.length, text.c_str(), length,
                             &item.analysis, glyphs.get());
            collect_glyphs(*glyphs, item.offset);
        }
        std::stable_sort(raw_.begin(), raw_.end(),
                         [](const RawGlyph& a, const RawGlyph& b) { return a.byte < b.byte; });
    }

    PangoAttrList* make_attributes() {
        PangoAttrList* list = pango_attr_list_new();
        pango_attr_list_insert(list, pango_attr_fallback_new(FALSE));
        const auto insert = [list](PangoAttribute* attribute, std::size_t begin, std::size_t end) {
            attribute->start_index = static_cast<guint>(begin);
            attribute->end_index = static_cast<guint>(end);
            pango_attr_list_insert(list, attribute);
        };
        const std::size_t count = characters_.size();
        for (std::size_t first = 0; first < count;) {
            std::size_t last = first + 1;
            while (last < count && characters_[last].wide() == characters_[first].wide() &&
                   run_of_character_[last] == run_of_character_[first]) {
                ++last;
            }
            const std::size_t begin = characters_[first].text.begin;
            const std::size_t end = characters_[last - 1].text.end;
            const FaceId face = outcome_.value.runs[run_of_character_[first]].face;
            const char* language = characters_[first].wide() ? "zh-cn" : "en";
            insert(pango_attr_font_desc_new(pango_.description(face)), begin, end);
            insert(pango_attr_language_new(pango_language_from_string(language)), begin, end);
            for (const FaceFeature& feature : fonts_.faces[face].features) {
                for (std::size_t k = first; k < last; ++k) {
                    if (feature.characters.find(characters_[k].character) == std::u32string::npos) {
                        continue;
                    }
                    insert(pango_attr_font_features_new(feature_name(feature).c_str()),
                           characters_[k].text.begin, characters_[k].text.end);
                }
            }
            first = last;
        }
        return list;
    }

    [[nodiscard]] std::size_t character_at(std::uint32_t byte) const {
        const auto found = std::partition_point(
            characters_.begin(), characters_.end(),
            [byte](const ClassifiedCharacter& entry) { return entry.text.end <= byte; });
        return static_cast<std::size_t>(found - characters_.begin());
    }
    [[nodiscard]] bool wide_at(int byte) const {
        return characters_[character_at(static_cast<std::uint32_t>(byte))].wide();
    }

    void collect_glyphs(const PangoGlyphString& glyphs, int offset) {
        for (int k = 0; k < glyphs.num_glyphs; ++k) {
            const PangoGlyphInfo& glyph = glyphs.glyphs[k];
            const auto byte = static_cast<std::uint32_t>(offset + glyphs.log_clusters[k]);
            const bool drawn =
                glyph.glyph != PANGO_GLYPH_EMPTY && (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
            if (!drawn) continue;
            raw_.push_back({glyph.glyph, byte, glyph.geometry.width, glyph.geometry.x_offset,
                            -glyph.geometry.y_offset});
        }
    }

    void build_clusters() {
        ShapedParagraph& shaped = outcome_.value;
        shaped.clusters.reserve(characters_.size());
        shaped.glyphs.reserve(raw_.size());
        std::size_t next_glyph = 0;
        for (std::size_t first = 0; first < characters_.size();) {
            std::size_t last = first + 1;
            while (last < characters_.size() && belongs_to_previous(last, next_glyph)) ++last;
            const std::uint32_t end = characters_[last - 1].text.end;
            std::size_t glyph_end = next_glyph;
            while (glyph_end < raw_.size() && raw_[glyph_end].byte < end) ++glyph_end;
            add_cluster(first, end, {raw_.data() + next_glyph, glyph_end - next_glyph});
            next_glyph = glyph_end;
            first = last;
        }
    }

    /// Joined by its class, or drawn by a ligature's glyph: nothing of its own begins at its byte.
    [[nodiscard]] bool belongs_to_previous(std::size_t k, std::size_t from_glyph) const {
        if (characters_[k].joins_previous) return true;
        if (is_invisible(characters_[k]) || is_invisible(characters_[k - 1])) return false;
        const std::uint32_t byte = characters_[k].text.begin;
        const auto found = std::lower_bound(
            raw_.begin() + static_cast<std::ptrdiff_t>(from_glyph), raw_.end(), byte,
            [](const RawGlyph& glyph, std::uint32_t value) { return glyph.byte < value; });
        const bool begins = found != raw_.end() && found->byte == byte;
        return !begins && run_of_character_[k] == run_of_character_[k - 1] && !raw_.empty();
    }

    struct RawGlyphs {
        const RawGlyph* first;
        std::size_t count;
    };

    void add_cluster(std::size_t first, std::uint32_t end, RawGlyphs glyphs) {
        ShapedParagraph& shaped = outcome_.value;
        const ClassifiedCharacter& character = characters_[first];
        Cluster cluster;
        cluster.text = {character.text.begin, end};
        cluster.first_glyph = static_cast<std::uint32_t>(shaped.glyphs.size());
        cluster.glyph_count = static_cast<std::uint32_t>(glyphs.count);
        cluster.run = run_of_character_[first];
        cluster.character_class = character.character_class;
        cluster.character = character.character;
        cluster.em = style_of_run_[cluster.run]->pitch;
        for (std::size_t k = 0; k < glyphs.count; ++k) {
            const RawGlyph raw = half_width_slash(glyphs.first[k], cluster);
            const Length size = shaped.runs[cluster.run].size;
            Glyph glyph;
            glyph.id = raw.id;
            glyph.advance = cluster.em.scaled(raw.width, PangoFonts::kUnitsPerEm);
            glyph.x_offset = size.scaled(raw.x_offset, PangoFonts::kUnitsPerEm);
            glyph.y_offset = size.scaled(raw.y_offset, PangoFonts::kUnitsPerEm);
            cluster.advance += glyph.advance;
            shaped.glyphs.push_back(glyph);
        }
        if (character.wide() && glyphs.count == 0) {
            cluster.advance = cluster.em.scaled(character.cell, 1000);
        } else if (character.wide()) {
            const TypeRun& run = shaped.runs[cluster.run];
            const std::span<Glyph> own{shaped.glyphs.data() + cluster.first_glyph, glyphs.count};
            fit_cell(cluster, own, character, fonts_.faces[run.face], run.size);
        }
        shaped.clusters.push_back(cluster);
    }

    /// GB/T 15834-2011, 5.1, makes the slash half an em wide. Many faces draw ／ across a whole
    /// cell: theirs for / is the same sign at the right width.
    [[nodiscard]] RawGlyph half_width_slash(RawGlyph raw, const Cluster& cluster) const {
        if (cluster.character != U'／') return raw;
        const Face& face = fonts_.faces[outcome_.value.runs[cluster.run].face];
        const std::uint32_t slash = face.glyph(U'/');
        if (slash == 0 || !fills_more_than_half(face, raw.id)) return raw;
        raw.id = slash;
        raw.width = std::int64_t{hb_font_get_glyph_h_advance(face.font.get(), slash)} *
                    PangoFonts::kUnitsPerEm / face.units_per_em;
        raw.x_offset = 0;
        raw.y_offset = 0;
        return raw;
    }

    void measure_hang() {
        ShapedParagraph& shaped = outcome_.value;
        const auto hanging = std::partition_point(
            shaped.clusters.begin(), shaped.clusters.end(), [this](const Cluster& cluster) {
                return cluster.text.end <= paragraph_.hanging_bytes;
            });
        shaped.hanging_clusters = static_cast<std::uint32_t>(hanging - shaped.clusters.begin());
        if (paragraph_.hang_under.empty()) return;
        Paragraph lead;
        lead.style = paragraph_.style;
        lead.runs = {{Text{paragraph_.hang_under, shaped.source.origin()}, paragraph_.style}};
        auto measured = shape_paragraph(lead, styles_, fonts_, pango_);
        for (const Cluster& cluster : measured.value.clusters) {
            shaped.hang_under += cluster.advance;
        }
        append(outcome_.diagnostics, std::move(measured.diagnostics));
    }

    const Paragraph& paragraph_;
    const std::map<std::string, Style>& styles_;
    const FontSet& fonts_;
    const PangoFonts& pango_;
    std::vector<StyleRun> style_runs_;
    std::vector<ClassifiedCharacter> characters_;
    std::vector<std::uint32_t> run_of_character_;
    std::vector<const Style*> style_of_run_;
    std::vector<RawGlyph> raw_;
    Outcome<ShapedParagraph> outcome_;
};

}  // namespace

Outcome<ShapedParagraph> shape_paragraph(const Paragraph& paragraph,
                                         const std::map<std::string, Style>& styles,
                                         const FontSet& fonts, const PangoFonts& pango) {
    return ParagraphShaper{paragraph, styles, fonts, pango}.run();
}

}  // namespace banxin
