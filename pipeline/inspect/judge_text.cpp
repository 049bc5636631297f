// Title, recipients and text: GB/T 9704-2012, 5.2 and 7.3.1 to 7.3.3.
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

enum class Turn : std::uint8_t { none, up, down };

/// 梯形 or 菱形: longer and longer, shorter and shorter, or first the one and then the other.
bool has_good_shape(const std::vector<TextLine>& lines) {
    constexpr int kAlikeTenths = 3;  // of a character: nearer lines are equally long
    bool has_turned = false;
    Turn last = Turn::none;
    for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
        const Length near = lines[k].size.scaled(kAlikeTenths, 10);
        const Length step = lines[k + 1].box.width() - lines[k].box.width();
        const bool is_alike = step < near && step > -near;
        // Two equal lines are a rectangle; in a rhombus of four the middle two may be equal.
        if (is_alike && lines.size() != 4) return false;
        if (is_alike && k != 1) return false;
        if (is_alike) continue;
        const Turn turn = step > Length{} ? Turn::up : Turn::down;
        if (last == Turn::down && turn == Turn::up) return false;
        has_turned = has_turned || (last == Turn::up && turn == Turn::down);
        last = turn;
    }
    return true;
}

std::string widths_of(const std::vector<TextLine>& lines) {
    std::string widths;
    for (const TextLine& line : lines)
        widths += (widths.empty() ? "" : ", ") + std::to_string(line.text.size());
    return widths;
}

void judge_one_title(const InspectedDocument& document, const PageElement& title,
                     Findings& findings) {
    for (const TextLine& line : title.lines)
        findings.length(RuleId::title_centre, Findings::at(line), off_centre(document, line));
    if (title.lines.size() > 1)
        has_good_shape(title.lines)
            ? findings.good(RuleId::title_shape, Findings::at(title), widths_of(title.lines))
            : findings.bad(RuleId::title_shape, Findings::at(title), widths_of(title.lines));
    const TextLine& first = title.lines.front();
    findings.face(RuleId::title_font, first, FaceRole::biaosong, document.pages.fonts);
    findings.size(RuleId::title_size, Findings::at(first), first.size);
    const char32_t end = title.lines.back().text.back();
    if (is_one_of(end, U"。；，.;,"))
        findings.bad(RuleId::title_end, Findings::at(title), to_utf8(std::u32string{end}));
}

void judge_recipients(const InspectedDocument& document, Findings& findings) {
    const PageElement* recipients = document.first(ElementKind::recipients);
    if (recipients == nullptr) return;
    const TextLine& first = recipients->lines.front();
    const TextLine& last = recipients->lines.back();
    for (const TextLine& line : recipients->lines)
        findings.length(RuleId::recipients_left, Findings::at(line),
                        line.box.left - document.grid.left);
    const std::string end = to_utf8(last.text.substr(last.text.size() - 1));
    last.text.ends_with(U"：") ? findings.good(RuleId::recipients_colon, Findings::at(last), end)
                               : findings.bad(RuleId::recipients_colon, Findings::at(last), end);
    const PageElement* title = document.first(ElementKind::title);
    if (title != nullptr && title->page == recipients->page)
        findings.length(RuleId::recipients_above, Findings::at(first),
                        first.box.top - title->lines.back().box.bottom);
    if (document.body.empty() || !document.grid.pitch) return;
    const TextLine& text = document.body.front().lines.front();
    if (text.page == last.page)
        findings.count(RuleId::body_below, Findings::at(text),
                       (text.baseline - last.baseline + document.grid.pitch->scaled(1, 2)).emu() /
                           document.grid.pitch->emu());
}

FaceRole face_of_level(int level) {
    if (level == 1) return FaceRole::hei;
    return level == 2 ? FaceRole::kai : FaceRole::fangsong;
}

RuleId font_rule_of_level(int level) {
    constexpr RuleId kRules[] = {RuleId::heading_1_font, RuleId::heading_2_font,
                                 RuleId::heading_3_font, RuleId::heading_4_font};
    return kRules[level - 1];
}

/// 一、 （一） 1. （1）, each sign of its own width.
bool has_good_label(const ShownParagraph& paragraph) {
    const std::u32string label = paragraph.lines.front().text.substr(0, paragraph.label_size);
    switch (paragraph.level) {
        case 1:
            return label.back() == U'、';
        case 3:
            return label.back() == U'.' || label.back() == U'．';
        default:
            return label.front() == U'（' && label.back() == U'）';
    }
}

