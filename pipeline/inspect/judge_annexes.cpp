// 附件 (GB/T 9704-2012, 7.3.7) and 版记 (7.4).
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

/// The names of the attachment note, numbers and label left out.
std::vector<std::u32string> names_in(const PageElement& note) {
    std::vector<std::u32string> names;
    for (const TextLine& line : note.lines) {
        std::u32string text = line.text;
        if (names.empty())
            if (const auto colon = text.find_first_of(U"：:"); colon != std::u32string::npos)
                text.erase(0, colon + 1);
        const std::size_t number = attachment_number_size(text);
        const bool is_numbered = number > 0;
        text.erase(0, number);
        if (is_numbered || names.empty())
            names.push_back(text);
        else
            names.back() += text;
    }
    for (std::u32string& each : names)
        while (!each.empty() && is_one_of(each.back(), U"。；，、.;,")) each.pop_back();
    return names;
}

bool has_good_label(const std::u32string& text, std::size_t annexes, std::size_t number) {
    std::u32string wanted = U"附件";
    if (annexes > 1)
        for (const char digit : std::to_string(number))
            wanted += static_cast<char32_t>(static_cast<unsigned char>(digit));
    return text.ends_with(wanted);
}

void judge_label(const InspectedDocument& document, const PageElement& label, std::size_t annexes,
                 std::size_t number, Findings& findings) {
    const TextLine& line = label.lines.front();
    if (!document.is_landscape(label.page)) {
        findings.length(RuleId::annex_label_row, Findings::at(line), line.box.top);
        findings.length(RuleId::annex_label_left, Findings::at(line),
                        line.box.left - document.grid.left);
    }
    findings.face(RuleId::annex_label_font, line, FaceRole::hei, document.pages.fonts);
    const std::string text = to_utf8(line.text);
    has_good_label(line.text, annexes, number)
        ? findings.good(RuleId::annex_label_form, Findings::at(line), text)
        : findings.bad(RuleId::annex_label_form, Findings::at(line), text);
}

void judge_annex_title(const InspectedDocument& document, const PageElement& label,
                       const PageElement& title, Findings& findings) {
    const TextLine& first = title.lines.front();
    findings.face(RuleId::annex_title_font, first, FaceRole::biaosong, document.pages.fonts);
    if (document.is_landscape(title.page)) return;
    if (title.page == label.page)
        findings.length(RuleId::annex_title_row, Findings::at(first), first.box.top);
    for (const TextLine& line : title.lines)
        findings.length(RuleId::annex_title_centre, Findings::at(line), off_centre(document, line));
}

const PageElement* title_of(const std::vector<const PageElement*>& titles,
                            const PageElement& label) {
    for (const PageElement* title : titles)
        if (title->page == label.page && title->box.top > label.box.top) return title;
    return nullptr;
}

bool begins_copies(const std::u32string& text) { return text.starts_with(U"抄送"); }

void judge_imprint_words(const InspectedDocument& document, const PageElement& imprint,
                         Findings& findings) {
    const std::vector<TextLine>& lines = imprint.lines;
    const TextLine& first = lines.front();
    findings.size(RuleId::imprint_size, Findings::at(first), first.size);
    findings.face(RuleId::imprint_font, first, FaceRole::fangsong, document.pages.fonts);
    findings.length(RuleId::imprint_left, Findings::at(first), first.box.left - document.grid.left);
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const TextLine& line = lines[k];
        if (line.text.ends_with(U"印发")) {
            findings.length(RuleId::imprint_right, Findings::at(line),
                            right_of(document) - line.box.right);
            const std::size_t year = line.text.find_first_of(U"0123456789〇二");
            const std::u32string date = year == std::u32string::npos
                                            ? line.text
                                            : line.text.substr(year, line.text.size() - year - 2);
            const bool is_good = is_date(date) && is_ascii_digit(date.front()) &&
                                 date.find(U"年0") == std::u32string::npos &&
                                 date.find(U"月0") == std::u32string::npos;
            is_good ? findings.good(RuleId::imprint_date, Findings::at(line), to_utf8(line.text))
                    : findings.bad(RuleId::imprint_date, Findings::at(line), to_utf8(line.text));
        }
        if (!begins_copies(line.text)) continue;
        std::size_t last = k;  // Wrapped lines go on further right.
        while (last + 1 < lines.size() &&
               lines[last + 1].box.left > line.box.left + 2 * line.size &&
               lines[last + 1].baseline > lines[last].baseline + 1_mm)
            ++last;
        const std::string end = to_utf8(lines[last].text.substr(lines[last].text.size() - 1));
        end == "。" ? findings.good(RuleId::imprint_copies_end, Findings::at(lines[last]), end)
                    : findings.bad(RuleId::imprint_copies_end, Findings::at(lines[last]), end);
    }
}

