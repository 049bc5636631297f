#include "pipeline/layout/read_layout.hpp"

#include <array>

#include "pipeline/base/yaml_reader.hpp"
#include "pipeline/layout/read_head.hpp"
#include "pipeline/layout/read_page.hpp"
#include "pipeline/layout/read_signature_layout.hpp"
#include "pipeline/layout/read_styles.hpp"
#include "pipeline/layout/read_tables.hpp"

namespace banxin {
namespace {

/// A part's word, and the styles that stage compose gives to its paragraphs.
struct PartWord {
    std::string_view word;
    Part part;
    std::array<std::string_view, 6> styles;  ///< Unused places are empty.
};

constexpr auto kPartWords = std::to_array<PartWord>({
    {"head", Part::head, {"copy-number", "classification", "urgency", "mark", "document-number"}},
    {"title", Part::title, {"title"}},
    {"recipients", Part::recipients, {"recipients"}},
    {"body", Part::body, {"body", "heading-1", "heading-2", "heading-3", "heading-4"}},
    {"attendance", Part::attendance, {"attendance", "attendance-label"}},
    {"attachments", Part::attachments, {"attachment"}},
    {"signature", Part::signature, {"issuer", "date"}},
    {"note", Part::note, {"note"}},
    {"enclosures",
     Part::enclosures,
     {"enclosure-title", "body", "heading-1", "heading-2", "heading-3", "heading-4"}},
    {"annexes", Part::annexes, {"annex-label", "annex-title"}},
    {"imprint", Part::imprint, {"imprint"}},
    {"form", Part::form, {}},
});

PartLayout read_text_part(const YamlValue& value, const Styles& styles) {
    PartLayout part;
    part.part = Part::text;
    YamlMap map{value};
    part.text = map.required("text").text();
    part.end_text = map["end"].text();
    part.style = read_style_name(map.required("style"), styles);
    return part;
}

/// A part is a word, or a map that is a text of the layout.
PartLayout read_part(const YamlValue& value, const Styles& styles) {
    if (value.is_map()) return read_text_part(value, styles);
    PartLayout part;
    const std::string written = value.text().utf8();
    std::string expected;
    for (const PartWord& word : kPartWords) {
        expected += std::string{word.word} + ", ";
        if (written != word.word) continue;
        part.part = word.part;
        for (const std::string_view style : word.styles) {
            if (!style.empty()) require_style(value, std::string{style}, styles);
        }
        return part;
    }
    if (!written.empty()) value.report_invalid(expected + "{text: …, style: …}");
    return part;
}

/// Whether `layout` has a part of this kind.
bool has_part(const Layout& layout, Part wanted) {
    for (const PartLayout& part : layout.parts) {
        if (part.part == wanted) return true;
    }
    return false;
}

Layout read_tree(const YamlValue& root) {
    Layout layout;
    YamlMap map{root};
    layout.summary = map.required("summary").text();
    static_cast<void>(map["extends"].text());  // Followed before; here only known to be a text.
    const YamlValue ranking = map["ranking"];
    const YamlValue form = map["form"];
    const YamlValue parts = map["parts"];
    // A table may stand inside another document, on its page.
    const bool needs_page = parts && !ranking && !form;
    const YamlValue page = needs_page ? map.required("page") : map["page"];
    if (page) layout.page = read_page(page);
    layout.page_number = read_page_number(map["page-number"]);
    layout.line_rules = read_line_rules(map["lines"]);
    layout.signature = read_signature_layout(map["signature"], layout.page);
    layout.styles = read_styles(map.required("styles"), layout.page);
    for (const YamlValue& part : parts.items()) {
        layout.parts.push_back(read_part(part, layout.styles));
    }
    if (ranking) layout.ranking = read_ranking_layout(ranking, layout.styles);
    if (form) layout.form = read_form_layout(form, layout.styles);
    if (const YamlValue head = map["head"]) {
        layout.head = read_head(head, layout.page, layout.styles);
    } else if (has_part(layout, Part::head)) {
        parts.report(Code::key_missing, {{"key", "head"}});
    }
    if (const YamlValue imprint = map["imprint"]) {
        layout.imprint = read_imprint_layout(imprint);
    } else if (has_part(layout, Part::imprint)) {
        parts.report(Code::key_missing, {{"key", "imprint"}});
    }
    if (has_part(layout, Part::form) && !form) {
        parts.report(Code::key_missing, {{"key", "form"}});
    }
    if (form && layout.parts.empty()) {
        layout.parts.emplace_back();
        layout.parts.back().part = Part::form;
    }
    return layout;
}

}  // namespace

Outcome<Layout> read_layout(const YamlNode& tree, std::string name) {
    Outcome<Layout> outcome;
    outcome.value = read_tree({tree, outcome.diagnostics});
    outcome.value.name = std::move(name);
    return outcome;
}

Outcome<Layout> read_layout(std::string_view bytes, std::string name, std::uint8_t file) {
    Outcome<YamlNode> tree = read_yaml(bytes, file);
    Outcome<Layout> outcome = read_layout(tree.value, std::move(name));
    append(outcome.diagnostics, std::move(tree.diagnostics));
    return outcome;
}

}  // namespace banxin
