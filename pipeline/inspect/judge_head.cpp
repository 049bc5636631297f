// 版头: GB/T 9704-2012, 7.2; what letters, orders and minutes have besides is in judge_formats.cpp.
#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

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

/// The names of a mark of several lines, and 文件 on the right of them, where there is one.
struct JointMark {
    std::vector<TextLine> names;
    std::optional<TextLine> end;
};

JointMark parts_of(const PageElement& mark) {
    constexpr std::u32string_view kEnd = U"文件";
    JointMark parts;
    Length right;  // Of the names: what stands behind it does not belong to them.
    for (const TextLine& line : mark.lines)
        if (!line.text.ends_with(kEnd)) right = std::max(right, line.box.right);
    for (const TextLine& line : mark.lines) {
        const std::size_t name = line.text.size() - std::min(line.text.size(), kEnd.size());
        const bool has_end = line.text.ends_with(kEnd) && !parts.end &&
                             line.characters[name].x > right - line.size.scaled(1, 4);
        if (has_end) parts.end = part_of(line, name, line.text.size());
        if (!has_end)
            parts.names.push_back(line);
        else if (name > 0)
            parts.names.push_back(part_of(line, 0, name));
    }
    return parts;
}

void judge_joint_names(const PageElement& mark, Findings& findings) {
    if (mark.lines.size() < 2) return;
    const JointMark parts = parts_of(mark);
    if (parts.names.size() < 2) return;
    const auto [narrow, wide] = std::minmax_element(
        parts.names.begin(), parts.names.end(),
        [](const auto& one, const auto& two) { return one.box.width() < two.box.width(); });
    findings.length(RuleId::mark_names_width, Findings::at(*narrow),
                    wide->box.width() - narrow->box.width());
    if (!parts.end) return;
    const PdfInk ink = ink_of(parts.names);
    const PdfInk end = parts.end->ink();
    findings.length(RuleId::mark_end_middle, Findings::at(*parts.end),
                    (end.top + end.bottom - ink.top - ink.bottom).scaled(1, 2));
}

void judge_mark(const InspectedDocument& document, const PageElement& mark, Findings& findings) {
    RuleId top = RuleId::mark_top;
    if (document.format == DocumentFormat::letter) top = RuleId::mark_top_letter;
    if (document.format == DocumentFormat::order) top = RuleId::mark_top_order;
    const auto place = Findings::at(mark);
    const bool has_ink = mark.lines.front().characters.front().ink.has_value();
    if (has_ink)
        findings.length(top, place, ink_of(mark.lines).top);
    else
        findings.cannot_tell(top, place, N_("font not embedded"));
    findings.length(document.format == DocumentFormat::letter ? RuleId::mark_centre_letter
                                                              : RuleId::mark_centre,
                    place, mark.box.centre() - centre_of(document));
    judge_joint_names(mark, findings);
    const TextLine& line = mark.lines.front();
    expect_red(RuleId::mark_colour, place, line.colour, findings);
    findings.face(RuleId::mark_font, line, FaceRole::biaosong, document.pages.fonts);
}

void judge_number_form(DocumentFormat format, const TextLine& line, Findings& findings) {
    const auto place = Findings::at(line);
    if (format == DocumentFormat::order)
        return is_order_number(line.text)
                   ? findings.good(RuleId::number_of_order, place, to_utf8(line.text))
                   : findings.bad(RuleId::number_of_order, place, to_utf8(line.text));
    const auto number = document_number_in(line.text);
    if (!number) return;
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
    // That of a document to a superior is level with the last signers, below the first ones.
    const bool is_below_mark =
        format != DocumentFormat::letter && document.first(ElementKind::signers) == nullptr;
    if (mark != nullptr && is_below_mark)
        findings.length(RuleId::number_below_mark, place,
                        line.box.top - ink_of(mark->lines).bottom);
    if (format == DocumentFormat::letter)
        findings.length(RuleId::number_right, place, right_of(document) - line.box.right);
    else if (format == DocumentFormat::upward)
        findings.length(RuleId::number_indent, place, line.box.left - document.grid.left);
    else
        findings.length(RuleId::number_centre, place, line.box.centre() - centre_of(document));
    findings.face(RuleId::number_font, line, FaceRole::fangsong, document.pages.fonts);
    findings.size(RuleId::number_size, place, line.size);
    judge_number_form(format, line, findings);
}

/// The first row ends a character from the edge; further ones begin below its first name and may
/// be shorter, and the last is level with the number.
void judge_signers(const InspectedDocument& document, const PageElement& signers,
                   Findings& findings) {
    constexpr std::size_t kLabel = 4;  // 签发人：
    const TextLine& first = signers.lines.front();
    const TextLine& last = signers.lines.back();
    if (const PageElement* mark = document.first(ElementKind::mark))
        findings.length(RuleId::signers_below_mark, Findings::at(first),
                        first.box.top - ink_of(mark->lines).bottom);
    const auto widest = std::max_element(
        signers.lines.begin(), signers.lines.end(),
        [](const auto& one, const auto& two) { return one.box.right < two.box.right; });
    findings.length(RuleId::signers_right, Findings::at(*widest),
                    right_of(document) - widest->box.right);
    if (const PageElement* number = document.first(ElementKind::document_number))
        findings.length(RuleId::signers_row, Findings::at(last),
                        last.baseline - number->lines.front().baseline);
    if (first.text.size() <= kLabel) return;
    findings.face(RuleId::signers_label_font, part_of(first, 0, kLabel), FaceRole::fangsong,
                  document.pages.fonts);
    findings.face(RuleId::signers_font, part_of(first, kLabel, first.text.size()), FaceRole::kai,
                  document.pages.fonts);
    for (std::size_t k = 1; k < signers.lines.size(); ++k) {
        const TextLine& line = signers.lines[k];
        findings.length(RuleId::signers_align, Findings::at(line),
                        line.box.left - first.characters[kLabel].x);
        findings.face(RuleId::signers_font, line, FaceRole::kai, document.pages.fonts);
    }
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
    // In minutes a row with the issuer and the date may come between them.
    const TextLine* above = number == nullptr ? nullptr : &number->lines.back();
    if (document.format == DocumentFormat::minutes)
        above = line_above(document, rule->page, rule->box.top);
    if (above != nullptr)
        findings.length(RuleId::head_rule_below, place, rule->box.top - above->box.bottom);
    findings.length(RuleId::head_rule_length, place, rule->box.width());
    findings.length(RuleId::head_rule_centre, place, rule->box.centre() - centre_of(document));
    for (const PdfRule& drawn : document.pages.pages.front().rules)
        if (drawn.box.top == rule->box.top && drawn.box.left == rule->box.left)
            return expect_red(RuleId::head_rule_colour, place, drawn.colour, findings);
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
}

}  // namespace banxin
