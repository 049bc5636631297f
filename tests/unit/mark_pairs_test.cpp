// How wide two marks are together: the table of CLREQ 3.1.6 and of CSS Text 4, text-spacing-trim,
// class by class and mark by mark, and sentences worked out by hand.
#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "tests/unit/set_text.hpp"

namespace banxin {
namespace {

/// The marks of one class of the table. Two of ？ and ！ have a rule of their own.
const std::array<std::vector<std::string>, 6> kMarks = {{
    {"（", "〈", "《", "「", "『", "【", "〔", "〖", "［", "｛", "〝", "“", "‘"},
    {"）", "〉", "》", "」", "』", "】", "〕", "〗", "］", "｝", "”", "’"},
    {"、", "，", "。", "．", "：", "；", "！", "？"},
    {"·"},
    {"——", "⸺", "……", "⋯⋯"},
    {"国"},
}};
const std::vector<std::string> kWideSpace = {"　"};

/// A left class, and the width of it together with each class of kMarks, in tenths of an em.
struct Row {
    const char* name;
    const std::vector<std::string>& left;
    std::array<int, 6> widths;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class AdjacentMarksTable : public testing::TestWithParam<Row> {};

TEST_P(AdjacentMarksTable, GivesTheWidthOfEveryPair) {
    const auto question = [](const std::string& mark) { return mark == "？" || mark == "！"; };
    for (const std::string& left : GetParam().left) {
        for (std::size_t column = 0; column < kMarks.size(); ++column) {
            for (const std::string& right : kMarks[column]) {
                if (question(left) && question(right)) continue;
                const std::string utf8 = "国" + left + right + "国";
                EXPECT_EQ(natural_width(utf8) - 2000, GetParam().widths[column] * 100) << utf8;
            }
        }
    }
}

// Columns: opening, closing, pauses and stops, ·, —— and ……, Han.
INSTANTIATE_TEST_SUITE_P(
    Rows, AdjacentMarksTable,
    testing::Values(Row{"opening", kMarks[0], {15, 20, 20, 15, 30, 20}},
                    Row{"closing", kMarks[1], {15, 15, 15, 10, 30, 20}},
                    Row{"pauses_and_stops", kMarks[2], {15, 15, 15, 10, 30, 20}},
                    Row{"middle_dot", kMarks[3], {10, 15, 15, 10, 25, 15}},
                    Row{"dash_and_ellipsis", kMarks[4], {30, 30, 30, 25, 40, 30}},
                    Row{"wide_space", kWideSpace, {15, 20, 20, 15, 30, 20}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

struct Vector {
    const char* utf8;
    std::int64_t thousandths;
};

void PrintTo(const Vector& vector, std::ostream* out) { *out << vector.utf8; }

class AdjacentMarksVector : public testing::TestWithParam<Vector> {};

TEST_P(AdjacentMarksVector, HasItsWidth) {
    EXPECT_EQ(natural_width(GetParam().utf8), GetParam().thousandths);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, AdjacentMarksVector,
    testing::Values(Vector{"。”", 1500}, Vector{"，“", 1500}, Vector{"（（", 1500},
                    Vector{"））", 1500}, Vector{"”（", 1500}, Vector{"：“", 1500},
                    Vector{"》、《", 2000}, Vector{"“（甲）”", 4000}, Vector{"“‘", 1500},
                    Vector{"’”", 1500}, Vector{"。’”", 2000}, Vector{"）、（", 2000},
                    Vector{"）（", 1500}, Vector{"“”", 2000}, Vector{"》。", 1500}));
INSTANTIATE_TEST_SUITE_P(Sentences, AdjacentMarksVector,
                         testing::Values(Vector{"他说：“你好。”（完）", 9500},
                                         Vector{"《大国》——《中国》", 10000},
                                         Vector{"国办发〔2012〕5号", 8500},
                                         Vector{"《国》、《人》和《大》", 10000}));
// Two share one cell, three have two; GB/T 15834-2011, 5.1.
INSTANTIATE_TEST_SUITE_P(QuestionsAndExclamations, AdjacentMarksVector,
                         testing::Values(Vector{"？！", 1000}, Vector{"！！", 1000},
                                         Vector{"？？", 1000}, Vector{"！？", 1000},
                                         Vector{"？？？", 2000}, Vector{"！！！", 2000},
                                         Vector{"？！！", 2000}, Vector{"！！！！", 2000},
                                         Vector{"？”", 1500}, Vector{"！）", 1500},
                                         Vector{"？！”", 2000}, Vector{"！！！”", 2500},
                                         Vector{"？！（", 1500}, Vector{"！“", 1500}));

/// No mark loses more than its blank half, whatever stands around it.
TEST(AdjacentMarks, AMarkLosesItsBlankHalfAtMostOnce) {
    EXPECT_EQ(natural_width("（（（"), 2000);
    EXPECT_EQ(natural_width("）））"), 2000);
    EXPECT_EQ(natural_width("）。）。"), 2500);
    EXPECT_EQ(natural_width("）（）（"), 3000);
}

TEST(AdjacentMarks, KeepTheSameWidthBesideAnotherStyle) {
    Layout layout = test_layout();
    Style other = layout.styles["body"];
    other.name = "other";
    other.font_role = "黑体";
    layout.styles["other"] = other;
    Shaper shaper{test_fonts()};
    for (const std::string utf8 : {"国。”国", "国：“国", "国））国", "国》、《国", "国！！！”国"}) {
        const Text text{utf8, {}};
        for (std::size_t cut = 3; cut < utf8.size(); cut += 3) {
            Paragraph paragraph = test_paragraph("");
            paragraph.runs = {{text.slice(0, cut), "body"},
                              {text.slice(cut, utf8.size()), "other"}};
            const auto shaped = shaper.shape(paragraph, layout);
            const auto broken = break_lines(shaped.value, Length::from_emu(1'000'000), {});
            EXPECT_EQ(broken.value.lines.at(0).width.emu(), natural_width(utf8)) << utf8 << cut;
        }
    }
}

}  // namespace
}  // namespace banxin
