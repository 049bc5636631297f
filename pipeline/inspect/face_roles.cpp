#include "pipeline/inspect/face_roles.hpp"

#include <string>

namespace banxin {
namespace {

struct Known {
    std::string_view
        part;  ///< Of the name in small letters, without blanks, hyphens and underlines.
    FaceRole role;
};

// The first that fits counts: 小标宋 and 仿宋 come before 宋.
constexpr Known kKnown[] = {
    {"小标宋", FaceRole::biaosong},
    {"xiaobiaosong", FaceRole::biaosong},
    {"fzxbs", FaceRole::biaosong},
    {"dabiaosong", FaceRole::biaosong},
    {"仿宋", FaceRole::fangsong},
    {"fangsong", FaceRole::fangsong},
    {"simfang", FaceRole::fangsong},
    {"fandolfang", FaceRole::fangsong},
    {"fzfs", FaceRole::fangsong},
    {"楷", FaceRole::kai},
    {"kaiti", FaceRole::kai},
    {"simkai", FaceRole::kai},
    {"stkai", FaceRole::kai},
    {"fandolkai", FaceRole::kai},
    {"ukai", FaceRole::kai},
    {"fzkt", FaceRole::kai},
    {"黑体", FaceRole::hei},
    {"simhei", FaceRole::hei},
    {"heiti", FaceRole::hei},
    {"fandolhei", FaceRole::hei},
    {"fzht", FaceRole::hei},
    {"notosanscjk", FaceRole::hei},
    {"notosanssc", FaceRole::hei},
    {"sourcehansans", FaceRole::hei},
    {"思源黑体", FaceRole::hei},
    {"wenquanyizenhei", FaceRole::hei},
    {"notoserifcjk", FaceRole::song},
    {"notoserifsc", FaceRole::song},
    {"sourcehanserif", FaceRole::song},
    {"宋", FaceRole::song},
    {"simsun", FaceRole::song},
    {"songti", FaceRole::song},
    {"stsong", FaceRole::song},
    {"fandolsong", FaceRole::song},
    {"fzss", FaceRole::song},
    {"fzsy", FaceRole::song},
    {"uming", FaceRole::song},
    {"times", FaceRole::latin},
    {"liberation", FaceRole::latin},
    {"dejavu", FaceRole::latin},
    {"arial", FaceRole::latin},
    {"calibri", FaceRole::latin},
    {"cambria", FaceRole::latin},
    {"helvetica", FaceRole::latin},
    {"courier", FaceRole::latin},
};

std::string plain(std::string_view name) {
    std::string result;
    for (const char letter : name) {
        if (letter == ' ' || letter == '-' || letter == '_') continue;
        result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

bool has(const std::string& name, std::string_view part) {
    return name.find(part) != std::string::npos;
}

}  // namespace

FaceKind face_kind(std::string_view postscript_name) {
    const std::string name = plain(postscript_name);
    FaceKind kind;
    for (const Known& known : kKnown) {
        if (!has(name, known.part)) continue;
        kind.role = known.role;
        break;
    }
    const bool is_heavy = has(name, "bold") || has(name, "black") || has(name, "heavy");
    const bool is_free = has(name, "noto") || has(name, "sourcehan") || has(name, "fandol");
    if (is_free) kind.ascent_per_mille = 880;
    // The free faces have no 小标宋, and their bold serif is what stands in for it.
    if (is_free && is_heavy && kind.role == FaceRole::song) kind.role = FaceRole::biaosong;
    kind.is_bold = is_heavy && kind.role != FaceRole::biaosong && kind.role != FaceRole::hei;
    return kind;
}

std::string_view name(FaceRole role) {
    switch (role) {
        case FaceRole::fangsong:
            return "仿宋";
        case FaceRole::kai:
            return "楷体";
        case FaceRole::biaosong:
            return "小标宋";
        case FaceRole::hei:
            return "黑体";
        case FaceRole::song:
            return "宋体";
        case FaceRole::latin:
            return "西文";
        case FaceRole::other:
            break;
    }
    return {};
}

}  // namespace banxin
