#include <algorithm>

#include "pipeline/layout/read_length.hpp"
#include "pipeline/layout/read_tables.hpp"

namespace banxin {
namespace {

constexpr unsigned kMostColumns = 100;
constexpr unsigned kMostRows = 1000;
constexpr unsigned kLargestWidth = 10'000;

/// The styles of cells that name none.
struct CellStyles {
    std::string text;
    std::string head;
};

class FormReader {
  public:
    FormReader(CellStyles cell_styles, const Styles& styles)
        : cell_styles_{std::move(cell_styles)}, styles_{styles} {}

    [[nodiscard]] FormSection section(const YamlValue& value) const {
        FormSection section;
        section.origin = value.origin();
        YamlMap map{value};
        for (const YamlValue& column : map.required("columns").items()) {
            section.columns.push_back(this->column(column));
        }
        const YamlValue rows = map.required("rows");
        const std::vector<YamlValue> written = rows.items();
        for (const YamlValue& item : written) section.rows.push_back(row(item));
        if (rows.is_list()) {
            check_columns(section, written);
            check_patterns(section, written);
        }
        return section;
    }

  private:
    /// A number is a share, a length is fixed, `auto` is by content.
    [[nodiscard]] TableColumn column(const YamlValue& value) const {
        TableColumn column;
        const std::string word = value.text().utf8();
        if (word == "auto" || !(value.is_text() || value.is_empty_entry())) return column;
        if (const auto length = parse_length(word, em())) {
            column.kind = ColumnWidth::fixed;
            column.fixed = *length;
            if (*length > Length{}) return column;
        }
        const bool number = !word.empty() && word.find_first_not_of("0123456789") == word.npos;
        if (!number) value.report_invalid("3, 20mm, 4em, auto");
        column.kind = ColumnWidth::relative;
        if (number) column.relative = value.whole_number(1, kLargestWidth).value_or(1);
        return column;
    }

    /// That of cells without a style of their own.
    [[nodiscard]] std::optional<Length> em() const {
        const auto style = styles_.find(cell_styles_.text);
        if (style == styles_.end()) return std::nullopt;
        return style->second.pitch;
    }

    /// A row is a list of cells, or a map that has more to say about it.
    [[nodiscard]] FormRow row(const YamlValue& value) const {
        FormRow row;
        if (value.is_list()) {
            row.cells = cells(value);
            return row;
        }
        YamlMap map{value};
        row.cells = cells(map.required("cells"));
        row.repeat = map["repeat"].text().utf8();
        const YamlValue each = map["each"];
        row.each_group = each.choice<bool>({{"group", true}, {"record", false}}).value_or(false);
        if (each && row.repeat.empty()) each.report(Code::key_missing, {{"key", "repeat"}});
        row.keep_with_next = read_truth(map["keep-with-next"]).value_or(false);
        row.repeat_head = read_truth(map["repeat-head"]).value_or(false);
        row.rule_above = read_rule(map["rule-above"]);
        row.rule_below = read_rule(map["rule-below"]);
        row.minimum_height = read_length(map["minimum-height"]).value_or(Length{});
        return row;
    }

    [[nodiscard]] std::vector<FormCell> cells(const YamlValue& value) const {
        std::vector<FormCell> cells;
        for (const YamlValue& item : value.items()) cells.push_back(cell(item));
        return cells;
    }

    /// A cell is its text, or a map that has more to say about it.
    [[nodiscard]] FormCell cell(const YamlValue& value) const {
        FormCell cell;
        cell.style = cell_styles_.text;
        if (value.is_empty_entry()) return cell;
        if (!value.is_map()) {
            cell.text = value.text();
            return cell;
        }
        YamlMap map{value};
        cell.text = map["text"].text();
        cell.if_empty = map["if-empty"].text();
        cell.columns = map["columns"].whole_number(1, kMostColumns).value_or(1);
        cell.rows = rows_of(map["rows"]);
        cell.head = read_truth(map["head"]).value_or(false);
        cell.merge = map["merge"]
                         .choice<Merge>({{"true", Merge::equal},
                                         {"equal", Merge::equal},
                                         {"empty", Merge::empty},
                                         {"false", Merge::none}})
                         .value_or(Merge::none);
        if (cell.head) cell.style = cell_styles_.head;
        cell.rules = rules(map["rules"]);
        const YamlValue diagonal = map["diagonal"];
        cell.diagonal = read_truth(diagonal).value_or(false);
        if (cell.diagonal && cell.text.utf8().find('\n') == std::string::npos)
            map["text"].report_invalid("项目\\n单位");
        if (const YamlValue style = map["style"]) cell.style = read_style_name(style, styles_);
        cell.orientation = map["orientation"]
                               .choice<Orientation>({{"horizontal", Orientation::horizontal},
                                                     {"vertical", Orientation::vertical},
                                                     {"auto", Orientation::automatic}})
                               .value_or(cell.orientation);
        cell.vertical_alignment =
            map["vertical-align"]
                .choice<VerticalAlignment>({{"top", VerticalAlignment::top},
                                            {"centre", VerticalAlignment::centre},
                                            {"bottom", VerticalAlignment::bottom}})
                .value_or(cell.vertical_alignment);
        cell.across_pages = map["across-pages"]
                                .choice<AcrossPages>({{"repeat", AcrossPages::repeat},
                                                      {"centre", AcrossPages::centre},
                                                      {"once", AcrossPages::once}})
                                .value_or(cell.head ? AcrossPages::repeat : AcrossPages::once);
        return cell;
    }

