// PDF files as a whole: that they are sound, the same every time, of any length, or refused.
#include "pipeline/write/pdf/write_pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/page_builder.hpp"
#include "tests/pdf_reader.hpp"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Pages with a bit of everything.
PagedDocument sample(const FontSet& fonts, unsigned pages) {
    PagedDocument document;
    document.information = {"通报", "贵阳市", Date{2021, 1, 29}};
    for (unsigned k = 0; k < pages; ++k) {
        const std::string number = std::to_string(k + 1);
        Page page = blank_page(number);
        Length baseline = 40_mm;
        for (const char* role : {"仿宋", "小标宋"}) {
            const std::string text = "第" + number + "号，优秀（8名）";
            for (GlyphRun& run : set_line(fonts, role, text, 16_pt, 28_mm, baseline)) {
                page.items.emplace_back(std::move(run));
            }
            baseline += 20_mm;
        }
        page.items.emplace_back(FilledBox{28_mm, 50_mm, 156_mm, 0.35_mm, kArtifact});
        page.items.emplace_back(LinkArea{28_mm, 70_mm, 50_mm, 6_mm, 0, 37_mm, kArtifact});
        document.outline.push_back({"第" + number + "号", 1, k, 37_mm});
        document.pages.push_back(std::move(page));
    }
    return document;
}

std::string written(const PagedDocument& document, const FontSet& fonts) {
    Outcome<std::string> outcome = write_pdf(document, fonts);
    EXPECT_THAT(outcome.diagnostics, IsEmpty());
    return std::move(outcome.value);
}

std::string reason_against(const PagedDocument& document, const FontSet& fonts) {
    const Outcome<std::string> outcome = write_pdf(document, fonts);
    EXPECT_THAT(outcome.value, IsEmpty());
    EXPECT_EQ(outcome.diagnostics.size(), 1U);
    if (outcome.diagnostics.size() != 1) return {};
    EXPECT_EQ(outcome.diagnostics.front().code, Code::pdf_not_written);
    return outcome.diagnostics.front().arguments.at(0).value;
}

void expect_no_complaint(const PdfReader& reader) {
    EXPECT_THAT(reader.run("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors"));
    for (const char* command : {"mutool draw -q -F trace {}", "pdftoppm -r 20 {}"}) {
        const std::string errors = reader.run(std::string(command) + " 2>&1 >/dev/null");
        EXPECT_THAT(errors, Not(testing::ContainsRegex("[Ee]rror|[Ww]arning|repair"))) << command;
    }
}

TEST(WritePdf, ReadersHaveNoComplaint) {
    const auto drawn = drawn_fonts();
    expect_no_complaint(PdfReader(written(sample(*drawn, 3), *drawn)));
    const auto installed = installed_fonts();
    expect_no_complaint(PdfReader(written(sample(*installed, 3), *installed)));
}

TEST(WritePdf, TheSamePagesGiveTheSameBytes) {
    const auto fonts = drawn_fonts();
    const PagedDocument document = sample(*fonts, 3);
    const std::string first = written(document, *fonts);
    EXPECT_EQ(first, written(document, *drawn_fonts()));
}

TEST(WritePdf, OtherPagesGiveAnotherIdentifier) {
    const auto identifier = [](const PagedDocument& document) {
        return PdfReader(written(document, FontSet{})).run("mutool show {} trailer/ID");
    };
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    const std::string before = identifier(document);
    EXPECT_EQ(before, identifier(document));
    document.information.author = "贵阳市";
    EXPECT_NE(before, identifier(document));
}

TEST(WritePdf, APageMayBeEmpty) {
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    const PdfReader reader(written(document, FontSet{}));
    expect_no_complaint(reader);
    EXPECT_EQ(reader.text(), "");
    EXPECT_THAT(reader.run("pdfinfo {}"), HasSubstr("Pages:           1\n"));
}

