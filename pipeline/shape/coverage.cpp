#include "pipeline/shape/coverage.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <span>

namespace banxin {
namespace {

constexpr auto kCommonCharacters = std::to_array<char32_t>({
#include "pipeline/shape/common_characters.inc"
});

/// The Han of GB 2312: rows 16 to 87 of its 94 × 94 table, as ICU's converter knows them.
std::u32string gb_2312_characters() {
    constexpr int kFirstHanRow = 16;
    constexpr int kLastHanRow = 87;
    constexpr int kCells = 94;
    constexpr int kEncodedFrom = 0xA0;  // EUC-CN: row and cell, each this much higher

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter{ucnv_open("GB2312", &status),
                                                                       &ucnv_close};
    std::u32string characters;
    for (int row = kFirstHanRow; row <= kLastHanRow; ++row) {
        for (int cell = 1; cell <= kCells; ++cell) {
            const std::array<char, 2> bytes = {static_cast<char>(kEncodedFrom + row),
                                               static_cast<char>(kEncodedFrom + cell)};
            const icu::UnicodeString text{bytes.data(), 2, converter.get(), status};
            const UChar32 character = text.char32At(0);
            // The five empty cells at the end of row 55 come out as private characters.
            if (U_SUCCESS(status) && character >= 0x4E00 && character <= 0x9FFF) {
                characters += static_cast<char32_t>(character);
            }
        }
    }
    return characters;
}

Coverage measure(const FontSet& fonts, const FontRole& role, std::span<const char32_t> characters) {
    Coverage coverage;
    coverage.characters = static_cast<unsigned>(characters.size());
    for (const char32_t character : characters) {
        const FaceId face = fonts.face_for(role, character);
        if (face == kNoFace) continue;
        ++coverage.by_role;
        if (face == role.faces.front()) ++coverage.by_first_face;
    }
    return coverage;
}

}  // namespace

RoleCoverage measure_coverage(const FontSet& fonts, const FontRole& role) {
    return {.gb_2312 = measure(fonts, role, gb_2312_characters()),
            .common_characters = measure(fonts, role, kCommonCharacters)};
}

}  // namespace banxin
