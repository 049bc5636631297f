// Writes the objects of a composite font (ISO 32000-1, 9.7 and 9.8). Shapes and places nothing.
#include "pipeline/write/pdf/embedded_font.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <cstdlib>

#include "pipeline/write/pdf/content_hash.hpp"
#include "pipeline/write/pdf/font_subset.hpp"
#include "pipeline/write/pdf/pdf_syntax.hpp"
#include "pipeline/write/pdf/to_unicode.hpp"

namespace banxin::pdf {
namespace {

// Flag 3, Symbolic: the glyphs are not those of the standard Latin set (table 123).
constexpr int kSymbolic = 4;

// What readers take where /W has no entry: one em, the width of nearly all glyphs.
constexpr std::int64_t kDefaultWidth = 1000;

// Six capitals that name the subset by its content (9.6.4).
std::string subset_tag(std::string_view program) {
    const auto hash = content_hash(program);
    std::string tag;
    for (std::size_t k = 0; k < 6; ++k) {
        tag += static_cast<char>('A' + (hash[2 * k] * 256 + hash[2 * k + 1]) % 26);
    }
    return tag;
}

std::int16_t signed_number(std::span<const char> table, std::size_t at) {
    if (at + 2 > table.size()) return 0;
    return static_cast<std::int16_t>(static_cast<std::uint8_t>(table[at]) << 8 |
                                     static_cast<std::uint8_t>(table[at + 1]));
}

// Two-byte numbers `at` these offsets of a table; zeros where it is too short.
std::vector<std::int16_t> table_numbers(const Face& face, hb_tag_t tag,
                                        std::initializer_list<std::size_t> offsets) {
    hb_blob_t* blob = hb_face_reference_table(face.harfbuzz.get(), tag);
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    std::vector<std::int16_t> numbers;
    for (const std::size_t at : offsets) numbers.push_back(signed_number({data, size}, at));
    hb_blob_destroy(blob);
    return numbers;
}

std::int64_t per_mille(const Face& face, std::int64_t font_units) {
    return divide_rounded(font_units * 1000, face.units_per_em);
}

std::string number_syntax(std::int64_t value) {
    std::string syntax;
    append_decimal(syntax, value, 0);
    return syntax;
}

std::string bounding_box(const Face& face) {
    // xMin, yMin, xMax, yMax of the OpenType table head.
    std::string syntax = "[";
    for (const auto edge : table_numbers(face, HB_TAG('h', 'e', 'a', 'd'), {36, 38, 40, 42})) {
        if (syntax.size() > 1) syntax += ' ';
        append_decimal(syntax, per_mille(face, edge), 0);
    }
    return syntax + "]";
}

std::int64_t metric(const Face& face, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(face.font.get(), tag, &value);
    return per_mille(face, value);
}

// No font tells the width of its stems, and readers use it only to imitate a font that is not
// embedded. 50 for light and 220 for the boldest faces are usual figures.
std::int64_t stem_width(const Face& face) {
    const auto weight =
        static_cast<std::int64_t>(hb_style_get_value(face.font.get(), HB_STYLE_TAG_WEIGHT));
    return std::clamp<std::int64_t>(50 + (weight - 300) * 170 / 600, 50, 220);
}

Dictionary add_descriptor(ObjectWriter& objects, const Face& face, const FontSubset& subset,
                          const std::string& name) {
    Dictionary file = objects.add_stream(subset.bytes);
    if (subset.program == FontProgram::cff) {
        file.name("Subtype", "CIDFontType0C");
    } else {
        file.integer("Length1", static_cast<int>(subset.bytes.size()));
    }
    Dictionary descriptor = objects.add_dictionary();
    descriptor.name("Type", "FontDescriptor");
    descriptor.name("FontName", name);
    descriptor.integer("Flags", kSymbolic);
    descriptor.value("FontBBox", bounding_box(face));
    // Degrees as 16.16 in the table post; the fraction says nothing to a reader.
    descriptor.value("ItalicAngle",
                     number_syntax(table_numbers(face, HB_TAG('p', 'o', 's', 't'), {4})[0]));
    descriptor.value("Ascent", number_syntax(metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)));
    // FandolSong gives its descent without the sign.
    descriptor.value(
        "Descent", number_syntax(-std::abs(metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER))));
    descriptor.value("CapHeight", number_syntax(metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT)));
    descriptor.value("StemV", number_syntax(stem_width(face)));
    descriptor.reference(subset.program == FontProgram::cff ? "FontFile3" : "FontFile2", file);
    return descriptor;
}

