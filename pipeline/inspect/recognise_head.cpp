// 版头 of the first page (GB/T 9704-2012, 7.2 and 10) and the format that it shows.
#include <algorithm>
#include <array>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

constexpr Length kLongRule = 100_mm;
constexpr Length kSmallestMark = 20_pt;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Head {
    std::vector<std::size_t> lines;  ///< Free ones of the first page, in order.
    std::size_t number = kNowhere;   ///< Index into the document's lines.
    std::optional<PdfRule> rule;     ///< The red one below the number.
    std::vector<PdfBox> doubles;     ///< Of a letter, from top to bottom.
};

/// Long horizontal rules of the first page, each pair that hangs together as one.
std::vector<PdfRule> long_rules(const PdfPage& page) {
    std::vector<PdfRule> rules;
    for (const PdfRule& rule : page.rules)
        if (rule.is_horizontal() && rule.length() > kLongRule) rules.push_back(rule);
    std::sort(rules.begin(), rules.end(),
              [](const PdfRule& one, const PdfRule& two) { return one.box.top < two.box.top; });
    return rules;
}

/// Two rules closer than 3 mm are a double one.
std::vector<PdfBox> double_rules(const std::vector<PdfRule>& rules) {
    std::vector<PdfBox> found;
    for (std::size_t k = 0; k + 1 < rules.size(); ++k) {
        if (rules[k + 1].box.top - rules[k].box.bottom > 3_mm) continue;
        PdfBox box = rules[k].box;
        box.include(rules[k + 1].box);
        found.push_back(box);
        ++k;
    }
    return found;
}

bool is_classified(std::u32string_view text) {
    return text.starts_with(U"绝密") || text.starts_with(U"机密") || text.starts_with(U"秘密");
}

bool is_urgency(std::u32string_view text) {
    constexpr std::array<std::u32string_view, 5> kUrgencies = {U"特急", U"加急", U"特提", U"平急",
                                                               U"紧急"};
    return std::find(kUrgencies.begin(), kUrgencies.end(), text) != kUrgencies.end();
}

bool is_copy_number(std::u32string_view text) {
    return text.size() >= 2 && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char32_t c) { return is_ascii_digit(c); });
}

/// The number's own line: above the first text, and short.
std::size_t find_number(const Recognition& recognition, const std::vector<std::size_t>& lines) {
    constexpr std::size_t kLongest = 40;  // With the signers behind it.
    constexpr Length kLowest = 180_mm;
    for (const std::size_t k : lines) {
        const TextLine& line = recognition.line(k);
        if (line.box.top > kLowest) break;
        if (is_order_number(line.text)) return k;
        const auto number = document_number_in(line.text);
        if (number && number->begin <= 1 && line.text.size() <= kLongest) return k;
    }
    return kNowhere;
}

Head look_at(const Recognition& recognition) {
    Head head;
    head.lines = recognition.free_on(0);
    head.number = find_number(recognition, head.lines);
    const std::vector<PdfRule> rules = long_rules(recognition.document.pages.pages.front());
    head.doubles = double_rules(rules);
    for (const PdfRule& rule : rules) {
        const bool is_of_double =
            std::any_of(head.doubles.begin(), head.doubles.end(), [&](const PdfBox& box) {
                return rule.box.top >= box.top && rule.box.bottom <= box.bottom;
            });
        if (is_of_double || head.rule) continue;
        // Of any colour: a black one in the red one's place is meant to be it.
        const bool is_below_number = head.number != kNowhere &&
                                     rule.box.top > recognition.line(head.number).baseline &&
                                     rule.box.top < recognition.line(head.number).baseline + 25_mm;
        const bool is_red_on_top = rule.colour.is_red() && rule.box.top > 50_mm &&
                                   rule.box.top < 200_mm && head.number == kNowhere;
        if (is_below_number || is_red_on_top) head.rule = rule;
    }
    return head;
}

/// The organ's name is the largest type above the number.
std::vector<std::size_t> find_mark(const Recognition& recognition, const Head& head,
                                   std::size_t end) {
    const Length text_size = recognition.document.grid.size.value_or(16_pt);
    std::vector<std::size_t> found;
    for (const std::size_t k : head.lines) {
        if (k >= end) break;
        const TextLine& line = recognition.line(k);
        if (line.size >= kSmallestMark && line.size > text_size.scaled(13, 10)) found.push_back(k);
    }
    return found;
}

