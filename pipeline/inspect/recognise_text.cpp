// Title, recipients and text (GB/T 9704-2012, 7.3), and where annexes begin.
#include <algorithm>
#include <map>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

/// Half a character: what stands closer to the edge is not indented.
Length half(const Recognition& recognition) { return recognition.cell().scaled(1, 2); }

bool is_flush(const Recognition& recognition, const TextLine& line) {
    return line.box.left - recognition.left() < 2 * half(recognition);
}

bool is_centred(const Recognition& recognition, const TextLine& line) {
    const Length off = line.box.centre() - recognition.centre();
    return line.box.left > recognition.left() + 3 * recognition.cell() && off < 3_mm && off > -3_mm;
}

/// Whether `text` could end a paragraph before the line is full.
bool is_short(const Recognition& recognition, const TextLine& line) {
    const Length right = recognition.document.grid.right.value_or(recognition.left() + 156_mm);
    return line.box.right < right - recognition.cell().scaled(5, 2);
}

/// Consecutive free lines from `from` that are set alike and close together.
std::vector<std::size_t> lines_like(const Recognition& recognition,
                                    const std::vector<std::size_t>& free, std::size_t from) {
    std::vector<std::size_t> found = {free[from]};
    for (std::size_t k = from + 1; k < free.size(); ++k) {
        const TextLine& above = recognition.line(found.back());
        const TextLine& line = recognition.line(free[k]);
        const Length off = line.size - above.size;
        const bool is_alike = line.page == above.page && off < 0.3_mm && off > -0.3_mm &&
                              line.role == above.role &&
                              line.baseline - above.baseline < above.size.scaled(25, 10);
        if (!is_alike) break;
        found.push_back(free[k]);
    }
    return found;
}

/// A paragraph's heading: a line of its own, or the first sentence behind its label.
void mark_heading(ShownParagraph& paragraph) {
    const std::u32string& text = paragraph.lines.front().text;
    const HeadingLabel label = heading_label(text);
    paragraph.level = label.level;
    paragraph.label_size = label.size;
    if (label.level == 0) return;
    const std::size_t sentence = paragraph.text().find_first_of(U"。；：");
    const bool is_run_in = sentence != std::u32string::npos;
    paragraph.heading_end = std::min(is_run_in ? sentence : text.size(), text.size());
}

}  // namespace

std::vector<DocumentPart> divide(Recognition& recognition, std::size_t begin) {
    const std::vector<TextLine>& lines = recognition.lines();
    std::vector<DocumentPart> parts = {{begin, lines.size(), false}};
    const auto start = [&](std::size_t at, bool is_annex) {
        if (at <= parts.back().begin) {
            parts.back().is_annex = is_annex;
            return;
        }
        parts.back().end = at;
        parts.push_back({at, lines.size(), is_annex});
    };
    std::size_t page = lines.empty() ? 0 : lines[std::min(begin, lines.size() - 1)].page;
    for (std::size_t k = begin; k < lines.size(); ++k) {
        if (!recognition.is_free(k)) continue;
        const bool is_first = lines[k].page != page;
        page = lines[k].page;
        if (is_annex_label(lines[k].text) && k > begin) {
            recognition.add(ElementKind::annex_label, {k});
            start(k, true);
        } else if (is_first && recognition.is_title_like(lines[k])) {
            start(k, false);
        }
    }
    return parts;
}

void find_title(Recognition& recognition, const DocumentPart& part) {
    const std::vector<std::size_t> free = recognition.free_in(part.begin, part.end);
    const ElementKind kind = part.is_annex ? ElementKind::annex_title : ElementKind::title;
    constexpr std::size_t kFurthest = 3;  // A line or two may come before it, such as a date.
    for (std::size_t k = 0; k < std::min(free.size(), kFurthest); ++k) {
        const TextLine& line = recognition.line(free[k]);
        const bool is_title =
            recognition.is_title_like(line) || (k == 0 && is_centred(recognition, line));
        if (!is_title) continue;
        recognition.add(kind, lines_like(recognition, free, k));
        return;
    }
}

void find_recipients(Recognition& recognition, const DocumentPart& part) {
    const std::vector<std::size_t> free = recognition.free_in(part.begin, part.end);
    if (recognition.document.format == DocumentFormat::minutes) {
        std::vector<std::size_t> attendees;
        for (const std::size_t k : free) {
            const std::u32string& text = recognition.line(k).text;
            const bool begins =
                text.starts_with(U"出席") || text.starts_with(U"请假") || text.starts_with(U"列席");
            const bool goes_on =
                !attendees.empty() &&
                recognition.line(k).box.left > recognition.left() + 4 * recognition.cell();
            if (begins || goes_on) attendees.push_back(k);
            if (!begins && !goes_on && !attendees.empty()) break;
        }
        recognition.add(ElementKind::attendees, attendees);
        return;
    }
    std::vector<std::size_t> found;
    constexpr std::size_t kMostLines = 12;
    for (const std::size_t k : free) {
        const TextLine& line = recognition.line(k);
        if (!is_flush(recognition, line) || heading_label(line.text).level > 0) break;
        if (found.size() == kMostLines) return;
        found.push_back(k);
        if (is_one_of(line.text.back(), U"：:")) break;
    }
    // Flush text that says no colon is a name or two, not a paragraph that lost its indent.
    const bool has_colon =
        !found.empty() && is_one_of(recognition.line(found.back()).text.back(), U"：:");
    const bool has_sentence =
        !found.empty() && is_one_of(recognition.line(found.back()).text.back(), U"。；");
    if (has_colon || (!has_sentence && found.size() <= 2))
        recognition.add(ElementKind::recipients, found);
}

void find_body(Recognition& recognition, const DocumentPart& part) {
    std::vector<ShownParagraph>& body = recognition.document.body;
    const std::vector<std::size_t> free = recognition.free_in(part.begin, part.end);
    bool is_first = true;
    for (const std::size_t k : free) {
        const TextLine& line = recognition.line(k);
        const TextLine* above = is_first ? nullptr : &body.back().lines.back();
        const bool continues =
            above != nullptr && is_flush(recognition, line) && !is_short(recognition, *above);
        is_first = false;
        if (!continues) body.emplace_back();
        body.back().lines.push_back(line);
    }
    for (const std::size_t k : free) recognition.take(k);
    if (free.empty()) return;
    std::map<std::size_t, std::vector<TextLine>> by_page;
    for (const std::size_t k : free)
        by_page[recognition.line(k).page].push_back(recognition.line(k));
    for (const auto& [page, lines] : by_page)
        recognition.add(ElementKind::body, page, box_of(lines));
    for (ShownParagraph& paragraph : body) {
        if (paragraph.level > 0) continue;
        mark_heading(paragraph);
        if (paragraph.level == 0) continue;
        const TextLine& line = paragraph.lines.front();
        recognition.document.elements.push_back(
            {ElementKind::heading, line.page, line.box, {line}});
    }
}

}  // namespace banxin
