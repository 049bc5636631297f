// Long official prose, set on the 28 cells of a notice with the real fonts. What is measured is
// what the stage hands on: places of characters.
#include <gtest/gtest.h>

#include <iostream>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/shape/shape.hpp"
#include "tests/layout_files.hpp"
#include "tests/line_items.hpp"
#include "tests/line_quality.hpp"
#include "tests/prose/prose.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

LineFigures set_prose(std::uint64_t seed, std::size_t characters, ProseKind kind) {
    const Layout layout = layout_of("notice");
    Shaper shaper{installed_fonts()};
    LineQuality quality{layout.page.type_width, layout.page.characters};
    for (const std::string& utf8 : official_prose(seed, characters, kind)) {
        Paragraph paragraph;
        paragraph.style = "body";
        paragraph.runs = {{Text{utf8, Origin{}, Text::OriginStep::per_character}, "body"}};
        const auto shaped = shaper.shape(paragraph, layout);
        EXPECT_TRUE(shaped.ok()) << utf8;
        const auto broken = break_lines(shaped.value, layout.page.type_width, layout.line_rules);
        EXPECT_TRUE(broken.diagnostics.empty()) << utf8;
        quality.add(shaped.value, broken.value);
    }
    return quality.figures();
}

/// How uneven the lines of a text may be at most. Shares are of 1, widths in em.
///
/// These texts have short paragraphs with many units that hold: where nothing is torn and no line
/// is left to one Han, no breaker opens fewer than 1 % of their lines by 0.05 em. The limits lie
/// just above what was reached, so that a change that spoils lines is noticed.
struct Evenness {
    double opened_by_20 = 0.09;    ///< Full lines whose Han stand more than 0.020 em apart …
    double opened_by_50 = 0.022;   ///< … and 0.050 em.
    double widest_gap = 0.35;      ///< Between two Han of any line.
    double mark_deviation = 0.10;  ///< Of the width of single marks.
    double on_grid = 0.78;         ///< Han on the cells, at least.
};

/// A text and how many Han of it, at least, are worth judging lines by.
struct Prose {
    const char* name;
    ProseKind kind;
    std::uint64_t seed;
    std::size_t characters;
    Evenness limits = {};
};

void PrintTo(const Prose& prose, std::ostream* out) { *out << prose.name; }

class LineProse : public testing::TestWithParam<Prose> {};

/// No text is so hard that any of this may happen.
void expect_nothing_torn(const LineFigures& figures) {
    EXPECT_EQ(figures.prohibited.hits, 0U);
    for (const auto& [item, tally] : figures.torn) {
        if (item == Item::title) continue;
        EXPECT_EQ(tally.hits, 0U) << name(item);
    }
    EXPECT_LT(figures.torn.at(Item::title).share(), 0.01);
    EXPECT_EQ(figures.runts.hits, 0U);
    EXPECT_EQ(figures.edge_missed.hits, 0U);
    for (const char* pair : {"），", "》《", "：“"}) {
        const auto widths = figures.pairs.find(pair);
        if (widths == figures.pairs.end()) continue;
        EXPECT_NEAR(widths->second.mean(), 1.5, 0.05) << pair;
    }
}

/// How even the lines are. Figures of an odd number of digits stand half a cell off the grid, so
/// what can be reached depends on the text.
void expect_even_lines(const LineFigures& figures, const Evenness& limits) {
    EXPECT_LE(figures.opened_by_20.share(), limits.opened_by_20);
    EXPECT_LE(figures.opened_by_50.share(), limits.opened_by_50);
    EXPECT_LE(figures.widest_gap, limits.widest_gap);
    EXPECT_LE(figures.single_marks.deviation(), limits.mark_deviation);
    EXPECT_GE(figures.on_grid.share(), limits.on_grid);
}

TEST_P(LineProse, ReachesTheFigures) {
    const Prose& prose = GetParam();
    const LineFigures figures = set_prose(prose.seed, prose.characters, prose.kind);
    std::cout << "seed " << prose.seed << '\n' << table(figures);
    EXPECT_GT(figures.on_grid.of, prose.characters * 2 / 3);
    expect_nothing_torn(figures);
    expect_even_lines(figures, prose.limits);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LineProse,
    testing::Values(Prose{"mixed", ProseKind::mixed, 1, 250'000},
                    Prose{"mixed_again", ProseKind::mixed, 2, 250'000},
                    Prose{"articles", ProseKind::articles, 3, 120'000,
                          Evenness{.opened_by_20 = 0.095, .opened_by_50 = 0.025, .on_grid = 0.85}},
                    Prose{"figures", ProseKind::figures, 4, 120'000,
                          Evenness{.opened_by_50 = 0.030, .on_grid = 0.62}}),
    [](const auto& text) { return std::string{text.param.name}; });

/// Every kind of item is there often enough that none torn is no accident.
TEST(LineProseText, HoldsEnoughItems) {
    ItemFinder finder;
    std::map<Item, std::size_t> found;
    for (const std::string& utf8 : official_prose(1, 250'000)) {
        for (const FoundItem& item : finder.find(utf8)) ++found[item.item];
    }
    EXPECT_EQ(found.size(), 9U);
    for (const auto& [item, count] : found) EXPECT_GT(count, 90U) << name(item);
}

}  // namespace
}  // namespace banxin
