#include "tests/prose/prose.hpp"

#include <algorithm>
#include <array>
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

/// Quotations and titles within their like take the inner marks, “…‘…’…” and 《…〈…〉…》, and
/// those within these the outer ones again.
void mark_nesting(std::string& paragraph) {
    struct Marks {
        std::string_view opening, closing, inner_opening, inner_closing;
        std::size_t depth = 0;
    };
    std::array<Marks, 2> kinds{{{"“", "”", "‘", "’"}, {"《", "》", "〈", "〉"}}};
    for (std::size_t k = 0; k < paragraph.size(); ++k) {
        for (Marks& marks : kinds) {
            // Inner and outer marks are equally long in UTF-8.
            if (paragraph.compare(k, marks.opening.size(), marks.opening) == 0) {
                if (++marks.depth % 2 == 0) paragraph.replace(k, 3, marks.inner_opening);
            } else if (paragraph.compare(k, marks.closing.size(), marks.closing) == 0) {
                if (marks.depth-- % 2 == 0) paragraph.replace(k, 3, marks.inner_closing);
            }
        }
    }
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
                mark_nesting(paragraphs.back());
                count += count_characters(paragraphs.back());
            }
            begin = end + kParagraphEnd.size();
        }
    }
    return paragraphs;
}

}  // namespace banxin
