#include "pipeline/annotate/lettering.hpp"

#include "pipeline/base/utf8.hpp"
#include "pipeline/write/preview/glyph_outlines.hpp"

namespace banxin {
namespace {

constexpr char32_t kFirstWide = 0x2E80;  // Radicals, Chinese, full-width forms.

bool may_break_between(char32_t last, char32_t next) {
    constexpr std::u32string_view kNotFirst = U"，。、；：？！）》〉」』】〕”’·～%";
    constexpr std::u32string_view kNotLast = U"（《〈「『【〔“‘";
    if (kNotFirst.find(next) != std::u32string_view::npos) return false;
    if (kNotLast.find(last) != std::u32string_view::npos) return false;
    return last == U' ' || last >= kFirstWide || next >= kFirstWide;
}

}  // namespace

Lettering::Lettering(const FontSet& fonts) : fonts_{fonts}, role_{fonts.find_role("黑体")} {
    if (role_ == nullptr && !fonts.roles.empty()) role_ = &fonts.roles.front();
}

Lettering::Letter Lettering::letter(char32_t character) const {
    if (role_ == nullptr) return {};
    const FaceId id = fonts_.face_for(*role_, character);
    if (id == kNoFace) return {};
    Letter found{&fonts_.faces[id], fonts_.faces[id].glyph(character), 0};
    found.advance =
        static_cast<double>(hb_font_get_glyph_h_advance(found.face->font.get(), found.glyph)) /
        found.face->units_per_em;
    return found;
}

double Lettering::width(std::string_view utf8, double size) const {
    double width = 0;
    for (std::size_t at = 0; at < utf8.size();)
        width += letter(next_character(utf8, at)).advance * size;
    return width;
}

void Lettering::draw(cairo_t* cairo, std::string_view utf8, double x, double baseline,
                     double size) const {
    for (std::size_t at = 0; at < utf8.size();) {
        const Letter drawn = letter(next_character(utf8, at));
        if (drawn.face == nullptr) continue;
        const double scale = size / drawn.face->units_per_em;
        cairo_save(cairo);
        cairo_translate(cairo, x, baseline);
        cairo_scale(cairo, scale, -scale);
        add_outline(cairo, *drawn.face, drawn.glyph);
        cairo_restore(cairo);
        x += drawn.advance * size;
    }
    cairo_fill(cairo);
}

std::vector<std::string> Lettering::wrapped(std::string_view utf8, double size,
                                            double width) const {
    std::vector<std::string> lines;
    std::size_t begin = 0;  // Of the line, and the last place where it may end.
    std::size_t end = 0;
    double used = 0;
    char32_t last = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t here = at;
        const char32_t character = next_character(utf8, at);
        const double advance = letter(character).advance * size;
        if (here > begin && may_break_between(last, character)) end = here;
        if (used + advance > width && end > begin) {
            lines.emplace_back(utf8.substr(begin, end - begin));
            begin = end;
            used = this->width(utf8.substr(begin, here - begin), size);
        }
        used += advance;
        last = character;
    }
    if (begin < utf8.size()) lines.emplace_back(utf8.substr(begin));
    return lines;
}

}  // namespace banxin
