#include "pipeline/layout/read_length.hpp"
#include "pipeline/layout/read_tables.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostPanels = 12;

RankingColumn read_column(const YamlValue& value, const Styles& styles) {
    using Value = RankingColumn::Value;
    RankingColumn column;
    YamlMap map{value};
    column.value = map.required("value")
                       .choice<Value>({{"place", Value::place},
                                       {"name", Value::name},
                                       {"shown", Value::shown},
                                       {"score", Value::score}})
                       .value_or(Value::name);
    column.head = map.required("head").text();
    column.style = read_style_name(map.required("style"), styles);
    const auto style = styles.find(column.style);
    const auto em = style != styles.end() ? std::optional{style->second.pitch} : std::nullopt;
    column.fixed_width = read_extent(map["width"], em).value_or(Length{});
    return column;
}

}  // namespace

std::optional<RuleStyle> read_rule(const YamlValue& value) {
    if (!value) return std::nullopt;
    if (!value.is_map()) {
        if (value.is_text() && value.text().utf8() == "none") return RuleStyle{};
        return RuleStyle{read_length(value).value_or(Length{})};
    }
    YamlMap map{value};
    const Length thickness = read_length(map.required("double")).value_or(Length{});
    return RuleStyle{thickness, read_length(map.required("gap")).value_or(Length{})};
}

TableFrame read_frame(const YamlValue& value) {
    TableFrame frame;
    YamlMap map{value};
    frame.outer_rule = read_rule(map.required("outer-rule")).value_or(RuleStyle{});
    frame.inner_rule = read_rule(map.required("inner-rule")).value_or(RuleStyle{});
    frame.side_rule = read_rule(map["side-rule"]);
    frame.horizontal_padding = read_length(map.required("horizontal-padding")).value_or(Length{});
    frame.vertical_padding = read_length(map.required("vertical-padding")).value_or(Length{});
    return frame;
}

Shrink read_shrink(const YamlValue& value) {
    static constexpr unsigned kWhole = 1000;
    const auto share = [](const YamlValue& written) {
        const auto number = written.decimal();
        if (!number) return kWhole;
        const Decimal least{5, 1};
        const Decimal whole{1, 0};
        if (*number < least || whole < *number) {
            written.report_invalid("0.5 … 1");
            return kWhole;
        }
        const Rational thousandths = number->value() * kWhole;
        return static_cast<unsigned>(numerator(thousandths) / denominator(thousandths));
    };
    YamlMap map{value};
    return {share(map["size"]), share(map["leading"])};
}

PageOrientation read_orientation(const YamlValue& value) {
    return value
        .choice<PageOrientation>(
            {{"portrait", PageOrientation::portrait}, {"landscape", PageOrientation::landscape}})
        .value_or(PageOrientation::portrait);
}

ContinuedLine read_continued(const YamlValue& value, const Styles& styles) {
    if (!value) return {};
    YamlMap map{value};
    return {map.required("text").text(), read_style_name(map.required("style"), styles)};
}

RankingLayout read_ranking_layout(const YamlValue& value, const Styles& styles) {
    RankingLayout ranking;
    YamlMap map{value};
    ranking.frame = read_frame(map.required("frame"));
    const YamlValue columns = map.required("columns");
    for (const YamlValue& column : columns.items()) {
        ranking.columns.push_back(read_column(column, styles));
    }
    if (columns.is_list() && ranking.columns.empty()) columns.report_invalid("{value: name, …}");
    ranking.shrink = read_shrink(map["shrink"]);
    ranking.orientation = read_orientation(map["page"]);
    ranking.continued = read_continued(map["continued"], styles);
    ranking.head_style = read_style_name(map.required("head-style"), styles);
    ranking.bar_style = read_style_name(map.required("bar-style"), styles);
    ranking.bar = map.required("bar").text();
    ranking.panels = map["panels"].whole_number(1, kMostPanels).value_or(ranking.panels);
    ranking.fill_down =
        map["fill"].choice<bool>({{"down", true}, {"across", false}}).value_or(ranking.fill_down);
    ranking.bar_below_heads = map["bar-place"]
                                  .choice<bool>({{"below-heads", true}, {"above-heads", false}})
                                  .value_or(ranking.bar_below_heads);
    return ranking;
}

}  // namespace banxin
