#include "tests/line_quality.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <string_view>
#include <utility>

#include "pipeline/base/utf8.hpp"
#include "tests/line_items.hpp"

namespace banxin {
namespace {

// GB/T 15834-2011, 5.1, and CLREQ's strict level, which keeps —— and …… from line starts too.
constexpr std::u32string_view kNeverFirst = U"，。、；：？！）》〉」』】〕〗］｝”’·—–～…%‰℃々";
constexpr std::u32string_view kNeverLast = U"（《〈「『【〔〖［｛“‘/";
constexpr std::u32string_view kClosing =
    U"，。、；：？！）》〉」』】〕〗］｝”’";  // ink on the left
constexpr std::u32string_view kMarks =
    U"，。、；：？！）》〉」』】〕〗］｝”’（《〈「『【〔〖［｛“‘";
constexpr std::size_t kExamplesOfAKind = 4;

bool in(std::u32string_view set, char32_t character) {
    return set.find(character) != std::u32string_view::npos;
}

bool is_han(char32_t character) {
    return (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0x3400 && character <= 0x4DBF) || character == U'〇' ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

/// One cluster of a line that is not blank.
struct Placed {
    char32_t character = 0;
    TextRange text;
    double left = 0;     ///< In em, from the column's edge.
    double advance = 0;  ///< Natural, in em.
};

std::vector<Placed> placed_characters(const ShapedParagraph& paragraph, const Line& line) {
    std::vector<Placed> characters;
    for (std::uint32_t k = line.cluster_begin; k < line.cluster_end; ++k) {
        const Cluster& cluster = paragraph.clusters.at(k);
        const Length left = line.positions.at(k - line.cluster_begin);
        const auto em = static_cast<double>(cluster.em.emu());
        std::size_t at = cluster.text.begin;
        const char32_t character = next_character(paragraph.source.utf8(), at);
        if (character == U' ' || character == U'\u3000' || character == U'\u00A0') continue;
        characters.push_back({character, cluster.text, static_cast<double>(left.emu()) / em,
                              static_cast<double>(cluster.advance.emu()) / em});
    }
    return characters;
}

/// What lies between neighbouring Han beyond their own ems.
std::vector<double> han_gaps(const std::vector<Placed>& line) {
    std::vector<double> gaps;
    for (std::size_t k = 1; k < line.size(); ++k) {
        // A typed blank between two is no gap that the line opened.
        const bool are_neighbours = line[k - 1].text.end == line[k].text.begin;
        if (are_neighbours && is_han(line[k - 1].character) && is_han(line[k].character)) {
            gaps.push_back(line[k].left - line[k - 1].left - 1);
        }
    }
    return gaps;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// How far a full line ends from the measure, in em: a closing mark may have its blank half or not.
double edge_error(const Placed& last, double measure) {
    const double right = last.left + last.advance;
    const double slack = in(kClosing, last.character) ? last.advance / 2 : 0;
    if (right - slack > measure) return right - slack - measure;
    return std::max(0.0, measure - right);
}

}  // namespace

void Widths::add(double width) {
    ++count;
    sum += width;
    squares += width * width;
}

double Widths::mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }

double Widths::deviation() const {
    if (count == 0) return 0;
    return std::sqrt(std::max(0.0, squares / static_cast<double>(count) - mean() * mean()));
}

struct LineQuality::State {
    Length measure;
    unsigned cells;
    LineFigures figures;
    ItemFinder finder;
    std::map<std::string, std::size_t> examples;  ///< Shown so far, by kind.

