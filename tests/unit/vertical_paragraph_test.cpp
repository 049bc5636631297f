// Text that runs down, with drawn fonts: 黑体 has glyphs for it, 仿宋 only a few. All figures can
// be worked out from tests/fonts/draw_fonts.py: an em is 1000, its top 880 above the baseline.
#include "pipeline/shape/vertical_paragraph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <utility>

#include "pipeline/lines/break_lines.hpp"
#include "pipeline/shape/shape.hpp"
#include "pipeline/tables/label_columns.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;

ShapedParagraph shape_down(const std::string& utf8, const std::string& role = "黑体",
                           const VerticalRules& rules = {},
                           Alignment alignment = Alignment::centre) {
    static Shaper shaper{test_fonts()};
    Layout layout = test_layout(alignment);
    layout.styles["body"].font_role = role;
    layout.line_rules.vertical = rules;
    auto outcome = shaper.shape(test_paragraph(utf8), layout, Orientation::vertical);
    EXPECT_TRUE(outcome.ok()) << utf8;
    return std::move(outcome.value);
}

std::string text_of(const ShapedParagraph& paragraph, const Cluster& cluster) {
    return paragraph.source.utf8().substr(cluster.text.begin, cluster.text.size());
}

/// Every cluster as `text advance`, `t` after it where it is turned.
std::vector<std::string> clusters(const ShapedParagraph& paragraph) {
    std::vector<std::string> list;
    for (const Cluster& cluster : paragraph.clusters) {
        const Posture& posture = paragraph.runs[cluster.run].posture;
        list.push_back(text_of(paragraph, cluster) + " " + std::to_string(cluster.advance.emu()) +
                       (posture.turn == Posture::Turn::clockwise ? "t" : ""));
    }
    return list;
}

struct Box {
    std::int64_t left, top, right, bottom;  ///< From the cell's top left corner, down positive.

    friend bool operator==(const Box&, const Box&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Box& box) {
        return out << box.left << "," << box.top << " " << box.right << "," << box.bottom;
    }
};

/// Where the ink of glyph `k` of a cluster stands.
Box ink(const ShapedParagraph& paragraph, std::size_t cluster, std::uint32_t k = 0) {
    const Cluster& drawn = paragraph.clusters.at(cluster);
    const TypeRun& run = paragraph.runs[drawn.run];
    const Glyph& glyph = paragraph.glyphs[drawn.first_glyph + k];
    hb_glyph_extents_t box{};  // units are EMU here: both have a thousand to the em
    hb_font_get_glyph_extents(test_fonts()->faces[run.face].font.get(), glyph.id, &box);
    const std::int64_t left = box.x_bearing * std::int64_t{run.posture.width} / 1000;
    const std::int64_t right = (box.x_bearing + box.width) * std::int64_t{run.posture.width} / 1000;
    const std::int64_t up = box.y_bearing;
    const std::int64_t down = box.y_bearing + box.height;
    const std::int64_t x = glyph.x_offset.emu();
    const std::int64_t y = -glyph.y_offset.emu();
    if (run.posture.turn == Posture::Turn::upright) return {x + left, y - up, x + right, y - down};
    return {x + down, y + left, x + up, y + right};
}

TEST(VerticalParagraph, HanStandOneUnderTheOther) {
    const ShapedParagraph label = shape_down("一级国标");
    EXPECT_EQ(label.orientation, Orientation::vertical);
    EXPECT_THAT(clusters(label), ElementsAre("一 1000", "级 1000", "国 1000", "标 1000"));
    // Their box is drawn 40 units inside the em on every side.
    for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(ink(label, k), (Box{40, 40, 960, 960}));
}

TEST(VerticalParagraph, AFaceWithGlyphsForItUsesThem) {
    const ShapedParagraph label = shape_down("，（）");
    EXPECT_EQ(ink(label, 0), (Box{600, 40, 950, 320}));
    EXPECT_EQ(ink(label, 1), (Box{50, 610, 950, 960}));
    EXPECT_EQ(ink(label, 2), (Box{50, 40, 950, 390}));
}

TEST(VerticalParagraph, PresentationFormsServeAFaceWithoutTheFeature) {
    const ShapedParagraph label = shape_down("（）", "仿宋");
    EXPECT_THAT(clusters(label), ElementsAre("（ 1000", "） 1000"));
    EXPECT_EQ(ink(label, 0), (Box{50, 610, 950, 960}));
    EXPECT_EQ(ink(label, 1), (Box{50, 40, 950, 390}));
}

