#include "pipeline/layout/read_page.hpp"

#include <algorithm>

#include "pipeline/layout/read_length.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostCells = 200;
constexpr unsigned kHighestCost = 1'000'000;
constexpr unsigned kMostDigitsAbreast = 3;

std::string millimetres(Length length) {
    const Decimal exact = Decimal::rounded(Rational{length.emu(), Length::kPerMillimetre}, 2,
                                           Rounding::half_away_from_zero);
    return exact.trimmed().to_string() + "mm";
}

/// `fill` spreads the rows so that the last one ends at the foot of the type area ("撑满版心",
/// GB/T 9704-2012, 5.2.3); `gb33476` is the figure that GB/T 33476.2-2016 prints for it.
Length read_line_pitch(const YamlValue& value, const PageGeometry& page) {
    const std::string word = value.text().utf8();
    if (word == "gb33476") return 10.39_mm;
    if (word != "fill") return read_extent(value, page.em).value_or(page.em);
    if (page.em >= page.type_height) {
        value.report_invalid("10.5pt, 10.39mm, gb33476");
        return page.em;
    }
    // Rounded down: the rows may end a few units early, never late.
    const Length between = page.type_height - page.em;
    return Length::from_emu(between.emu() / (page.lines - 1));
}

void check_type_area(const YamlValue& value, const PageGeometry& page) {
    const Length width = page.paper_width - page.left;
    const Length height = page.paper_height - page.top;
    if (page.type_width <= width && page.type_height <= height) return;
    value.report_invalid("≤ " + millimetres(width) + ", ≤ " + millimetres(height));
}

/// Errors: also `value-invalid` where the text would leave the paper.
Length read_first_page_extra(const YamlValue& value, const PageGeometry& page) {
    const Length extra = read_length(value).value_or(Length{});
    const Length room = page.paper_height - page.top - page.type_height;
    if (extra <= std::max(room, Length{})) return extra;
    value.report_invalid("≤ " + millimetres(room));
    return {};
}

/// A share of the em, `0.125em`, in thousandths.
unsigned read_thousandths(const YamlValue& value, unsigned otherwise) {
    const Text text = value.text();
    if (text.empty()) return otherwise;
    // An em of a thousand units makes the length the number itself.
    const auto share = text.utf8().ends_with("em")
                           ? parse_length(text.utf8(), Length::from_emu(1000))
                           : std::nullopt;
    if (share && share->emu() <= 1000) return static_cast<unsigned>(share->emu());
    value.report_invalid("0em … 1em");
    return otherwise;
}

VerticalRules read_vertical_rules(const YamlValue& value) {
    VerticalRules rules;
    YamlMap map{value};
    rules.digits_abreast =
        map["digits-abreast"].whole_number(1, kMostDigitsAbreast).value_or(rules.digits_abreast);
    rules.long_figures = map["long-figures"]
                             .choice<LongFigures>({{"turned", LongFigures::turned},
                                                   {"upright", LongFigures::upright}})
                             .value_or(rules.long_figures);
    rules.longest_column =
        map["longest-column"].whole_number(1, kMostCells).value_or(rules.longest_column);
    return rules;
}

}  // namespace

PageGeometry read_page(const YamlValue& value) {
    PageGeometry page;
    YamlMap map{value};
    if (const auto paper = read_extents(map["paper"])) {
        page.paper_width = paper->width;
        page.paper_height = paper->height;
    }
    page.left = read_length(map.required("left")).value_or(Length{});
    page.top = read_length(map.required("top")).value_or(Length{});
    const YamlValue type_area = map.required("type-area");
    if (const auto area = read_extents(type_area)) {
        page.type_width = area->width;
        page.type_height = area->height;
        check_type_area(type_area, page);
    }
    page.characters =
        map.required("characters").whole_number(1, kMostCells).value_or(page.characters);
    page.lines = map.required("lines").whole_number(2, kMostCells).value_or(page.lines);
    page.em = read_extent(map.required("em")).value_or(16_pt);
    page.line_pitch = read_line_pitch(map.required("line-pitch"), page);
    page.first_page_extra = read_first_page_extra(map["first-page-extra"], page);
    page.rows_on_grid =
        map["rows"].choice<bool>({{"on-grid", true}, {"free", false}}).value_or(page.rows_on_grid);
    return page;
}

PageNumberStyle read_page_number(const YamlValue& value) {
    PageNumberStyle style;
    style.shown = value && !(value.is_text() && value.text().utf8() == "none");
    if (!style.shown) return style;
    YamlMap map{value};
    style.on_first_page =
        map["first-page"].choice<bool>({{"shown", true}, {"hidden", false}}).value_or(true);
    style.font_role = map.required("font").text().utf8();
    style.size = read_extent(map.required("size")).value_or(14_pt);
    style.dash_below = read_length(map.required("dash-below"), style.size).value_or(Length{});
    style.outer_indent = read_length(map.required("outer-indent"), style.size).value_or(Length{});
    style.gap = read_length(map.required("gap"), style.size).value_or(Length{});
    return style;
}

ImprintLayout read_imprint_layout(const YamlValue& value) {
    ImprintLayout imprint;
    YamlMap map{value};
    imprint.outer_rule = read_length(map.required("outer-rule")).value_or(Length{});
    imprint.inner_rule = read_length(map.required("inner-rule")).value_or(Length{});
    return imprint;
}

LineRules read_line_rules(const YamlValue& value) {
    LineRules rules;
    YamlMap map{value};
    const auto cost = [&](std::string_view key, unsigned& field) {
        field = map[key].whole_number(0, kHighestCost).value_or(field);
    };
    rules.line_end =
        map["line-end"]
            .choice<LineEndMode>({{"grid", LineEndMode::grid}, {"gb", LineEndMode::gb}})
            .value_or(rules.line_end);
    rules.latin_gap = read_thousandths(map["latin-gap"], rules.latin_gap);
    rules.figure_gap = read_thousandths(map["figure-gap"], rules.figure_gap);
    rules.latin_gap_shrink = read_thousandths(map["latin-gap-shrink"], rules.latin_gap_shrink);
    rules.trim_paragraph_start =
        read_truth(map["trim-paragraph-start"]).value_or(rules.trim_paragraph_start);
    rules.largest_han_gap = read_thousandths(map["largest-han-gap"], rules.largest_han_gap);
    cost("squeeze-cost", rules.squeeze_cost);
    cost("open-cost", rules.open_cost);
    cost("grid-cost", rules.grid_cost);
    cost("soft-break-cost", rules.soft_break_cost);
    cost("runt-cost", rules.runt_cost);
    cost("uneven-cost", rules.uneven_cost);
    cost("looseness-cost", rules.looseness_cost);
    if (const YamlValue vertical = map["vertical"]) rules.vertical = read_vertical_rules(vertical);
    return rules;
}

}  // namespace banxin
