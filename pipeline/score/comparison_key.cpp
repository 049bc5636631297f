#include "pipeline/score/comparison_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cassert>

namespace banxin {

std::string comparison_key(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
    assert(U_SUCCESS(status));  // Part of ICU's built-in data.
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    const icu::UnicodeString normal = nfkc->normalize(text, status);
    icu::UnicodeString kept;
    for (std::int32_t k = 0; k < normal.length(); k = normal.moveIndex32(k, 1)) {
        const UChar32 character = normal.char32At(k);
        const bool skipped =
            u_isUWhiteSpace(character) != 0 ||
            u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
        if (!skipped) kept.append(character);
    }
    std::string key;
    kept.toUTF8String(key);
    return key;
}

}  // namespace banxin
