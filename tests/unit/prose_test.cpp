// Is the generated prose prose, as far as that can be counted? What stands at which distance
// decides whether lines break easily, so the bands below are those of real official documents.
#include "tests/prose/prose.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace banxin {
namespace {

constexpr std::size_t kCharacters = 250'000;
constexpr ProseKind kKinds[] = {ProseKind::mixed, ProseKind::articles, ProseKind::figures};

/// Every character of a text.
std::vector<std::string_view> characters(std::string_view utf8) {
    std::vector<std::string_view> found;
    for (std::size_t begin = 0; begin < utf8.size();) {
        std::size_t end = begin + 1;
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) ++end;
        found.push_back(utf8.substr(begin, end - begin));
        begin = end;
    }
    return found;
}

std::size_t count(const std::vector<std::string>& paragraphs, std::string_view text) {
    std::size_t found = 0;
    for (const std::string& paragraph : paragraphs) {
        for (std::size_t k = 0; (k = paragraph.find(text, k)) != std::string::npos; ++k) ++found;
    }
    return found;
}

TEST(Prose, ASeedMeansATextAndAnotherSeedAnotherOne) {
    const auto first = official_prose(1, 20'000);
    EXPECT_EQ(first, official_prose(1, 20'000));
    const std::set<std::string> known{first.begin(), first.end()};
    std::size_t same = 0;
    std::size_t long_ones = 0;
    for (const std::string& paragraph : official_prose(2, 20'000)) {
        if (paragraph.size() < 3 * 28) continue;
        ++long_ones;
        same += known.contains(paragraph) ? 1U : 0U;
    }
    EXPECT_GT(long_ones, 100U);
    EXPECT_LE(same, long_ones / 50);
}

TEST(Prose, ParagraphsAreAsLongAsThoseOfDocuments) {
    for (const ProseKind kind : kKinds) {
        std::size_t all = 0;
        std::size_t in_usual = 0;
        for (const std::string& paragraph : official_prose(1, kCharacters, kind)) {
            const std::size_t length = characters(paragraph).size();
            EXPECT_GE(length, 3U);
            EXPECT_LE(length, 500U) << paragraph;
            all += length;
            if (length >= 40 && length <= 250) in_usual += length;
        }
        EXPECT_GE(all, kCharacters);
        EXPECT_GT(in_usual, all * 2 / 3) << "most text stands in paragraphs of some lines";
    }
}

TEST(Prose, MarksPairAndNoneFollowsWhereNoneMay) {
    const std::map<std::string_view, std::string_view> closing = {
        {"（", "）"}, {"《", "》"}, {"〈", "〉"}, {"“", "”"}, {"‘", "’"}, {"〔", "〕"}};
    const std::string_view pauses = "，。、；：？！";
    for (const ProseKind kind : kKinds) {
        for (const std::string& paragraph : official_prose(3, kCharacters, kind)) {
            std::vector<std::string_view> open;
            std::string_view before;
            for (const std::string_view sign : characters(paragraph)) {
                if (const auto pair = closing.find(sign); pair != closing.end()) {
                    // Round brackets alone may stand in their like: （各县（市、区）配合）
                    const bool nested = !open.empty() && open.back() == pair->second;
                    EXPECT_TRUE(!nested || sign == "（") << paragraph;
                    open.push_back(pair->second);
                } else if (!open.empty() && open.back() == sign) {
                    open.pop_back();
                }
                const bool two = sign.size() == 3 && before.size() == 3 &&
                                 pauses.find(sign) != std::string_view::npos &&
                                 pauses.find(before) != std::string_view::npos;
                EXPECT_FALSE(two) << before << sign << " in " << paragraph;
                EXPECT_EQ(std::string_view{"{}|*[]"}.find(sign), std::string_view::npos)
                    << paragraph;
                before = sign;
            }
            EXPECT_TRUE(open.empty()) << paragraph;
        }
    }
}

TEST(Prose, SentencesDoNotComeAgain) {
    std::set<std::string_view> known;
    std::size_t all = 0;
    std::size_t again = 0;
    const auto paragraphs = official_prose(1, kCharacters);
    for (const std::string_view paragraph : paragraphs) {
        for (std::size_t begin = 0; begin < paragraph.size();) {
            const std::size_t end = std::min(paragraph.find("。", begin), paragraph.size());
            const std::string_view sentence = paragraph.substr(begin, end - begin);
            begin = end + std::string_view{"。"}.size();
            if (sentence.size() < 3 * 30) continue;
            ++all;
            again += known.insert(sentence).second ? 0U : 1U;
        }
    }
    EXPECT_GT(all, 3000U);
    EXPECT_LE(again, all / 40);
}

TEST(Prose, HasWhatRealDocumentsHaveAsOften) {
    const struct {
        const char* text;
        double least, most;  // a thousand characters
    } bands[] = {{"，", 20, 50},    {"、", 8, 30},      {"。", 12, 30},   {"；", 3, 15},
                 {"：", 1, 6},      {"《", 2, 8},       {"〔", 0.2, 1.5}, {"“", 2, 10},
                 {"（", 5, 15},     {"%", 1, 8},        {"万元", 0.8, 8}, {"年", 4, 20},
                 {"月", 1, 8},      {"条　", 2, 10},    {"①", 0.1, 2},    {"——", 0.1, 2},
                 {"……", 0.01, 0.5}, {"？", 0.1, 1},     {"！", 0.1, 1},   {"·", 0.03, 0.5},
                 {"一是", 0.2, 3},  {"PM2.5", 0.05, 1}, {"GDP", 0.05, 1}, {"‘", 0.01, 1}};
    const auto paragraphs = official_prose(1, kCharacters);
    for (const auto& [text, least, most] : bands) {
        const double share = 1000.0 * static_cast<double>(count(paragraphs, text)) / kCharacters;
        EXPECT_GE(share, least) << text;
        EXPECT_LE(share, most) << text;
    }
    for (const char* pair :
         {"”，", "》（", "》，", "，“", "。（", "）。", "》《", "），", "：“", "。”"}) {
        EXPECT_GE(count(paragraphs, pair), 15U) << pair;
    }
    EXPECT_GE(count(paragraphs, "第二百零"), 5U);
}

TEST(Prose, KindsDiffer) {
    const auto articles = official_prose(1, kCharacters, ProseKind::articles);
    const auto figures = official_prose(1, kCharacters, ProseKind::figures);
    EXPECT_GT(count(articles, "条　"), 10 * count(figures, "条　"));
    EXPECT_GT(count(figures, "万元"), 4 * count(articles, "万元"));
}

}  // namespace
}  // namespace banxin