TEST(VerticalParagraph, OtherBracketsAreTurnedAndStopsMoveToTheUpperRight) {
    const ShapedParagraph label = shape_down("《国》，～", "仿宋");
    EXPECT_THAT(clusters(label),
                ElementsAre("《 1000t", "国 1000", "》 1000t", "， 1000", "～ 1000t"));
    // What lay 600 to 950 to the right lies as far down; what reached from -80 to 840 above the
    // baseline, 40 from either edge of the em, does so across.
    EXPECT_EQ(ink(label, 0), (Box{40, 600, 960, 950}));
    EXPECT_EQ(ink(label, 2), (Box{40, 50, 960, 400}));
    // 50 from the left and 40 from the foot become 50 from the right and 40 from the top.
    EXPECT_EQ(ink(label, 3), (Box{600, 40, 950, 320}));
}

TEST(VerticalParagraph, QuotesTakeAnotherShapeFromAFaceThatHasIt) {
    const ShapedParagraph label = shape_down("“国”", "仿宋");
    const FontSet& fonts = *test_fonts();
    const auto face = [&](std::size_t cluster) {
        return fonts.faces[label.runs[label.clusters[cluster].run].face].postscript_name;
    };
    EXPECT_EQ(face(0), "BanxinTest-CFF");
    EXPECT_EQ(face(1), "BanxinTest-TrueType");
    EXPECT_EQ(face(2), "BanxinTest-CFF");
    EXPECT_EQ(ink(label, 0), (Box{50, 610, 950, 960}));
    EXPECT_EQ(label.source.utf8(), "“国”");
}

TEST(VerticalParagraph, BlankHalvesOfMarksAreAboveAndBelow) {
    for (const char* role : {"黑体", "仿宋"}) {
        const ShapedParagraph label = shape_down("（国），《》。", role);
        const auto blank = [&](std::size_t k) {
            const Cluster& cluster = label.clusters[k];
            return std::pair{cluster.blank_left.emu(), cluster.blank_right.emu()};
        };
        EXPECT_EQ(blank(0), (std::pair<std::int64_t, std::int64_t>{500, 0})) << role;
        EXPECT_EQ(blank(1), (std::pair<std::int64_t, std::int64_t>{0, 0})) << role;
        EXPECT_EQ(blank(2), (std::pair<std::int64_t, std::int64_t>{0, 500})) << role;
        EXPECT_EQ(blank(3), (std::pair<std::int64_t, std::int64_t>{0, 500})) << role;
        EXPECT_EQ(blank(4), (std::pair<std::int64_t, std::int64_t>{500, 0})) << role;
        EXPECT_EQ(blank(6), (std::pair<std::int64_t, std::int64_t>{0, 500})) << role;
    }
}

TEST(VerticalParagraph, DashesRunDownTheMiddleWithoutAGap) {
    for (const char* role : {"黑体", "仿宋"}) {
        const ShapedParagraph label = shape_down("国——国—国", role);
        ASSERT_EQ(label.clusters.size(), 5U);
        EXPECT_EQ(label.clusters[1].advance.emu(), 2000) << role;
        const Box first = ink(label, 1, 0);
        const Box second = ink(label, 1, 1);
        EXPECT_EQ(first.left + first.right, 1000) << role;
        EXPECT_LE(second.top, first.bottom) << role << ": a gap";
        EXPECT_EQ(first.top + second.bottom, 2000) << role << ": not in the middle";
        EXPECT_GE(second.bottom - first.top, 1900) << role;
        const Box connector = ink(label, 3);
        EXPECT_EQ(connector.left + connector.right, 1000) << role;
        EXPECT_EQ(connector.top + connector.bottom, 1000) << role;
    }
    // The ︱ of 仿宋 is drawn 40 units short.
    EXPECT_EQ(clusters(shape_down("——", "仿宋")).front(), "—— 2000t");
    EXPECT_EQ(clusters(shape_down("——", "黑体")).front(), "—— 2000");
}

TEST(VerticalParagraph, EllipsesAndDotsStandInTheMiddle) {
    for (const char* role : {"黑体", "仿宋"}) {
        const ShapedParagraph label = shape_down("李·王……完", role);
        EXPECT_EQ(label.clusters[1].advance.emu(), 500) << role;
        EXPECT_EQ(ink(label, 1), (Box{450, 200, 550, 300})) << role;
        EXPECT_EQ(label.clusters[3].advance.emu(), 2000) << role;
        const Box first = ink(label, 3, 0);
        const Box second = ink(label, 3, 1);
        EXPECT_EQ(first.left + first.right, 1000) << role;
        EXPECT_EQ(first.top + second.bottom, 2000) << role;
        EXPECT_EQ(second.top - first.top, 1000) << role;
    }
}

