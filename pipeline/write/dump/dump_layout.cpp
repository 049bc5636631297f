// A layout as it was resolved.
#include <array>

#include "pipeline/write/dump/dump_lines.hpp"
#include "pipeline/write/dump/dump_names.hpp"
#include "pipeline/write/dump/write_dump.hpp"

namespace banxin {
namespace {

using Deeper = DumpLines::Deeper;

std::string_view name(Alignment alignment) {
    switch (alignment) {
        case Alignment::justify:
            return "justify";
        case Alignment::left:
            return "left";
        case Alignment::centre:
            return "centre";
        case Alignment::right:
            return "right";
    }
    return {};
}

std::string_view name(Part part) {
    switch (part) {
        case Part::head:
            return "head";
        case Part::title:
            return "title";
        case Part::recipients:
            return "recipients";
        case Part::attendance:
            return "attendance";
        case Part::body:
            return "body";
        case Part::attachments:
            return "attachments";
        case Part::signature:
            return "signature";
        case Part::note:
            return "note";
        case Part::enclosures:
            return "enclosures";
        case Part::annexes:
            return "annexes";
        case Part::imprint:
            return "imprint";
        case Part::form:
            return "form";
        case Part::text:
            return "text";
    }
    return {};
}

std::string_view name(RankingColumn::Value value) {
    switch (value) {
        case RankingColumn::Value::place:
            return "place";
        case RankingColumn::Value::name:
            return "name";
        case RankingColumn::Value::shown:
            return "shown";
        case RankingColumn::Value::score:
            return "score";
    }
    return {};
}

void dump_page(DumpLines& lines, const PageGeometry& page) {
    lines.line("page {}x{}  type area {},{} {}x{}  characters {}  lines {}  em {}  pitch {}  {}",
               units(page.paper_width), units(page.paper_height), units(page.left), units(page.top),
               units(page.type_width), units(page.type_height), page.characters, page.lines,
               units(page.em), units(page.line_pitch),
               page.rows_on_grid ? "rows on grid" : "rows follow");
    if (page.first_page_extra > Length{})
        lines.line("first page  {} further down", units(page.first_page_extra));
}

void dump_page_number(DumpLines& lines, const PageNumberStyle& number) {
    if (!number.shown) return lines.line("page-number hidden");
    if (!number.on_first_page) lines.line("page-number hidden on the first page");
    lines.line("page-number {}  size {}  dash-below {}  outer-indent {}  gap {}",
               in_quotes(number.font_role), units(number.size), units(number.dash_below),
               units(number.outer_indent), units(number.gap));
}

void dump_head_rule(DumpLines& lines, std::string_view place, const HeadRule& rule) {
    std::string thicknesses;
    for (const Length line : rule.lines) thicknesses += fmt::format(" {}", units(line));
    lines.line("rule {}  distance {}  lines{}  gap {}  width {}", place, units(rule.distance),
               thicknesses, units(rule.gap), units(rule.width));
}

void dump_head(DumpLines& lines, const HeadLayout& head) {
    lines.line("head  mark-below {}  mark-shift {}  mark-width {}  mark-least {}  mark-end-gap {}",
               units(head.mark_below), units(head.mark_shift), units(head.mark_width),
               units(head.mark_least), units(head.mark_end_gap));
    const Deeper level{lines};
    lines.line("number-below {}  {}  lines {}  text-below {}", units(head.number_below),
               head.number_required ? "required" : "optional",
               head.lines == HeadLines::above_mark ? "above-mark" : "beside-number",
               units(head.text_below));
    if (head.issuer_row_below) lines.line("issuer-row-below {}", units(*head.issuer_row_below));
    if (head.rule_below_mark) dump_head_rule(lines, "below-mark", *head.rule_below_mark);
    if (head.foot_rule) dump_head_rule(lines, "at-foot", *head.foot_rule);
    if (head.rule_below_number) dump_head_rule(lines, "below-number", *head.rule_below_number);
    if (head.signers)
        lines.line("signers  abreast {}  gap {}", head.signers->abreast, units(head.signers->gap));
}

void dump_imprint(DumpLines& lines, const ImprintLayout& imprint) {
    lines.line("imprint  outer-rule {}  inner-rule {}", units(imprint.outer_rule),
               units(imprint.inner_rule));
}

void dump_signature(DumpLines& lines, const SignatureLayout& signature) {
    constexpr auto kForms = std::to_array<std::string_view>({"plain", "sealed", "stamped"});
    lines.line("signature{}  date-indent {}",
               signature.form
                   ? fmt::format("  {}", kForms.at(static_cast<std::size_t>(*signature.form)))
                   : std::string{},
               units(signature.date_indent));
    const Deeper level{lines};
    lines.line("seal {}  raise {} to {}  below {}  gap {} to {}  abreast {}", units(signature.seal),
               units(signature.seal_raise), units(signature.most_raise),
               units(signature.seal_below), units(signature.least_seal_gap),
               units(signature.most_seal_gap), signature.seals_abreast);
    lines.line("stamp {}x{}  below {}  gap {}  post {}  date {}", units(signature.stamp_width),
               units(signature.stamp_height), units(signature.stamp_below),
               units(signature.stamp_gap), units(signature.post_gap), units(signature.date_below));
}

void dump_line_rules(DumpLines& lines, const LineRules& rules) {
    lines.line("lines  {}  latin-gap {}  latin-gap-shrink {}  {}  largest-han-gap {}",
               rules.line_end == LineEndMode::grid ? "grid" : "gb", rules.latin_gap,
               rules.latin_gap_shrink, rules.trim_paragraph_start ? "trim-start" : "keep-start",
               rules.largest_han_gap);
    lines.line("costs  squeeze {}  open {}  soft-break {}  runt {}  uneven {}  looseness {}",
               rules.squeeze_cost, rules.open_cost, rules.soft_break_cost, rules.runt_cost,
               rules.uneven_cost, rules.looseness_cost);
    lines.line("vertical  digits abreast {}  long figures {}  longest column {}",
               rules.vertical.digits_abreast,
               rules.vertical.long_figures == LongFigures::turned ? "turned" : "upright",
               rules.vertical.longest_column);
}

void dump_style(DumpLines& lines, const std::string& key, const Style& style) {
    lines.line(
        "style {}  {}  size {}  pitch {}  leading {}  {}{}  indents {} {} {}  blank {} {}  row "
        "{}{}{}{}{}{}",
        in_quotes(key), in_quotes(style.font_role), units(style.size), units(style.pitch),
        units(style.leading), style.aligns_points ? "decimal" : name(style.alignment),
        style.line_shape == LineShape::title ? "  title" : "", units(style.first_line_indent),
        units(style.left_indent), units(style.right_indent), style.blank_lines_before,
        style.blank_lines_after, style.first_row, style.new_page ? "  new-page" : "",
        style.keep_with_next ? "  keep-with-next" : "",
        style.hanging_labels ? "  hanging-labels" : "", style.keeps_names ? "  keep-names" : "",
        style.colour == Colour::red ? "  red" : "");
}

std::string rule(const RuleStyle& style) {
    const std::string thickness = fmt::format("{}", units(style.thickness));
    if (style.gap <= Length{}) return thickness;
    return fmt::format("double {} gap {}", thickness, units(style.gap));
}

std::string optional_rule(std::string_view name_of_rule, const std::optional<RuleStyle>& style) {
    return style ? std::string{name_of_rule} + rule(*style) : std::string{};
}

void dump_frame(DumpLines& lines, const TableFrame& frame) {
    lines.line("frame  outer {}  inner {}{}  padding {} {}", rule(frame.outer_rule),
               rule(frame.inner_rule), optional_rule("  sides ", frame.side_rule),
               units(frame.horizontal_padding), units(frame.vertical_padding));
}

void dump_continued(DumpLines& lines, const ContinuedLine& continued) {
    if (continued.text.empty()) return;
    lines.line("continued  style {}  {}", in_quotes(continued.style),
               in_quotes(continued.text.utf8()));
}

void dump_ranking(DumpLines& lines, const RankingLayout& ranking) {
    lines.line("ranking  panels {}  {}  {}  head {}  bar {} {}", ranking.panels,
               ranking.fill_down ? "down" : "across",
               ranking.bar_below_heads ? "bar-below-heads" : "bar-above-heads",
               in_quotes(ranking.head_style), in_quotes(ranking.bar_style),
               in_quotes(ranking.bar.utf8()));
    const Deeper level{lines};
    dump_frame(lines, ranking.frame);
    dump_continued(lines, ranking.continued);
    for (const RankingColumn& column : ranking.columns)
        lines.line("column {}  head {}  style {}  width {}", name(column.value),
                   in_quotes(column.head.utf8()), in_quotes(column.style),
                   units(column.fixed_width));
}

std::string cell_rules(const CellRules& rules) {
    return optional_rule("  left ", rules.left) + optional_rule("  right ", rules.right) +
           optional_rule("  above ", rules.above) + optional_rule("  below ", rules.below);
}

std::string_view orientation_name(Orientation orientation) {
    switch (orientation) {
        case Orientation::horizontal:
            return "";
        case Orientation::vertical:
            return "  vertical";
        case Orientation::automatic:
            return "  auto";
    }
    return {};
}

std::string_view merge_name(Merge merge) {
    switch (merge) {
        case Merge::none:
            return "";
        case Merge::equal:
            return "  merge equal";
        case Merge::empty:
            return "  merge empty";
    }
    return {};
}

/// Nothing for what the cell would be by itself.
const char* across_pages(const FormCell& cell) {
    switch (cell.across_pages) {
        case AcrossPages::once:
            return cell.head ? "  across-pages once" : "";
        case AcrossPages::repeat:
            return cell.head ? "" : "  across-pages repeat";
        case AcrossPages::centre:
            return "  across-pages centre";
    }
    return "";
}

void dump_form_row(DumpLines& lines, const FormRow& row) {
    lines.line("row  minimum {}{}{}{}{}{}{}", units(row.minimum_height),
               row.repeat.empty() ? std::string{} : "  repeat " + in_quotes(row.repeat),
               row.each_group ? "  each group" : "", row.repeat_head ? "  repeat-head" : "",
               row.keep_with_next ? "  keep" : "", optional_rule("  above ", row.rule_above),
               optional_rule("  below ", row.rule_below));
    const Deeper level{lines};
    for (const FormCell& cell : row.cells)
        lines.line("cell {}x{}  style {}{}{}{}{}{}{}  {}{}", cell.columns, cell.rows,
                   in_quotes(cell.style), orientation_name(cell.orientation),
                   merge_name(cell.merge), cell.head ? "  head" : "", across_pages(cell),
                   cell.diagonal ? "  diagonal" : "", cell_rules(cell.rules),
                   in_quotes(cell.text.utf8()),
                   cell.if_empty.empty() ? std::string{}
                                         : "  if-empty " + in_quotes(cell.if_empty.utf8()));
}

void dump_form(DumpLines& lines, const FormLayout& form) {
    lines.line("form{}", form.keep_together ? "  keep-together" : "");
    const Deeper form_level{lines};
    dump_frame(lines, form.frame);
    dump_continued(lines, form.continued);
    for (const FormSection& section : form.sections) {
        lines.line("section  columns{}", column_widths(section.columns));
        const Deeper section_level{lines};
        for (const FormRow& row : section.rows) dump_form_row(lines, row);
    }
}

}  // namespace

std::string dump(const Layout& layout) {
    DumpLines lines{"layout"};
    lines.line("layout {}  {}", in_quotes(layout.name), in_quotes(layout.summary.utf8()));
    dump_page(lines, layout.page);
    if (layout.head) dump_head(lines, *layout.head);
    if (layout.imprint) dump_imprint(lines, *layout.imprint);
    dump_signature(lines, layout.signature);
    dump_page_number(lines, layout.page_number);
    dump_line_rules(lines, layout.line_rules);
    for (const auto& [key, style] : layout.styles) dump_style(lines, key, style);
    for (const PartLayout& part : layout.parts)
        lines.line("part {}{}{}", name(part.part),
                   part.style.empty() ? std::string{} : "  style " + in_quotes(part.style),
                   part.text.empty() ? std::string{} : "  " + in_quotes(part.text.utf8()));
    if (layout.ranking) dump_ranking(lines, *layout.ranking);
    if (layout.form) dump_form(lines, *layout.form);
    return lines.take();
}

}  // namespace banxin
