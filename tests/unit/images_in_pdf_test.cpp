// Pictures on pages: that other programs find the very pixels in the PDF, where they belong, and
// that the preview shows them there too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "pipeline/write/pdf/write_pdf.hpp"
#include "pipeline/write/preview/write_preview.hpp"
#include "tests/page_builder.hpp"
#include "tests/pdf_reader.hpp"
#include "tests/picture.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;

/// Two rows of three pixels: red, green, blue; black, white, and black that is not seen.
SharedImage six_pixels() {
    using namespace std::string_literals;
    return std::make_shared<const Image>(Image{3, 2,
                                               "\xFF\0\0\0\xFF\0\0\0\xFF"
                                               "\0\0\0\xFF\xFF\xFF\0\0\0"s,
                                               "\xFF\xFF\xFF\xFF\x80\0"s});
}

PagedDocument with(std::vector<PlacedImage> images) {
    PagedDocument document;
    document.pages.push_back(blank_page("1"));
    for (PlacedImage& image : images) document.pages.front().items.emplace_back(std::move(image));
    return document;
}

std::string written(const PagedDocument& document) {
    Outcome<std::string> outcome = write_pdf(document, FontSet{});
    EXPECT_TRUE(outcome.diagnostics.empty());
    return std::move(outcome.value);
}

/// The samples of picture `number` that poppler finds in the PDF, as hexadecimal.
std::string samples(const PdfReader& reader, int number) {
    const std::string file = "$d/i-00" + std::to_string(number) + ".p?m";
    return reader.run("d=$(mktemp -d) && pdfimages {} $d/i && tail -n +4 " + file +
                      " | od -An -v -tx1 | tr -d '[:space:]' && rm -r $d");
}

TEST(ImagesInPdf, PixelsAndTheirAlphaAreThere) {
    const PdfReader reader{written(with({{50_mm, 100_mm, 30_mm, 20_mm, six_pixels()}}))};
    EXPECT_THAT(reader.run("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors"));
    EXPECT_EQ(samples(reader, 0), "ff000000ff000000ff000000ffffff000000");
    // Poppler writes grey as three equal samples.
    EXPECT_EQ(samples(reader, 1), "ffffffffffffffffffffffff808080000000");
}

TEST(ImagesInPdf, APictureFillsItsBox) {
    const PdfReader reader{written(with({{50_mm, 100_mm, 30_mm, 20_mm, six_pixels()}}))};
    // The matrix takes the unit square to the box; in points from the top, as mupdf traces it.
    const std::string trace = reader.run("mutool trace {} | grep fill_image");
    EXPECT_THAT(trace, HasSubstr("transform=\"85.039 0 -0 56.693 141.732 283.465")) << trace;
    EXPECT_THAT(trace, HasSubstr("width=\"3\" height=\"2\""));
}

TEST(ImagesInPdf, OnePictureIsStoredOnce) {
    // The second is another object with the same pixels: two files of a job may be alike.
    const PdfReader reader{written(with(
        {{10_mm, 10_mm, 30_mm, 20_mm, six_pixels()}, {50_mm, 10_mm, 30_mm, 20_mm, six_pixels()}}))};
    const std::string objects = reader.run("qpdf --qdf {} - | grep -ac '/Subtype /Image'");
    EXPECT_EQ(objects, "2\n");  // the picture and its alpha
    EXPECT_EQ(reader.run("mutool trace {} | grep -c '<fill_image '"), "2\n");
}

TEST(ImagesInPdf, PreviewsShowItToo) {
    const Outcome<std::string> png = write_preview(
        with({{50_mm, 100_mm, 30_mm, 20_mm, six_pixels()}}), FontSet{}, 0, PreviewFormat::png, 96);
    ASSERT_TRUE(png.ok());
    const Picture seen = read_png(png.value);  // of colours, the blue
    const auto at = [&](int x, int y) { return seen.at(x * 96 * 10 / 254, y * 96 * 10 / 254); };
    constexpr int kEdge = 10;              // smoothed
    EXPECT_NEAR(at(55, 105), 0, kEdge);    // red
    EXPECT_NEAR(at(75, 105), 255, kEdge);  // blue
    EXPECT_NEAR(at(55, 115), 0, kEdge);    // black
    EXPECT_NEAR(at(65, 115), 255, kEdge);  // white
    EXPECT_NEAR(at(75, 117), 255, kEdge);  // not seen
    EXPECT_NEAR(at(45, 105), 255, kEdge);  // outside
    EXPECT_NEAR(at(85, 105), 255, kEdge);
}

}  // namespace
}  // namespace banxin