void judge_imprint_rules(const InspectedDocument& document, Findings& findings) {
    const auto rules = document.all(ElementKind::imprint_rule);
    for (const PageElement* rule : rules) {
        const auto place = Findings::at(*rule);
        findings.length(RuleId::imprint_length, place, rule->box.width());
        const bool is_outer = rule == rules.front() || rule == rules.back();
        findings.length(is_outer ? RuleId::imprint_outer : RuleId::imprint_inner, place,
                        rule->box.height());
    }
    if (!rules.empty())
        findings.length(RuleId::imprint_bottom, Findings::at(*rules.back()),
                        rules.back()->box.middle());
}

/// 10.1: a letter's has neither rules nor who prints it.
void judge_imprint_of_letter(const InspectedDocument& document, const PageElement& imprint,
                             Findings& findings) {
    findings.count(RuleId::imprint_letter_rules, Findings::at(imprint),
                   static_cast<std::int64_t>(document.all(ElementKind::imprint_rule).size()));
    for (const TextLine& line : imprint.lines)
        if (line.text.ends_with(U"印发"))
            findings.bad(RuleId::imprint_letter_words, Findings::at(line), to_utf8(line.text));
}

}  // namespace

void judge_annexes(const InspectedDocument& document, Findings& findings) {
    const auto labels = document.all(ElementKind::annex_label);
    const auto titles = document.all(ElementKind::annex_title);
    const PageElement* note = document.first(ElementKind::attachment_note);
    const std::vector<std::u32string> names =
        note == nullptr ? std::vector<std::u32string>{} : names_in(*note);
    for (std::size_t k = 0; k < labels.size(); ++k) {
        judge_label(document, *labels[k], std::max(labels.size(), names.size()), k + 1, findings);
        const PageElement* title = title_of(titles, *labels[k]);
        if (title == nullptr) continue;
        judge_annex_title(document, *labels[k], *title, findings);
        if (k >= names.size()) continue;
        const std::string shown = to_utf8(title->text());
        title->text() == names[k] ? findings.good(RuleId::annex_name, Findings::at(*title), shown)
                                  : findings.bad(RuleId::annex_name, Findings::at(*title), shown);
    }
    if (note == nullptr || labels.empty()) return;  // Annexes may be files of their own.
    const std::string counts = std::to_string(labels.size()) + " / " + std::to_string(names.size());
    labels.size() == names.size() ? findings.good(RuleId::annex_count, Findings::at(*note), counts)
                                  : findings.bad(RuleId::annex_count, Findings::at(*note), counts);
}

void judge_imprint(const InspectedDocument& document, Findings& findings) {
    const PageElement* imprint = document.first(ElementKind::imprint);
    if (imprint == nullptr) return;
    const std::size_t pages = document.pages.pages.size();
    const std::string page = std::to_string(imprint->page + 1) + " / " + std::to_string(pages);
    const bool is_good = imprint->page + 1 == pages && imprint->page % 2 == 1;
    is_good ? findings.good(RuleId::imprint_page, Findings::at(*imprint), page)
            : findings.bad(RuleId::imprint_page, Findings::at(*imprint), page);
    judge_imprint_words(document, *imprint, findings);
    document.format == DocumentFormat::letter
        ? judge_imprint_of_letter(document, *imprint, findings)
        : judge_imprint_rules(document, findings);
}

}  // namespace banxin
