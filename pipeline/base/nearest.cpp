#include "pipeline/base/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace banxin {
namespace {

constexpr std::size_t kMostCharacters = 64;

/// The bytes of each character of `utf8`.
std::vector<std::string_view> characters(std::string_view utf8) {
    std::vector<std::string_view> list;
    for (std::size_t begin = 0; begin < utf8.size() && list.size() < kMostCharacters;) {
        std::size_t end = begin + 1;
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
        list.push_back(utf8.substr(begin, end - begin));
        begin = end;
    }
    return list;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto rows = characters(a);
    const auto columns = characters(b);
    // One row of the usual table at a time: `above[k]` is the distance of the rows so far from
    // the first k columns.
    std::vector<std::size_t> above(columns.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (const std::string_view character : rows) {
        std::size_t diagonal = above.front();
        ++above.front();
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const std::size_t replaced = diagonal + (character == columns[k] ? 0 : 1);
            diagonal = above[k + 1];
            above[k + 1] = std::min({replaced, above[k] + 1, above[k + 1] + 1});
        }
    }
    return above.back();
}

std::string nearest_first(std::string_view word, std::vector<std::string> known) {
    std::stable_sort(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
        return edit_distance(word, a) < edit_distance(word, b);
    });
    std::string list;
    for (const std::string& candidate : known) list += (list.empty() ? "" : ", ") + candidate;
    return list;
}

}  // namespace banxin
