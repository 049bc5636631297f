// Writes a ToUnicode CMap (ISO 32000-1, 9.10.3).
#include "pipeline/write/pdf/to_unicode.hpp"

#include <algorithm>

#include "pipeline/write/pdf/pdf_syntax.hpp"

namespace banxin::pdf {
namespace {

// The most entries one block may have (Adobe Technical Note 5411, 1.4.1).
constexpr std::size_t kMostEntries = 100;

constexpr std::string_view kHead =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000> <FFFF>\n"
    "endcodespacerange\n";

constexpr std::string_view kTail =
    "endcmap\n"
    "CMapName currentdict /CMap defineresource pop\n"
    "end\n"
    "end\n";

}  // namespace

std::string to_unicode_cmap(std::span<const CodeText> codes) {
    std::string out(kHead);
    while (!codes.empty()) {
        const auto block = codes.first(std::min(codes.size(), kMostEntries));
        out += std::to_string(block.size()) + " beginbfchar\n";
        for (const CodeText& entry : block) {
            out += '<';
            append_hex(out, entry.code, 4);
            out += "> <";
            append_utf16_hex(out, entry.text);
            out += ">\n";
        }
        out += "endbfchar\n";
        codes = codes.subspan(block.size());
    }
    out += kTail;
    return out;
}

}  // namespace banxin::pdf