TEST(WritePdf, ClaimsNoMoreThanItKeeps) {
    const auto fonts = drawn_fonts();
    PagedDocument document = sample(*fonts, 1);
    const auto claims = [&] {
        return PdfReader(written(document, *fonts)).run("pdfinfo -meta {}");
    };
    const std::string bare = claims();
    EXPECT_THAT(bare, HasSubstr("<pdfaid:conformance>U<"));
    EXPECT_THAT(bare, Not(HasSubstr("pdfuaid:part>")));

    document.elements.emplace_back().tag = Tag::document;
    const std::string tagged = claims();
    EXPECT_THAT(tagged, HasSubstr("<pdfaid:conformance>A<"));
    EXPECT_THAT(tagged, HasSubstr("<pdfuaid:part>1<"));

    document.information.title.clear();
    const std::string untitled = claims();
    EXPECT_THAT(untitled, HasSubstr("<pdfaid:conformance>A<"));
    EXPECT_THAT(untitled, Not(HasSubstr("pdfuaid:part>")));
}

TEST(WritePdf, ALongDocumentIsWhole) {
    const auto fonts = drawn_fonts();
    const PdfReader reader(written(sample(*fonts, 3000), *fonts));
    EXPECT_THAT(reader.run("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors"));
    EXPECT_THAT(reader.run("pdfinfo {}"), HasSubstr("Pages:           3000\n"));
    EXPECT_THAT(reader.run("pdftotext -raw -f 1987 -l 1987 {} -"), HasSubstr("第1987号，优秀"));
    EXPECT_THAT(reader.run("mutool show {} outline | tail -1"), HasSubstr("#page=3000&"));
}

/// More than 16 bits count, each with text of its own.
TEST(WritePdf, ADocumentOf65536PagesIsWhole) {
    constexpr unsigned kPages = 65536;
    const auto fonts = drawn_fonts();
    PagedDocument document;
    document.information.title = "长";
    document.elements = {{Tag::document, 0}};
    for (unsigned k = 0; k < kPages; ++k) {
        document.elements.push_back({Tag::p, 0});
        document.pages.push_back(blank_page(std::to_string(k + 1)));
        GlyphRun run = make_run(*fonts, 0, "国", 16_pt, 20_mm, 50_mm);
        run.element = k + 1;
        document.pages.back().items.emplace_back(std::move(run));
    }
    const PdfReader reader(written(document, *fonts));
    EXPECT_THAT(reader.run("qpdf --show-npages {}"), HasSubstr("65536"));
    EXPECT_THAT(reader.run("pdfinfo {}"), HasSubstr("Pages:           65536\n"));
    EXPECT_THAT(reader.run("pdftotext -f 65536 -l 65536 {} -"), HasSubstr("国"));
}

TEST(WritePdf, BoxesHaveExactEdges) {
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    const std::vector<FilledBox> boxes = {{28_mm, 37_mm, 156_mm, 0.35_mm, kArtifact},
                                          {184_mm, 37_mm, 0.25_mm, 225_mm, kArtifact},
                                          {10.007_mm, 10.003_mm, 0.1_mm, 0.1_mm, kArtifact}};
    for (const FilledBox& box : boxes) document.pages[0].items.emplace_back(box);
    const auto read = PdfReader(written(document, FontSet{})).boxes(1);
    ASSERT_EQ(read.size(), boxes.size());
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        const auto near = [](Length a, Length b) { return std::abs((a - b).emu()) <= 36; };
        EXPECT_TRUE(near(read[k].left, boxes[k].left));
        EXPECT_TRUE(near(read[k].top, boxes[k].top));
        EXPECT_TRUE(near(read[k].right, boxes[k].left + boxes[k].width));
        EXPECT_TRUE(near(read[k].bottom, boxes[k].top + boxes[k].height));
    }
}

