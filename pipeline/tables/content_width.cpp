#include "pipeline/tables/content_width.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/lines/break_opportunities.hpp"
#include "pipeline/tables/cell_paragraphs.hpp"
#include "pipeline/tables/label_columns.hpp"

namespace banxin {
namespace {

bool is_blank(const Cluster& cluster) {
    return cluster.character_class == CharacterClass::latin_space ||
           cluster.character_class == CharacterClass::line_feed;
}

Length indents(const Style& style) {
    return style.left_indent + style.first_line_indent + style.right_indent;
}

/// The clusters from `segment.cluster_begin` on as pieces. What a mark's blank half takes belongs
/// to the piece as long as no line ends there.
std::vector<TextPiece> pieces_of(const ShapedParagraph& paragraph, const Segment& segment,
                                 const std::vector<BreakOpportunity>& breaks) {
    std::vector<TextPiece> pieces;
    for (std::uint32_t index = segment.cluster_begin; index < segment.cluster_end; ++index) {
        const Cluster& cluster = paragraph.clusters[index];
        const Bond bond = breaks[index].bond;
        if (pieces.empty() || bond == Bond::free || bond == Bond::forced) pieces.emplace_back();
        TextPiece& piece = pieces.back();
        if (is_blank(cluster)) {
            piece.blank += cluster.advance;
            continue;
        }
        piece.width += piece.blank + cluster.advance - cluster.blank_right;
        piece.blank = cluster.blank_right;
    }
    return pieces;
}

Length label_width(const ShapedParagraph& paragraph, const Segment& segment) {
    if (!paragraph.style.hanging_labels) return {};
    const auto clusters = std::span{paragraph.clusters}.subspan(
        segment.cluster_begin, segment.cluster_end - segment.cluster_begin);
    Length width;
    for (std::uint32_t index = 0; index < label_clusters(clusters); ++index)
        width += clusters[index].advance;
    return width;
}

std::vector<ContentSegment> segments_with_pieces(const ShapedParagraph& paragraph,
                                                 const LineRules& rules) {
    const Style& style = paragraph.style;
    const std::vector<BreakOpportunity> breaks =
        find_break_opportunities(paragraph, find_house_units(paragraph), rules);
    std::vector<ContentSegment> segments;
    for (const Segment& segment : segments_of(paragraph)) {
        ContentSegment& content = segments.emplace_back();
        content.pieces = pieces_of(paragraph, segment, breaks);
        content.natural = indents(style);
        for (const TextPiece& piece : content.pieces) content.natural += piece.width + piece.blank;
        content.later_indent = style.left_indent + style.right_indent;
        content.first_indent = content.later_indent + style.first_line_indent;
        content.later_indent += label_width(paragraph, segment);
    }
    return segments;
}

/// The line breaker alone knows what stands between Han and Latin, and what is squeezed.
void measure_exactly(const ShapedParagraph& paragraph, const LineRules& rules,
                     std::vector<ContentSegment>& segments) {
    Length boundless = 16 * paragraph.style.size + Length::from_emu(1);
    for (const ContentSegment& segment : segments) boundless += 2 * segment.natural;
    const std::vector<Line> lines = break_lines(paragraph, boundless, rules).value.lines;
    for (std::size_t index = 0; index < std::min(lines.size(), segments.size()); ++index)
        segments[index].natural = indents(paragraph.style) + lines[index].natural_width;
}

/// Adds what a paragraph of lines that run across needs.
void add_horizontal(const ShapedParagraph& paragraph, Length limit, const LineRules& rules,
                    ContentWidth& content) {
    content.segments = segments_with_pieces(paragraph, rules);
    Length total;
    for (const ContentSegment& segment : content.segments) {
        total += segment.natural;
        for (const TextPiece& piece : segment.pieces)
            content.least = std::max(content.least, segment.later_indent + piece.width);
    }
    if (total <= limit) measure_exactly(paragraph, rules, content.segments);
    for (const ContentSegment& segment : content.segments)
        content.preferred = std::max(content.preferred, segment.natural);
}

}  // namespace

std::int64_t ContentSegment::lines_within(Length measure) const {
    if (natural <= measure) return 1;
    std::int64_t lines = 1;
    Length filled = first_indent;
    Length blank;
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        const TextPiece& piece = pieces[index];
        if (index > 0 && filled + blank + piece.width > measure) {
            ++lines;
            filled = later_indent;
            blank = Length{};
        }
        filled += blank + piece.width;
        blank = piece.blank;
        // A piece that is wider than the measure is broken after all.
        while (filled > measure && measure > later_indent) {
            ++lines;
            filled -= measure - later_indent;
        }
    }
    return lines;
}

ContentWidth content_width(const ShapedCell& cell, Length limit, const LineRules& rules) {
    ContentWidth content;
    content.least = cell.paragraph.style.pitch;
    const ShapedParagraph& paragraph = cell.paragraph;
    if (paragraph.orientation == Orientation::vertical) {
        const auto parts = static_cast<std::uint32_t>(segments_of(paragraph).size());
        content.least = columns_width(paragraph.style, parts);
        content.preferred = columns_width(paragraph.style, wanted_columns(paragraph, rules));
    } else if (!paragraph.clusters.empty()) {
        add_horizontal(paragraph, limit, rules, content);
    }
    content.preferred = std::max(content.preferred, content.least);
    return content;
}

}  // namespace banxin
