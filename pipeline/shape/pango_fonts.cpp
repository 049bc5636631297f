#include "pipeline/shape/pango_fonts.hpp"

#include <charconv>
#include <string>
#include <string_view>

namespace banxin {
namespace {

constexpr std::string_view kNamePrefix = "Banxin";

std::string face_name(std::size_t face) { return std::string{kNamePrefix} + std::to_string(face); }

// The three classes that Pango wants, as GObject has them: a font, a set of exactly one font, and
// the map that leads from a family name to it. Pango calls nothing else while it itemises and
// shapes without fallback; what layouts and widgets would need is left out.

struct FaceFont {
    PangoFont parent;
    hb_font_t* harfbuzz;  ///< Owned; scaled so that an em is PangoFonts::kUnitsPerEm.
    PangoFontMap* map;    ///< Not owned: the map outlives its fonts.
};
struct FaceFontClass {
    PangoFontClass parent;
};
struct FaceFontset {
    PangoFontset parent;
    PangoFont* font;  ///< Owned.
};
struct FaceFontsetClass {
    PangoFontsetClass parent;
};
struct FaceFontMap {
    PangoFontMap parent;
    std::vector<PangoFontset*>* fontsets;  ///< Owned; one a face.
};
struct FaceFontMapClass {
    PangoFontMapClass parent;
};

G_DEFINE_TYPE(FaceFont, banxin_face_font, PANGO_TYPE_FONT)
G_DEFINE_TYPE(FaceFontset, banxin_face_fontset, PANGO_TYPE_FONTSET)
G_DEFINE_TYPE(FaceFontMap, banxin_face_font_map, PANGO_TYPE_FONT_MAP)

template <typename Derived, typename Base>
Derived* as(Base* object) {
    return reinterpret_cast<Derived*>(object);
}

// --- FaceFont

void banxin_face_font_init(FaceFont*) {}

void banxin_face_font_class_init(FaceFontClass* type) {
    G_OBJECT_CLASS(type)->finalize = [](GObject* object) {
        hb_font_destroy(as<FaceFont>(object)->harfbuzz);
        G_OBJECT_CLASS(banxin_face_font_parent_class)->finalize(object);
    };
    type->parent.create_hb_font = [](PangoFont* font) {
        return hb_font_reference(as<FaceFont>(font)->harfbuzz);
    };
    type->parent.get_font_map = [](PangoFont* font) { return as<FaceFont>(font)->map; };
    type->parent.get_features = [](PangoFont*, hb_feature_t*, guint, guint*) {};
    type->parent.get_glyph_extents = [](PangoFont*, PangoGlyph, PangoRectangle* ink,
                                        PangoRectangle* logical) {
        if (ink != nullptr) *ink = {};
        if (logical != nullptr) *logical = {};
    };
    type->parent.get_coverage = [](PangoFont*, PangoLanguage*) { return pango_coverage_new(); };
    type->parent.describe = [](PangoFont*) { return pango_font_description_new(); };
    type->parent.describe_absolute = type->parent.describe;
}

PangoFont* make_font(const Face& face, PangoFontMap* map) {
    auto* font = static_cast<FaceFont*>(g_object_new(banxin_face_font_get_type(), nullptr));
    constexpr int kScale = static_cast<int>(PangoFonts::kUnitsPerEm);
    font->harfbuzz = hb_font_create_sub_font(face.font.get());
    hb_font_set_scale(font->harfbuzz, kScale, kScale);
    hb_font_make_immutable(font->harfbuzz);
    font->map = map;
    return &font->parent;
}

// --- FaceFontset

void banxin_face_fontset_init(FaceFontset*) {}

void banxin_face_fontset_class_init(FaceFontsetClass* type) {
    G_OBJECT_CLASS(type)->finalize = [](GObject* object) {
        g_object_unref(as<FaceFontset>(object)->font);
        G_OBJECT_CLASS(banxin_face_fontset_parent_class)->finalize(object);
    };
    type->parent.get_font = [](PangoFontset* set, guint) {
        return static_cast<PangoFont*>(g_object_ref(as<FaceFontset>(set)->font));
    };
    type->parent.foreach = [](PangoFontset* set, PangoFontsetForeachFunc visit, gpointer data) {
        visit(set, as<FaceFontset>(set)->font, data);
    };
    type->parent.get_language = [](PangoFontset*) { return pango_language_from_string("zh-cn"); };
}

// --- FaceFontMap

/// The set that `description` names, null for one that is not ours. The name is its variations:
/// for ⚡ and other signs of its list Pango asks for the same description of the family “emoji”.
PangoFontset* find_fontset(PangoFontMap* map, const PangoFontDescription* description) {
    const char* variations = pango_font_description_get_variations(description);
    const std::string_view name = variations == nullptr ? "" : variations;
    if (!name.starts_with(kNamePrefix)) return nullptr;
    std::size_t face = 0;
    std::from_chars(name.data() + kNamePrefix.size(), name.data() + name.size(), face);
    const auto& fontsets = *as<FaceFontMap>(map)->fontsets;
    return face < fontsets.size() ? fontsets[face] : nullptr;
}

void banxin_face_font_map_init(FaceFontMap* map) {
    map->fontsets = new std::vector<PangoFontset*>;  // a GObject has no C++ constructor
}

void banxin_face_font_map_class_init(FaceFontMapClass* type) {
    G_OBJECT_CLASS(type)->finalize = [](GObject* object) {
        auto* map = as<FaceFontMap>(object);
        for (PangoFontset* fontset : *map->fontsets) g_object_unref(fontset);
        delete map->fontsets;
        G_OBJECT_CLASS(banxin_face_font_map_parent_class)->finalize(object);
    };
    type->parent.load_fontset = [](PangoFontMap* map, PangoContext*,
                                   const PangoFontDescription* description, PangoLanguage*) {
        PangoFontset* fontset = find_fontset(map, description);
        return fontset == nullptr ? nullptr : static_cast<PangoFontset*>(g_object_ref(fontset));
    };
    type->parent.load_font = [](PangoFontMap* map, PangoContext*,
                                const PangoFontDescription* description) {
        PangoFontset* fontset = find_fontset(map, description);
        return fontset == nullptr ? nullptr : pango_fontset_get_font(fontset, 0);
    };
    type->parent.list_families = [](PangoFontMap*, PangoFontFamily***, int* count) { *count = 0; };
    type->parent.get_serial = [](PangoFontMap*) { return guint{1}; };
    type->parent.shape_engine_type = "PangoRenderBanxin";
}

}  // namespace

PangoFonts::PangoFonts(const FontSet& fonts) {
    auto* map = static_cast<FaceFontMap*>(g_object_new(banxin_face_font_map_get_type(), nullptr));
    map_.reset(&map->parent);
    for (std::size_t k = 0; k < fonts.faces.size(); ++k) {
        auto* set =
            static_cast<FaceFontset*>(g_object_new(banxin_face_fontset_get_type(), nullptr));
        set->font = make_font(fonts.faces[k], map_.get());
        map->fontsets->push_back(&set->parent);
        plain_glyphs_.emplace_back(fonts.faces[k], as<FaceFont>(set->font)->harfbuzz);

        PangoFontDescription* description = pango_font_description_new();
        pango_font_description_set_variations(description, face_name(k).c_str());
        pango_font_description_set_absolute_size(description, kShapingSize * PANGO_SCALE);
        descriptions_.emplace_back(description);
    }
    context_.reset(pango_font_map_create_context(map_.get()));
    if (!descriptions_.empty()) {
        pango_context_set_font_description(context_.get(), descriptions_.front().get());
    }
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

}  // namespace banxin
