#include "pipeline/pages/item_builder.hpp"

#include <string_view>

#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

/// Where the character that begins at `at` ends.
std::size_t end_of_character(std::string_view utf8, std::size_t at) {
    static_cast<void>(next_character(utf8, at));
    return at;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); at = end_of_character(utf8, at)) ++count;
    return count;
}

/// Adds the glyphs of one cluster to `run`. Each of the two of —— stands for its own character;
/// where glyphs and characters are not as many, the first glyph stands for the cluster's text.
void add_cluster(GlyphRun& run, const ShapedParagraph& paragraph, const Cluster& cluster,
                 Place pen) {
    Length& along = paragraph.orientation == Orientation::vertical ? pen.y : pen.x;
    const auto begin = static_cast<std::uint32_t>(run.text.size());
    run.text.append(paragraph.source.utf8(), cluster.text.begin, cluster.text.size());
    const std::size_t end = run.text.size();
    const bool one_each =
        count_characters(std::string_view{run.text}.substr(begin)) == cluster.glyph_count;
    std::size_t next = begin;
    for (std::uint32_t k = 0; k < cluster.glyph_count; ++k) {
        const Glyph& glyph = paragraph.glyphs[cluster.first_glyph + k];
        TextRange text{static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(end)};
        if (one_each) text.end = static_cast<std::uint32_t>(end_of_character(run.text, next));
        next = text.end;
        run.glyphs.push_back({glyph.id, pen.x + glyph.x_offset, pen.y - glyph.y_offset, text});
        along += glyph.advance;
    }
}

}  // namespace

void add_line(std::vector<Item>& items, const ShapedParagraph& paragraph, const Line& line,
              Place origin, ElementId element) {
    const bool vertical = paragraph.orientation == Orientation::vertical;
    if (!vertical) origin.y += baseline_below_top(paragraph.style.size);
    GlyphRun run;
    std::uint32_t current = 0;
    const auto finish = [&] {
        if (!run.glyphs.empty()) items.emplace_back(std::move(run));
        run = GlyphRun{};
    };
    for (std::uint32_t k = line.cluster_begin; k < line.cluster_end; ++k) {
        const Cluster& cluster = paragraph.clusters[k];
        if (cluster.glyph_count == 0) continue;
        if (run.glyphs.empty() || cluster.run != current) {
            finish();
            current = cluster.run;
            run.face = paragraph.runs[current].face;
            run.size = paragraph.runs[current].size;
            run.posture = paragraph.runs[current].posture;
            run.colour = paragraph.style.colour;
            run.element = element;
            run.origin = paragraph.source.origin_at(cluster.text.begin);
        }
        Place pen = origin;
        (vertical ? pen.y : pen.x) += line.positions[k - line.cluster_begin];
        add_cluster(run, paragraph, cluster, pen);
    }
    finish();
}

}  // namespace banxin
