#include "tests/prose/grammar.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace banxin {
namespace {

Grammar grammar(std::string_view text) {
    Grammar made;
    made.read(text, "g.txt");
    return made;
}

/// What the first rule `[r]` of `text` expands to, `times` over.
std::vector<std::string> expand(std::string_view text, int times) {
    const Grammar made = grammar(text);
    Expansion expansion{made, 1};
    std::vector<std::string> texts;
    for (int k = 0; k < times; ++k) texts.push_back(expansion.expand("r"));
    return texts;
}

TEST(HanNumber, ReadsAsItIsSpoken) {
    const std::map<std::int64_t, std::string> numbers = {{1, "一"},
                                                         {10, "十"},
                                                         {12, "十二"},
                                                         {20, "二十"},
                                                         {99, "九十九"},
                                                         {100, "一百"},
                                                         {101, "一百零一"},
                                                         {110, "一百一十"},
                                                         {205, "二百零五"},
                                                         {1000, "一千"},
                                                         {1005, "一千零五"},
                                                         {1050, "一千零五十"},
                                                         {2310, "二千三百一十"}};
    for (const auto& [number, text] : numbers) EXPECT_EQ(han_number(number), text);
}

TEST(Grammar, FiguresStayInTheirRangeAndKeepTheirPlaces) {
    std::set<std::string> seen;
    for (const std::string& text : expand("[r]\n{8-11}\n", 100)) seen.insert(text);
    EXPECT_EQ(seen, (std::set<std::string>{"8", "9", "10", "11"}));
    seen.clear();
    for (const std::string& text : expand("[r]\n{0.98-1.01}\n", 100)) seen.insert(text);
    EXPECT_EQ(seen, (std::set<std::string>{"0.98", "0.99", "1.00", "1.01"}));
    EXPECT_EQ(expand("[r]\n{1,234,567.5-1,234,567.5}\n", 1)[0], "1,234,567.5");
    EXPECT_EQ(expand("[r]\n{han 205-205}\n", 1)[0], "二百零五");
}

TEST(Grammar, CountersCountThroughAllRules) {
    EXPECT_EQ(expand("[r]\n{=n}{one}{one}{=n 98}{+han n}{+n}\n[one]\n{+n}、\n", 1)[0],
              "1、2、九十九100");
}

TEST(Grammar, ChoicesHoldSlotsAndMayBeEmpty) {
    std::set<std::string> seen;
    for (const std::string& text : expand("[r]\na{b{c}|{d|e}|}\n[c]\nc\n", 100)) seen.insert(text);
    EXPECT_EQ(seen, (std::set<std::string>{"abc", "ad", "ae", "a"}));
}

TEST(Grammar, NoAlternativeComesAgainBeforeAllHaveCome) {
    const std::vector<std::string> texts = expand("[r]\n*2 a\nb\nc\n", 40);
    for (std::size_t deck = 0; deck < texts.size(); deck += 4) {
        std::map<std::string, int> count;
        for (std::size_t k = deck; k < deck + 4; ++k) ++count[texts[k]];
        EXPECT_EQ(count, (std::map<std::string, int>{{"a", 2}, {"b", 1}, {"c", 1}}));
    }
}

TEST(Grammar, MistakesAreToldWithTheirPlace) {
    const std::map<std::string, std::string> mistakes = {
        {"a\n", "g.txt:1: a pattern before the first rule"},
        {"[r]\na\n[r]\n", "g.txt:3: a second rule of this name"},
        {"[r]\na{b\n", "g.txt:2: { without }"},
        {"[r]\na}b\n", "g.txt:2: } without {"},
        {"[r]\n{9-3}\n", "g.txt:2: a range that is empty"},
        {"[r]\n{1.5-3}\n", "g.txt:2: bounds of different places"},
        {"[r]\n*x a\n", "g.txt:2: a weight is `*3 `"},
        {"[r]\n{gone}\n", "there is no rule [gone]"},
        {"[r]\na\n[s]\nb\n", "nothing uses [s]"},
        {"[r]\n", "[r] is empty"}};
    for (const auto& [text, expected] : mistakes) {
        try {
            grammar(text).check({"r"});
            ADD_FAILURE() << text;
        } catch (const GrammarError& mistake) {
            EXPECT_EQ(mistake.what(), expected);
        }
    }
}

}  // namespace
}  // namespace banxin
