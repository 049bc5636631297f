// Where lines may not begin and end: every mark of GB/T 15834-2011, 5.1, is tried at every place
// around the end of a line. The lines stand in tests/golden/mark-breaks.dump.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/golden.hpp"
#include "tests/unit/set_text.hpp"

namespace banxin {
namespace {

using Marks = std::vector<std::string>;

const Marks kNeverBegin = {"、", "，", "。", "．", "：", "；", "？", "！", "？！", "）",
                           "〉", "》", "」", "』", "】", "〕", "〗", "］", "｝",   "”",
                           "’",  "·",  "—",  "–",  "-",  "～", "/",  "／", "‼",    "々"};
const Marks kNeverEnd = {"（", "〈", "《", "「", "『", "【", "〔",
                         "〖", "［", "｛", "“",  "‘",  "/",  "／"};
const Marks kNeverTorn = {"——", "⸺", "……", "⋯⋯", "…………", "？！", "！！！"};
const Marks kAfterFigures = {"%", "％", "‰", "°", "℃", "′", "″"};
const Marks kBeforeFigures = {"￥", "¥", "$", "€", "№", "±"};

constexpr std::int64_t kMeasure = 12000;

/// `mark` with Han around it, `before` of them before it.
SetText set_around(const std::string& mark, std::size_t before) {
    return set_text(some_han(before) + mark + some_han(18), kMeasure);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "|") + line;
    return text;
}

/// Calls `check(set, words)` with `mark` at every place from well before the line's end to well
/// behind it.
template <typename Check>
void at_every_place(const std::string& mark, Check check) {
    for (std::size_t before = 1; before <= 14; ++before) {
        const SetText set = set_around(mark, before);
        check(set, joined(set.lines()));
        for (const Line& line : set.broken.lines) {
            EXPECT_NE(line.reason, BreakReason::last_resort) << joined(set.lines());
        }
    }
}

TEST(MarkBreaks, NoneOfTheseBeginsALine) {
    for (const std::string& mark : kNeverBegin) {
        at_every_place(mark, [&](const SetText& set, const std::string& words) {
            for (const std::string& line : set.lines()) {
                EXPECT_FALSE(line.starts_with(mark)) << words;
            }
        });
    }
}

TEST(MarkBreaks, NoneOfTheseEndsALine) {
    for (const std::string& mark : kNeverEnd) {
        at_every_place(mark, [&](const SetText& set, const std::string& words) {
            for (const std::string& line : set.lines()) {
                EXPECT_FALSE(line.ends_with(mark)) << words;
            }
        });
    }
}

TEST(MarkBreaks, NoneOfTheseIsTorn) {
    for (const std::string& mark : kNeverTorn) {
        at_every_place(mark, [&](const SetText&, const std::string& words) {
            EXPECT_NE(words.find(mark), std::string::npos) << words;
        });
    }
}

TEST(MarkBreaks, SignsStayWithTheirFigures) {
    for (const std::string& mark : kAfterFigures) {
        at_every_place("38" + mark, [&](const SetText&, const std::string& words) {
            EXPECT_NE(words.find("38" + mark), std::string::npos) << words;
        });
    }
    for (const std::string& mark : kBeforeFigures) {
        at_every_place(mark + "38", [&](const SetText&, const std::string& words) {
            EXPECT_NE(words.find(mark + "38"), std::string::npos) << words;
        });
    }
}

/// What stands together stays together: （甲） never loses a bracket, and between ） 、 and （
/// there is a break, so that a list of brackets fills its lines.
TEST(MarkBreaks, BetweenClosingAndOpeningMarksALineMayEnd) {
    for (const std::string item : {"（国）", "（国）、", "《国》", "“国”，"}) {
        std::string utf8;
        for (int k = 0; k < 12; ++k) utf8 += item;
        const SetText set = set_text(utf8, 6000);
        EXPECT_GT(set.broken.lines.size(), 2U) << item;
        for (const Line& line : set.broken.lines) {
            EXPECT_NE(line.reason, BreakReason::last_resort) << joined(set.lines());
            EXPECT_LE(line.width.emu(), 6000) << joined(set.lines());
        }
    }
}

TEST(MarkBreaks, AreThoseOfTheGolden) {
    std::string dump = "Lines of 12 em with a mark around the end of the first one\n";
    for (const Marks& marks : {kNeverBegin, kNeverEnd, kNeverTorn}) {
        for (const std::string& mark : marks) {
            dump += "\n" + mark + "\n";
            for (const std::size_t before : {10U, 11U, 12U}) {
                dump += "  " + joined(set_around(mark, before).lines()) + "\n";
            }
        }
    }
    EXPECT_TRUE(matches_golden("mark-breaks", dump));
}

}  // namespace
}  // namespace banxin