    [[nodiscard]] static CellRules rules(const YamlValue& value) {
        CellRules rules;
        YamlMap map{value};
        rules.left = read_rule(map["left"]);
        rules.right = read_rule(map["right"]);
        rules.above = read_rule(map["above"]);
        rules.below = read_rule(map["below"]);
        return rules;
    }

    /// `to-end` is 0, as FormCell has it.
    [[nodiscard]] static unsigned rows_of(const YamlValue& value) {
        if (value.is_text() && value.text().utf8() == "to-end") return 0;
        return value.whole_number(1, kMostRows).value_or(1);
    }

    /// Puts the cells into the section's grid, as compose will: from left to right, past the
    /// places that cells of earlier rows reach down to.
    static void check_columns(const FormSection& section, const std::vector<YamlValue>& written) {
        std::vector<std::size_t> covered_until(section.columns.size(), 0);
        for (std::size_t row = 0; row < section.rows.size(); ++row) {
            std::size_t column = 0;
            std::size_t outside = 0;
            bool fits = true;
            const auto skip_covered = [&] {
                while (column < covered_until.size() && covered_until[column] > row) ++column;
            };
            for (const FormCell& cell : section.rows[row].cells) {
                skip_covered();
                const std::size_t end =
                    cell.rows == 0 ? section.rows.size() : row + std::size_t{cell.rows};
                for (unsigned k = 0; k < cell.columns; ++k, ++column) {
                    const bool inside = column < covered_until.size();
                    if (!inside) ++outside;
                    // A span may not run into a cell that reaches down from above.
                    if (inside && covered_until[column] > row) fits = false;
                    if (inside) covered_until[column] = end;
                }
                if (end > section.rows.size()) fits = false;
            }
            skip_covered();
            if (fits && outside == 0 && column == section.columns.size()) continue;
            written[row].report(
                Code::form_columns_mismatch,
                {{"filled", std::to_string(std::min(column, section.columns.size()) + outside)},
                 {"columns", std::to_string(section.columns.size())}});
        }
    }

    /// Where the rows like `row` end: those repeated over one table that are all for each record,
    /// or all for each group. A row that is not repeated is by itself.
    [[nodiscard]] static std::size_t alike_until(const FormSection& section, std::size_t row) {
        const FormRow& first = section.rows[row];
        std::size_t end = row + 1;
        while (!first.repeat.empty() && end < section.rows.size() &&
               section.rows[end].repeat == first.repeat &&
               section.rows[end].each_group == first.each_group)
            ++end;
        return end;
    }

    /// A cell over rows of a pattern either stays among those of one record, or stands beside all
    /// repetitions of the whole pattern.
    static void check_patterns(const FormSection& section, const std::vector<YamlValue>& written) {
        const auto& rows = section.rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (const FormCell& cell : rows[row].cells) {
                const std::size_t end = cell.rows == 0 ? rows.size() : row + cell.rows;
                const bool within = cell.rows != 0 && end <= alike_until(section, row);
                if (within || end > rows.size()) continue;
                const auto cuts = [&](std::size_t edge) {
                    return edge > 0 && edge < rows.size() && !rows[edge].repeat.empty() &&
                           rows[edge].repeat == rows[edge - 1].repeat;
                };
                if (cuts(row) || cuts(end))
                    written[row].report(Code::form_span_cuts_pattern,
                                        {{"table", rows[row].repeat.empty() ? rows[end].repeat
                                                                            : rows[row].repeat}});
            }
        }
    }

    CellStyles cell_styles_;
    const Styles& styles_;
};

}  // namespace

FormLayout read_form_layout(const YamlValue& value, const Styles& styles) {
    FormLayout form;
    YamlMap map{value};
    form.frame = read_frame(map.required("frame"));
    form.shrink = read_shrink(map["shrink"]);
    form.keep_together = read_truth(map["keep-together"]).value_or(false);
    form.orientation = read_orientation(map["page"]);
    form.continued = read_continued(map["continued"], styles);
    const FormReader reader{{read_style_name(map.required("cell-style"), styles),
                             read_style_name(map.required("head-style"), styles)},
                            styles};
    for (const YamlValue& section : map.required("sections").items()) {
        form.sections.push_back(reader.section(section));
    }
    return form;
}

}  // namespace banxin
