#include "pipeline/shape/latin_addresses.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "pipeline/base/characters.hpp"

namespace banxin {
namespace {

bool is_visible_ascii(char32_t character) { return character > U' ' && character < 0x7F; }

/// https://…  www.…  name@host.domain
bool is_address(std::string_view word) {
    if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
    const std::size_t sign = word.find('@');
    if (sign == 0 || sign == std::string_view::npos) return false;
    const std::size_t dot = word.find('.', sign);
    return dot != std::string_view::npos && dot > sign + 1 && dot + 1 < word.size() &&
           is_ascii_letter_or_digit(static_cast<unsigned char>(word[dot + 1]));
}

}  // namespace

std::vector<bool> find_latin_addresses(const std::vector<ClassifiedCharacter>& characters) {
    constexpr std::string_view kBrackets = "(<[\"'";
    constexpr std::string_view kEnds = ".,;:!?)>]\"'";
    std::vector<bool> found(characters.size());
    for (std::size_t begin = 0; begin < characters.size();) {
        std::string word;
        for (std::size_t k = begin; k < characters.size(); ++k) {
            if (!is_visible_ascii(characters[k].character)) break;
            word += static_cast<char>(characters[k].character);
        }
        const std::size_t end = begin + std::max<std::size_t>(word.size(), 1);
        std::size_t first = 0;
        std::size_t last = word.size();
        while (first < last && kBrackets.find(word[first]) != std::string_view::npos) ++first;
        while (last > first && kEnds.find(word[last - 1]) != std::string_view::npos) --last;
        if (is_address(std::string_view{word}.substr(first, last - first))) {
            for (std::size_t k = first; k < last; ++k) found[begin + k] = true;
        }
        begin = end;
    }
    return found;
}

}  // namespace banxin
