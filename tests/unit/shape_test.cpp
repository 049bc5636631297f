// Clusters, widths and blanks with drawn fonts of known widths.
#include "pipeline/shape/shape.hpp"

#include <gtest/gtest.h>

#include "tests/shaped.hpp"

namespace banxin {
namespace {

std::int64_t width(const ShapedParagraph& paragraph, std::size_t cluster) {
    return paragraph.clusters.at(cluster).advance.emu();
}

TEST(Shape, WidthsOfTheClasses) {
    const ShapedParagraph paragraph = shape_text("国，2a·李——国……");
    ASSERT_EQ(paragraph.clusters.size(), 9U);
    const std::vector<std::int64_t> expected = {1000, 1000, 500, 500, 500, 1000, 2000, 1000, 2000};
    for (std::size_t k = 0; k < expected.size(); ++k)
        EXPECT_EQ(width(paragraph, k), expected[k]) << k;
}

TEST(Shape, BlankHalvesAreFoundInTheInk) {
    const ShapedParagraph paragraph = shape_text("（国）。国");
    EXPECT_EQ(paragraph.clusters[0].blank_left.emu(), 500);
    EXPECT_EQ(paragraph.clusters[0].blank_right.emu(), 0);
    EXPECT_EQ(paragraph.clusters[2].blank_right.emu(), 500);
    EXPECT_EQ(paragraph.clusters[3].blank_right.emu(), 500);
    EXPECT_EQ(paragraph.clusters[4].blank_right.emu(), 0);
}

TEST(Shape, ClustersTileTheTextAndGlyphsTheClusters) {
    const ShapedParagraph paragraph = shape_text("根据〔2013〕87号“优秀”8名Abc……");
    std::uint32_t byte = 0;
    std::uint32_t glyph = 0;
    for (const Cluster& cluster : paragraph.clusters) {
        EXPECT_EQ(cluster.text.begin, byte);
        EXPECT_EQ(cluster.first_glyph, glyph);
        byte = cluster.text.end;
        glyph += cluster.glyph_count;
        Length sum;
        for (std::uint32_t k = 0; k < cluster.glyph_count; ++k) {
            sum += paragraph.glyphs[cluster.first_glyph + k].advance;
        }
        EXPECT_EQ(sum, cluster.advance);
    }
    EXPECT_EQ(byte, paragraph.source.utf8().size());
    EXPECT_EQ(glyph, paragraph.glyphs.size());
}

/// The same words cut into runs at any place give the same clusters and widths.
TEST(Shape, StyleBoundariesChangeNothing) {
    const std::string utf8 = "称“优秀”——王·李（3·15）……完";
    Layout layout = test_layout();
    Style other = layout.styles["body"];
    other.name = "other";
    other.font_role = "黑体";
    layout.styles["other"] = other;
    const ShapedParagraph whole = shape_text(utf8, layout);
    Shaper shaper{test_fonts()};
    const Text text{utf8, {}};
    for (const Cluster& cut : whole.clusters) {
        Paragraph paragraph = test_paragraph("");
        paragraph.runs = {{text.slice(0, cut.text.begin), "body"},
                          {text.slice(cut.text.begin, utf8.size()), "other"}};
        const auto pieces = shaper.shape(paragraph, layout);
        ASSERT_TRUE(pieces.ok());
        ASSERT_EQ(pieces.value.clusters.size(), whole.clusters.size()) << cut.text.begin;
        for (std::size_t k = 0; k < whole.clusters.size(); ++k) {
            EXPECT_EQ(pieces.value.clusters[k].advance, whole.clusters[k].advance);
            EXPECT_EQ(pieces.value.clusters[k].character_class, whole.clusters[k].character_class);
            EXPECT_EQ(pieces.value.clusters[k].blank_left, whole.clusters[k].blank_left);
            EXPECT_EQ(pieces.value.clusters[k].blank_right, whole.clusters[k].blank_right);
        }
    }
}

/// A list pasted with a style for every character has more runs than 16 bits count.
TEST(Shape, EveryCharacterKeepsItsOwnStyleHoweverManyThereAre) {
    constexpr std::size_t kCharacters = 100'000;
    Layout layout = test_layout();
    Style other = layout.styles["body"];
    other.name = "other";
    other.size = kTestEm * 2;
    layout.styles["other"] = other;
    const auto style_of = [](std::size_t k) { return k % 3 == 0 ? "body" : "other"; };
    Paragraph paragraph = test_paragraph("");
    paragraph.runs.clear();
    for (std::size_t k = 0; k < kCharacters; ++k) {
        paragraph.runs.push_back({Text{"国", {}}, style_of(k)});
    }
    Shaper shaper{test_fonts()};
    const auto shaped = shaper.shape(paragraph, layout);
    ASSERT_TRUE(shaped.ok());
    ASSERT_EQ(shaped.value.clusters.size(), kCharacters);
    ASSERT_GT(shaped.value.runs.size(), 0xFFFFU);
    for (std::size_t k = 0; k < kCharacters; ++k) {
        const Cluster& cluster = shaped.value.clusters[k];
        ASSERT_EQ(shaped.value.runs.at(cluster.run).style, style_of(k)) << k;
        ASSERT_EQ(cluster.first_glyph, k);
    }
}

/// Accents without end on one letter make one cluster, and none of them may be lost.
TEST(Shape, AClusterKeepsEveryGlyph) {
    constexpr std::size_t kAccents = 70'000;
    std::string utf8 = "国a";
    for (std::size_t k = 0; k < kAccents; ++k) utf8 += "\u0301";
    const ShapedParagraph paragraph = shape_text(utf8 + "人");
    ASSERT_EQ(paragraph.clusters.size(), 3U);
    EXPECT_EQ(paragraph.clusters[1].glyph_count, kAccents + 1);
    EXPECT_EQ(paragraph.clusters[2].first_glyph, kAccents + 2);
}

TEST(Shape, ACharacterWithoutAFontNamesItsPlace) {
    Shaper shaper{test_fonts()};
    const auto outcome = shaper.shape(test_paragraph("国𬭊国"), test_layout());
    ASSERT_EQ(outcome.diagnostics.size(), 1U);
    EXPECT_EQ(outcome.diagnostics[0].code, Code::glyph_missing);
    EXPECT_EQ(outcome.diagnostics[0].origin.column, 2U);
    EXPECT_EQ(outcome.diagnostics[0].arguments[1], (Argument{"code_point", "U+2CB4A"}));
}

}  // namespace
}  // namespace banxin