TEST(WritePdf, LimitsAreReportedAndNothingIsWritten) {
    PagedDocument document;
    EXPECT_EQ(reason_against(document, FontSet{}), "no pages");

    document.pages.push_back({14401_pt, 297_mm, "1", {}});
    EXPECT_THAT(reason_against(document, FontSet{}), HasSubstr("5080 mm"));

    document.pages = {blank_page("1")};
    document.pages[0].width = 2_pt;
    EXPECT_THAT(reason_against(document, FontSet{}), HasSubstr("smaller than 3 pt"));

    // A string ends at 32767 bytes, two of which are its mark: ISO 19005-2, 6.1.13.
    document.pages = {blank_page("1")};
    for (int k = 0; k < 16382; ++k) document.information.title += "长";
    EXPECT_FALSE(written(document, FontSet{}).empty());
    document.information.title += "长";
    EXPECT_EQ(reason_against(document, FontSet{}), "title or issuer of more than 16382 characters");

    // All keywords are one string, with a semicolon and a blank between two.
    document.information.title.clear();
    document.information.keywords.assign(5461, "长");
    EXPECT_FALSE(written(document, FontSet{}).empty());
    document.information.keywords.emplace_back("长");
    EXPECT_EQ(reason_against(document, FontSet{}), "keywords of more than 16382 characters");
}

/// A layout that goes wrong must not become a PDF that goes wrong.
TEST(WritePdf, WhatIsNoDocumentIsReported) {
    const auto fonts = drawn_fonts();
    const auto against = [&](const Item& item) {
        PagedDocument document;
        document.pages.push_back(blank_page("1"));
        document.elements = {{Tag::document, 0}};
        document.pages[0].items.push_back(item);
        return reason_against(document, *fonts);
    };
    const GlyphRun good = make_run(*fonts, 0, "国国", 16_pt, 20_mm, 50_mm);
    const auto changed = [&](auto change) {
        GlyphRun run = good;
        change(run);
        return against(run);
    };
    EXPECT_EQ(changed([](GlyphRun& run) { run.face = 100; }), "text without a face");
    EXPECT_EQ(changed([](GlyphRun& run) { run.size = 0_pt; }), "type too small or too large");
    EXPECT_EQ(changed([](GlyphRun& run) { run.posture.width = 0; }), "type too small or too large");
    EXPECT_THAT(changed([](GlyphRun& run) { run.glyphs[1].id = 0; }), HasSubstr("no glyph of"));
    EXPECT_THAT(changed([](GlyphRun& run) { run.glyphs[0].id = 0x10001; }),
                HasSubstr("no glyph of"));
    EXPECT_EQ(changed([](GlyphRun& run) { run.glyphs[1].text.end = 7; }), "a glyph for no text");
    EXPECT_THAT(changed([](GlyphRun& run) { std::swap(run.glyphs[0], run.glyphs[1]); }),
                HasSubstr("order of their text"));
    EXPECT_THAT(changed([](GlyphRun& run) { run.glyphs[0].y = Length::from_emu(1LL << 62); }),
                HasSubstr("further off"));
    EXPECT_EQ(changed([](GlyphRun& run) { run.element = 1; }), "an item of no element");
    EXPECT_EQ(against(LinkArea{28_mm, 70_mm, 50_mm, 6_mm, 1, 37_mm, 0}), "a link to no page");
    EXPECT_EQ(against(PlacedImage{28_mm, 70_mm, 50_mm, 6_mm, nullptr, 0}), "no picture");
    const auto cut = std::make_shared<const Image>(Image{2, 2, std::string(11, 'x'), {}});
    EXPECT_EQ(against(PlacedImage{28_mm, 70_mm, 50_mm, 6_mm, cut, 0}),
              "a picture that is not whole");
}

TEST(WritePdf, ADamagedFontIsReported) {
    const auto fonts = drawn_fonts();
    const FaceId face = face_named(*fonts, "BanxinTest-CFF");
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    GlyphRun run = make_run(*fonts, face, "国", 16_pt, 20_mm, 50_mm);
    run.glyphs[0].id = 60000;  // no such glyph
    document.pages[0].items.emplace_back(run);
    EXPECT_THAT(reason_against(document, *fonts), HasSubstr("BanxinTest-CFF.otf"));
}

}  // namespace
}  // namespace banxin
