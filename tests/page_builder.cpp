// Builds pages from nominal glyphs. Shapes nothing.
#include "tests/page_builder.hpp"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

namespace banxin {
namespace {

// The character at byte `at` of valid UTF-8; `at` goes on to the next.
char32_t next_character(std::string_view text, std::size_t& at) {
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    const auto utf16 = icu::UnicodeString::fromUTF8(std::string(text.substr(at, end - at)));
    at = end;
    return static_cast<char32_t>(utf16.char32At(0));
}

Length advance(const Face& face, std::uint32_t glyph, Length size) {
    return size.scaled(hb_font_get_glyph_h_advance(face.font.get(), glyph), face.units_per_em);
}

}  // namespace

Page blank_page(std::string label) { return {210_mm, 297_mm, std::move(label), {}}; }

GlyphRun make_run(const FontSet& fonts, FaceId face_id, std::string_view text, Length size,
                  Length x, Length baseline, Length gap) {
    const Face& face = fonts.faces.at(face_id);
    GlyphRun run{face_id, size, std::string(text), {}, kArtifact, {}};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::uint32_t glyph = face.glyph(next_character(text, at));
        EXPECT_NE(glyph, 0U) << face.postscript_name << " lacks " << text.substr(begin, at - begin);
        const TextRange range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        run.glyphs.push_back({glyph, x, baseline, range});
        x += advance(face, glyph, size) + gap;
    }
    return run;
}

std::vector<GlyphRun> set_line(const FontSet& fonts, std::string_view role_name,
                               std::string_view text, Length size, Length x, Length baseline) {
    const FontRole* role = fonts.find_role(role_name);
    if (role == nullptr) {
        ADD_FAILURE() << "no role " << role_name;
        return {};
    }
    std::vector<GlyphRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const FaceId face = fonts.face_for(*role, next_character(text, at));
        if (face == kNoFace) {
            ADD_FAILURE() << role_name << " lacks " << text.substr(begin, at - begin);
            continue;
        }
        const GlyphRun one =
            make_run(fonts, face, text.substr(begin, at - begin), size, x, baseline);
        if (runs.empty() || runs.back().face != face) {
            runs.push_back(one);
        } else {
            PositionedGlyph glyph = one.glyphs.front();
            const auto before = static_cast<std::uint32_t>(runs.back().text.size());
            glyph.text = {before, before + glyph.text.end};
            runs.back().text += one.text;
            runs.back().glyphs.push_back(glyph);
        }
        x += advance(fonts.faces[face], one.glyphs.front().id, size);
    }
    return runs;
}

FaceId face_named(const FontSet& fonts, std::string_view postscript_name) {
    for (std::size_t k = 0; k < fonts.faces.size(); ++k) {
        if (fonts.faces[k].postscript_name == postscript_name) return static_cast<FaceId>(k);
    }
    ADD_FAILURE() << "no face " << postscript_name;
    return 0;
}

}  // namespace banxin
