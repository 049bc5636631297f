#include "pipeline/shape/latin_addresses.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace banxin {
namespace {

bool is_visible_ascii(char32_t character) { return character > U' ' && character < 0x7F; }

bool is_letter_or_digit(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

bool is_letter(char byte) { return is_letter_or_digit(byte) && (byte < '0' || byte > '9'); }

/// english.www.gov.cn, stats.gov.cn/sj: two dots or more, and names of two letters or more around
/// the last of them, which sets it apart from a.b.c, U.S.A. and 1.2.3.
bool begins_with_host(std::string_view word) {
    const std::string_view host = word.substr(0, word.find_first_of("/:?#"));
    std::size_t dots = 0;
    std::size_t length = 0;    // of the name that ends here
    std::size_t previous = 0;  // of the one before it
    for (const char byte : host) {
        if (byte == '.') {
            if (length == 0) return false;
            ++dots;
            previous = std::exchange(length, 0);
        } else if (is_letter_or_digit(byte) || byte == '-') {
            ++length;
        } else {
            return false;
        }
    }
    const std::string_view last = host.substr(host.size() - length);
    return dots >= 2 && previous >= 2 && length >= 2 &&
           std::all_of(last.begin(), last.end(), is_letter);
}

/// https://…  www.…  host.domain.cn  name@host.domain
bool is_address(std::string_view word) {
    if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
    if (begins_with_host(word)) return true;
    const std::size_t sign = word.find('@');
    if (sign == 0 || sign == std::string_view::npos) return false;
    const std::size_t dot = word.find('.', sign);
    return dot != std::string_view::npos && dot > sign + 1 && dot + 1 < word.size() &&
           is_letter_or_digit(word[dot + 1]);
}

}  // namespace

std::vector<bool> find_latin_addresses(const std::vector<ClassifiedCharacter>& characters) {
    std::u32string plain;
    plain.reserve(characters.size());
    for (const ClassifiedCharacter& entry : characters) plain += entry.character;
    return find_latin_addresses(plain);
}

std::vector<bool> find_latin_addresses(std::u32string_view characters) {
    constexpr std::string_view kBrackets = "(<[\"'";
    constexpr std::string_view kEnds = ".,;:!?)>]\"'";
    std::vector<bool> found(characters.size());
    for (std::size_t begin = 0; begin < characters.size();) {
        std::string word;
        for (std::size_t k = begin; k < characters.size(); ++k) {
            if (!is_visible_ascii(characters[k])) break;
            word += static_cast<char>(characters[k]);
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