/// Behind the last line that belongs to the head.
std::size_t end_of_head(const Recognition& recognition, const Head& head) {
    std::optional<Length> bottom;
    if (head.number != kNowhere) bottom = recognition.line(head.number).box.bottom;
    if (head.rule) bottom = std::max(bottom.value_or(Length{}), head.rule->box.top);
    if (!bottom && !head.doubles.empty()) bottom = head.doubles.front().bottom;
    std::size_t end = 0;
    for (const std::size_t k : head.lines) {
        const TextLine& line = recognition.line(k);
        const bool is_of_head = (bottom && line.box.middle() < *bottom) ||
                                is_classified(line.text) || is_urgency(line.text);
        if (is_of_head) end = k + 1;
    }
    return end;
}

/// Number and signers on one line are two elements.
void add_number(Recognition& recognition, std::size_t index) {
    const TextLine line = recognition.line(index);
    const std::size_t signers = line.text.find(U"签发人");
    if (signers == std::u32string::npos || signers == 0) {
        recognition.add(ElementKind::document_number, {index});
        return;
    }
    recognition.take(index);
    const auto add_part = [&](ElementKind kind, std::size_t begin, std::size_t end) {
        const TextLine part = part_of(line, begin, end);
        recognition.document.elements.push_back({kind, part.page, part.box, {part}});
    };
    add_part(ElementKind::document_number, 0, signers);
    add_part(ElementKind::signers, signers, line.text.size());
}

void add_small_parts(Recognition& recognition, const Head& head, std::size_t end) {
    std::vector<std::size_t> signers;
    for (const std::size_t k : head.lines) {
        if (k >= end || !recognition.is_free(k)) continue;
        const std::u32string& text = recognition.line(k).text;
        if (is_copy_number(text))
            recognition.add(ElementKind::copy_number, {k});
        else if (is_classified(text))
            recognition.add(ElementKind::classification, {k});
        else if (is_urgency(text))
            recognition.add(ElementKind::urgency, {k});
        else if (text.starts_with(U"签发人") || !signers.empty())
            signers.push_back(k);
    }
    recognition.add(ElementKind::signers, signers);
}

DocumentFormat format_of(const Recognition& recognition, const Head& head,
                         const std::vector<std::size_t>& mark) {
    if (!head.doubles.empty()) return DocumentFormat::letter;
    std::u32string name;
    for (const std::size_t k : mark) name += recognition.line(k).text;
    if (name.ends_with(U"纪要")) return DocumentFormat::minutes;
    if (head.number != kNowhere && name.ends_with(U"令")) return DocumentFormat::order;
    if (recognition.document.first(ElementKind::signers) != nullptr) return DocumentFormat::upward;
    const bool has_head = head.number != kNowhere || head.rule;
    return has_head && !mark.empty() ? DocumentFormat::ordinary : DocumentFormat::notice;
}

}  // namespace

std::size_t find_head(Recognition& recognition, std::optional<DocumentFormat> format) {
    const Head head = look_at(recognition);
    const bool has_head = head.number != kNowhere || head.rule || !head.doubles.empty();
    const std::size_t end = has_head ? end_of_head(recognition, head) : 0;
    const std::vector<std::size_t> mark =
        has_head ? find_mark(recognition, head, end) : std::vector<std::size_t>{};
    for (const std::size_t k : mark) recognition.take(k);
    if (has_head) {
        if (head.number != kNowhere) add_number(recognition, head.number);
        add_small_parts(recognition, head, end);
    }
    DocumentFormat& recognised = recognition.document.format;
    recognised = format.value_or(format_of(recognition, head, mark));
    recognition.add(ElementKind::mark, mark);
    if (head.rule) recognition.add(ElementKind::head_rule, 0, head.rule->box);
    for (const PdfBox& box : head.doubles) recognition.add(ElementKind::double_rule, 0, box);
    return end;
}

}  // namespace banxin
