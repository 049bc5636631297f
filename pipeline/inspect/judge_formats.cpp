// What letters (信函), orders (命令) and minutes (纪要) have for themselves: GB/T 9704-2012, 10.
#include <algorithm>
#include <vector>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"

namespace banxin {
namespace {

using namespace literals;

/// The two rules of a double one, the upper first.
std::vector<PdfRule> rules_of(const InspectedDocument& document, const PageElement& element) {
    std::vector<PdfRule> rules;
    for (const PdfRule& drawn : document.pages.pages[element.page].rules)
        if (drawn.is_horizontal() && drawn.box.top >= element.box.top &&
            drawn.box.bottom <= element.box.bottom)
            rules.push_back(drawn);
    std::sort(rules.begin(), rules.end(),
              [](const PdfRule& one, const PdfRule& two) { return one.box.top < two.box.top; });
    return rules;
}

/// 武文线 at the head has the thick rule above, 文武线 at the foot below.
void judge_order_of_rules(const Findings::Place& place, const std::vector<PdfRule>& rules,
                          bool is_at_head, Findings& findings) {
    if (rules.size() != 2) return;
    const Length upper = rules[0].thickness();
    const Length lower = rules[1].thickness();
    const char* shown = upper > lower   ? N_("thick above thin")
                        : upper < lower ? N_("thin above thick")
                                        : N_("equally thick");
    const bool is_good = is_at_head ? upper > lower : upper < lower;
    is_good ? findings.good(RuleId::double_rule_order, place, shown)
            : findings.bad(RuleId::double_rule_order, place, shown);
}

void judge_double_rules(const InspectedDocument& document, Findings& findings) {
    const auto doubles = document.all(ElementKind::double_rule);
    const PageElement* mark = document.first(ElementKind::mark);
    const auto place_of_first = doubles.empty() ? Findings::Place{0, document.elements.front().box}
                                                : Findings::at(*doubles.front());
    findings.count(RuleId::double_rule_there, place_of_first,
                   static_cast<std::int64_t>(doubles.size()));
    for (const PageElement* rule : doubles) {
        const auto place = Findings::at(*rule);
        const bool is_at_head = rule->box.top < document.pages.pages.front().height.scaled(1, 2);
        findings.length(RuleId::double_rule_length, place, rule->box.width());
        findings.length(RuleId::double_rule_centre, place,
                        rule->box.centre() - centre_of(document));
        if (is_at_head && mark != nullptr)
            findings.length(RuleId::double_rule_below, place,
                            rule->box.top - ink_of(mark->lines).bottom);
        if (!is_at_head) findings.length(RuleId::double_rule_second, place, rule->box.middle());
        const std::vector<PdfRule> rules = rules_of(document, *rule);
        judge_order_of_rules(place, rules, is_at_head, findings);
        for (const PdfRule& drawn : rules)
            expect_red(RuleId::double_rule_colour, place, drawn.colour, findings);
    }
}

/// 份号, 密级 and 紧急程度 on the left and the number on the right begin on one line below the
/// rule, and the title stands two blank lines below the last of them.
void judge_letter(const InspectedDocument& document, Findings& findings) {
    judge_double_rules(document, findings);
    const PageElement* rule = document.first(ElementKind::double_rule);
    const TextLine* highest = nullptr;
    const TextLine* lowest = nullptr;
    for (const ElementKind kind : {ElementKind::copy_number, ElementKind::classification,
                                   ElementKind::urgency, ElementKind::document_number}) {
        const PageElement* part = document.first(kind);
        if (part == nullptr) continue;
        const TextLine& line = part->lines.front();
        if (lowest == nullptr || line.box.bottom > lowest->box.bottom) lowest = &line;
        if (kind == ElementKind::document_number) {
            if (rule != nullptr)
                findings.length(RuleId::number_below_double, Findings::at(line),
                                line.box.top - rule->box.bottom);
        } else if (highest == nullptr || line.box.top < highest->box.top) {
            highest = &line;
        }
    }
    if (rule != nullptr && highest != nullptr)
        findings.length(RuleId::parts_below_double, Findings::at(*highest),
                        highest->box.top - rule->box.bottom);
    const PageElement* title = document.first(ElementKind::title);
    if (lowest != nullptr && title != nullptr && title->page == 0)
        findings.length(RuleId::title_below_parts, Findings::at(*title),
                        title->box.top - lowest->box.bottom);
}

void judge_order(const InspectedDocument& document, Findings& findings) {
    const PageElement* number = document.first(ElementKind::document_number);
    if (number == nullptr || document.body.empty()) return;
    const TextLine& text = document.body.front().lines.front();
    if (text.page == number->page)
        findings.length(RuleId::order_text_below, Findings::at(text),
                        text.box.top - number->lines.back().box.bottom);
}

/// 出席, 请假 and 列席, each with its names behind a colon, and further rows of names below them.
void judge_attendees(const InspectedDocument& document, Findings& findings) {
    const PageElement* attendees = document.first(ElementKind::attendees);
    if (attendees == nullptr) return;
    constexpr std::size_t kLabel = 2;
    const TextLine& first = attendees->lines.front();
    if (const TextLine* above = line_above(document, first.page, first.box.top))
        findings.length(RuleId::attendees_above, Findings::at(first),
                        first.box.top - above->box.bottom);
    Length names;
    for (const TextLine& line : attendees->lines) {
        const Length left = line.box.left;
        if (left > document.grid.left + 3 * cell_of(document)) {
            findings.length(RuleId::attendees_align, Findings::at(line), left - names);
            findings.face(RuleId::attendees_names_font, line, FaceRole::fangsong,
                          document.pages.fonts);
            continue;
        }
        findings.length(RuleId::attendees_indent, Findings::at(line), left - document.grid.left);
        findings.face(RuleId::attendees_font, part_of(line, 0, kLabel), FaceRole::hei,
                      document.pages.fonts);
        const std::size_t colon = line.text.find_first_of(U"：:");
        if (colon == std::u32string::npos || colon + 1 >= line.text.size()) continue;
        names = line.characters[colon + 1].x;
        findings.face(RuleId::attendees_names_font, part_of(line, colon + 1, line.text.size()),
                      FaceRole::fangsong, document.pages.fonts);
    }
}

}  // namespace

void judge_formats(const InspectedDocument& document, Findings& findings) {
    if (document.format == DocumentFormat::letter) judge_letter(document, findings);
    if (document.format == DocumentFormat::order) judge_order(document, findings);
    judge_attendees(document, findings);
}

}  // namespace banxin
