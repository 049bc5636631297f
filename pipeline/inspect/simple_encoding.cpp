#include "pipeline/inspect/simple_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "pipeline/inspect/pdf_values.hpp"

namespace banxin {
namespace {

/// Names of the Adobe Glyph List that a Chinese text may meet and that are not one letter.
constexpr std::pair<const char*, char32_t> kNames[] = {
    {"space", U' '},
    {"exclam", U'!'},
    {"quotedbl", U'"'},
    {"numbersign", U'#'},
    {"dollar", U'$'},
    {"percent", U'%'},
    {"ampersand", U'&'},
    {"quotesingle", U'\''},
    {"parenleft", U'('},
    {"parenright", U')'},
    {"asterisk", U'*'},
    {"plus", U'+'},
    {"comma", U','},
    {"hyphen", U'-'},
    {"period", U'.'},
    {"slash", U'/'},
    {"zero", U'0'},
    {"one", U'1'},
    {"two", U'2'},
    {"three", U'3'},
    {"four", U'4'},
    {"five", U'5'},
    {"six", U'6'},
    {"seven", U'7'},
    {"eight", U'8'},
    {"nine", U'9'},
    {"colon", U':'},
    {"semicolon", U';'},
    {"less", U'<'},
    {"equal", U'='},
    {"greater", U'>'},
    {"question", U'?'},
    {"at", U'@'},
    {"bracketleft", U'['},
    {"backslash", U'\\'},
    {"bracketright", U']'},
    {"underscore", U'_'},
    {"braceleft", U'{'},
    {"bar", U'|'},
    {"braceright", U'}'},
    {"asciitilde", U'~'},
    {"emdash", U'—'},
    {"endash", U'–'},
    {"quoteleft", U'‘'},
    {"quoteright", U'’'},
    {"quotedblleft", U'“'},
    {"quotedblright", U'”'},
    {"ellipsis", U'…'},
    {"periodcentered", U'·'},
    {"bullet", U'•'},
    {"multiply", U'×'},
    {"degree", U'°'},
    {"plusminus", U'±'},
};

char32_t character_named(const std::string& name) {
    if (name.size() == 1) return static_cast<unsigned char>(name[0]);
    for (const auto& [known, character] : kNames)
        if (name == known) return character;
    const std::size_t prefix = name.starts_with("uni") ? 3 : name.starts_with("u") ? 1 : 0;
    if (prefix == 0 || name.size() < prefix + 4 || name.size() > prefix + 6) return 0;
    char* end = nullptr;
    const unsigned long code = std::strtoul(name.c_str() + prefix, &end, 16);
    return *end == '\0' && code <= 0x10FFFF ? static_cast<char32_t>(code) : 0;
}

/// All 256 codes of a code page that ICU knows.
void take_code_page(std::array<SimpleCode, 256>& codes, const char* code_page) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(code_page, &status);
    for (unsigned code = 0; code < codes.size() && U_SUCCESS(status); ++code) {
        const char byte = static_cast<char>(code);
        const char* source = &byte;
        UErrorCode failed = U_ZERO_ERROR;
        const UChar32 character = ucnv_getNextUChar(converter, &source, source + 1, &failed);
        if (U_SUCCESS(failed)) codes[code].character = static_cast<char32_t>(character);
    }
    ucnv_close(converter);
}

}  // namespace

std::array<SimpleCode, 256> read_encoding(QPDFObjectHandle encoding) {
    std::array<SimpleCode, 256> codes;
    const std::string base =
        encoding.isName() ? name_in(encoding) : name_in(entry(encoding, "/BaseEncoding"));
    take_code_page(codes, base == "MacRomanEncoding" ? "macintosh" : "windows-1252");
    std::size_t code = 0;
    for (QPDFObjectHandle& item : items_in(entry(encoding, "/Differences"))) {
        if (const auto number = number_in(item)) {
            code = static_cast<std::size_t>(std::clamp(*number, 0.0, 256.0));
        } else if (item.isName() && code < codes.size()) {
            const std::string name = name_in(item);
            codes[code++] = {name, character_named(name)};
        }
    }
    return codes;
}

}  // namespace banxin
