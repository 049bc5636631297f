// What leads around in a PDF: links, outline, page labels, and what it says about itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "tests/page_builder.hpp"
#include "tests/pdf_reader.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class WritePdfNavigation : public testing::Test {
  protected:
    WritePdfNavigation() {
        for (const char* label : {"1", "2", "3", "4"}) {
            document_.pages.push_back(blank_page(label));
        }
    }

    std::string bytes() const {
        Outcome<std::string> outcome = write_pdf(document_, FontSet{});
        EXPECT_THAT(outcome.diagnostics, IsEmpty());
        return std::move(outcome.value);
    }

    PagedDocument document_;
};

TEST_F(WritePdfNavigation, ALinkLeadsToItsPageAndHeight) {
    document_.pages[0].items.emplace_back(
        LinkArea{50.8_mm, 127_mm, 25.4_mm, 12.7_mm, 2, 254_mm, kArtifact});
    document_.pages[3].items.emplace_back(
        LinkArea{25.4_mm, 25.4_mm, 25.4_mm, 25.4_mm, 0, 127_mm, kArtifact});
    const PdfReader reader(bytes());
    EXPECT_EQ(reader.mupdf("for (var k = 0; k < 4; ++k) {\n"
                           "  var links = doc.loadPage(k).getLinks();\n"
                           "  for (var l = 0; l < links.length; ++l)\n"
                           "    print(k, links[l].bounds.map(Math.round), "
                           "links[l].uri.replace(/\\d+\\.\\d+/, Math.round));\n"
                           "}\n"),
              "0 144,360,216,396 #page=3&zoom=nan,nan,720\n"
              "3 72,72,144,144 #page=1&zoom=nan,nan,360\n");
}

TEST_F(WritePdfNavigation, LinksHaveNoFrame) {
    document_.pages[0].items.emplace_back(LinkArea{50_mm, 50_mm, 50_mm, 50_mm, 2, {}, kArtifact});
    // A frame would be ink.
    EXPECT_THAT(PdfReader(bytes()).dots(595), testing::Each('\xFF'));
}

TEST_F(WritePdfNavigation, TheOutlineIsNestedAsItsLevelsSay) {
    document_.outline = {{"考核情况通报", 1, 0, 50.8_mm},
                         {"一、考核结果", 2, 0, 76.2_mm},
                         {"（一）市直窗口", 3, 0, 101.6_mm},
                         {"二、工作要求", 2, 1, 25.4_mm},
                         {"附件1", 1, 2, 0_mm},
                         {"附件2 (备注) \\ 𬭊", 1, 3, 12.7_mm}};
    // Tabs tell the level; - and | whether an entry has others below it.
    const std::string outline = PdfReader(bytes()).run("mutool show {} outline");
    EXPECT_EQ(outline,
              "-\t\"考核情况通报\"\t#page=1&zoom=nan,nan,144\n"
              "-\t\t\"一、考核结果\"\t#page=1&zoom=nan,nan,216\n"
              "|\t\t\t\"（一）市直窗口\"\t#page=1&zoom=nan,nan,288\n"
              "|\t\t\"二、工作要求\"\t#page=2&zoom=nan,nan,72\n"
              "|\t\"附件1\"\t#page=3&zoom=nan,nan,0\n"
              "|\t\"附件2 (备注) \\\\ 𬭊\"\t#page=4&zoom=nan,nan,36\n");
}

TEST_F(WritePdfNavigation, NoOutlineIsWrittenWhereThereIsNone) {
    EXPECT_EQ(PdfReader(bytes()).run("mutool show {} trailer/Root/Outlines"), "null\n");
}

TEST_F(WritePdfNavigation, PagesBearTheirPrintedNumbers) {
    document_.pages[0].label = "封面";
    document_.pages[1].label = "9";
    document_.pages[2].label = "10";
    document_.pages[3].label = "";
    // tr makes one line of it.
    const PdfReader reader(bytes());
    EXPECT_EQ(reader.run("mutool show {} trailer/Root/PageLabels/Nums | tr -s ' \\n' ' '"),
              "[ 0 << /P <FEFF5C019762> >> 1 << /S /D /St 9 >> 3 << /P <FEFF> >> ] ");
}

TEST_F(WritePdfNavigation, InformationIsGivenAsItIs) {
    document_.information = {"通报(一)\\)𬭊 <a>", "贵阳市人民政府", Date{2021, 1, 29}};
    const std::string information = PdfReader(bytes()).run("pdfinfo -rawdates -enc UTF-8 {}");
    EXPECT_THAT(information, HasSubstr("Title:           通报(一)\\)𬭊 <a>\n"));
    EXPECT_THAT(information, HasSubstr("Author:          贵阳市人民政府\n"));
    EXPECT_THAT(information, HasSubstr("CreationDate:    D:20210129000000+08'00'\n"));
    EXPECT_THAT(information, HasSubstr("Producer:        Banxin "));
    EXPECT_THAT(information, HasSubstr("Page size:       595.276 x 841.89 pts (A4)\n"));
}

TEST_F(WritePdfNavigation, NoDateIsMadeUp) {
    EXPECT_THAT(PdfReader(bytes()).run("pdfinfo {}"), Not(HasSubstr("Date:")));
}

TEST_F(WritePdfNavigation, TheCatalogTellsTheLanguageAndShowsTheTitle) {
    document_.information.title = "通报";
    const std::string catalog = PdfReader(bytes()).run("mutool show {} trailer/Root");
    EXPECT_THAT(catalog, HasSubstr("/Lang (zh-CN)"));
    EXPECT_THAT(catalog, HasSubstr("/DisplayDocTitle true"));
}

}  // namespace
}  // namespace banxin
