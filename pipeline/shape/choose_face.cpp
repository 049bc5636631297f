#include "pipeline/shape/choose_face.hpp"

#include <string_view>

namespace banxin {
namespace {

constexpr std::u32string_view kSharedMarks = U"“”‘’·‧—…⋯";
constexpr std::string_view kLatinRole = "西文";
constexpr char32_t kSomeHan = U'中';  // Every Chinese face has it, no Latin one.

FaceId face_with_han(const FontSet& fonts, const FontRole& role, char32_t mark) {
    const FaceId first = fonts.face_for(role, mark);
    if (first == kNoFace || fonts.faces[first].glyph(kSomeHan) != 0) return first;
    for (const FaceId id : role.faces) {
        const Face& face = fonts.faces[id];
        if (face.glyph(mark) != 0 && face.glyph(kSomeHan) != 0) return id;
    }
    return first;
}

FaceId latin_face(const FontSet& fonts, const FontRole& role, char32_t mark) {
    const FontRole* latin = fonts.find_role(kLatinRole);
    const FaceId face = latin != nullptr ? fonts.face_for(*latin, mark) : kNoFace;
    return face != kNoFace ? face : fonts.face_for(role, mark);
}

}  // namespace

FaceId choose_face(const FontSet& fonts, const FontRole& role,
                   const ClassifiedCharacter& character) {
    const char32_t code = character.character;
    if (kSharedMarks.find(code) == std::u32string_view::npos) return fonts.face_for(role, code);
    return character.wide() ? face_with_han(fonts, role, code) : latin_face(fonts, role, code);
}

}  // namespace banxin
