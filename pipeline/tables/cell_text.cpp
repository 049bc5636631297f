#include "pipeline/tables/cell_text.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/lines/break_lines.hpp"

namespace banxin {
namespace {

constexpr Length kOneUnit = Length::from_emu(1);

/// A character that stands upright in a square of its own when text runs down.
bool stacks(const Cluster& cluster) {
    return cluster.advance == cluster.em && cluster.character_class != CharacterClass::latin &&
           cluster.character_class != CharacterClass::latin_space;
}

/// One line a cluster, each in the middle of `measure`.
void stack(const ShapedParagraph& paragraph, const Segment& segment, Length measure,
           BrokenParagraph& broken) {
    for (std::uint32_t index = segment.cluster_begin; index < segment.cluster_end; ++index) {
        const Cluster& cluster = paragraph.clusters[index];
        const Length left = (measure - cluster.advance).scaled(1, 2);
        broken.lines.push_back({.text = cluster.text,
                                .cluster_begin = index,
                                .cluster_end = index + 1,
                                .positions = {left},
                                .left = left,
                                .width = cluster.advance,
                                .natural_width = cluster.advance,
                                .reason = BreakReason::forced});
    }
}

/// Lines of a segment were numbered from its own start.
void shift(Line& line, const ShapedParagraph& paragraph, const Segment& segment) {
    const std::uint32_t first_byte = paragraph.clusters[segment.cluster_begin].text.begin;
    line.text.begin += first_byte;
    line.text.end += first_byte;
    line.cluster_begin += segment.cluster_begin;
    line.cluster_end += segment.cluster_begin;
}

/// The line feed between two segments belongs to the line that it ends, so that lines tile.
void take_line_feed(const ShapedParagraph& paragraph, const Segment& segment,
                    BrokenParagraph& broken) {
    if (segment.cluster_end == paragraph.clusters.size()) return;
    const Cluster& line_feed = paragraph.clusters[segment.cluster_end];
    if (segment.cluster_begin == segment.cluster_end) {
        broken.lines.push_back({.text = {line_feed.text.begin, line_feed.text.begin},
                                .cluster_begin = segment.cluster_end,
                                .cluster_end = segment.cluster_end,
                                .positions = {},
                                .left = {},
                                .width = {},
                                .natural_width = {},
                                .reason = BreakReason::forced});
    }
    Line& line = broken.lines.back();
    line.text.end = line_feed.text.end;
    line.cluster_end = segment.cluster_end + 1;
    line.positions.push_back(line.left + line.width);
}

/// The segments of a vertical cell under each other: stacked ones character by character, the
/// others as lines of their own, all centred.
Outcome<BrokenParagraph> break_vertical(const ShapedParagraph& paragraph, Length measure,
                                        const LineRules& rules) {
    Outcome<BrokenParagraph> outcome;
    for (const Segment& segment : segments_of(paragraph, Orientation::vertical)) {
        if (segment.stacked) {
            stack(paragraph, segment, measure, outcome.value);
        } else if (segment.cluster_begin < segment.cluster_end) {
            auto part = break_lines(paragraph_of(paragraph, segment), measure, rules);
            append(outcome.diagnostics, std::move(part.diagnostics));
            for (Line& line : part.value.lines) {
                shift(line, paragraph, segment);
                outcome.value.lines.push_back(std::move(line));
            }
        }
        take_line_feed(paragraph, segment, outcome.value);
    }
    return outcome;
}

Length inner_width(const ShapedTable& table, const ShapedCell& cell,
                   const std::vector<Length>& edges) {
    const std::size_t last = edges.size() - 1;
    const std::size_t begin = std::min<std::size_t>(cell.column, last);
    const std::size_t end = std::min<std::size_t>(begin + std::max(cell.column_span, 1U), last);
    const Length inner = edges[end] - edges[begin] - 2 * table.frame.horizontal_padding;
    // A column squeezed below one character keeps a measure that lines can be broken in.
    return std::max({inner, cell.paragraph.style.pitch, kOneUnit});
}

}  // namespace

Length CellText::height(std::uint32_t lines) const {
    return lines == 0 ? Length{} : leading * (lines - 1) + em;
}

std::uint32_t CellText::lines_within(Length room, std::uint32_t lines) const {
    if (lines == 0 || room < em) return 0;
    const std::int64_t fitting = (room - em).emu() / leading.emu() + 1;
    return static_cast<std::uint32_t>(std::min<std::int64_t>(fitting, lines));
}

Outcome<std::vector<BrokenParagraph>> set_cells(const ShapedTable& table,
                                                const std::vector<Length>& column_edges,
                                                const LineRules& rules) {
    Outcome<std::vector<BrokenParagraph>> outcome;
    outcome.value.reserve(table.cells.size());
    for (const ShapedCell& cell : table.cells) {
        if (cell.paragraph.clusters.empty()) {
            outcome.value.emplace_back();
            continue;
        }
        const Length measure = inner_width(table, cell, column_edges);
        auto broken = cell.orientation == Orientation::vertical
                          ? break_vertical(cell.paragraph, measure, rules)
                          : break_lines(cell.paragraph, measure, rules);
        append(outcome.diagnostics, std::move(broken.diagnostics));
        outcome.value.push_back(std::move(broken.value));
    }
    return outcome;
}

std::vector<CellText> measure_cells(const ShapedTable& table,
                                    const std::vector<BrokenParagraph>& paragraphs) {
    std::vector<CellText> texts;
    texts.reserve(table.cells.size());
    for (std::size_t index = 0; index < table.cells.size(); ++index) {
        const ShapedCell& cell = table.cells[index];
        const Style& style = cell.paragraph.style;
        CellText text;
        text.line_count = static_cast<std::uint32_t>(paragraphs[index].lines.size());
        text.em = style.size;
        text.leading = style.leading > Length{} ? style.leading : std::max(style.size, kOneUnit);
        // Dividing needs two lines on either side of the break.
        text.whole = cell.head || cell.orientation == Orientation::vertical || text.line_count <= 3;
        texts.push_back(text);
    }
    return texts;
}

std::vector<Segment> segments_of(const ShapedParagraph& paragraph, Orientation orientation) {
    std::vector<Segment> segments;
    const auto count = static_cast<std::uint32_t>(paragraph.clusters.size());
    Segment segment;
    for (std::uint32_t index = 0; index <= count; ++index) {
        const bool at_end = index == count;
        if (!at_end && paragraph.clusters[index].character_class != CharacterClass::line_feed) {
            continue;
        }
        segment.cluster_end = index;
        const auto first = paragraph.clusters.begin() + segment.cluster_begin;
        const auto last = paragraph.clusters.begin() + segment.cluster_end;
        segment.stacked = orientation == Orientation::vertical && std::all_of(first, last, stacks);
        if (!at_end || first != last) segments.push_back(segment);
        segment.cluster_begin = index + 1;
    }
    return segments;
}

ShapedParagraph paragraph_of(const ShapedParagraph& paragraph, const Segment& segment) {
    ShapedParagraph part;
    const std::uint32_t begin = paragraph.clusters[segment.cluster_begin].text.begin;
    const std::uint32_t end = paragraph.clusters[segment.cluster_end - 1].text.end;
    part.source = paragraph.source.slice(begin, end);
    part.clusters.assign(paragraph.clusters.begin() + segment.cluster_begin,
                         paragraph.clusters.begin() + segment.cluster_end);
    for (Cluster& cluster : part.clusters) {
        cluster.text.begin -= begin;
        cluster.text.end -= begin;
    }
    part.glyphs = paragraph.glyphs;
    part.runs = paragraph.runs;
    part.style = paragraph.style;
    part.style.alignment = Alignment::centre;
    part.style.first_line_indent = part.style.left_indent = part.style.right_indent = Length{};
    return part;
}

}  // namespace banxin
