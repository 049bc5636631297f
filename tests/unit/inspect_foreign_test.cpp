// What `inspect` finds in PDFs of LibreOffice and Chromium. The faults were put into their sources
// on purpose, or came with the program's own way of setting lines; see tests/data/inspect.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "pipeline/inspect/characters_of_text.hpp"
#include "pipeline/inspect/judge.hpp"
#include "pipeline/inspect/read_pdf.hpp"
#include "pipeline/inspect/recognise.hpp"
#include "tests/unit/made_jobs.hpp"

namespace banxin {
namespace {

using testing::UnorderedElementsAre;

InspectedDocument inspected(const char* file) {
    const fs::path path = fs::path{BANXIN_SOURCE_DIR} / "tests/data/inspect/foreign" / file;
    Outcome<PdfPages> read = read_pdf(bytes_of(path), 0);
    EXPECT_TRUE(read.ok()) << file;
    return recognise(std::move(read.value), std::nullopt);
}

std::set<std::string> deviations_in(const InspectedDocument& document) {
    std::set<std::string> rules;
    for (const Finding& finding : judge(document))
        if (finding.verdict != Verdict::ok) rules.emplace(info(finding.rule).name);
    return rules;
}

std::string text_of(const InspectedDocument& document, ElementKind kind) {
    const PageElement* element = document.first(kind);
    return element == nullptr ? "" : to_utf8(element->text());
}

TEST(InspectForeign, ADocumentOfLibreOffice) {
    const InspectedDocument document = inspected("office.pdf");
    EXPECT_EQ(document.format, DocumentFormat::ordinary);
    EXPECT_EQ(text_of(document, ElementKind::mark), "示例市人民政府文件");
    EXPECT_EQ(text_of(document, ElementKind::title),
              "示例市人民政府关于做好政务服务考核工作的通知");
    EXPECT_EQ(text_of(document, ElementKind::date), "2026年03月01日");
    EXPECT_THAT(deviations_in(document),
                UnorderedElementsAre(
                    // 28 pt from line to line; 16 pt characters spread over 27 cells.
                    "line-pitch", "character-pitch", "mark-top", "number-below-mark",
                    "head-rule-below", "title-below-rule", "title-shape",
                    // [2026]05号, 仿宋 nowhere, bold headings
                    "number-brackets", "number-serial", "number-font", "text-font",
                    "heading-1-font", "heading-3-font", "heading-bold", "heading-last",
                    // `,` among Han, 2026年03月01日, 考核评分表。
                    "half-width-mark", "date-zero", "attachment-end",
                    // flush right, without a blank line
                    "issuer-above", "issuer-right", "date-offset", "date-digits",
                    // 1 in the middle, 五号
                    "page-number-side", "page-number-dashes", "page-number-size"));
}

TEST(InspectForeign, APageOfChromium) {
    const InspectedDocument document = inspected("browser.pdf");
    EXPECT_EQ(document.format, DocumentFormat::notice);
    EXPECT_EQ(text_of(document, ElementKind::recipients), "各示例区人民政府，市政府各部门:");
    EXPECT_EQ(text_of(document, ElementKind::attachment_note), "附件：1、考核评分表；");
    EXPECT_THAT(deviations_in(document),
                UnorderedElementsAre(
                    // 154 mm wide, 28 pt from line to line
                    "right-edge", "line-pitch", "character-pitch", "title-centre", "title-font",
                    "text-font", "heading-1-font", "heading-3-font",
                    // 各部门: and `,` and 2026年03月01日
                    "recipients-colon", "half-width-mark", "date-zero", "attachment-above",
                    "attachment-numbers", "attachment-end", "issuer-above", "issuer-right",
                    "date-offset", "date-digits", "page-number-there"));
}

}  // namespace
}  // namespace banxin
