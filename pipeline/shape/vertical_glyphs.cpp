#include "pipeline/shape/vertical_glyphs.hpp"

#include <memory>

namespace banxin {
namespace {

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

std::vector<std::uint32_t> shape(const Face& face, std::string_view utf8,
                                 hb_direction_t direction) {
    const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer{hb_buffer_create()};
    const auto length = static_cast<int>(utf8.size());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), length, 0, length);
    hb_buffer_set_direction(buffer.get(), direction);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("zh-cn", -1));
    hb_shape(face.font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::vector<std::uint32_t> glyphs;
    for (unsigned k = 0; k < count; ++k) glyphs.push_back(infos[k].codepoint);
    return glyphs;
}

struct QuoteForm {
    char32_t quote;
    char32_t form;
    std::string_view utf8;  ///< of the quote
};
constexpr QuoteForm kQuoteForms[] = {
    {U'“', U'﹃', "“"}, {U'”', U'﹄', "”"}, {U'‘', U'﹁', "‘"}, {U'’', U'﹂', "’"}};

}  // namespace

std::vector<std::uint32_t> vertical_glyphs(const Face& face, std::string_view utf8) {
    // HarfBuzz applies `vert` by itself, and where a face has no such feature it looks for the
    // presentation forms.
    std::vector<std::uint32_t> down = shape(face, utf8, HB_DIRECTION_TTB);
    if (down == shape(face, utf8, HB_DIRECTION_LTR)) down.clear();
    for (const std::uint32_t glyph : down) {
        if (glyph == 0) return {};
    }
    return down;
}

std::uint32_t vertical_quote(const Face& face, char32_t quote) {
    for (const QuoteForm& known : kQuoteForms) {
        if (known.quote != quote || face.glyph(quote) == 0) continue;
        const std::vector<std::uint32_t> own = vertical_glyphs(face, known.utf8);
        return own.size() == 1 ? own.front() : face.glyph(known.form);
    }
    return 0;
}

}  // namespace banxin
