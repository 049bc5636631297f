// Long official prose, set on the 28 cells of a notice with the real fonts. What is measured is
// what the stage hands on: places of characters.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "pipeline/layout/read_layout.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/shape/shape.hpp"
#include "tests/line_items.hpp"
#include "tests/line_quality.hpp"
#include "tests/prose/prose.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {
namespace {

Layout notice_layout() {
    std::ifstream file{BANXIN_SOURCE_DIR "/layouts/notice.yaml", std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    return read_layout(bytes, "notice", 1).value;
}

LineFigures set_prose(std::uint64_t seed, std::size_t characters, ProseKind kind) {
    const Layout layout = notice_layout();
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

/// A text and how many Han of it, at least, are worth judging lines by.
struct Prose {
    const char* name;
    ProseKind kind;
    std::uint64_t seed;
    std::size_t characters;
};

void PrintTo(const Prose& prose, std::ostream* out) { *out << prose.name; }

class LineProse : public testing::TestWithParam<Prose> {};

TEST_P(LineProse, ReachesTheFigures) {
    const Prose& prose = GetParam();
    const LineFigures figures = set_prose(prose.seed, prose.characters, prose.kind);
    std::cout << "seed " << prose.seed << '\n' << table(figures);
    EXPECT_GT(figures.on_grid.of, prose.characters * 2 / 3);
    for (const auto& [item, tally] : figures.torn) {
        if (item == Item::title) continue;
        EXPECT_EQ(tally.hits, 0U) << name(item);
    }
    EXPECT_EQ(figures.edge_missed.hits, 0U);
}

INSTANTIATE_TEST_SUITE_P(Texts, LineProse,
                         testing::Values(Prose{"mixed", ProseKind::mixed, 1, 250'000},
                                         Prose{"mixed_again", ProseKind::mixed, 2, 250'000},
                                         Prose{"articles", ProseKind::articles, 3, 120'000},
                                         Prose{"figures", ProseKind::figures, 4, 120'000}),
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
