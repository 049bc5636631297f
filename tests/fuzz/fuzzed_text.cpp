#include "fuzzed_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "pipeline/base/utf8.hpp"
#include "tests/shaped.hpp"

namespace banxin {
namespace {

// Every class of character, so that whatever a fuzzer writes soon becomes Chinese prose.
constexpr auto kStandIns = std::to_array<const char*>(
    {"国", "人", "大", "会", "工", "年", "月", "第", "条", "元", "一", "百", "（", "）",    "《",
     "》", "“",  "”",  "，", "。", "、", "：", "？", "！", "·",  "—",  "…",  "～", "５",    "％",
     "￥", "℃",  "①",  "々", "〔", "〕", "号", "⸺",  "／", "　", "2",  "a",  " ",  "\u0301"});

bool draws_nothing(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || character == U'\n' ||
           character == 0x2028;
}

}  // namespace

std::string valid_text(const std::string& bytes) {
    std::string valid;
    icu::UnicodeString::fromUTF8(bytes).toUTF8String(valid);
    return valid;
}

std::string drawable_text(const std::string& bytes) {
    static const FontSet& fonts = *test_fonts();
    static const FontRole& role = *fonts.find_role("仿宋");
    const std::string valid = valid_text(bytes);
    std::string text;
    for (std::size_t next = 0; next < valid.size();) {
        const std::size_t begin = next;
        const char32_t character = next_character(valid, next);
        if (draws_nothing(character) || fonts.face_for(role, character) != kNoFace) {
            text.append(valid, begin, next - begin);
        } else {
            text += kStandIns[character % kStandIns.size()];
        }
    }
    return text;
}

void fail(const std::string& what) {
    std::fputs((what + "\n").c_str(), stderr);
    std::abort();
}

}  // namespace banxin
