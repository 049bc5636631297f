#include "pipeline/layout/read_head.hpp"

#include "pipeline/layout/read_length.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostSignersAbreast = 4;

/// `{distance: 4mm, lines: [0.5mm]}`; `gap` where there are several lines.
HeadRule read_rule(const YamlValue& value) {
    HeadRule rule;
    YamlMap map{value};
    rule.distance = read_length(map.required("distance")).value_or(Length{});
    for (const YamlValue& line : map.required("lines").items())
        rule.lines.push_back(read_extent(line).value_or(1_mm));
    rule.gap = read_length(map["gap"]).value_or(Length{});
    rule.width = read_extent(map["width"]).value_or(Length{});
    return rule;
}

SignersLayout read_signers(const YamlValue& value, Length cell, const Styles& styles) {
    SignersLayout signers;
    YamlMap map{value};
    signers.abreast =
        map.required("abreast").whole_number(1, kMostSignersAbreast).value_or(signers.abreast);
    signers.gap = read_length(map.required("gap"), cell).value_or(Length{});
    for (const char* style : {"signer-label", "signer", "document-number-beside-signers"})
        require_style(value, style, styles);
    return signers;
}

void read_mark(YamlMap& map, const PageGeometry& page, HeadLayout& head) {
    head.mark_below = read_length(map.required("mark-below")).value_or(Length{});
    const bool from_paper =
        map["mark-from"].choice<bool>({{"type-area", false}, {"paper", true}}).value_or(false);
    if (from_paper) {
        head.mark_below -= page.top;
        head.mark_shift = (page.paper_width - page.type_width).scaled(1, 2) - page.left;
    }
    head.mark_width = read_extent(map.required("mark-width")).value_or(156_mm);
    head.mark_least = read_extent(map["mark-least"]).value_or(22_pt);
    head.mark_end_gap = read_length(map["mark-end-gap"]).value_or(Length{});
}

/// `none` takes away what a layout that is extended has.
bool is_given(const YamlValue& value) {
    return value && !(value.is_text() && value.text().utf8() == "none");
}

std::optional<HeadRule> read_optional_rule(const YamlValue& value) {
    return is_given(value) ? std::optional{read_rule(value)} : std::nullopt;
}

}  // namespace

HeadLayout read_head(const YamlValue& value, const PageGeometry& page, const Styles& styles) {
    HeadLayout head;
    YamlMap map{value};
    read_mark(map, page, head);
    head.rule_below_mark = read_optional_rule(map["rule-below-mark"]);
    head.lines = map["lines"]
                     .choice<HeadLines>({{"above-mark", HeadLines::above_mark},
                                         {"beside-number", HeadLines::beside_number}})
                     .value_or(head.lines);
    head.number_below = read_length(map.required("number-below")).value_or(Length{});
    head.number_required = map["number"]
                               .choice<bool>({{"required", true}, {"optional", false}})
                               .value_or(head.number_required);
    if (const YamlValue signers = map["signers"]; is_given(signers))
        head.signers = read_signers(signers, page.cell_left(1), styles);
    if (const YamlValue row = map["issuer-row-below"]) {
        head.issuer_row_below = read_length(row).value_or(Length{});
        for (const char* style : {"row-issuer", "row-date"}) require_style(row, style, styles);
    }
    head.rule_below_number = read_optional_rule(map["rule-below-number"]);
    head.foot_rule = read_optional_rule(map["foot-rule"]);
    head.text_below = read_length(map.required("text-below")).value_or(Length{});
    return head;
}

}  // namespace banxin
