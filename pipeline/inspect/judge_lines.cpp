// What no line and no word may do, wherever it stands: GB/T 15834, GB/T 15835.
#include <algorithm>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judgement.hpp"

namespace banxin {
namespace {

constexpr std::u32string_view kNotAtStart = U"，。、；：？！）》〉」』】〕〗］｝”’·～%‰℃";
constexpr std::u32string_view kNotAtEnd = U"（《〈「『【〔〖［｛“‘";

/// Lines that go on in each other: those of paragraphs, recipients, attachment notes, 版记.
std::vector<std::vector<TextLine>> running_texts(const InspectedDocument& document) {
    std::vector<std::vector<TextLine>> texts;
    for (const ShownParagraph& paragraph : document.body) texts.push_back(paragraph.lines);
    for (const PageElement& element : document.elements) {
        const bool runs = element.kind == ElementKind::recipients ||
                          element.kind == ElementKind::title ||
                          element.kind == ElementKind::annex_title;
        if (runs) texts.push_back(element.lines);
    }
    return texts;
}

bool is_number_part(char32_t c) { return is_ascii_digit(c) || is_one_of(c, U".,"); }

/// `12|34`, `3.|5`, `5|%`, `2026|年` and `〔2026|〕` are torn; `GB/T|9704` is not.
bool is_torn_number(char32_t last, char32_t next) {
    return (is_ascii_digit(last) && is_number_part(next)) ||
           (is_one_of(last, U".,") && is_ascii_digit(next)) ||
           (is_ascii_digit(last) && is_one_of(next, U"%‰℃"));
}

void judge_break(const TextLine& line, const TextLine& next, Findings& findings) {
    const char32_t last = line.text.back();
    const char32_t first = next.text.front();
    const auto say = [&](RuleId rule, const char* good, bool is_bad, const TextLine& where,
                         std::u32string shown) {
        is_bad ? findings.bad(rule, Findings::at(where), to_utf8(shown))
               : findings.good(rule, Findings::at(where), good);
    };
    say(RuleId::line_start, N_("none"), is_one_of(first, kNotAtStart), next, {first});
    say(RuleId::line_end, N_("none"), is_one_of(last, kNotAtEnd), line, {last});
    say(RuleId::number_torn, N_("in one piece"), is_torn_number(last, first), line, {last, first});
    // A pair of dashes or dots belongs together; how many come before tells which is the second.
    if (last != first || !is_one_of(last, U"—…")) return;
    const std::size_t other = line.text.find_last_not_of(last);
    const std::size_t count =
        other == std::u32string::npos ? line.text.size() : line.text.size() - other - 1;
    say(RuleId::sign_torn, N_("in one piece"), count % 2 == 1, line, {last, first});
}

/// A half-width , ; : ? ! ( ) between Chinese characters. Figures such as 1,234 and 10:30 keep
/// theirs, and so does 1. at the beginning of a paragraph.
void judge_marks(const std::vector<TextLine>& lines, Findings& findings) {
    for (const TextLine& line : lines) {
        const std::u32string& text = line.text;
        for (std::size_t k = 0; k < text.size(); ++k) {
            if (!is_one_of(text[k], U",;:?!()\"")) continue;
            const bool before = k > 0 && is_han(text[k - 1]);
            const bool behind = k + 1 < text.size() && is_han(text[k + 1]);
            const bool at_end = k + 1 == text.size() && before;
            const bool among =
                is_one_of(text[k], U"()\"") ? before || behind : (before && behind) || at_end;
            if (among)
                findings.bad(RuleId::half_width_mark_shown, Findings::at(line),
                             to_utf8(text.substr(k, 1)));
        }
    }
}

/// Whether the number at `at` is written with a zero before it: 01月, 05日.
bool is_padded(const std::u32string& text, std::size_t at, char32_t unit) {
    return at + 2 < text.size() && text[at] == U'0' && is_ascii_digit(text[at + 1]) &&
           text[at + 2] == unit;
}

/// 2026年01月05日
void judge_dates(const std::vector<TextLine>& lines, Findings& findings) {
    for (const TextLine& line : lines) {
        const std::u32string& text = line.text;
        for (std::size_t year = text.find(U'年'); year != std::u32string::npos;
             year = text.find(U'年', year + 1)) {
            const std::size_t month = text.find(U'月', year);
            if (year < 4 || !is_ascii_digit(text[year - 1]) || month > year + 3) continue;
            if (!is_padded(text, year + 1, U'月') && !is_padded(text, month + 1, U'日')) continue;
            findings.bad(RuleId::date_zero, Findings::at(line),
                         to_utf8(text.substr(year - 4, month - year + 8)));
        }
    }
}

bool is_compatibility(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAD9);
}

}  // namespace

void judge_lines(const InspectedDocument& document, Findings& findings) {
    for (const std::vector<TextLine>& lines : running_texts(document)) {
        for (std::size_t k = 0; k + 1 < lines.size(); ++k)
            judge_break(lines[k], lines[k + 1], findings);
        judge_marks(lines, findings);
        judge_dates(lines, findings);
    }
    for (const TextLine& line : document.lines) {
        for (const LineCharacter& each : line.characters) {
            if (!is_compatibility(each.character)) continue;
            findings.bad(RuleId::compatible_characters, Findings::at(line),
                         to_utf8(std::u32string{each.character}));
            break;  // One a line is enough: a file that has one has many.
        }
    }
}

}  // namespace banxin
