#include "tests/test_fonts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace banxin {
namespace {

std::shared_ptr<const FontSet> open(const std::string& folder) {
    std::ifstream file{folder + "/fonts.yaml", std::ios::binary};
    const std::string table{std::istreambuf_iterator<char>{file}, {}};
    auto opened = open_font_set(table, 1, folder);
    EXPECT_THAT(opened.diagnostics, testing::IsEmpty()) << "has fonts/install.sh been run?";
    return std::move(opened.value);
}

}  // namespace

std::shared_ptr<const FontSet> drawn_fonts() { return open(BANXIN_SOURCE_DIR "/tests/fonts"); }

std::shared_ptr<const FontSet> installed_fonts() { return open(BANXIN_SOURCE_DIR "/fonts"); }

}  // namespace banxin
