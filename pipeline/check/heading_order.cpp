#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pipeline/check/rules.hpp"

namespace banxin {
namespace {

constexpr std::size_t kLevels = 4;

/// A label such as 十二、 as a number and as it is written.
struct Label {
    unsigned number = 0;
    std::string written;
};

/// 十二 → 12, 二十 → 20, 12 → 12.
Label label_of(const Passage& passage) {
    constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
    unsigned tens = 0;
    unsigned ones = 0;
    std::size_t at = 0;
    if (passage.at(0) == U'（' || passage.at(0) == U'(') ++at;
    for (; at < passage.size(); ++at) {
        const char32_t character = passage.at(at);
        const std::size_t numeral = kNumerals.find(character);
        if (const auto value = digit(character)) {
            ones = ones * 10 + *value;
        } else if (character == U'十') {
            tens = ones == 0 ? 1 : ones;
            ones = 0;
        } else if (numeral != std::u32string_view::npos) {
            ones = static_cast<unsigned>(numeral);
        } else {
            break;
        }
    }
    return {tens * 10 + ones, passage.utf8(0, std::min(at + 1, passage.size()))};
}

constexpr std::array<std::string_view, kLevels + 1> kShapes = {"", "一、", "（一）", "1.", "（1）"};

/// The number that each level has reached; 0 for a level that is not open.
class Outline {
  public:
    /// The nearest open level above `level`; 0 when there is none.
    [[nodiscard]] std::size_t above(std::size_t level) const {
        while (--level > 0)
            if (reached_.at(level) > 0) return level;
        return 0;
    }
    [[nodiscard]] unsigned reached(std::size_t level) const { return reached_.at(level); }
    void enter(std::size_t level, unsigned number) {
        reached_.at(level) = number;
        for (std::size_t deeper = level + 1; deeper <= kLevels; ++deeper) reached_.at(deeper) = 0;
    }

  private:
    std::array<unsigned, kLevels + 1> reached_{};
};

}  // namespace

void check_heading_order(const BodyText& body, Diagnostics& found) {
    Outline outline;
    for (const BodyParagraph& paragraph : body.paragraphs) {
        const std::size_t level = paragraph.level;
        if (level == 0 || level > kLevels) continue;
        const Passage passage{paragraph.text};
        const Label label = label_of(passage);
        const std::size_t above = outline.above(level);
        const bool skips = above > 0 && above + 1 < level && !(above == 1 && level == 3);
        // A list may begin anew below any sentence.
        const unsigned expected = outline.reached(level) + 1;
        if (skips)
            found.push_back({Code::heading_level_skipped,
                             passage.origin_at(0),
                             {{"label", label.written},
                              {"above", std::string{kShapes.at(above)}},
                              {"expected", std::string{kShapes.at(above + 1)}}}});
        else if (label.number != expected && label.number != 1)
            found.push_back({Code::heading_number_gap,
                             passage.origin_at(0),
                             {{"label", label.written}, {"expected", std::to_string(expected)}}});
        outline.enter(level, label.number);
    }
}

}  // namespace banxin
