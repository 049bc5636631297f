// Pictures of a job: pixels written here by hand come out as they are, and a drawing with its
// proportions. What cannot be read is in tests/bad.
#include "pipeline/read/read_image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <array>

#include "pipeline/read/svg_library.hpp"

namespace banxin {
namespace {

using testing::HasSubstr;

Image read(std::string_view bytes) {
    Outcome<Image> outcome = read_image(bytes, Text{"seal", {}});
    EXPECT_TRUE(outcome.diagnostics.empty());
    return std::move(outcome.value);
}

std::string png_of(unsigned format, unsigned width, unsigned height,
                   const std::vector<unsigned char>& samples) {
    png_image file{};
    file.version = PNG_IMAGE_VERSION;
    file.width = width;
    file.height = height;
    file.format = format;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&file, nullptr, &size, 0, samples.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&file, bytes.data(), &size, 0, samples.data(), 0, nullptr);
    return bytes;
}

std::array<int, 4> pixel(const Image& image, std::uint32_t x, std::uint32_t y) {
    const std::size_t at = std::size_t{y} * image.width + x;
    const auto sample = [](char byte) { return int{static_cast<unsigned char>(byte)}; };
    return {sample(image.colours.at(at * 3)), sample(image.colours.at(at * 3 + 1)),
            sample(image.colours.at(at * 3 + 2)),
            image.alpha.empty() ? 255 : sample(image.alpha.at(at))};
}

TEST(ReadImage, PixelsAndAlphaOfAPngAreKept) {
    const Image image = read(png_of(PNG_FORMAT_RGBA, 2, 1, {200, 10, 30, 128, 0, 0, 0, 255}));
    EXPECT_EQ(image.width, 2U);
    EXPECT_EQ(image.height, 1U);
    EXPECT_EQ(pixel(image, 0, 0), (std::array{200, 10, 30, 128}));
    EXPECT_EQ(pixel(image, 1, 0), (std::array{0, 0, 0, 255}));
}

TEST(ReadImage, APngWithoutAlphaIsOpaque) {
    const Image image = read(png_of(PNG_FORMAT_GRAY, 1, 2, {0, 200}));
    EXPECT_TRUE(image.alpha.empty());
    EXPECT_EQ(pixel(image, 0, 1), (std::array{200, 200, 200, 255}));
}

TEST(ReadImage, ADrawingHasItsProportionsAndItsColours) {
    const Image image = read(
        "<?xml version=\"1.0\"?><!-- a comment -->\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\">"
        "<rect width=\"10\" height=\"10\" fill=\"#f00\"/>"
        "<rect x=\"10\" width=\"5\" height=\"10\" fill=\"#00f\" fill-opacity=\"0.5\"/></svg>");
    EXPECT_EQ(image.width, kDrawingPixels);
    EXPECT_EQ(image.height, kDrawingPixels / 2);
    const std::uint32_t middle = image.height / 2;
    EXPECT_EQ(pixel(image, image.width / 4, middle), (std::array{255, 0, 0, 255}));
    const std::array half = pixel(image, image.width * 5 / 8, middle);
    EXPECT_EQ(half[2], 255);
    EXPECT_NEAR(half[3], 128, 1);
    EXPECT_EQ(pixel(image, image.width * 7 / 8, middle)[3], 0);
}

TEST(ReadImage, NothingOutsideADrawingIsLoaded) {
    const Image image = read(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "viewBox=\"0 0 10 10\"><image width=\"10\" height=\"10\" "
        "xlink:href=\"file:///usr/share/pixmaps/debian-logo.png\"/></svg>");
    EXPECT_EQ(image.alpha.find_first_not_of('\0'), std::string::npos);
}

TEST(ReadImage, TheSameDrawingGivesTheSamePixels) {
    const std::string_view drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
        "<circle cx=\"5\" cy=\"5\" r=\"4.5\" fill=\"none\" stroke=\"#f00\"/></svg>";
    EXPECT_TRUE(read(drawing) == read(drawing));
}

TEST(SvgLibrary, IsLoadedOnceWithAllItsFunctions) {
    const SvgLibrary& library = svg_library();
    EXPECT_EQ(library.problem, "");
    EXPECT_NE(library.new_from_data, nullptr);
    EXPECT_NE(library.intrinsic_size_in_pixels, nullptr);
    EXPECT_NE(library.intrinsic_dimensions, nullptr);
    EXPECT_NE(library.render_document, nullptr);
    EXPECT_EQ(&library, &svg_library());
}

TEST(SvgLibrary, ThatIsMissingOrAnotherIsNotCalled) {
    EXPECT_THAT(load_svg_library("libbanxin-none.so.2").problem, HasSubstr("libbanxin-none.so.2"));
    EXPECT_THAT(load_svg_library("libpng16.so.16").problem, HasSubstr("rsvg_"));
}

}  // namespace
}  // namespace banxin
