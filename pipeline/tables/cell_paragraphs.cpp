#include "pipeline/tables/cell_paragraphs.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "pipeline/base/characters.hpp"
#include "pipeline/lines/break_lines.hpp"

namespace banxin {
namespace {

constexpr std::size_t kMostNumerals = 3;

bool is_numeral(char32_t character) { return is_one_of(character, U"一二三四五六七八九十"); }

bool is_circled(char32_t character) {
    return (character >= U'①' && character <= U'⑳') || (character >= U'㉑' && character <= U'㉟');
}

/// Reads a label from left to right; past the end every character is 0.
class LabelReader {
  public:
    explicit LabelReader(std::span<const Cluster> clusters) : clusters_{clusters} {}

    std::uint32_t length() {
        if (!label()) return 0;
        while (is_one_of(at(place_), U" \u3000")) ++place_;
        return static_cast<std::uint32_t>(place_);
    }

  private:
    [[nodiscard]] char32_t at(std::size_t place) const {
        return place < clusters_.size() ? clusters_[place].character : 0;
    }

    bool label() {
        if (is_circled(at(0))) {
            place_ = 1;
            return true;
        }
        const bool bracketed = is_one_of(at(0), U"（(");
        place_ = bracketed ? 1 : 0;
        const bool digits = is_ascii_digit(at(place_));
        const std::size_t begin = place_;
        while (digits ? is_ascii_digit(at(place_)) : is_numeral(at(place_))) ++place_;
        const std::size_t numerals = place_ - begin;
        if (numerals == 0 || numerals > kMostNumerals) return false;
        const char32_t mark = at(place_++);
        if (bracketed) return is_one_of(mark, U"）)");
        if (mark == U'、') return true;
        return digits && is_one_of(mark, U".．") && !is_ascii_digit(at(place_));
    }

    std::span<const Cluster> clusters_;
    std::size_t place_ = 0;
};

/// One segment as a paragraph of its own. It shares nothing with the whole, so that line layout
/// need not know of segments.
ShapedParagraph slice(const ShapedParagraph& whole, Segment segment) {
    ShapedParagraph part;
    part.style = whole.style;
    part.orientation = whole.orientation;
    part.hang_under = whole.hang_under;
    part.runs = whole.runs;
    const auto first = whole.clusters.begin() + segment.cluster_begin;
    const auto last = whole.clusters.begin() + segment.cluster_end;
    if (first == last) return part;
    const std::uint32_t text_begin = first->text.begin;
    part.source = whole.source.slice(text_begin, std::prev(last)->text.end);
    part.clusters.assign(first, last);
    for (Cluster& cluster : part.clusters) {
        cluster.text.begin -= text_begin;
        cluster.text.end -= text_begin;
        const auto glyph = whole.glyphs.begin() + cluster.first_glyph;
        cluster.first_glyph = static_cast<std::uint32_t>(part.glyphs.size());
        part.glyphs.insert(part.glyphs.end(), glyph, glyph + cluster.glyph_count);
    }
    if (whole.style.hanging_labels) part.hanging_clusters = label_clusters(part.clusters);
    return part;
}

/// Adds the lines of a segment to those of the whole, the line feed to its last one.
void append_lines(BrokenParagraph& whole, std::vector<Line> lines, const ShapedParagraph& paragraph,
                  Segment segment) {
    if (lines.empty()) {
        lines.emplace_back();
        lines.back().left = paragraph.style.left_indent;
    }
    const auto text_at = [&](std::uint32_t cluster) {
        return cluster < paragraph.clusters.size()
                   ? paragraph.clusters[cluster].text.begin
                   : static_cast<std::uint32_t>(paragraph.source.utf8().size());
    };
    for (Line& line : lines) {
        line.cluster_begin += segment.cluster_begin;
        line.cluster_end += segment.cluster_begin;
    }
    Line& last = lines.back();
    last.reason = BreakReason::forced;
    if (segment.cluster_end < paragraph.clusters.size()) {
        ++last.cluster_end;
        last.positions.push_back(last.left + last.width);
    }
    for (Line& line : lines) {
        line.text = {text_at(line.cluster_begin), text_at(line.cluster_end)};
        whole.lines.push_back(std::move(line));
    }
}

}  // namespace

std::uint32_t label_clusters(std::span<const Cluster> clusters) {
    const std::uint32_t length = LabelReader{clusters}.length();
    // A label by itself hangs from nothing.
    return length < clusters.size() ? length : 0;
}

std::vector<Segment> segments_of(const ShapedParagraph& paragraph) {
    std::vector<Segment> segments;
    const auto count = static_cast<std::uint32_t>(paragraph.clusters.size());
    Segment segment;
    for (std::uint32_t index = 0; index <= count; ++index) {
        const bool at_end = index == count;
        if (!at_end && paragraph.clusters[index].character_class != CharacterClass::line_feed) {
            continue;
        }
        segment.cluster_end = index;
        if (!at_end || segment.cluster_begin < segment.cluster_end) segments.push_back(segment);
        segment.cluster_begin = index + 1;
    }
    return segments;
}

Outcome<BrokenParagraph> break_cell_text(const ShapedParagraph& paragraph, Length measure,
                                         const LineRules& rules) {
    const Style& style = paragraph.style;
    if (!style.hanging_labels && style.first_line_indent == Length{})
        return break_lines(paragraph, measure, rules);
    Outcome<BrokenParagraph> outcome;
    for (const Segment segment : segments_of(paragraph)) {
        auto lines = break_lines(slice(paragraph, segment), measure, rules);
        append(outcome.diagnostics, std::move(lines.diagnostics));
        append_lines(outcome.value, std::move(lines.value.lines), paragraph, segment);
    }
    return outcome;
}

}  // namespace banxin
