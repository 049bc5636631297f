// 版头: GB/T 9704-2012, 7.2 and 10.
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

const char* colour_name(PdfColour colour) {
    return colour.is_red() ? N_("red") : colour.is_black() ? N_("black") : N_("another colour");
}

void expect_red(RuleId rule, const Findings::Place& place, PdfColour colour, Findings& findings) {
    colour.is_red() ? findings.good(rule, place, colour_name(colour))
                    : findings.bad(rule, place, colour_name(colour));
}

/// Which row of the grid a line stands in, from 1.
std::int64_t row_of(const InspectedDocument& document, const TextLine& line) {
    const Length pitch = document.grid.pitch.value_or(10.45_mm);
    return (line.box.top - 37_mm + pitch.scaled(1, 2)).emu() / pitch.emu() + 1;
}

void judge_small_parts(const InspectedDocument& document, Findings& findings) {
    const Length left = document.grid.left;
    const bool is_letter = document.format == DocumentFormat::letter;
    if (const PageElement* number = document.first(ElementKind::copy_number)) {
        const TextLine& line = number->lines.front();
        findings.count(RuleId::copy_number_digits, Findings::at(line),
                       static_cast<std::int64_t>(line.text.size()));
        if (!is_letter)
            findings.count(RuleId::copy_number_row, Findings::at(line), row_of(document, line));
        findings.length(RuleId::copy_number_left, Findings::at(line), line.box.left - left);
    }
    if (const PageElement* secret = document.first(ElementKind::classification)) {
        const TextLine& line = secret->lines.front();
        if (!is_letter)
            findings.count(RuleId::classification_row, Findings::at(line), row_of(document, line));
        findings.length(RuleId::classification_left, Findings::at(line), line.box.left - left);
        findings.face(RuleId::classification_font, line, FaceRole::hei, document.pages.fonts);
        if (line.text.size() > 2) {
            const std::string sign = to_utf8(line.text.substr(2, 1));
            line.text[2] == U'★'
                ? findings.good(RuleId::classification_star, Findings::at(line), sign)
                : findings.bad(RuleId::classification_star, Findings::at(line), sign);
        }
    }
    if (const PageElement* urgency = document.first(ElementKind::urgency)) {
        const TextLine& line = urgency->lines.front();
        findings.length(RuleId::urgency_left, Findings::at(line), line.box.left - left);
        findings.face(RuleId::urgency_font, line, FaceRole::hei, document.pages.fonts);
    }
}

/// Top and bottom of the paint of all its lines.
PdfInk ink_of(const PageElement& element) {
    PdfInk ink = element.lines.front().ink();
    for (const TextLine& line : element.lines) {
        ink.top = std::min(ink.top, line.ink().top);
        ink.bottom = std::max(ink.bottom, line.ink().bottom);
    }
    return ink;
}

void judge_mark(const InspectedDocument& document, const PageElement& mark, Findings& findings) {
    RuleId top = RuleId::mark_top;
    if (document.format == DocumentFormat::letter) top = RuleId::mark_top_letter;
    if (document.format == DocumentFormat::order) top = RuleId::mark_top_order;
    const auto place = Findings::at(mark);
    const bool has_ink = mark.lines.front().characters.front().ink.has_value();
    if (has_ink)
        findings.length(top, place, ink_of(mark).top);
    else
        findings.cannot_tell(top, place, N_("font not embedded"));
    // A letter's is centred on the page: the double rules are, and both are one figure.
    const bool is_letter = document.format == DocumentFormat::letter;
    const Length centre = is_letter ? 105_mm : centre_of(document);
    findings.length(RuleId::mark_centre, place, mark.box.centre() - centre);
    const TextLine& line = mark.lines.front();
    expect_red(RuleId::mark_colour, place, line.colour, findings);
    findings.face(RuleId::mark_font, line, FaceRole::biaosong, document.pages.fonts);
}

void judge_number_form(const TextLine& line, Findings& findings) {
    const auto number = document_number_in(line.text);
    if (!number) return;
    const auto place = Findings::at(line);
    const auto say = [&](RuleId rule, bool is_good, const std::u32string& measured) {
        is_good ? findings.good(rule, place, to_utf8(measured))
                : findings.bad(rule, place, to_utf8(measured));
    };
    say(RuleId::number_brackets, number->open == U'〔' && number->close == U'〕',
        std::u32string{number->open, number->close});
    say(RuleId::number_year, number->year.size() == 4, number->year);
    say(RuleId::number_serial, number->serial.front() != U'第' && number->serial.front() != U'0',
        number->serial);
}

