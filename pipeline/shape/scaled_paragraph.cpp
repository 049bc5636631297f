#include "pipeline/shape/scaled_paragraph.hpp"

namespace banxin {

ShapedParagraph scaled(ShapedParagraph paragraph, Scale scale) {
    const auto scale_one = [&](Length& length) {
        length = length.scaled(scale.size, Scale::kWhole);
    };
    for (Cluster& cluster : paragraph.clusters)
        for (Length* length : {&cluster.em, &cluster.advance, &cluster.blank_left,
                               &cluster.blank_right, &cluster.moved_left})
            scale_one(*length);
    for (Glyph& glyph : paragraph.glyphs)
        for (Length* length : {&glyph.x_offset, &glyph.y_offset, &glyph.advance})
            scale_one(*length);
    for (TypeRun& run : paragraph.runs) scale_one(run.size);
    Style& style = paragraph.style;
    for (Length* length : {&style.size, &style.pitch, &style.first_line_indent, &style.left_indent,
                           &style.right_indent, &paragraph.hang_under})
        scale_one(*length);
    style.leading = style.leading.scaled(scale.leading, Scale::kWhole);
    return paragraph;
}

}  // namespace banxin
