#include "pipeline/read/decode_text.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace banxin {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::string_view kGb18030Mark = "\x84\x31\x95\x33";

struct ConverterDeleter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterDeleter>;

/// What one encoding makes of the bytes.
struct Attempt {
    std::optional<std::string> utf8;  ///< Nothing when a byte is invalid …
    std::size_t valid_bytes = 0;      ///< … after so many good ones.
};

Converter open_strict(const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter{ucnv_open(encoding, &status)};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

Attempt decode_as(const char* encoding, std::string_view bytes) {
    const Converter converter = open_strict(encoding);
    if (!converter) return {};
    // No encoding in use here needs fewer bytes than UTF-16 has units.
    std::u16string wide(bytes.size() + 1, u'\0');
    const char* source = bytes.data();
    char16_t* target = wide.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, wide.data() + wide.size(), &source,
                   bytes.data() + bytes.size(), nullptr, /*flush=*/1, &status);
    if (U_FAILURE(status)) return {std::nullopt, static_cast<std::size_t>(source - bytes.data())};
    wide.resize(static_cast<std::size_t>(target - wide.data()));
    std::string utf8;
    icu::UnicodeString{wide.data(), static_cast<std::int32_t>(wide.size())}.toUTF8String(utf8);
    return {std::move(utf8), bytes.size()};
}

/// Whether the bytes are probably in another East Asian encoding. Almost any two bytes are valid
/// GB18030, so validity alone would turn Big5 into other Han without a word.
bool looks_foreign(std::string_view bytes) {
    struct Closer {
        void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Closer> detector{ucsdet_open(&status)};
    constexpr std::size_t kSample = 65536;  // Enough for any statistics of characters.
    const auto sample = static_cast<std::int32_t>(std::min(bytes.size(), kSample));
    ucsdet_setText(detector.get(), bytes.data(), sample, &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return false;
    std::int32_t gb18030 = 0;
    std::int32_t foreign = 0;
    for (std::int32_t k = 0; k < count; ++k) {
        const std::string_view name = ucsdet_getName(matches[k], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[k], &status);
        if (name == "GB18030") gb18030 = confidence;
        if (name == "Big5" || name == "Shift_JIS" || name == "EUC-JP" || name == "EUC-KR") {
            foreign = std::max(foreign, confidence);
        }
    }
    // Detection of a few names is weak; the distance keeps real GB18030 safe.
    return foreign >= 50 && foreign - gb18030 >= 40;
}

/// Only characters of plain text: a NUL means UTF-16 without its mark, or no text at all.
bool has_nul(std::string_view utf8) { return utf8.find('\0') != std::string_view::npos; }

std::string with_plain_line_ends(std::string_view utf8) {
    std::string plain;
    plain.reserve(utf8.size());
    for (std::size_t k = 0; k < utf8.size(); ++k) {
        if (utf8.substr(k).starts_with(kUtf8Mark)) {
            k += kUtf8Mark.size() - 1;
        } else if (utf8[k] != '\r') {
            plain += utf8[k];
        } else if (k + 1 == utf8.size() || utf8[k + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

/// The place after `valid` bytes. In all encodings but UTF-16 a byte 0A is a line feed.
Diagnostic refusal(std::string_view bytes, std::size_t valid, std::uint8_t file) {
    const auto first = bytes.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(std::min(valid, bytes.size()));
    const auto line = static_cast<std::uint32_t>(std::count(first, last, '\n')) + 1;
    return {Code::encoding_unknown, {.row = line, .file = file}, {}};
}

}  // namespace

Outcome<std::string> decode_text(std::string_view bytes, std::uint8_t file) {
    Attempt attempt;
    if (bytes.starts_with(kUtf16LittleMark)) {
        attempt = decode_as("UTF-16LE", bytes.substr(kUtf16LittleMark.size()));
    } else if (bytes.starts_with(kUtf16BigMark)) {
        attempt = decode_as("UTF-16BE", bytes.substr(kUtf16BigMark.size()));
    } else if (bytes.starts_with(kGb18030Mark)) {
        attempt = decode_as("GB18030", bytes);
    } else {
        attempt = decode_as("UTF-8", bytes);
        if (!attempt.utf8 && !bytes.starts_with(kUtf8Mark)) {
            Attempt other = decode_as("GB18030", bytes);
            if (other.utf8 && looks_foreign(bytes)) other = {};
            // A text that is mostly UTF-8 is shown where it stops being UTF-8.
            if (other.utf8 || other.valid_bytes > attempt.valid_bytes) attempt = std::move(other);
        }
    }
    if (attempt.utf8 && has_nul(*attempt.utf8)) {
        attempt = {std::nullopt, bytes.find('\0')};
    }
    if (!attempt.utf8) return {{}, {refusal(bytes, attempt.valid_bytes, file)}};
    return {with_plain_line_ends(*attempt.utf8), {}};
}

CharacterAt character_at(std::string_view utf8, std::size_t begin) {
    const auto lead = static_cast<unsigned char>(utf8[begin]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::size_t end = std::min(begin + size, utf8.size());
    // The lead byte of a sequence of n > 1 bytes carries 7 - n bits.
    char32_t character = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t k = begin + 1; k < end; ++k) {
        character = character << 6U | (static_cast<unsigned char>(utf8[k]) & 0x3FU);
    }
    return {character, begin, end};
}

TrimmedRange trimmed_range(std::string_view utf8) {
    const auto is_blank = [](char32_t character) {
        const auto code_point = static_cast<UChar32>(character);
        // U+200B, U+200C, U+200D, U+2060 and U+FEFF have no width at all.
        const bool zero_width = (character >= 0x200B && character <= 0x200D) ||
                                character == 0x2060 || character == 0xFEFF;
        return zero_width || u_isUWhiteSpace(code_point) != 0;
    };
    TrimmedRange range{utf8.size(), utf8.size()};
    bool inside = false;
    for (std::size_t k = 0; k < utf8.size();) {
        const CharacterAt here = character_at(utf8, k);
        if (!is_blank(here.character)) {
            if (!inside) range.begin = here.begin;
            inside = true;
            range.end = here.end;
        }
        k = here.end;
    }
    return range;
}

}  // namespace banxin
