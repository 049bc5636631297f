// What users of other typesetters complain of in Chinese layout, one test a complaint, with drawn
// fonts of round widths. complaints_in_pdf_test.cpp has those that only show with real fonts.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/base/line_joint.hpp"
#include "pipeline/base/yaml.hpp"
#include "pipeline/read/read_body_text.hpp"
#include "tests/unit/set_text.hpp"

namespace banxin {
namespace {

/// Name of the face that draws cluster `k`, and its advance.
struct Drawn {
    std::string face;
    std::int64_t advance = 0;
    friend bool operator==(const Drawn&, const Drawn&) = default;
};

void PrintTo(const Drawn& drawn, std::ostream* out) { *out << drawn.face << ' ' << drawn.advance; }

Drawn drawn(const ShapedParagraph& paragraph, std::size_t k) {
    const Cluster& cluster = paragraph.clusters.at(k);
    const Face& face = test_fonts()->faces.at(paragraph.runs.at(cluster.run).face);
    return {face.postscript_name, cluster.advance.emu()};
}

Layout layout_in(const std::string& role) {
    Layout layout = test_layout();
    layout.styles["body"].font_role = role;
    return layout;
}

/// Left edges of the clusters of line `number`, in thousandths of an em.
std::vector<std::int64_t> places(const SetText& set, std::size_t number) {
    std::vector<std::int64_t> list;
    for (const Length position : set.broken.lines.at(number).positions) {
        list.push_back(position.emu());
    }
    return list;
}

/// The space that was added before cluster `k` of line `number`, beyond the advance of the one
/// before it.
std::int64_t gap_before(const SetText& set, std::size_t number, std::size_t k) {
    const Line& line = set.broken.lines.at(number);
    const Cluster& before = set.paragraph.clusters.at(line.cluster_begin + k - 1);
    return (line.positions.at(k) - line.positions.at(k - 1) - before.advance).emu();
}

/// The right edge of the last cluster's cell, its blank half left out where it was cut.
std::int64_t right_edge(const SetText& set, std::size_t number) {
    return (set.broken.lines.at(number).left + set.broken.lines.at(number).width).emu();
}

// 1. Quotes, · — and … are the same code points in Chinese and Latin.

TEST(Complaints, QuotesAndDotsComeFromTheChineseFace) {
    const std::string chinese = "BanxinTest-TrueType";
    for (const char* role : {"仿宋", "西文"}) {
        const ShapedParagraph text = shape_text("国“人”大‘会’工·作—目…标", layout_in(role));
        for (const std::size_t quote : {1U, 3U, 5U, 7U}) {
            EXPECT_EQ(drawn(text, quote), (Drawn{chinese, 1000})) << role << quote;
        }
        EXPECT_EQ(drawn(text, 9), (Drawn{chinese, 500})) << role;
        EXPECT_EQ(drawn(text, 11), (Drawn{chinese, 1000})) << role;
        EXPECT_EQ(drawn(text, 13), (Drawn{chinese, 1000})) << role;
    }
}

TEST(Complaints, QuotesAndDotsBetweenLatinLettersComeFromTheLatinFace) {
    const std::string latin = "BanxinTest-Latin";
    const ShapedParagraph text = shape_text("a “b” ‘c’ it’s d·e f—g h…i");
    for (const std::size_t quote : {2U, 4U, 6U, 8U, 12U}) {
        EXPECT_EQ(drawn(text, quote), (Drawn{latin, 250})) << quote;
    }
    EXPECT_EQ(drawn(text, 16), (Drawn{latin, 250}));
    EXPECT_EQ(drawn(text, 20), (Drawn{latin, 1000}));
    EXPECT_EQ(drawn(text, 24), (Drawn{latin, 1000}));
}

// 2. Marks are squeezed at line ends only, or not at all.

TEST(Complaints, MarksAreSqueezedInsideLinesAndAtBothTheirEnds) {
    // Inside, on an unbroken line.
    EXPECT_EQ(natural_width("：“"), 1500);
    // At the end: the comma gives its blank half, the Han before the brackets stay on the grid.
    const std::string line = some_han(7) + "（" + some_han(3) + "），";
    const SetText end = set_text(line + some_han(6), 12000);
    EXPECT_EQ(end.lines().front(), line);
    EXPECT_EQ(right_edge(end, 0), 12000);
    for (std::size_t k = 0; k < 7; ++k) {
        EXPECT_EQ(places(end, 0)[k], static_cast<std::int64_t>(k) * 1000);
    }
    // At the start of a later line: the blank half of （ lies outside the measure.
    const SetText start = set_text(some_han(8) + "（" + some_han(7) + "）" + some_han(8), 8000);
    EXPECT_EQ(start.lines().at(1), "（" + some_han(7) + "）");
    EXPECT_EQ(places(start, 1).front(), -500);
    // At a paragraph's start only by the layout's wish.
    LineRules trimmed;
    trimmed.trim_paragraph_start = true;
    EXPECT_EQ(places(set_text("（国）人", 9000), 0).front(), 0);
    EXPECT_EQ(set_text("（国）" + some_han(7), 9000).lines().size(), 2U);
    EXPECT_EQ(set_text("（国）" + some_han(6) + "人", 9500, trimmed).lines().size(), 1U);
}

// 3. A bold word, a link or a colour changes spacing and breaks.

TEST(Complaints, StyleBoundariesChangeNeitherPlacesNorBreaks) {
    const std::string utf8 =
        "他说：“《国人》——大会（考核）。”工作·目标，根据〔2020〕4号，it’s “App”；2020年12月31日？！"
        "王·李……情况，共2,462.5万元（99.66%）。";
    const auto describe = [](const ShapedParagraph& paragraph) {
        const auto broken = break_lines(paragraph, Length::from_emu(9000), {});
        std::string words;
        for (const Line& line : broken.value.lines) {
            words += std::to_string(line.text.end) + ":";
            for (const Length place : line.positions) words += " " + std::to_string(place.emu());
            words += "\n";
        }
        return words;
    };
    Layout layout = test_layout();
    Style equal = layout.styles["body"];
    equal.name = "equal";
    layout.styles["equal"] = equal;
    Style other = equal;
    other.name = "other";
    other.font_role = "黑体";
    layout.styles["other"] = other;
    Shaper shaper{test_fonts()};
    const Text text{utf8, {}};
    const std::string whole = describe(shape_text(utf8, layout));
    for (const ClassifiedCharacter& cut : classify(utf8)) {
        for (const char* style : {"equal", "other"}) {
            Paragraph paragraph = test_paragraph("");
            paragraph.runs = {{text.slice(0, cut.text.end), "body"},
                              {text.slice(cut.text.end, utf8.size()), style}};
            const auto pieces = shaper.shape(paragraph, layout);
            ASSERT_TRUE(pieces.ok());
            EXPECT_EQ(describe(pieces.value), whole) << style << " from byte " << cut.text.end;
        }
    }
}

// 4. —— and …… are split, squeezed, or not two em.

TEST(Complaints, DashesAndEllipsesAreTwoEmAndWhole) {
    for (const std::string sign : {"——", "⸺", "……", "⋯⋯"}) {
        const ShapedParagraph text = shape_text("国" + sign + "人");
        ASSERT_EQ(text.clusters.size(), 3U) << sign;
        EXPECT_EQ(text.clusters[1].advance.emu(), 2000) << sign;
        // No mark beside it is squeezed towards it, and no line is wide enough to tear it.
        EXPECT_EQ(natural_width("》" + sign + "《"), 4000) << sign;
        for (std::int64_t measure = 4000; measure <= 14000; measure += 500) {
            const SetText set =
                set_text(some_han(5) + sign + some_han(6) + "，" + sign + some_han(4), measure);
            for (const std::string& line : set.lines()) {
                const bool torn = line.starts_with(sign.substr(3)) != line.starts_with(sign);
                EXPECT_FALSE(sign.size() == 6 && torn) << line;
            }
            for (std::size_t k = 0; k < set.broken.lines.size(); ++k) {
                EXPECT_LE(right_edge(set, k), measure) << "it never hangs out of the measure";
            }
        }
    }
}

// 5. No break is offered between marks, or a mark lands at a line's start.

TEST(Complaints, ClustersOfMarksBreakWhereTheyMay) {
    const std::vector<std::pair<std::string, std::string>> marks = {
        {"（", "）、"}, {"（", "）"}, {"（", "。"}, {"《", "》"}, {"“", "”"}, {"“", "，"}};
    for (const auto& [opening, closing] : marks) {
        // Everywhere else the brackets hold on to their Han.
        std::string utf8;
        for (int k = 0; k < 12; ++k) utf8 += opening + "国" + closing;
        const SetText set = set_text(utf8, 6000);
        EXPECT_GE(set.broken.lines.size(), 4U) << utf8;
        for (std::size_t number = 0; number < set.broken.lines.size(); ++number) {
            EXPECT_TRUE(set.lines()[number].starts_with(opening)) << set.lines()[number];
            EXPECT_NE(set.broken.lines[number].reason, BreakReason::last_resort) << utf8;
            EXPECT_LE(right_edge(set, number), 6000) << utf8;
        }
    }
}

TEST(Complaints, NoMarkBeginsALineBehindADigitABracketOrAWord) {
    for (const std::string before : {"8", "）", "”", "App", "%", "》"}) {
        for (const std::string mark :
             {"，", "。", "、", "·", "）", "：", "/", "～", "—", "%", "？！"}) {
            for (std::size_t lead = 4; lead < 12; ++lead) {
                const SetText set = set_text(some_han(lead) + before + mark + some_han(9), 9000);
                for (const std::string& line : set.lines()) {
                    EXPECT_FALSE(line.starts_with(mark)) << line;
                }
            }
        }
    }
}

// 8. The character grid cannot be held.

TEST(Complaints, ALineOfHanStandsOnTheGridAndFindsBackToItBehindLatin) {
    const SetText set = set_text(some_han(40), 28000);
    for (std::size_t k = 0; k < 28; ++k) {
        EXPECT_EQ(places(set, 0)[k], static_cast<std::int64_t>(k) * 1000);
    }
    const SetText marks = set_text("国人大，会（工作）目标。" + some_han(30), 28000);
    const std::vector<std::int64_t> line = places(marks, 0);
    for (std::size_t k = 0; k < 28; ++k) {
        EXPECT_EQ(line[k], static_cast<std::int64_t>(k) * 1000) << "a mark leaves its cell alone";
    }
    // Words of one to seven letters, half an em each: behind them every Han is in a cell again.
    for (std::size_t letters = 1; letters <= 7; ++letters) {
        const std::string word = std::string{"Abcdefg"}.substr(0, letters);
        const SetText mixed = set_text(some_han(9) + word + some_han(40), 28000);
        const std::vector<std::int64_t> places_of_line = places(mixed, 0);
        for (std::size_t k = 0; k < places_of_line.size(); ++k) {
            const bool in_word = k >= 9 && k < 9 + letters;
            EXPECT_TRUE(in_word || places_of_line[k] % 1000 == 0) << word << ' ' << k;
        }
    }
}

// 9. Justification opens one side of a word, or spoils the right edge.

TEST(Complaints, BothSidesOfALatinWordOpenEquallyAndTheRightEdgeIsExact) {
    for (std::size_t lead = 3; lead < 11; ++lead) {
        const SetText set =
            set_text(some_han(lead) + "Latin" + some_han(25) + "，" + some_han(20), 14000);
        for (std::size_t number = 0; number + 1 < set.broken.lines.size(); ++number) {
            EXPECT_EQ(right_edge(set, number), 14000) << set.lines()[number];
        }
        const std::string first = set.lines().front();
        if (!first.starts_with(some_han(lead) + "Latin国")) continue;
        EXPECT_NEAR(static_cast<double>(gap_before(set, 0, lead)),
                    static_cast<double>(gap_before(set, 0, lead + 5)), 10)
            << first;
    }
}

TEST(Complaints, AFullWidthMarkDoesNotKeepALineFromBeingJustified) {
    const SetText set = set_text("国人，大会Ab工作：目标（考）核情况国人大会工作目标考核", 11000);
    ASSERT_GT(set.broken.lines.size(), 2U);
    for (std::size_t number = 0; number + 1 < set.broken.lines.size(); ++number) {
        EXPECT_EQ(right_edge(set, number), 11000) << set.lines()[number];
    }
}

// 10. The gap between Han and Latin stands where it does not belong.

TEST(Complaints, TheLatinGapIsTheLayoutsAndKeepsAwayFromMarksFiguresAndLineEnds) {
    const auto width = [](const std::string& utf8, unsigned gap) {
        LineRules rules;
        rules.latin_gap = gap;
        return set_text(utf8, 1'000'000, rules).broken.lines.at(0).width.emu();
    };
    for (const unsigned gap : {0U, 125U, 250U}) {
        EXPECT_EQ(width("国Ab人", gap), 3000 + 2 * static_cast<std::int64_t>(gap));
        for (const char* utf8 : {"国，Ab，人", "（Ab）国", "“Ab”国", "Ab", "国——Ab——人"}) {
            EXPECT_EQ(width(utf8, gap), width(utf8, 0)) << utf8;
        }
        for (const char* utf8 : {"2020年12月31日", "国发〔2020〕4号", "第12条", "2,462.5万元"}) {
            EXPECT_EQ(width(utf8, gap), width(utf8, 0)) << utf8;
        }
        // A typed blank is the gap.
        EXPECT_EQ(width("国 Ab 人", gap), 4000);
    }
    // Where a line begins or ends with the word, the gap is gone.
    const SetText set = set_text(some_han(8) + "Latin" + some_han(8), 8000);
    EXPECT_EQ(set.lines().at(1).substr(0, 5), "Latin");
    EXPECT_EQ(places(set, 1).front(), 0);
}

// 12. A line end in the source becomes a space between Han.

TEST(Complaints, ALineEndBetweenHanIsNoSpace) {
    EXPECT_EQ(on_one_line("国\n人，\n大"), "国人，大");
    EXPECT_EQ(on_one_line("Latin\nwords"), "Latin words");
    const auto job = read_yaml("issuer: >-\n  国人\n  大会\n  for\n  Latin\n", 1);
    EXPECT_EQ(job.value.entries.at(0).value.scalar.utf8(), "国人大会for Latin");
    // In the body a line is a paragraph, and in a cell it stays a line.
    EXPECT_EQ(read_body_text("国人\n大会\n", 1).value.paragraphs.size(), 2U);
    EXPECT_EQ(set_text("国人\n大会", 9000).lines(), (std::vector<std::string>{"国人\n", "大会"}));
}

// 14. The last line of a paragraph holds one character.

TEST(Complaints, NoLastLineOfOneHanAndNoVisibleGapForIt) {
    for (std::size_t count = 29; count <= 150; ++count) {
        std::string utf8;
        for (std::size_t k = 0; k < count; ++k) utf8 += k % 9 == 7 ? "，" : "国";
        const SetText set = set_text(utf8 + "。", 28000);
        const Line& last = set.broken.lines.back();
        const auto han = std::count_if(
            set.paragraph.clusters.begin() + last.cluster_begin,
            set.paragraph.clusters.begin() + last.cluster_end,
            [](const Cluster& cluster) { return cluster.character_class == CharacterClass::han; });
        EXPECT_GE(han, 2) << count;
        for (std::size_t number = 0; number + 1 < set.broken.lines.size(); ++number) {
            for (std::size_t k = 1; k < places(set, number).size(); ++k) {
                EXPECT_LE(gap_before(set, number, k), 100) << count;
            }
        }
    }
}

}  // namespace
}  // namespace banxin
