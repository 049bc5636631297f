// What stands around the text: tables, page numbers, 版记; and the grid that the text itself keeps.
#include <algorithm>
#include <map>
#include <numeric>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/recognition.hpp"

namespace banxin {
namespace {

using namespace literals;

constexpr Length kTouching = 1_mm;
constexpr std::u32string_view kDashes = U"—–-―－─━‐‑一";

bool touch(const PdfBox& one, const PdfBox& two) {
    return one.left <= two.right + kTouching && two.left <= one.right + kTouching &&
           one.top <= two.bottom + kTouching && two.top <= one.bottom + kTouching;
}

/// Groups of rules that hang together.
std::vector<std::vector<PdfRule>> lattices(const std::vector<PdfRule>& rules) {
    constexpr std::size_t kMostRules = 3000;  // More make no table that somebody could read.
    const std::size_t count = std::min(rules.size(), kMostRules);
    std::vector<std::size_t> parent(count);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t k) {
        while (parent[k] != k) k = parent[k] = parent[parent[k]];
        return k;
    };
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t j = 0; j < k; ++j)
            if (touch(rules[k].box, rules[j].box)) parent[root(k)] = root(j);
    std::map<std::size_t, std::vector<PdfRule>> groups;
    for (std::size_t k = 0; k < count; ++k) groups[root(k)].push_back(rules[k]);
    std::vector<std::vector<PdfRule>> found;
    for (auto& [key, group] : groups) found.push_back(std::move(group));
    return found;
}

bool is_inside(const PdfBox& inner, const PdfBox& outer) {
    return inner.centre() >= outer.left && inner.centre() <= outer.right &&
           inner.middle() >= outer.top && inner.middle() <= outer.bottom;
}

/// 1, —1—, - 1 -, 第1页, 第1页共3页, 1/3.
bool is_page_number(std::u32string_view text) {
    while (!text.empty() && is_one_of(text.front(), kDashes)) text.remove_prefix(1);
    while (!text.empty() && is_one_of(text.back(), kDashes)) text.remove_suffix(1);
    if (text.empty() || text.size() > 9) return false;
    std::size_t digits = 0;
    for (const char32_t c : text) {
        if (is_ascii_digit(c))
            ++digits;
        else if (!is_one_of(c, U"第页共/"))
            return false;
    }
    return digits > 0 && digits <= 6;
}

/// The number of a sheet that is turned to show its table upright: it keeps its place on the sheet,
/// so its characters are below each other on the left.
std::optional<PageElement> turned_page_number(const PdfPage& page, std::size_t number) {
    constexpr Length kFurthest = 40_mm;
    std::vector<const PdfGlyph*> glyphs;
    for (const PdfGlyph& glyph : page.glyphs)
        if (!glyph.is_upright && glyph.x < kFurthest && glyph.text.size() == 1 &&
            !is_blank_character(glyph.text.front()))
            glyphs.push_back(&glyph);
    if (glyphs.empty()) return std::nullopt;
    std::sort(glyphs.begin(), glyphs.end(),
              [](const auto* one, const auto* two) { return one->baseline < two->baseline; });
    const PdfGlyph& first = *glyphs.front();
    TextLine line;
    line.page = number;
    line.size = first.size;
    line.box = {first.x - first.size.scaled(12, 100), first.baseline,
                first.x + first.size.scaled(88, 100), first.baseline};
    for (const PdfGlyph* glyph : glyphs) {
        line.text += glyph->text;
        line.box.bottom = std::max(line.box.bottom, glyph->baseline + glyph->advance);
    }
    if (!is_page_number(line.text)) return std::nullopt;
    return PageElement{ElementKind::page_number, number, line.box, {line}};
}

bool begins_imprint(std::u32string_view text) {
    return text.starts_with(U"抄送：") || text.starts_with(U"抄送:") ||
           text.starts_with(U"分送：") || text.ends_with(U"日印发");
}

/// The value that most of `lengths` are near; of equals the smallest.
std::optional<Length> mode(std::vector<Length> lengths, Length near) {
    std::sort(lengths.begin(), lengths.end());
    std::optional<Length> best;
    std::size_t most = 0;
    for (std::size_t begin = 0, end = 0; begin < lengths.size(); ++begin) {
        while (end < lengths.size() && lengths[end] - lengths[begin] <= near) ++end;
        if (end - begin <= most) continue;
        most = end - begin;
        best = lengths[begin + (end - begin) / 2];
    }
    return best;
}

/// Lines of the text's own size that nothing has taken.
std::vector<std::size_t> text_lines(const Recognition& recognition, Length size) {
    std::vector<std::size_t> found = recognition.free_in(0, recognition.lines().size());
    std::erase_if(found, [&](std::size_t k) {
        const Length difference = recognition.line(k).size - size;
        return difference > size.scaled(3, 100) || difference < -size.scaled(3, 100);
    });
    return found;
}

Length most_frequent_size(const Recognition& recognition) {
    std::map<Length, std::size_t> counts;
    for (const std::size_t k : recognition.free_in(0, recognition.lines().size())) {
        // Hundredths of a millimetre: programs round differently from line to line.
        const Length rounded = Length::from_emu((recognition.line(k).size.emu() + 180) / 360 * 360);
        counts[rounded] += recognition.line(k).text.size();
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& one, const auto& two) { return one.second < two.second; });
    return most == counts.end() ? 16_pt : most->first;
}

