#include "pipeline/run/columns.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "pipeline/base/utf8.hpp"

namespace banxin {
namespace {

/// Ambiguous ones such as “ and — are narrow: that is what UTF-8 terminals make of them.
bool is_wide(char32_t character) {
    const int width =
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

}  // namespace

std::size_t columns_of(std::string_view utf8) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < utf8.size();)
        columns += is_wide(next_character(utf8, at)) ? 2 : 1;
    return columns;
}

std::string as_columns(const std::vector<std::vector<std::string>>& rows, std::string_view indent) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t k = 0; k < row.size(); ++k)
            widths[k] = std::max(widths[k], columns_of(row[k]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line{indent};
        for (std::size_t k = 0; k < row.size(); ++k) {
            line += row[k];
            if (k + 1 < row.size()) line.append(widths[k] - columns_of(row[k]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace banxin
