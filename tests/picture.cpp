#include "tests/picture.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>

namespace banxin {
namespace {

cairo_status_t take_bytes(void* rest, unsigned char* data, unsigned length) {
    auto& bytes = *static_cast<std::span<const char>*>(rest);
    if (bytes.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, bytes.data(), length);
    bytes = bytes.subspan(length);
    return CAIRO_STATUS_SUCCESS;
}

void replace(std::string& text, const std::string& place, const std::string& value) {
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
        text.replace(at, place.size(), value);
        at += value.size();
    }
}

}  // namespace

Picture read_png(const std::string& bytes) {
    std::span<const char> rest{bytes};
    cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(take_bytes, &rest);
    Picture picture;
    // Cairo reads grey pictures as pixels of four bytes, of which the colours are equal.
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        picture.width = cairo_image_surface_get_width(surface);
        picture.height = cairo_image_surface_get_height(surface);
        const unsigned char* data = cairo_image_surface_get_data(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        for (int row = 0; row < picture.height; ++row) {
            for (int column = 0; column < picture.width; ++column) {
                picture.grey.push_back(data[row * stride + 4 * column]);
            }
        }
    }
    cairo_surface_destroy(surface);
    return picture;
}

Picture read_pgm(const std::string& bytes) {
    std::istringstream stream{bytes};
    std::string kind;
    Picture picture;
    int white = 0;
    stream >> kind >> picture.width >> picture.height >> white;
    stream.get();
    picture.grey.assign(std::istreambuf_iterator<char>{stream}, {});
    const bool is_whole =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) ==
        picture.grey.size();
    return kind == "P5" && white == 255 && is_whole ? picture : Picture{};
}

unsigned pixels_apart(const Picture& expected, const Picture& seen, int tolerance) {
    // Whether the pixel has a neighbour in `expected`, or is one, that is as light and one as dark.
    const auto is_between = [&](int column, int row) {
        const int value = seen.at(column, row);
        if (std::abs(value - expected.at(column, row)) <= tolerance) return true;  // nearly always
        int lightest = 0;
        int darkest = 255;
        for (int y = std::max(row - 1, 0); y <= std::min(row + 1, seen.height - 1); ++y) {
            for (int x = std::max(column - 1, 0); x <= std::min(column + 1, seen.width - 1); ++x) {
                lightest = std::max<int>(lightest, expected.at(x, y));
                darkest = std::min<int>(darkest, expected.at(x, y));
            }
        }
        return value <= lightest + tolerance && value >= darkest - tolerance;
    };
    unsigned count = 0;
    for (int row = 0; row < seen.height; ++row) {
        for (int column = 0; column < seen.width; ++column) {
            if (!is_between(column, row)) ++count;
        }
    }
    return count;
}

std::string converted(const std::string& bytes, const std::string& suffix,
                      const std::string& command) {
    namespace fs = std::filesystem;
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const fs::path folder = fs::path{testing::TempDir()} /
                            (std::string{"banxin-"} + test->test_suite_name() + "-" + test->name());
    fs::create_directories(folder);
    const fs::path in = folder / ("in" + suffix);
    const fs::path out = folder / "out";
    std::ofstream{in, std::ios::binary} << bytes;
    std::string line = command;
    replace(line, "{in}", in.string());
    replace(line, "{out}", out.string());
    std::string result;
    if (std::system(line.c_str()) == 0) {
        std::ifstream file{out, std::ios::binary};
        result.assign(std::istreambuf_iterator<char>{file}, {});
    }
    fs::remove_all(folder);
    return result;
}

}  // namespace banxin
