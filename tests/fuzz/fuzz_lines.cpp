// Any text, measure, rules and style → classify, shape with the drawn fonts, break. Only warnings
// may come out, and no line may have a fault.
#include <fuzzer/FuzzedDataProvider.h>

#include <string_view>

#include "fuzzed_text.hpp"
#include "pipeline/base/utf8.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "tests/property/line_faults.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

/// Lengths up to so many ems.
Length some_length(FuzzedDataProvider& data, Length em, unsigned most) {
    const auto thousandths =
        data.ConsumeIntegralInRange<std::uint16_t>(0, static_cast<std::uint16_t>(most * 1000));
    return em.scaled(thousandths, 1000);
}

LineRules some_rules(FuzzedDataProvider& data) {
    LineRules rules;
    rules.line_end = data.ConsumeBool() ? LineEndMode::grid : LineEndMode::gb;
    rules.latin_gap = data.ConsumeIntegralInRange<unsigned>(0, 250);
    rules.latin_gap_shrink = data.ConsumeIntegralInRange<unsigned>(0, 250);
    rules.trim_paragraph_start = data.ConsumeBool();
    rules.largest_han_gap = data.ConsumeIntegralInRange<unsigned>(0, 1000);
    for (unsigned* cost : {&rules.squeeze_cost, &rules.open_cost, &rules.soft_break_cost,
                           &rules.runt_cost, &rules.uneven_cost}) {
        *cost = data.ConsumeIntegralInRange<unsigned>(0, 10'000);
    }
    return rules;
}

/// Two styles of different size and face; `body` is the paragraph's.
Layout some_layout(FuzzedDataProvider& data, Length em) {
    Layout layout = test_layout(data.PickValueInArray(
        {Alignment::justify, Alignment::left, Alignment::centre, Alignment::right}));
    Style& body = layout.styles["body"];
    body.line_shape = data.ConsumeBool() ? LineShape::title : LineShape::free;
    body.size = em;
    body.pitch = em;
    if (data.ConsumeBool()) {
        body.first_line_indent = some_length(data, em, 4);
        body.left_indent = some_length(data, em, 4);
        body.right_indent = some_length(data, em, 4);
    }
    Style& small = layout.styles["small"] = body;
    small.name = "small";
    small.font_role = "黑体";
    small.size = small.pitch = em.scaled(7, 8);
    return layout;
}

/// `text` in runs of `run_size` characters that change the style each time; 0 makes one run.
Paragraph some_paragraph(const std::string& text, unsigned run_size) {
    Paragraph paragraph = test_paragraph(text);
    if (run_size == 0) return paragraph;
    const Text whole = paragraph.runs.front().text;
    paragraph.runs.clear();
    std::size_t begin = 0;
    unsigned count = 0;
    for (std::size_t next = 0; next < text.size();) {
        (void)next_character(text, next);
        if (++count % run_size != 0 && next < text.size()) continue;
        const bool odd = paragraph.runs.size() % 2 == 1;
        paragraph.runs.push_back({whole.slice(begin, next), odd ? "small" : "body"});
        begin = next;
    }
    return paragraph;
}

void fuzz(FuzzedDataProvider& data) {
    static Shaper shaper{test_fonts()};
    // Parameters lie at the data's end; whatever is before them is the text.
    const Length em = Length::from_emu(data.PickValueInArray({1000, 1001, 200'564, 17}));
    const Length measure = std::max(some_length(data, em, 45), Length::from_emu(1));
    const LineRules rules = some_rules(data);
    const Layout layout = some_layout(data, em);
    const unsigned run_size = data.ConsumeIntegralInRange<unsigned>(0, 7);
    const bool hangs = data.ConsumeBool();
    std::string text = drawable_text(data.ConsumeRemainingBytesAsString());
    if (text.empty()) return;

    constexpr std::string_view kNumber = "1. ";
    if (hangs) text.insert(0, kNumber);
    Paragraph paragraph = some_paragraph(text, run_size);
    if (hangs) paragraph.hanging_bytes = kNumber.size();
    const auto shaped = shaper.shape(paragraph, layout);
    if (has_errors(shaped.diagnostics)) fail(text + "\n is not shaped");
    const auto broken = break_lines(shaped.value, measure, rules);
    for (const Diagnostic& diagnostic : broken.diagnostics) {
        if (info(diagnostic.code).severity == Severity::error) fail("an error came out");
    }
    const auto faults = line_faults({shaped.value, measure, rules, broken, *test_fonts()});
    if (faults.empty()) return;
    std::string sentences =
        text + "\n  measure " + std::to_string(measure.emu()) + " em " + std::to_string(em.emu());
    for (const std::string& fault : faults) sentences += "\n  " + fault;
    fail(sentences);
}

}  // namespace
}  // namespace banxin

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    FuzzedDataProvider data{bytes, size};
    banxin::fuzz(data);
    return 0;
}
