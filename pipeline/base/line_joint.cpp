#include "pipeline/base/line_joint.hpp"

#include "pipeline/base/characters.hpp"
#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

/// Han, their marks, and full-width forms. Unicode's blocks, as East_Asian_Width has them wide.
bool is_chinese(char32_t character) {
    return (character >= 0x2E80 && character <= 0xA4CF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0xFE30 && character <= 0xFE4F) ||
           (character >= 0xFF01 && character <= 0xFF60) ||
           (character >= 0xFFE0 && character <= 0xFFE6) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

char32_t first_character(std::string_view utf8) {
    std::size_t at = 0;
    return next_character(utf8, at);
}

char32_t last_character(std::string_view utf8) {
    std::size_t at = utf8.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U) --at;
    return next_character(utf8, at);
}

}  // namespace

std::string_view line_joint(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return "";
    const char32_t left = last_character(before);
    const char32_t right = first_character(after);
    if (is_chinese(left) || is_chinese(right)) return "";
    // Quotes stay at what they enclose; —— and …… have no blanks in any Chinese text.
    if (is_one_of(left, U"“‘—…") || is_one_of(right, U"”’—…")) return "";
    if (is_one_of(left, U" \n") || is_one_of(right, U" \n")) return "";
    return " ";
}

std::string on_one_line(std::string_view utf8) {
    std::string line;
    while (true) {
        const std::size_t end = utf8.find('\n');
        const std::string_view part = utf8.substr(0, end);
        line += line_joint(line, part);
        line += part;
        if (end == std::string_view::npos) return line;
        utf8.remove_prefix(end + 1);
    }
}

}  // namespace banxin
