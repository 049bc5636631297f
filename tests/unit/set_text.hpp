// Texts of the mark suites: shaped with the drawn fonts and broken on a measure in thousandths of
// an em.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/lines/break_lines.hpp"
#include "tests/shaped.hpp"

namespace banxin {

struct SetText {
    ShapedParagraph paragraph;
    BrokenParagraph broken;

    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> texts;
        for (const Line& line : broken.lines) {
            texts.push_back(paragraph.source.utf8().substr(line.text.begin, line.text.size()));
        }
        return texts;
    }
};

inline SetText set_text(const std::string& utf8, std::int64_t measure, const LineRules& rules = {},
                        const Layout& layout = test_layout()) {
    SetText set{shape_text(utf8, layout), {}};
    set.broken = break_lines(set.paragraph, Length::from_emu(measure), rules).value;
    return set;
}

/// The width of `utf8` on one line that is wide enough, in thousandths of an em.
inline std::int64_t natural_width(const std::string& utf8) {
    const SetText set = set_text(utf8, 1'000'000);
    EXPECT_EQ(set.broken.lines.size(), 1U) << utf8;
    return set.broken.lines.at(0).width.emu();
}

/// `count` different Han of the drawn fonts.
inline std::string some_han(std::size_t count) {
    static const std::vector<std::string> kHan = {"国", "人", "大", "会", "工", "作",
                                                  "目", "标", "考", "核", "情", "况"};
    std::string utf8;
    for (std::size_t k = 0; k < count; ++k) utf8 += kHan[k % kHan.size()];
    return utf8;
}

}  // namespace banxin
