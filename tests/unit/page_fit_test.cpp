// What is done so that a signature does not get a page without text, and where the imprint (版记)
// goes then: documents of many lengths, made by the program and read back by poppler. What must
// happen is worked out here from the rows that texts of one-line paragraphs take.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/pdf_reader.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kRows = 22;
constexpr int kSignatureRows = 3;  // a blank one, the issuer, the date

/// A job of its own, in a folder with others.
struct Sample {
    std::string name;
    std::string body;
    std::string more = {};  ///< Further lines of job.yaml.
};

std::string attachments(int count) {
    std::string lines = "annexes:\n";
    for (int k = 0; k < count; ++k) lines += "  - {title: 示例名单, body: annex.txt}\n";
    return lines;
}

/// Pages as poppler reads them, and the codes of what the program told.
struct Result {
    std::vector<std::string> pages;
    std::vector<std::string> codes;
};

std::vector<std::string> pages_of(const std::string& pdf) {
    const PdfReader reader{pdf};
    std::istringstream text{reader.run("pdftotext -layout {} -")};
    std::vector<std::string> pages;
    for (std::string page; std::getline(text, page, '\f');) pages.push_back(page);
    return pages;
}

std::map<std::string, Result> make(const std::vector<Sample>& samples) {
    static int count = 0;
    const fs::path inputs =
        fs::path{testing::TempDir()} /
        ("banxin-fit-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::vector<std::string> names;
    for (const Sample& sample : samples) {
        const fs::path folder = inputs / sample.name;
        fs::create_directories(folder);
        std::ofstream{folder / "annex.txt"} << "名单。\n";
        std::ofstream{folder / "body.txt"} << sample.body;
        std::ofstream{folder / "job.yaml"}
            << "layout: official-document\n"
               "head: {mark: 示例市人民政府文件, document-number: 示政发〔2026〕5号}\n"
               "title: 示例市人民政府关于试验的通知\n"
               "issuer: 示例市人民政府\n"
               "date: 2026-03-02\n"
               "body: body.txt\n"
               "imprint: {copies-to: 各部门, printed-by: 示例市办公室, printed-on: 2026-03-03}\n"
            << sample.more;
        names.push_back(sample.name);
    }
    const MadeJobs made{"fit", names, "", inputs};
    std::map<std::string, Result> results;
    for (const std::string& name : names) {
        Result& result = results[name];
        result.pages = pages_of(made.pdf(name));
        const std::string log = made.log();
        const std::regex warning{"/" + name + R"(/[^\n]*warning\[([a-z-]+)\])"};
        for (auto at = std::sregex_iterator{log.begin(), log.end(), warning};
             at != std::sregex_iterator{}; ++at)
            result.codes.push_back((*at)[1]);
    }
    fs::remove_all(inputs);
    return results;
}

/// The page, from 1, that has `words` on a line by themselves.
std::size_t page_with(const std::vector<std::string>& pages, const std::string& words) {
    const std::regex line{"(^|\\n) *" + words + " *(\\n|$)"};
    for (std::size_t k = 0; k < pages.size(); ++k)
        if (std::regex_search(pages[k], line)) return k + 1;
    ADD_FAILURE() << words << " stands on no page";
    return 1;
}

/// Texts of the samples are of 甲 and 乙, which nothing else has.
bool has_text(const std::string& page) { return page.find("甲") != std::string::npos; }

bool has_number(const std::string& page) {
    return std::regex_search(page, std::regex{"— *[0-9]+ *—"});
}

std::string one_line_paragraphs(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) text += "这是甲段，只有一行。\n";
    return text;
}

std::string han(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) text += k % 2 == 0 ? "甲" : "乙";
    return text;
}

/// How many rows of text the first page of these documents has, counted on a page that is full.
int rows_on_first_page() {
    const Result full = make({{"full", one_line_paragraphs(kRows)}}).at("full");
    int rows = 0;
    for (std::size_t at = full.pages.front().find("甲"); at != std::string::npos;
         at = full.pages.front().find("甲", at + 1))
        ++rows;
    return rows;
}

void expect_signed_with_text(const std::string& name, const Result& result) {
    const std::size_t page = page_with(result.pages, "2026年3月2日");
    EXPECT_TRUE(has_text(result.pages[page - 1])) << name << ", page " << page;
    EXPECT_TRUE(has_text(result.pages.front())) << name;
    const std::size_t imprint = page_with(result.pages, "示例市办公室 +2026年3月3日印发");
    EXPECT_EQ(imprint, result.pages.size()) << name;
    EXPECT_EQ(imprint % 2, 0U) << name;
    for (std::size_t k = 0; k < imprint; ++k) {
        const bool after_blank = result.pages[imprint - 2].find("。") == std::string::npos &&
                                 k + 2 >= imprint && page != imprint - 1;
        EXPECT_EQ(has_number(result.pages[k]), !after_blank) << name << ", page " << k + 1;
    }
}