    void example(const std::string& kind, std::string_view utf8, std::size_t at);
    void add_ends(std::string_view utf8, const BrokenParagraph& broken);
    void add_items(std::string_view utf8, const BrokenParagraph& broken);
    void add_runt(std::string_view utf8, const std::vector<Placed>& last);
    void add_full_line(std::string_view utf8, const std::vector<Placed>& line);
    void add_marks(const std::vector<Placed>& line, double gap);
    void add_grid(const ShapedParagraph& paragraph, const Line& line);
};

LineQuality::LineQuality(Length measure, unsigned cells) : state_{std::make_unique<State>()} {
    state_->measure = measure;
    state_->cells = cells;
}
LineQuality::~LineQuality() = default;
LineQuality::LineQuality(LineQuality&&) noexcept = default;
LineQuality& LineQuality::operator=(LineQuality&&) noexcept = default;

const LineFigures& LineQuality::figures() const { return state_->figures; }

void LineQuality::add(const ShapedParagraph& paragraph, const BrokenParagraph& broken) {
    const std::string& utf8 = paragraph.source.utf8();
    LineFigures& figures = state_->figures;
    ++figures.paragraphs;
    figures.lines += broken.lines.size();
    state_->add_ends(utf8, broken);
    state_->add_items(utf8, broken);
    for (const Line& line : broken.lines) {
        const std::vector<Placed> characters = placed_characters(paragraph, line);
        if (characters.empty()) continue;
        const bool last = &line == &broken.lines.back();
        const bool full = line.reason != BreakReason::forced;
        const std::vector<double> gaps = han_gaps(characters);
        if (full) state_->add_full_line(utf8, characters);
        if (last && broken.lines.size() > 1) state_->add_runt(utf8, characters);
        state_->add_marks(characters, full && gaps.size() >= 2 ? median(gaps) : 0);
        state_->add_grid(paragraph, line);
    }
}

/// Keeps `…text｜text…` around byte `at` as an example of a fault.
void LineQuality::State::example(const std::string& kind, std::string_view utf8, std::size_t at) {
    if (++examples[kind] > kExamplesOfAKind) return;
    constexpr std::size_t kBytes = 30;  // ten Han
    const auto begins = [&](std::size_t k) {
        return k >= utf8.size() || (static_cast<unsigned char>(utf8[k]) & 0xC0U) != 0x80U;
    };
    std::size_t begin = at > kBytes ? at - kBytes : 0;
    while (!begins(begin)) ++begin;
    std::size_t end = std::min(at + kBytes, utf8.size());
    while (!begins(end)) ++end;
    figures.examples.push_back(kind + ": " + std::string{utf8.substr(begin, at - begin)} + "｜" +
                               std::string{utf8.substr(at, end - at)});
}

void LineQuality::State::add_ends(std::string_view utf8, const BrokenParagraph& broken) {
    for (std::size_t k = 1; k < broken.lines.size(); ++k) {
        if (broken.lines[k - 1].reason == BreakReason::forced) continue;
        const std::size_t end = broken.lines[k].text.begin;
        std::size_t before = end;
        const auto blank = [&] { return utf8[before - 1] == ' '; };
        while (before > 0 && blank()) --before;
        while (before > 0 && (static_cast<unsigned char>(utf8[--before]) & 0xC0U) == 0x80U) {
        }
        std::size_t after = end;
        const char32_t last = next_character(utf8, before);
        const char32_t first = next_character(utf8, after);
        ++figures.prohibited.of;
        if (in(kNeverLast, last) || in(kNeverFirst, first)) {
            ++figures.prohibited.hits;
            example("prohibited", utf8, end);
        }
    }
}

void LineQuality::State::add_items(std::string_view utf8, const BrokenParagraph& broken) {
    std::set<std::size_t> ends;
    for (std::size_t k = 1; k < broken.lines.size(); ++k) ends.insert(broken.lines[k].text.begin);
    const auto digit = [&](std::size_t k) { return utf8[k] >= '0' && utf8[k] <= '9'; };
    for (const FoundItem& item : finder.find(utf8)) {
        Tally& tally = figures.torn[item.item];
        ++tally.of;
        for (auto end = ends.upper_bound(item.begin); end != ends.end() && *end < item.end; ++end) {
            if (item.inside_digits_allowed && digit(*end - 1) && digit(*end)) continue;
            ++tally.hits;
            example(std::string{"torn "} + name(item.item), utf8, *end);
            break;
        }
    }
}

void LineQuality::State::add_runt(std::string_view utf8, const std::vector<Placed>& last) {
    ++figures.runts.of;
    std::size_t han = 0;
    std::size_t others = 0;  // letters and digits, which make a line longer than its one Han
    for (const Placed& placed : last) {
        if (is_han(placed.character)) {
            ++han;
        } else if (!in(kMarks, placed.character) && !in(kNeverFirst, placed.character)) {
            ++others;
        }
    }
    if (han != 1 || others > 0) return;
    ++figures.runts.hits;
    example("runt", utf8, last.front().text.begin);
}

void LineQuality::State::add_full_line(std::string_view utf8, const std::vector<Placed>& line) {
    const std::vector<double> gaps = han_gaps(line);
    for (const double gap : gaps) figures.widest_gap = std::max(figures.widest_gap, std::abs(gap));
    if (gaps.size() >= 2) {
        const double opening = std::abs(median(gaps));
        ++figures.opened_by_20.of;
        ++figures.opened_by_50.of;
        figures.opened_by_20.hits += opening > 0.02 ? 1U : 0U;
        figures.opened_by_50.hits += opening > 0.05 ? 1U : 0U;
        if (opening > 0.1) example("opened", utf8, line.back().text.end);
    }
    ++figures.edge_missed.of;
    if (edge_error(line.back(), static_cast<double>(cells)) > 0.01) {
        ++figures.edge_missed.hits;
        example("right edge", utf8, line.back().text.end);
    }
}

/// Marks between two Han. `gap` is what the line has opened at every joint.
void LineQuality::State::add_marks(const std::vector<Placed>& line, double gap) {
    for (std::size_t k = 0; k + 2 < line.size(); ++k) {
        if (!is_han(line[k].character)) continue;
        std::size_t next = k + 1;
        while (next < line.size() && in(kMarks, line[next].character)) ++next;
        if (next == line.size() || !is_han(line[next].character)) continue;
        const double width = line[next].left - line[k].left - 1;
        if (next - k == 2) {
            figures.single_marks.add(width - 2 * gap);
        } else if (next - k == 3) {
            std::string pair;
            for (std::size_t mark = k + 1; mark < next; ++mark) {
                const char32_t character = line[mark].character;
                pair += {static_cast<char>(0xE0U | (character >> 12U)),
                         static_cast<char>(0x80U | ((character >> 6U) & 0x3FU)),
                         static_cast<char>(0x80U | (character & 0x3FU))};
            }
            figures.pairs[pair].add(width);
        }
    }
}

void LineQuality::State::add_grid(const ShapedParagraph& paragraph, const Line& line) {
    for (std::uint32_t k = line.cluster_begin; k < line.cluster_end; ++k) {
        if (!is_han(paragraph.clusters.at(k).character)) continue;
        // In units of a cell divided by the measure: exact, however the cells divide it.
        const std::int64_t cell = measure.emu();
        const std::int64_t left = line.positions.at(k - line.cluster_begin).emu() * cells;
        const std::int64_t beyond = ((left % cell) + cell) % cell;
        ++figures.on_grid.of;
        figures.on_grid.hits += std::min(beyond, cell - beyond) * 50 <= cell ? 1U : 0U;
    }
}

const char* name(Item item) {
    switch (item) {
        case Item::number:
            return "numbers";
        case Item::unit:
            return "numbers from their units";
        case Item::date:
            return "dates";
        case Item::document:
            return "〔2020〕4号";
        case Item::article:
            return "第二百零五条";
        case Item::han_number:
            return "三十日";
        case Item::circled:
            return "① from its text";
        case Item::word:
            return "Latin words";
        case Item::title:
            return "《》 of up to 6 characters";
    }
    return "";
}

std::string table(const LineFigures& figures) {
    std::string text;
    const auto row = [&](const std::string& what, const char* format, auto... values) {
        char cell[96];
        std::snprintf(cell, sizeof cell, format, values...);
        text += "| " + what + " | " + cell + " |\n";
    };
    const auto share = [&](const std::string& what, const Tally& tally) {
        row(what, "%.2f %% (%zu of %zu)", 100 * tally.share(), tally.hits, tally.of);
    };
    row("paragraphs, lines, Han", "%zu, %zu, %zu", figures.paragraphs, figures.lines,
        figures.on_grid.of);
    share("prohibited starts or ends", figures.prohibited);
    for (const auto& [item, tally] : figures.torn) share(std::string{"torn: "} + name(item), tally);
    share("paragraphs ending in a single Han", figures.runts);
    share("lines whose Han gaps open over 0.02 em", figures.opened_by_20);
    share("… over 0.05 em", figures.opened_by_50);
    row("widest Han gap (em)", "%.3f", figures.widest_gap);
    row("single marks' width (em)", "%.3f, s.d. %.3f (%zu)", figures.single_marks.mean(),
        figures.single_marks.deviation(), figures.single_marks.count);
    for (const auto& [pair, widths] : figures.pairs) {
        if (widths.count < 10) continue;
        row(pair + " together (em)", "%.3f (%zu)", widths.mean(), widths.count);
    }
    share("right edge missed", figures.edge_missed);
    share("Han on the grid", figures.on_grid);
    for (const std::string& example : figures.examples) text += "  " + example + '\n';
    return text;
}

}  // namespace banxin