/// Where lines that are not indented begin.
Length left_edge(const Recognition& recognition, const std::vector<std::size_t>& texts) {
    constexpr Length kRightmost = 50_mm;
    std::vector<Length> lefts;
    for (const std::size_t k : texts) {
        const TextLine& line = recognition.line(k);
        // An opening mark may have lost its blank half.
        const bool is_cut = is_one_of(line.text.front(), U"（(《〈“‘〔[【「『");
        if (line.box.left < kRightmost && !is_cut) lefts.push_back(line.box.left);
    }
    if (lefts.empty()) return 28_mm;
    const Length leftmost = *std::min_element(lefts.begin(), lefts.end());
    std::erase_if(lefts, [&](Length left) { return left > leftmost + 3_mm; });
    return mode(lefts, 0.1_mm).value_or(28_mm);
}

struct Samples {
    std::vector<Length> pitches, cells, rights;
};

/// Lines that go on in the next one show the pitch, the cell and the right edge.
Samples samples_of(const Recognition& recognition, const std::vector<std::size_t>& texts,
                   Length left, Length size) {
    Samples samples;
    for (std::size_t k = 0; k + 1 < texts.size(); ++k) {
        const TextLine& line = recognition.line(texts[k]);
        const TextLine& next = recognition.line(texts[k + 1]);
        const bool goes_on = next.box.left - left < size.scaled(6, 10) &&
                             left - next.box.left < size.scaled(6, 10) && line.text.size() >= 12 &&
                             line.box.right > left + 120_mm;
        if (!goes_on) continue;
        const Length step = next.baseline - line.baseline;
        if (next.page == line.page && step > size && step < 4 * size)
            samples.pitches.push_back(step);
        if (is_han(line.text.back())) samples.rights.push_back(line.box.right);
        for (std::size_t c = 0; c + 1 < line.characters.size(); ++c) {
            const LineCharacter& one = line.characters[c];
            const LineCharacter& two = line.characters[c + 1];
            const Length advance = two.x - one.x;
            if (is_han(one.character) && is_han(two.character) && advance > size.scaled(8, 10) &&
                advance < size.scaled(13, 10))
                samples.cells.push_back(advance);
        }
    }
    return samples;
}

}  // namespace

void find_tables(Recognition& recognition) {
    InspectedDocument& document = recognition.document;
    for (std::size_t number = 0; number < document.pages.pages.size(); ++number) {
        for (const auto& lattice : lattices(document.pages.pages[number].rules)) {
            const auto across = std::count_if(lattice.begin(), lattice.end(), [](const auto& rule) {
                return rule.is_horizontal();
            });
            const auto down = static_cast<std::ptrdiff_t>(lattice.size()) - across;
            if (across < 2 || down < 2) continue;
            PdfBox box = lattice.front().box;
            for (const PdfRule& rule : lattice) box.include(rule.box);
            recognition.add(ElementKind::table, number, box);
            for (const std::size_t k : recognition.free_on(number))
                if (is_inside(recognition.line(k).box, box)) recognition.take(k);
        }
    }
}

void find_page_numbers(Recognition& recognition) {
    const auto& pages = recognition.document.pages.pages;
    for (std::size_t number = 0; number < pages.size(); ++number) {
        if (recognition.document.is_landscape(number))
            if (auto turned = turned_page_number(pages[number], number)) {
                recognition.document.elements.push_back(std::move(*turned));
                continue;
            }
        const std::vector<std::size_t> free = recognition.free_on(number);
        if (free.empty()) continue;
        const std::size_t last = free.back();
        const TextLine& line = recognition.line(last);
        if (is_page_number(line.text) && line.baseline > pages[number].height.scaled(3, 4))
            recognition.add(ElementKind::page_number, {last});
    }
}

void find_imprint(Recognition& recognition) {
    const auto& pages = recognition.document.pages.pages;
    for (std::size_t back = 0; back < std::min<std::size_t>(pages.size(), 2); ++back) {
        const std::size_t number = pages.size() - 1 - back;
        std::vector<std::size_t> free = recognition.free_on(number);
        const auto begins = [&](std::size_t k) { return begins_imprint(recognition.line(k).text); };
        const auto found = std::find_if(free.begin(), free.end(), begins);
        if (found == free.end()) continue;
        auto begin = found;
        const TextLine& first = recognition.line(*found);
        // The organ that prints is on the date's line; moved recipients are above.
        while (begin != free.begin()) {
            const TextLine& above = recognition.line(*(begin - 1));
            const bool is_beside = first.baseline - above.baseline < first.size.scaled(1, 2);
            if (!is_beside && !above.text.starts_with(U"主送")) break;
            --begin;
        }
        const Length top = recognition.line(*begin).box.top;
        recognition.add(ElementKind::imprint, {begin, free.end()});
        for (const PdfRule& rule : pages[number].rules)
            // A red one is the lower double rule of a letter.
            if (rule.is_horizontal() && rule.length() > 100_mm && rule.box.top > top - 8_mm &&
                !rule.colour.is_red())
                recognition.add(ElementKind::imprint_rule, number, rule.box);
        return;
    }
}

void measure_grid(Recognition& recognition) {
    MeasuredGrid& grid = recognition.document.grid;
    grid.size = most_frequent_size(recognition);
    const std::vector<std::size_t> texts = text_lines(recognition, *grid.size);
    grid.left = left_edge(recognition, texts);
    const Samples samples = samples_of(recognition, texts, grid.left, *grid.size);
    grid.pitch = mode(samples.pitches, 0.05_mm);
    grid.cell = mode(samples.cells, 0.02_mm);
    grid.right = mode(samples.rights, 0.2_mm);
}

}  // namespace banxin