void judge_heading(const InspectedDocument& document, const ShownParagraph& paragraph,
                   Findings& findings) {
    const TextLine& line = paragraph.lines.front();
    constexpr std::size_t kLongest = 26;  // Longer is a sentence with a number, not a heading.
    const std::size_t end = std::min(paragraph.heading_end, line.text.size());
    const bool has_comma = paragraph.text().substr(0, end).find(U'，') != std::u32string::npos;
    if (end < kLongest && end > paragraph.label_size && !has_comma) {
        const TextLine heading = part_of(line, 0, end);
        findings.face(font_rule_of_level(paragraph.level), heading, face_of_level(paragraph.level),
                      document.pages.fonts);
        heading.is_bold
            ? findings.bad(RuleId::heading_bold, Findings::at(heading), N_("bold"))
            : findings.good(RuleId::heading_bold, Findings::at(heading), N_("not bold"));
    }
    const std::string label = to_utf8(line.text.substr(0, paragraph.label_size));
    has_good_label(paragraph) ? findings.good(RuleId::heading_label, Findings::at(line), label)
                              : findings.bad(RuleId::heading_label, Findings::at(line), label);
    const bool is_alone = paragraph.lines.size() == 1;
    const bool is_heading_only =
        is_alone && paragraph.text().find_first_of(U"。；，") >= paragraph.text().size() - 1;
    const bool is_short = line.text.size() < 20;
    if (paragraph.level <= 2 && is_heading_only && is_short && line.text.back() == U'。')
        findings.bad(RuleId::heading_end, Findings::at(line), "。");
}

/// A heading's line of its own has text below it on its page.
void judge_last_headings(const InspectedDocument& document, Findings& findings) {
    for (std::size_t k = 0; k + 1 < document.body.size(); ++k) {
        const ShownParagraph& heading = document.body[k];
        const bool is_alone = heading.level > 0 && heading.lines.size() == 1 &&
                              heading.text().find(U'。') == std::u32string::npos;
        if (is_alone && document.body[k + 1].lines.front().page != heading.lines.front().page)
            findings.bad(RuleId::heading_last, Findings::at(heading.lines.front()),
                         N_("on the next page"));
    }
}

void judge_paragraph(const InspectedDocument& document, const ShownParagraph& paragraph,
                     Findings& findings) {
    const TextLine& first = paragraph.lines.front();
    const bool is_centred = paragraph.lines.size() == 1 &&
                            first.box.left > document.grid.left + 3 * cell_of(document) &&
                            off_centre(document, first) < 2_mm &&
                            off_centre(document, first) > -2_mm;
    if (is_centred) return;  // A heading within an enclosure: no paragraph.
    if (document.is_landscape(first.page)) return;
    // An opening mark may have lost its blank half.
    const bool is_cut = is_one_of(first.text.front(), U"（《〈“‘〔【「『");
    const Length indent = first.box.left - document.grid.left;
    if (!is_cut || indent < 2 * cell_of(document) - 3.2_mm)
        findings.length(RuleId::body_indent, Findings::at(first), indent);
    for (std::size_t k = 1; k < paragraph.lines.size(); ++k) {
        const TextLine& line = paragraph.lines[k];
        if (!is_one_of(line.text.front(), U"（《〈“‘〔【「『"))
            findings.length(RuleId::wrapped_left, Findings::at(line),
                            line.box.left - document.grid.left);
    }
    if (paragraph.level > 0) return judge_heading(document, paragraph, findings);
    findings.face(RuleId::text_font, first, FaceRole::fangsong, document.pages.fonts);
    for (const TextLine& line : paragraph.lines)
        line.is_bold ? findings.bad(RuleId::text_bold, Findings::at(line), N_("bold"))
                     : findings.good(RuleId::text_bold, Findings::at(line), N_("not bold"));
}

}  // namespace

void judge_title(const InspectedDocument& document, Findings& findings) {
    const PageElement* rule = document.first(ElementKind::head_rule);
    const PageElement* first = document.first(ElementKind::title);
    if (rule != nullptr && first != nullptr && first->page == 0)
        findings.length(RuleId::title_below_rule, Findings::at(*first),
                        first->box.top - rule->box.bottom);
    for (const PageElement* title : document.all(ElementKind::title))
        if (!document.is_landscape(title->page)) judge_one_title(document, *title, findings);
    judge_recipients(document, findings);
}

void judge_body(const InspectedDocument& document, Findings& findings) {
    if (document.body.empty()) return;
    const TextLine& first = document.body.front().lines.front();
    first.page == 0 ? findings.good(RuleId::body_first_page, Findings::at(first), N_("there"))
                    : findings.bad(RuleId::body_first_page, Findings::at(first), N_("none"));
    for (const ShownParagraph& paragraph : document.body) {
        judge_paragraph(document, paragraph, findings);
        for (const TextLine& line : paragraph.lines)
            line.colour.is_black()
                ? findings.good(RuleId::text_colour, Findings::at(line), N_("black"))
                : findings.bad(RuleId::text_colour, Findings::at(line),
                               line.colour.is_red() ? N_("red") : N_("another colour"));
    }
    judge_last_headings(document, findings);
}

}  // namespace banxin
