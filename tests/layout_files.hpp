// The layouts of layouts/ for tests of single stages, each with those it extends.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "pipeline/layout/layout_tree.hpp"
#include "pipeline/layout/read_layout.hpp"

namespace banxin {

inline YamlNode layout_tree_of(const std::string& name) {
    std::ifstream file{BANXIN_SOURCE_DIR "/layouts/" + name + ".yaml", std::ios::binary};
    EXPECT_TRUE(file) << name;
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    Outcome<YamlNode> read = read_yaml(bytes, 1);
    EXPECT_TRUE(read.diagnostics.empty()) << name;
    const std::string base = extended_layout(read.value).utf8();
    return base.empty() ? std::move(read.value) : laid_over(layout_tree_of(base), read.value);
}

/// The layout of that name, which has no mistake.
inline Layout layout_of(const std::string& name) {
    Outcome<Layout> layout = read_layout(layout_tree_of(name), name);
    EXPECT_TRUE(layout.diagnostics.empty()) << name;
    return std::move(layout.value);
}

}  // namespace banxin