TEST(VerticalParagraph, ExclamationsFillACellEach) {
    EXPECT_THAT(clusters(shape_down("好！！？")),
                ElementsAre("好 1000", "！ 1000", "！ 1000", "？ 1000"));
}

TEST(VerticalParagraph, TwoOrThreeDigitsStandAbreast) {
    const ShapedParagraph label = shape_down("12月100分5日");
    EXPECT_THAT(clusters(label),
                ElementsAre("12 1000", "月 1000", "100 1000", "分 1000", "5 1000", "日 1000"));
    // Two digits of half an em, ink 50 to 450 of it, 700 high and in the middle of the cell.
    EXPECT_EQ(ink(label, 0, 0), (Box{50, 150, 450, 850}));
    EXPECT_EQ(ink(label, 0, 1), (Box{550, 150, 950, 850}));
    // Three make one and a half: two thirds of their width.
    EXPECT_EQ(label.runs[label.clusters[2].run].posture.width, 666);
    EXPECT_GE(ink(label, 2, 0).left, 0);
    EXPECT_LE(ink(label, 2, 2).right, 1000);
    EXPECT_NEAR(static_cast<double>(ink(label, 2, 1).left + ink(label, 2, 1).right), 1000, 2);
    EXPECT_EQ(ink(label, 4), (Box{300, 150, 700, 850}));
}

TEST(VerticalParagraph, LongerFiguresAreTurnedOrUprightAsTheLayoutSays) {
    EXPECT_THAT(clusters(shape_down("2020年")),
                ElementsAre("2 500t", "0 500t", "2 500t", "0 500t", "年 1000"));
    VerticalRules upright;
    upright.long_figures = LongFigures::upright;
    EXPECT_THAT(clusters(shape_down("2020年", "黑体", upright)),
                ElementsAre("2 1000", "0 1000", "2 1000", "0 1000", "年 1000"));
    VerticalRules two;
    two.digits_abreast = 2;
    EXPECT_THAT(clusters(shape_down("10个100", "黑体", two)),
                ElementsAre("10 1000", "个 1000", "1 500t", "0 500t", "0 500t"));
    // With a point, a sign or a unit of Latin letters it is no figure of digits only.
    EXPECT_THAT(clusters(shape_down("79%，2.5")),
                ElementsAre("7 500t", "9 500t", "% 500t", "， 1000", "2 500t", ". 500t", "5 500t"));
}

TEST(VerticalParagraph, LettersAndAcronymsAreUprightAndWordsTurned) {
    EXPECT_THAT(
        clusters(shape_down("A类PPP项目")),
        ElementsAre("A 1000", "类 1000", "P 1000", "P 1000", "P 1000", "项 1000", "目 1000"));
    EXPECT_THAT(clusters(shape_down("按km计")),
                ElementsAre("按 1000", "k 500t", "m 500t", "计 1000"));
    EXPECT_THAT(clusters(shape_down("GB/T")), ElementsAre("G 500t", "B 500t", "/ 500t", "T 500t"));
    const ShapedParagraph words = shape_down("A B 国");
    EXPECT_THAT(clusters(words), ElementsAre("A 500t", "  500t", "B 500t", "  500t", "国 1000"));
    // The turned em box stands in the column as an upright one does: its foot, 120 below the
    // baseline, on the left edge.
    EXPECT_EQ(ink(words, 0), (Box{120, 50, 820, 450}));
}

TEST(VerticalParagraph, SignsThatUnicodeKeepsUprightAre) {
    EXPECT_THAT(clusters(shape_down("☑①℃★", "仿宋")),
                ElementsAre("☑ 1000", "① 1000", "℃ 1000", "★ 1000"));
}

TEST(VerticalParagraph, ClustersTileTheTextAndGlyphsTheClusters) {
    const ShapedParagraph label =
        shape_down("“三公”经费——2020年12月\n（PPP、Word 2）……100%！", "仿宋");
    std::uint32_t byte = 0;
    std::uint32_t glyph = 0;
    for (const Cluster& cluster : label.clusters) {
        EXPECT_EQ(cluster.text.begin, byte);
        EXPECT_EQ(cluster.first_glyph, glyph);
        byte = cluster.text.end;
        glyph += cluster.glyph_count;
        Length sum;
        for (std::uint32_t k = 0; k < cluster.glyph_count; ++k) {
            sum += label.glyphs[cluster.first_glyph + k].advance;
        }
        EXPECT_EQ(sum, cluster.glyph_count > 0 ? cluster.advance : Length{});
    }
    EXPECT_EQ(byte, label.source.utf8().size());
    EXPECT_EQ(glyph, label.glyphs.size());
}