void judge_number(const InspectedDocument& document, const PageElement& number,
                  Findings& findings) {
    const TextLine& line = number.lines.front();
    const auto place = Findings::at(line);
    const PageElement* mark = document.first(ElementKind::mark);
    const DocumentFormat format = document.format;
    if (mark != nullptr && format != DocumentFormat::letter)
        findings.length(RuleId::number_below_mark, place, line.box.top - ink_of(*mark).bottom);
    if (format == DocumentFormat::letter)
        findings.length(RuleId::number_right, place, right_of(document) - line.box.right);
    else if (format == DocumentFormat::upward)
        findings.length(RuleId::number_indent, place, line.box.left - document.grid.left);
    else
        findings.length(RuleId::number_centre, place, line.box.centre() - centre_of(document));
    findings.face(RuleId::number_font, line, FaceRole::fangsong, document.pages.fonts);
    findings.size(RuleId::number_size, place, line.size);
    judge_number_form(line, findings);
}

void judge_signers(const InspectedDocument& document, const PageElement& signers,
                   Findings& findings) {
    const TextLine& last = signers.lines.back();
    constexpr std::size_t kLabel = 4;  // 签发人：
    findings.length(RuleId::signers_right, Findings::at(last), right_of(document) - last.box.right);
    if (const PageElement* number = document.first(ElementKind::document_number))
        findings.length(RuleId::signers_row, Findings::at(last),
                        last.baseline - number->lines.front().baseline);
    const TextLine& first = signers.lines.front();
    if (first.text.size() <= kLabel) return;
    findings.face(RuleId::signers_label_font, part_of(first, 0, kLabel), FaceRole::fangsong,
                  document.pages.fonts);
    findings.face(RuleId::signers_font, part_of(first, kLabel, first.text.size()), FaceRole::kai,
                  document.pages.fonts);
}

void judge_head_rule(const InspectedDocument& document, Findings& findings) {
    const PageElement* rule = document.first(ElementKind::head_rule);
    const PageElement* number = document.first(ElementKind::document_number);
    const bool needs_rule =
        document.format == DocumentFormat::ordinary || document.format == DocumentFormat::upward;
    if (rule == nullptr) {
        if (needs_rule && number != nullptr)
            findings.bad(RuleId::head_rule_there, Findings::at(*number), N_("none"));
        return;
    }
    const auto place = Findings::at(*rule);
    if (number != nullptr)
        findings.length(RuleId::head_rule_below, place,
                        rule->box.top - number->lines.back().box.bottom);
    findings.length(RuleId::head_rule_length, place, rule->box.width());
    findings.length(RuleId::head_rule_centre, place, rule->box.centre() - centre_of(document));
    for (const PdfRule& drawn : document.pages.pages.front().rules)
        if (drawn.box.top == rule->box.top && drawn.box.left == rule->box.left)
            return expect_red(RuleId::head_rule_colour, place, drawn.colour, findings);
}

void judge_double_rules(const InspectedDocument& document, Findings& findings) {
    const auto doubles = document.all(ElementKind::double_rule);
    if (document.format != DocumentFormat::letter) return;
    const PageElement* mark = document.first(ElementKind::mark);
    for (const PageElement* rule : doubles) {
        const auto place = Findings::at(*rule);
        findings.length(RuleId::double_rule_length, place, rule->box.width());
        if (rule == doubles.front() && mark != nullptr)
            findings.length(RuleId::double_rule_below, place, rule->box.top - ink_of(*mark).bottom);
        if (rule == doubles.back() && doubles.size() > 1)
            findings.length(RuleId::double_rule_second, place, rule->box.middle());
        for (const PdfRule& drawn : document.pages.pages.front().rules)
            if (drawn.box.top == rule->box.top)
                expect_red(RuleId::double_rule_colour, place, drawn.colour, findings);
    }
}

}  // namespace

void judge_head(const InspectedDocument& document, Findings& findings) {
    judge_small_parts(document, findings);
    const PageElement* mark = document.first(ElementKind::mark);
    if (mark != nullptr) judge_mark(document, *mark, findings);
    if (const PageElement* number = document.first(ElementKind::document_number))
        judge_number(document, *number, findings);
    else if (mark != nullptr && document.format != DocumentFormat::minutes)
        findings.bad(RuleId::number_there, Findings::at(*mark), N_("none"));
    if (const PageElement* signers = document.first(ElementKind::signers))
        judge_signers(document, *signers, findings);
    judge_head_rule(document, findings);
    judge_double_rules(document, findings);
}

}  // namespace banxin
