#include "pipeline/run/set_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/read/read_body_text.hpp"
#include "pipeline/run/json.hpp"
#include "pipeline/shape/shape.hpp"

namespace banxin {
namespace {

constexpr const char* kStyle = "text";
constexpr std::int64_t kUnitsPerEm = 1'000'000;
constexpr Length kEm = Length::from_emu(kUnitsPerEm);

// The grid of GB/T 9704-2012, 5.2.3, for the type of 5.2.2.
constexpr Length kGridSize = 16_pt;
constexpr Length kGridMeasure = 156_mm;
constexpr std::int64_t kGridCells = 28;

/// One style, without indents: every line may use the whole measure.
Layout make_layout(const LineOptions& options) {
    Style style;
    style.name = kStyle;
    style.font_role = options.role;
    style.pitch = kEm;
    style.leading = kEm * 2;
    style.size = kEm;
    if (options.size == kGridSize)
        style.size = kEm.scaled(kGridSize.emu() * kGridCells, kGridMeasure.emu());
    style.line_shape = options.shape;
    if (options.shape == LineShape::title) style.alignment = Alignment::centre;
    Layout layout;
    layout.styles[kStyle] = style;
    layout.line_rules.line_end = options.line_end;
    layout.line_rules.latin_gap = options.latin_gap;
    return layout;
}

/// The lines of `text` that are not empty, each with its place.
std::vector<Text> paragraphs_of(const Text& text) {
    std::vector<Text> paragraphs;
    const std::string& utf8 = text.utf8();
    for (std::size_t begin = 0; begin < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
        if (end > begin) paragraphs.push_back(text.slice(begin, end));
        begin = end + 1;
    }
    return paragraphs;
}

/// `length` in ems: 12.5, -0.000001.
std::string in_ems(Length length) {
    const std::int64_t units = length.emu() < 0 ? -length.emu() : length.emu();
    std::string text = fmt::format("{}{}.{:06}", length.emu() < 0 ? "-" : "", units / kUnitsPerEm,
                                   units % kUnitsPerEm);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string_view slice(const Text& text, TextRange range) {
    return std::string_view{text.utf8()}.substr(range.begin, range.size());
}

std::string as_text(const Text& text, const BrokenParagraph& broken) {
    std::string lines;
    for (const Line& line : broken.lines) {
        lines += slice(text, line.text);
        lines += "\n";
    }
    return lines;
}

std::string json_of(const ShapedParagraph& paragraph, const Line& line) {
    const Length right = line.left + line.width;
    std::string characters;
    for (std::size_t k = 0; k < line.positions.size(); ++k) {
        const bool last = k + 1 == line.positions.size();
        const Length next = last ? right : line.positions[k + 1];
        const Cluster& cluster = paragraph.clusters[line.cluster_begin + k];
        characters += fmt::format("{}{{\"text\": {}, \"x\": {}, \"advance\": {}}}",
                                  characters.empty() ? "" : ", ",
                                  json_string(slice(paragraph.source, cluster.text)),
                                  in_ems(line.positions[k]), in_ems(next - line.positions[k]));
    }
    return fmt::format(
        "{{\"text\": {}, \"reason\": \"{}\", \"natural\": {}, \"width\": {},\n"
        "     \"characters\": [{}]}}",
        json_string(slice(paragraph.source, line.text)), name(line.reason),
        in_ems(line.natural_width), in_ems(line.width), characters);
}

std::string json_of(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
    std::string lines;
    for (const Line& line : broken.lines)
        lines += (lines.empty() ? "\n    " : ",\n    ") + json_of(paragraph, line);
    return fmt::format("  {{\"text\": {}, \"lines\": [{}]}}", json_string(paragraph.source.utf8()),
                       lines);
}

/// The printed form of paragraphs, as they come.
class Printed {
  public:
    explicit Printed(const LineOptions& options) : options_{options} {}

    void add(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
        if (options_.form == LineOptions::Form::json) {
            text_ += (text_.empty() ? "\n" : ",\n") + json_of(paragraph, broken);
        } else {
            if (!text_.empty()) text_ += "\n";
            text_ += as_text(paragraph.source, broken);
        }
    }

    [[nodiscard]] std::string take() {
        if (options_.form == LineOptions::Form::text) return std::move(text_);
        return fmt::format("{{\"measure\": {}, \"paragraphs\": [{}]}}\n",
                           in_ems(kEm.scaled(options_.measure, 1000)), text_);
    }

  private:
    const LineOptions& options_;
    std::string text_;
};

}  // namespace

Outcome<std::string> set_lines(std::string_view bytes, std::uint8_t file,
                               const LineOptions& options,
                               const std::shared_ptr<const FontSet>& fonts) {
    Outcome<Text> read = read_plain_text(bytes, file);
    Outcome<std::string> outcome{{}, std::move(read.diagnostics)};
    const Layout layout = make_layout(options);
    Shaper shaper{fonts};
    Printed printed{options};
    for (Text& text : paragraphs_of(read.value)) {
        Paragraph paragraph;
        paragraph.style = kStyle;
        paragraph.runs = {{std::move(text), kStyle}};
        Outcome<ShapedParagraph> shaped = shaper.shape(paragraph, layout);
        append(outcome.diagnostics, std::move(shaped.diagnostics));
        if (has_errors(outcome.diagnostics)) continue;
        auto broken =
            break_lines(shaped.value, kEm.scaled(options.measure, 1000), layout.line_rules);
        append(outcome.diagnostics, std::move(broken.diagnostics));
        printed.add(shaped.value, broken.value);
    }
    sort_and_unite(outcome.diagnostics);
    if (!has_errors(outcome.diagnostics)) outcome.value = printed.take();
    return outcome;
}

}  // namespace banxin
