#include "pipeline/pages/page_number.hpp"

#include <string>

namespace banxin {
namespace {

Length width_of(const ShapedParagraph& sign) {
    Length width;
    for (const Cluster& cluster : sign.clusters) width += cluster.advance;
    return width;
}

}  // namespace

void add_page_number(std::vector<Item>& items, const ShapedDocument& document,
                     const PageGeometry& page, const PageNumberStyle& style, std::size_t index) {
    const auto& signs = document.page_number_signs;
    if (signs.empty()) return;

    // The signs in order, each with the gap before it.
    struct Part {
        const ShapedParagraph* sign;
        Length gap;
    };
    std::vector<Part> parts = {{&signs[0], {}}};
    const std::string number = std::to_string(index + 1);
    for (std::size_t k = 0; k < number.size(); ++k) {
        const auto digit = static_cast<std::size_t>(number[k] - '0');
        parts.push_back({&signs[1 + digit], k == 0 ? style.gap : Length{}});
    }
    parts.push_back({&signs[0], style.gap});

    Length width;
    for (const Part& part : parts) width += part.gap + width_of(*part.sign);
    const bool odd = index % 2 == 0;
    Length pen = odd ? page.left + page.type_width - style.outer_indent - width
                     : page.left + style.outer_indent;
    const Length baseline = page.top + page.type_height + style.dash_below + document.dash_centre;

    GlyphRun run;
    const ShapedParagraph& dash = signs[0];
    run.size = style.size;
    for (const Part& part : parts) {
        const TypeRun& type = part.sign->runs.front();
        if (run.face != type.face && !run.glyphs.empty()) {
            items.emplace_back(std::move(run));
            run = GlyphRun{};
            run.size = style.size;
        }
        run.face = type.face;
        pen += part.gap;
        const Cluster& cluster = part.sign->clusters.front();
        const auto begin = static_cast<std::uint32_t>(run.text.size());
        run.text += part.sign->source.utf8();
        const auto end = static_cast<std::uint32_t>(run.text.size());
        for (std::uint32_t k = 0; k < cluster.glyph_count; ++k) {
            const Glyph& glyph = part.sign->glyphs[k];
            run.glyphs.push_back({glyph.id,
                                  pen + glyph.x_offset,
                                  baseline - glyph.y_offset,
                                  {k == 0 ? begin : end, end}});
        }
        pen += width_of(*part.sign);
    }
    run.origin = dash.source.origin();
    items.emplace_back(std::move(run));
}

}  // namespace banxin