TEST(VerticalParagraph, NothingOfAGroupOfStylesIsLost) {
    const ShapedParagraph across = shape_text("年度（含追加）——12月Abc“国”");
    Layout layout = test_layout();
    const ShapedParagraph down =
        set_vertically(across, layout.styles, *test_fonts(), VerticalRules{});
    EXPECT_EQ(down.source.utf8(), across.source.utf8());
    EXPECT_EQ(down.style.name, across.style.name);
    EXPECT_EQ(down.clusters.size() + 1, across.clusters.size());  // 12 became one
}

/// The prohibitions and units of lines hold for columns: GB/T 15834-2011, 5.2.
TEST(VerticalParagraph, ColumnsBreakByTheRulesOfLines) {
    const ShapedParagraph label =
        shape_down("国家（含追加），“三公”经费、2020年12月——共100分《办法》。", "黑体");
    for (int ems = 4; ems <= 14; ++ems) {
        const auto broken = break_lines(label, kTestEm * ems, LineRules{});
        EXPECT_TRUE(broken.diagnostics.empty()) << ems;
        for (const Line& column : broken.value.lines) {
            const Cluster& first = label.clusters[column.cluster_begin];
            const Cluster& last = label.clusters[column.cluster_end - 1];
            EXPECT_LE(column.left + column.width, kTestEm * ems);
            EXPECT_TRUE(std::string{"）”》，、。"}.find(text_of(label, first)) == std::string::npos)
                << ems << ": " << text_of(label, first) << " at the top of a column";
            EXPECT_TRUE(std::string{"（“《"}.find(text_of(label, last)) == std::string::npos)
                << ems << ": " << text_of(label, last) << " at the foot of a column";
            const std::string next = column.cluster_end < label.clusters.size()
                                         ? text_of(label, label.clusters[column.cluster_end])
                                         : std::string{};
            EXPECT_FALSE(text_of(label, last) == "100" && next == "分") << ems;
            // The whole date with the comma after it is six ems long.
            EXPECT_FALSE(ems >= 6 && text_of(label, last) == "12" && next == "月") << ems;
        }
    }
}

/// Random labels in random rooms: a failure prints its seed.
TEST(VerticalParagraph, RandomLabelsLoseNothingAndKeepToTheirRoom) {
    const std::vector<std::string> alphabet = {
        "年", "度", "目", "标", "一", "国", "（", "）", "“", "”", "《", "》", "，", "。",
        "——", "—",  "……", "·",  "！", "？", "1",  "2",  "0", "%", "A",  "B",  "k",  "m",
        " ",  "/",  "-",  "～", "☑",  "℃",  "\n", "　", ".", "①", "：", "、"};
    for (std::uint64_t seed = 1; seed <= 1500 && !HasFailure(); ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        std::mt19937_64 dice{seed};
        std::string text;
        for (std::uint64_t left = dice() % 40 + 1; left > 0; --left) {
            text += alphabet[dice() % alphabet.size()];
        }
        SCOPED_TRACE(text);
        const ShapedParagraph label = shape_down(text, seed % 2 == 0 ? "黑体" : "仿宋", {},
                                                 static_cast<Alignment>(dice() % 4));
        std::uint32_t byte = 0;
        std::uint32_t glyph = 0;
        for (const Cluster& cluster : label.clusters) {
            EXPECT_EQ(cluster.text.begin, std::exchange(byte, cluster.text.end));
            EXPECT_EQ(cluster.first_glyph, glyph);
            EXPECT_LE(cluster.blank_left + cluster.blank_right, cluster.advance);
            glyph += cluster.glyph_count;
        }
        EXPECT_EQ(byte, text.size());
        EXPECT_EQ(glyph, label.glyphs.size());

        const LabelRoom room{kTestEm * static_cast<std::int64_t>(dice() % 10 + 1),
                             kTestEm * static_cast<std::int64_t>(dice() % 40 + 8)};
        const auto set = set_label(label, room, LineRules{});
        std::uint32_t next = 0;
        for (const Line& column : set.value.columns.lines) {
            EXPECT_EQ(column.cluster_begin, std::exchange(next, column.cluster_end));
            EXPECT_GE(column.left, Length{});
            EXPECT_LE(column.left + column.width, set.value.height);
            EXPECT_EQ(column.positions.size(), column.cluster_end - column.cluster_begin);
        }
        EXPECT_EQ(next, label.clusters.size());
        EXPECT_LE(columns_width(label.style, set.value.abreast), room.width);
        if (set.diagnostics.empty()) {
            EXPECT_LE(set.value.height, room.height);
        }
    }
}

}  // namespace
}  // namespace banxin
