#include "tests/prose/prose.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

#include "tests/prose/grammar.hpp"

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr const char* root(ProseKind kind) {
    switch (kind) {
        case ProseKind::articles:
            return "text of articles";
        case ProseKind::figures:
            return "text of figures";
        case ProseKind::mixed:
            break;
    }
    return "mixed text";
}

Grammar read_grammar() {
    const fs::path folder = fs::path{BANXIN_SOURCE_DIR} / "tests/prose";
    std::set<fs::path> files;  // in the order of their names, whatever the folder's is
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt") {
            files.insert(entry.path());
        }
    }
    Grammar grammar;
    for (const fs::path& path : files) {
        std::ifstream file{path, std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        grammar.read(text, path.filename().string());
    }
    grammar.check({root(ProseKind::mixed), root(ProseKind::articles), root(ProseKind::figures)});
    return grammar;
}

/// Every character has one byte that does not continue another.
std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::vector<std::string> official_prose(std::uint64_t seed, std::size_t characters,
                                        ProseKind kind) {
    static constexpr std::string_view kParagraphEnd = "¶";
    static const Grammar grammar = read_grammar();
    Expansion expansion{grammar, seed};
    std::vector<std::string> paragraphs;
    for (std::size_t count = 0; count < characters;) {
        const std::string document = expansion.expand(root(kind));
        for (std::size_t begin = 0; begin < document.size();) {
            const std::size_t end = std::min(document.find(kParagraphEnd, begin), document.size());
            if (end > begin) {
                paragraphs.push_back(document.substr(begin, end - begin));
                count += count_characters(paragraphs.back());
            }
            begin = end + kParagraphEnd.size();
        }
    }
    return paragraphs;
}

}  // namespace banxin