TEST(PageFit, FiftyLengthsOfShortParagraphsHaveTextBesideTheSignature) {
    const int first = rows_on_first_page();
    std::vector<Sample> samples;
    for (int lines = first; lines < first + 50; ++lines)
        samples.push_back({"rows-" + std::to_string(lines), one_line_paragraphs(lines)});
    const auto results = make(samples);
    for (int lines = first; lines < first + 50; ++lines) {
        const std::string name = "rows-" + std::to_string(lines);
        const Result& result = results.at(name);
        expect_signed_with_text(name, result);
        // The row on its page that the text ends on.
        const int last = lines <= first ? lines - first + kRows : (lines - first - 1) % kRows + 1;
        const bool would_be_alone = last + kSignatureRows > kRows;
        EXPECT_EQ(result.codes.size(), would_be_alone ? 1U : 0U) << name;
        for (const std::string& code : result.codes)
            EXPECT_THAT(code, testing::StartsWith("signature-kept-by-")) << name;
    }
}

TEST(PageFit, FiftyLengthsOfProseWithAttachmentsHaveTextBesideTheSignature) {
    const std::string sentence =
        "甲地要认真贯彻落实工作部署，进一步提高服务水平，按照时间节点完成各项任务，确保实效。";
    std::string text;
    for (int k = 0; k < 3; ++k) text += sentence + sentence + sentence.substr(0, 42) + "。\n";
    std::vector<Sample> samples;
    for (int length = 0; length < 50; ++length) {
        text += "甲" + std::string{length % 7 == 0 ? "。\n" : "乙丙丁戊己庚辛壬癸子丑寅"};
        samples.push_back(
            {"prose-" + std::to_string(length), text + "甲。\n", attachments(1 + length % 3)});
    }
    for (const auto& [name, result] : make(samples)) expect_signed_with_text(name, result);
}

TEST(PageFit, TellsWhichChangeItMade) {
    const int first = rows_on_first_page();
    const auto rows = [&](int last) { return one_line_paragraphs(first + last); };
    // Three lines, of which the last has two Han that squeezed marks make room for.
    std::string squeezes = han(8);
    for (int k = 0; k < 8; ++k) squeezes += "，" + han(5);
    squeezes += "。\n";
    // Three lines, the last of them full: opened a little, they are four.
    const std::string opens = han(26 + 28 + 28 - 1) + "。\n";
    const auto results = make({
        {"fewer", rows(17) + squeezes},
        {"more", rows(19) + opens},
        {"spacing", rows(18), attachments(1)},
        {"pitch", rows(21)},
        {"characters",
         rows(3) +
             [] {
                 std::string text;
                 for (int k = 0; k < 15; ++k) text += han(25) + "。\n";
                 return text;
             }(),
         attachments(2)},
        {"moved", rows(19), attachments(2)},
        {"alone", "甲。\n", attachments(18)},
        {"none", rows(19)},
    });
    EXPECT_THAT(results.at("fewer").codes, ElementsAre("signature-kept-by-fewer-lines"));
    EXPECT_THAT(results.at("more").codes, ElementsAre("signature-kept-by-more-lines"));
    EXPECT_THAT(results.at("spacing").codes, ElementsAre("signature-kept-by-spacing"));
    EXPECT_THAT(results.at("pitch").codes, ElementsAre("signature-kept-by-line-pitch"));
    EXPECT_THAT(results.at("characters").codes, ElementsAre("signature-kept-by-characters"));
    EXPECT_THAT(results.at("moved").codes, ElementsAre("signature-kept-by-moved-lines"));
    EXPECT_THAT(results.at("alone").codes, ElementsAre("signature-alone"));
    EXPECT_THAT(results.at("none").codes, IsEmpty());
    for (const auto& [name, result] : results)
        if (name != "alone") expect_signed_with_text(name, result);
}

TEST(PageFit, RecipientsThatFillThePageMoveToTheImprint) {
    const auto list = [](int names) {
        std::string text = "recipients: 各单位";
        for (int k = 0; k < names; ++k) text += "，丙丁戊己庚辛局";
        return text + "\n";
    };
    const auto results = make({{"short", "甲。\n", list(10)}, {"long", "甲。\n", list(60)}});
    const Result& kept = results.at("short");
    EXPECT_THAT(kept.codes, IsEmpty());
    EXPECT_THAT(without_blanks(kept.pages[0]), testing::HasSubstr("各单位，丙丁"));
    const Result& moved = results.at("long");
    EXPECT_THAT(moved.codes, ElementsAre("recipients-moved"));
    EXPECT_TRUE(has_text(moved.pages[0]));
    EXPECT_THAT(without_blanks(moved.pages[0]), testing::Not(testing::HasSubstr("丙丁")));
    const std::string imprint = without_blanks(moved.pages.back());
    EXPECT_THAT(imprint, testing::HasSubstr("主送：各单位，丙丁"));
    EXPECT_THAT(imprint, testing::HasSubstr("戊己庚辛局。抄送：各部门。"));
}

}  // namespace
}  // namespace banxin