// /W: `code [width …]` for each row of neighbouring codes whose width is not the default.
// `glyphs` are in the order of their codes.
std::string width_array(const std::vector<const EmbeddedGlyph*>& glyphs) {
    std::string syntax = "[";
    std::int64_t next = -1;  // the code that would go on in the open row
    for (const EmbeddedGlyph* glyph : glyphs) {
        if (glyph->width == kDefaultWidth) continue;
        if (glyph->code == next) {
            syntax += ' ';
        } else {
            if (next >= 0) syntax += "] ";
            syntax += std::to_string(glyph->code) + " [";
        }
        append_decimal(syntax, glyph->width, 0);
        next = glyph->code + 1;
    }
    return syntax + (next >= 0 ? "]]" : "]");
}

std::string collection_syntax(const CharacterCollection& collection) {
    return "<< /Registry (" + collection.registry + ") /Ordering (" + collection.ordering +
           ") /Supplement " + std::to_string(collection.supplement) + " >>";
}

Dictionary add_descendant(ObjectWriter& objects, const Face& face, const FontSubset& subset,
                          const std::string& name,
                          const std::vector<const EmbeddedGlyph*>& by_code) {
    Dictionary font = objects.add_dictionary();
    font.name("Type", "Font");
    font.name("BaseFont", name);
    font.value("CIDSystemInfo", collection_syntax(subset.collection));
    if (subset.program == FontProgram::cff) {
        font.name("Subtype", "CIDFontType0");
    } else {
        font.name("Subtype", "CIDFontType2");
        font.name("CIDToGIDMap", "Identity");
    }
    font.value("DW", number_syntax(kDefaultWidth));
    font.value("W", width_array(by_code));
    font.reference("FontDescriptor", add_descriptor(objects, face, subset, name));
    return font;
}

std::string add_composite(ObjectWriter& objects, const Face& face, const FontSubset& subset,
                          const std::vector<const EmbeddedGlyph*>& by_code) {
    std::vector<CodeText> texts;
    for (const EmbeddedGlyph* glyph : by_code) texts.push_back({glyph->code, glyph->text});

    const std::string name = subset_tag(subset.bytes) + "+" + face.postscript_name;
    const bool is_cff = subset.program == FontProgram::cff;
    Dictionary font = objects.add_dictionary();
    font.name("Type", "Font");
    font.name("Subtype", "Type0");
    // The name of a CIDFontType0 is followed by that of the encoding (table 121).
    font.name("BaseFont", is_cff ? name + "-Identity-H" : name);
    font.name("Encoding", "Identity-H");
    const Dictionary descendant = add_descendant(objects, face, subset, name, by_code);
    font.value("DescendantFonts", "[" + descendant.reference() + "]");
    font.reference("ToUnicode", objects.add_stream(to_unicode_cmap(texts)));
    return font.reference();
}

}  // namespace

EmbeddedFont::EmbeddedFont(std::string reference, const std::vector<std::uint32_t>& numbers,
                           std::vector<EmbeddedGlyph> glyphs)
    : reference_(std::move(reference)),
      place_(numbers.empty() ? 0 : numbers.back() + 1),
      glyphs_(std::move(glyphs)) {
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        place_[numbers[k]] = static_cast<std::uint16_t>(k);
    }
}

std::optional<EmbeddedFont> embed_font(ObjectWriter& objects, const Face& face,
                                       const GlyphUsage& usage) {
    const std::vector<std::uint32_t> numbers = usage.glyphs();
    const std::optional<FontSubset> subset = subset_font(face, numbers);
    if (!subset) return std::nullopt;

    std::vector<EmbeddedGlyph> glyphs;
    glyphs.reserve(numbers.size());
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        // The font program's own width. Kerning and squeezing belong into the content stream.
        const std::int64_t advance = hb_font_get_glyph_h_advance(face.font.get(), numbers[k]);
        glyphs.push_back({subset->cids[k], per_mille(face, advance), usage.text_of(numbers[k])});
    }
    std::vector<const EmbeddedGlyph*> by_code;
    for (const EmbeddedGlyph& glyph : glyphs) by_code.push_back(&glyph);
    std::ranges::sort(by_code, {}, [](const EmbeddedGlyph* glyph) { return glyph->code; });

    std::string reference = add_composite(objects, face, *subset, by_code);
    return EmbeddedFont(std::move(reference), numbers, std::move(glyphs));
}

}  // namespace banxin::pdf
