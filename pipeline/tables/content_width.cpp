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

Length widest_piece(const ShapedParagraph& paragraph, const LineRules& rules) {
    const std::vector<BreakOpportunity> breaks =
        find_break_opportunities(paragraph, find_house_units(paragraph), rules);
    Length widest;
    Length piece;
    for (std::size_t index = 0; index < paragraph.clusters.size(); ++index) {
        const Bond bond = breaks[index].bond;
        if (bond == Bond::free || bond == Bond::forced) piece = Length{};
        if (!is_blank(paragraph.clusters[index])) piece += paragraph.clusters[index].advance;
        widest = std::max(widest, piece);
    }
    return widest;
}

Length indents(const Style& style) {
    return style.left_indent + style.first_line_indent + style.right_indent;
}

Length sum_of_advances(const ShapedParagraph& paragraph, const Segment& segment) {
    Length sum;
    for (std::uint32_t index = segment.cluster_begin; index < segment.cluster_end; ++index) {
        sum += paragraph.clusters[index].advance;
    }
    return sum;
}

/// Width of each line that ends with a line feed or with the paragraph.
std::vector<Length> natural_widths(const ShapedParagraph& paragraph, Length limit,
                                   const LineRules& rules) {
    std::vector<Length> widths;
    Length total;
    for (const Segment& segment : segments_of(paragraph)) {
        widths.push_back(indents(paragraph.style) + sum_of_advances(paragraph, segment));
        total += widths.back();
    }
    if (total > limit) return widths;
    // The line breaker alone knows what stands between Han and Latin, and what is squeezed.
    const Length boundless = 2 * total + 16 * paragraph.style.size + Length::from_emu(1);
    widths.clear();
    for (const Line& line : break_lines(paragraph, boundless, rules).value.lines) {
        widths.push_back(indents(paragraph.style) + line.natural_width);
    }
    return widths;
}

/// Adds what a paragraph of lines that run across needs.
void add_horizontal(const ShapedParagraph& paragraph, Length limit, const LineRules& rules,
                    ContentWidth& content) {
    content.least = std::max(content.least, widest_piece(paragraph, rules));
    for (const Length width : natural_widths(paragraph, limit, rules)) {
        content.segments.push_back(width);
        content.preferred = std::max(content.preferred, width);
    }
}

}  // namespace

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
