// 附件说明, 署名 without seals, 成文日期, 附注: GB/T 9704-2012, 7.3.4 to 7.3.6.
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

/// From the lower edge of the text above to the upper edge of `element`, where both are on a page.
void judge_gap(const InspectedDocument& document, RuleId rule, const PageElement& element,
               Findings& findings) {
    const TextLine& first = element.lines.front();
    const TextLine* above = line_above(document, first.page, first.box.top);
    if (above != nullptr)
        findings.length(rule, Findings::at(first), first.box.top - above->box.bottom);
}

struct AttachmentLine {
    const TextLine* line = nullptr;
    std::size_t number = 0;  ///< Where its number begins.
    std::size_t name = 0;    ///< Where the name begins; equal to `number` without one.
};

std::vector<AttachmentLine> attachment_lines(const PageElement& note) {
    std::vector<AttachmentLine> found;
    for (const TextLine& line : note.lines) {
        std::size_t at = 0;
        if (found.empty()) {
            at = line.text.find_first_of(U"：:");
            at = at == std::u32string::npos ? 2 : at + 1;
        }
        found.push_back(
            {&line, at, at + attachment_number_size(std::u32string_view{line.text}.substr(at))});
    }
    return found;
}

void judge_numbers(const std::vector<AttachmentLine>& lines, Findings& findings) {
    for (const AttachmentLine& each : lines) {
        if (each.name == each.number) continue;
        const std::u32string number = each.line->text.substr(each.number, each.name - each.number);
        number.back() == U'.'
            ? findings.good(RuleId::attachment_numbers, Findings::at(*each.line), to_utf8(number))
            : findings.bad(RuleId::attachment_numbers, Findings::at(*each.line), to_utf8(number));
    }
}

void judge_ends(const std::vector<AttachmentLine>& lines, Findings& findings) {
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const bool ends = k + 1 == lines.size() || lines[k + 1].name > lines[k + 1].number;
        if (!ends) continue;
        const char32_t last = lines[k].line->text.back();
        const std::string end = to_utf8(std::u32string{last});
        is_one_of(last, U"。；，、.;,")
            ? findings.bad(RuleId::attachment_end, Findings::at(*lines[k].line), end)
            : findings.good(RuleId::attachment_end, Findings::at(*lines[k].line), end);
    }
}

/// Numbers stand below each other on their dots, wrapped lines below the first name.
void judge_alignment(const std::vector<AttachmentLine>& lines, Findings& findings) {
    const auto left_of = [](const AttachmentLine& each, std::size_t at) {
        return each.line->characters[std::min(at, each.line->characters.size() - 1)].x;
    };
    const AttachmentLine& first = lines.front();
    for (std::size_t k = 1; k < lines.size(); ++k) {
        const Length wanted = left_of(first, first.name);
        findings.length(RuleId::attachment_align, Findings::at(*lines[k].line),
                        left_of(lines[k], lines[k].name) - wanted);
    }
}

void judge_attachment_note(const InspectedDocument& document, Findings& findings) {
    const PageElement* note = document.first(ElementKind::attachment_note);
    if (note == nullptr) return;
    const TextLine& first = note->lines.front();
    judge_gap(document, RuleId::attachment_above, *note, findings);
    findings.length(RuleId::attachment_indent, Findings::at(first),
                    first.box.left - document.grid.left);
    const bool has_colon = first.text.starts_with(U"附件：");
    const std::string colon = to_utf8(first.text.substr(2, 1));
    has_colon ? findings.good(RuleId::attachment_colon, Findings::at(first), colon)
              : findings.bad(RuleId::attachment_colon, Findings::at(first), colon);
    const std::vector<AttachmentLine> lines = attachment_lines(*note);
    judge_numbers(lines, findings);
    judge_ends(lines, findings);
    judge_alignment(lines, findings);
}

/// 7.3.5.2: the date is two characters further right, or, where it is the longer one, stands two
/// characters from the edge.
void judge_unsealed(const InspectedDocument& document, const PageElement& issuer,
                    const PageElement& date, Findings& findings) {
    judge_gap(document, RuleId::issuer_above, issuer, findings);
    findings.length(RuleId::date_offset, Findings::at(date), date.box.left - issuer.box.left);
    const Length issuer_right = right_of(document) - issuer.box.right;
    const Length date_right = right_of(document) - date.box.right;
    // Of a name that is hardly longer the date would come closer to the edge than it: then the
    // date keeps the two characters, too.
    const bool is_by_date = date_right < issuer_right;
    const bool name_keeps = issuer_right < 2 * cell_of(document) + 1_mm;
    findings.length(RuleId::issuer_right, Findings::at(issuer),
                    is_by_date && !name_keeps ? date_right : issuer_right);
}

void judge_date(const PageElement& date, Findings& findings) {
    const std::u32string text = date.text();
    const bool is_arabic = std::all_of(text.begin(), text.end(), [](char32_t c) {
        return is_ascii_digit(c) || is_one_of(c, U"年月日");
    });
    const bool has_zero =
        text.find(U"年0") != std::u32string::npos || text.find(U"月0") != std::u32string::npos;
    const bool has_year = text.find(U'年') == 4;
    is_arabic && !has_zero && has_year
        ? findings.good(RuleId::date_digits, Findings::at(date), to_utf8(text))
        : findings.bad(RuleId::date_digits, Findings::at(date), to_utf8(text));
}

void judge_remark(const InspectedDocument& document, Findings& findings) {
    const PageElement* remark = document.first(ElementKind::remark);
    if (remark == nullptr) return;
    const std::u32string text = remark->text();
    const std::string ends = to_utf8(std::u32string{text.front(), text.back()});
    text.starts_with(U"（") && text.ends_with(U"）")
        ? findings.good(RuleId::remark_brackets, Findings::at(*remark), ends)
        : findings.bad(RuleId::remark_brackets, Findings::at(*remark), ends);
    findings.length(RuleId::remark_indent, Findings::at(*remark),
                    remark->lines.front().box.left - document.grid.left);
}

}  // namespace

void judge_ending(const InspectedDocument& document, Findings& findings) {
    judge_attachment_note(document, findings);
    const PageElement* date = document.first(ElementKind::date);
    if (date != nullptr) {
        judge_date(*date, findings);
        const PageElement* issuer = document.first(ElementKind::issuer);
        const bool is_on_page = issuer == nullptr || issuer->page == date->page;
        const bool is_done = is_on_page && judge_signature(document, *date, findings);
        if (issuer != nullptr && is_on_page && !is_done)
            judge_unsealed(document, *issuer, *date, findings);
    }
    judge_remark(document, findings);
}

}  // namespace banxin
