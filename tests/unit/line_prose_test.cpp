// Long official prose, set on the 28 cells of a notice with the real fonts. What is measured is
// what the stage hands on: places of characters.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "pipeline/layout/read_layout.hpp"
#include "pipeline/lines/break_lines.hpp"
#include "pipeline/shape/shape.hpp"
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

TEST(LineProse, Mixed) {
    const LineFigures figures = set_prose(1, 250'000, ProseKind::mixed);
    std::cout << table(figures);
    EXPECT_GE(figures.on_grid.of, 200'000U);
    for (const auto& [item, tally] : figures.torn) {
        EXPECT_GT(tally.of, 50U) << name(item) << ": too few to tell";
        if (item == Item::title) {
            EXPECT_LT(tally.share(), 0.01);
        } else {
            EXPECT_EQ(tally.hits, 0U) << name(item);
        }
    }
    EXPECT_EQ(figures.runts.hits, 0U);
    EXPECT_EQ(figures.edge_missed.hits, 0U);
}

}  // namespace
}  // namespace banxin
