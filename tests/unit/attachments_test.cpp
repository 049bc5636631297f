// 附件说明 in finished PDFs, GB/T 9704-2012, 7.3.4 and 7.3.7, and that it says what the annexes
// themselves are called.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/made_document.hpp"

namespace banxin {
namespace {

constexpr double kSame = 0.05;

std::string name_of(std::size_t annex) {
    const std::vector<std::string> names = {"甲类考核细则", "乙类考核细则", "丙类考核细则",
                                            "丁类考核细则", "戊类考核细则", "己类考核细则",
                                            "庚类考核细则", "辛类考核细则", "壬类考核细则",
                                            "癸类考核细则", "子类考核细则", "丑类考核细则"};
    return names.at(annex);
}

std::string job_with(const std::vector<std::string>& titles) {
    std::string job =
        "layout: notice\ntitle: 关于考核工作的通知\nbody: body.txt\nissuer: 示例市财政局\n"
        "date: 2026-03-02\nannexes:\n";
    for (const std::string& title : titles) job += "  - {title: " + title + ", body: body.txt}\n";
    return job;
}

std::vector<std::string> names(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < count; ++k) names.push_back(name_of(k));
    return names;
}

TEST(Attachments, OneHasNoNumber) {
    const PdfReader reader{made({{"one", job_with({"《甲类考核细则》。"})}}).at("one")};
    const MadePage page{reader, 1};
    const WordBox label = page.find("附件：");
    EXPECT_NEAR(label.left, 28 + 2 * kCell, kSame);
    EXPECT_NEAR(label.top - page.find("现将有关事项通知如下。").top, 2 * kPitch, kSame);
    EXPECT_NEAR(page.find("甲类考核细则").left, 28 + 5 * kCell, kSame);
    EXPECT_FALSE(page.has("《"));
    EXPECT_FALSE(page.has("甲类考核细则。"));
}

TEST(Attachments, SeveralHaveTheirNumbersBelowEachOther) {
    const PdfReader reader{made({{"nine", job_with(names(9))}}).at("nine")};
    const MadePage page{reader, 1};
    const double left = page.find(name_of(0)).left;
    for (std::size_t k = 0; k < 9; ++k) {
        const std::string number = std::to_string(k + 1) + ".";
        EXPECT_NEAR(page.find(number).left, 28 + 5 * kCell, 0.2) << number;
        EXPECT_NEAR(page.find(name_of(k)).left, left, kSame) << number;
    }
}

TEST(Attachments, FromTenOnTheNumbersEndBelowEachOther) {
    const PdfReader reader{made({{"twelve", job_with(names(12))}}).at("twelve")};
    const MadePage page{reader, 1};
    const double left = page.find(name_of(0)).left;
    EXPECT_NEAR(page.find("10.").left, 28 + 5 * kCell, 0.2);
    for (std::size_t k = 0; k < 12; ++k) {
        const WordBox name = page.find(name_of(k));
        EXPECT_NEAR(name.left, left, kSame) << k;
        // The point ends at one place too.
        EXPECT_NEAR(page.find(std::to_string(k + 1) + ".").right, page.find("12.").right, kSame);
        const double above = k > 0 ? page.find(name_of(k - 1)).top : name.top - kPitch;
        EXPECT_NEAR(name.top, above + kPitch, kSame) << k;
    }
    EXPECT_NEAR(page.find("附件：").top, page.find(name_of(0)).top, kSame);
}

TEST(Attachments, ALongNameGoesOnBelowItsFirstCharacter) {
    const std::string first = "示例市政务服务和数据管理局窗口单位年度考核评分细则";
    const std::string rest = "及有关说明材料汇总一览表";
    for (const std::size_t others : {0U, 1U, 10U}) {
        SCOPED_TRACE(others);
        std::vector<std::string> titles = {first + rest};
        for (std::size_t k = 0; k < others; ++k) titles.push_back(name_of(k));
        const PdfReader reader{made({{"long", job_with(titles)}}).at("long")};
        const MadePage page{reader, 1};
        const WordBox whole = page.find(first + rest);
        EXPECT_NEAR(whole.bottom - whole.top, kPitch + kEm, kSame);  // two lines
        EXPECT_NEAR(whole.left, page.find("示例市政务").left, kSame);
        EXPECT_LE(whole.right, 184 + kSame);
        // What the second line begins with is nowhere left of the first.
        EXPECT_GT(whole.left, 28 + 5 * kCell - kSame);
    }
}

TEST(Attachments, EveryAnnexIsCalledWhatTheListSays) {
    const PdfReader reader{made({{"three", job_with(names(3))}}).at("three")};
    for (std::size_t k = 0; k < 3; ++k) {
        const MadePage page{reader, static_cast<int>(k + 2)};
        const WordBox label = page.find("附件" + std::to_string(k + 1));
        EXPECT_NEAR(label.left, 28, kSame);
        EXPECT_NEAR(label.top, 37, kSame);
        EXPECT_TRUE(page.has(name_of(k)));
        EXPECT_TRUE((MadePage{reader, 1}.has(std::to_string(k + 1) + "." + name_of(k)) ||
                     MadePage{reader, 1}.has(std::to_string(k + 1) + ". " + name_of(k))));
    }
    const PdfReader single{made({{"one", job_with(names(1))}}).at("one")};
    EXPECT_NEAR((MadePage{single, 2}.find("附件").left), 28, kSame);
    EXPECT_FALSE((MadePage{single, 2}.has("附件1")));
}

}  // namespace
}  // namespace banxin
