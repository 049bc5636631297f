#include "pipeline/shape/plain_glyphs.hpp"

#include <hb-aat.h>
#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace banxin {
namespace {

/// The languages that paragraphs are shaped in, and the scripts that Pango can find in a text
/// whose characters all pass is_simple().
constexpr auto kLanguages = {"zh-cn", "en"};
constexpr auto kScripts = {HB_SCRIPT_HAN, HB_SCRIPT_LATIN, HB_SCRIPT_COMMON};

/// Whether `character` is its own cluster whatever stands beside it, and is of a script for which
/// HarfBuzz does nothing but what the face's rules say: no marks, joiners, controls or emoji.
bool is_simple(char32_t character) {
    if (character >= 0x4E00 && character <= 0x9FFF) return true;  // nearly all that is asked for
    if (character >= U' ' && character <= U'~') return true;
    constexpr char32_t kFractionSlash =
        0x2044;                               // HarfBuzz sets the figures around it as a fraction
    constexpr char32_t kEndOfPlane = 0xFFFF;  // beyond are flags and other emoji in sequences
    if (character == kFractionSlash || character > kEndOfPlane) return false;
    const auto code = static_cast<UChar32>(character);
    constexpr auto kKinds = U_GC_L_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_S_MASK | U_GC_ZS_MASK;
    if ((U_GET_GC_MASK(code) & kKinds) == 0) return false;
    if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code, &status);
    return script == USCRIPT_HAN || script == USCRIPT_LATIN || script == USCRIPT_COMMON;
}

/// Whether the face has rules outside OpenType layout: a list of kerned pairs, or Apple's tables.
bool has_other_rules(hb_face_t* face) {
    hb_blob_t* pairs = hb_face_reference_table(face, HB_TAG('k', 'e', 'r', 'n'));
    const bool has_pairs = hb_blob_get_length(pairs) > 0;
    hb_blob_destroy(pairs);
    return has_pairs || hb_aat_layout_has_substitution(face) != 0 ||
           hb_aat_layout_has_positioning(face) != 0 || hb_aat_layout_has_tracking(face) != 0;
}

/// Adds the glyphs that a rule of `table` begins at, of those that HarfBuzz would follow for such
/// a text. A rule needs a glyph of its input; what surrounds that cannot set it going.
void add_ruled_glyphs(hb_face_t* face, hb_tag_t table, hb_shape_plan_t* plan, hb_set_t* ruled) {
    hb_set_t* lookups = hb_set_create();
    hb_ot_shape_plan_collect_lookups(plan, table, lookups);
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups, &lookup) != 0;) {
        hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nullptr, ruled, nullptr, nullptr);
    }
    hb_set_destroy(lookups);
}

hb_set_t* find_ruled_glyphs(hb_face_t* face) {
    hb_set_t* ruled = hb_set_create();
    for (const hb_script_t script : kScripts) {
        for (const char* language : kLanguages) {
            hb_segment_properties_t text{};
            text.direction = HB_DIRECTION_LTR;
            text.script = script;
            text.language = hb_language_from_string(language, -1);
            hb_shape_plan_t* plan = hb_shape_plan_create_cached(face, &text, nullptr, 0, nullptr);
            add_ruled_glyphs(face, HB_OT_TAG_GSUB, plan, ruled);
            add_ruled_glyphs(face, HB_OT_TAG_GPOS, plan, ruled);
            hb_shape_plan_destroy(plan);
        }
    }
    return ruled;
}

}  // namespace

PlainGlyphs::PlainGlyphs(const Face& face, hb_font_t* font) : font_{hb_font_reference(font)} {
    for (const FaceFeature& feature : face.features) featured_ += feature.characters;
    hb_face_t* harfbuzz = face.harfbuzz.get();
    if (!has_other_rules(harfbuzz)) ruled_.reset(find_ruled_glyphs(harfbuzz));
}

std::optional<PlainGlyph> PlainGlyphs::find(char32_t character) const {
    const auto [entry, is_new] = known_.try_emplace(character);
    if (is_new) entry->second = look_up(character);
    return entry->second;
}

std::optional<PlainGlyph> PlainGlyphs::look_up(char32_t character) const {
    if (!ruled_ || !is_simple(character)) return {};
    if (featured_.find(character) != std::u32string::npos) return {};
    hb_codepoint_t id = 0;
    if (hb_font_get_nominal_glyph(font_.get(), character, &id) == 0) return {};
    if (id == 0 || hb_set_has(ruled_.get(), id) != 0) return {};
    return PlainGlyph{id, hb_font_get_glyph_h_advance(font_.get(), id)};
}

}  // namespace banxin
