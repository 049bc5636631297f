#include "pipeline/inspect/text_lines.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "pipeline/inspect/characters_of_text.hpp"

namespace banxin {
namespace {

/// Glyphs are on one line when their baselines differ by less: a superscript's does not.
constexpr int kSameLinePercent = 25;

struct Placed {
    LineCharacter character;
    Length baseline;
};

/// Every character of the page that can be read, a ligature's each at its share of the advance.
std::vector<Placed> characters_of(const PdfPage& page, const std::vector<FaceKind>& kinds) {
    std::vector<Placed> found;
    for (const PdfGlyph& glyph : page.glyphs) {
        if (!glyph.is_upright || glyph.text.empty() || glyph.size.emu() <= 0) continue;
        const auto count = static_cast<std::int64_t>(glyph.text.size());
        const FaceKind& kind = kinds[glyph.font];
        for (std::int64_t k = 0; k < count; ++k) {
            const char32_t character = glyph.text[static_cast<std::size_t>(k)];
            if (is_blank_character(character)) continue;
            found.push_back(
                {{character, glyph.x + glyph.advance.scaled(k, count),
                  glyph.x + glyph.advance.scaled(k + 1, count), glyph.size, glyph.font, kind.role,
                  kind.is_bold || glyph.is_emboldened, glyph.colour, glyph.ink},
                 glyph.baseline});
        }
    }
    return found;
}

/// Some programs make bold type by painting it twice, a little apart.
void unite_doubles(std::vector<LineCharacter>& characters) {
    std::vector<LineCharacter> kept;
    for (const LineCharacter& each : characters) {
        if (!kept.empty() && kept.back().character == each.character &&
            each.x - kept.back().x < each.size.scaled(1, 10))
            kept.back().is_bold = true;
        else
            kept.push_back(each);
    }
    characters = std::move(kept);
}

/// What most of the characters have, those of Chinese before all others.
template <typename Key>
auto most(const std::vector<LineCharacter>& characters, Key key) {
    std::map<decltype(key(characters.front())), std::size_t> counts;
    const bool has_han = std::any_of(characters.begin(), characters.end(),
                                     [](const auto& each) { return is_han(each.character); });
    for (const LineCharacter& each : characters)
        if (!has_han || is_han(each.character)) ++counts[key(each)];
    return std::max_element(
               counts.begin(), counts.end(),
               [](const auto& one, const auto& two) { return one.second < two.second; })
        ->first;
}

TextLine make_line(std::size_t page, std::vector<LineCharacter> characters, Length baseline,
                   const std::vector<FaceKind>& kinds) {
    TextLine line;
    line.page = page;
    line.baseline = baseline;
    line.size = most(characters, [](const auto& each) { return each.size; });
    line.role = most(characters, [](const auto& each) { return each.role; });
    line.font = most(characters, [](const auto& each) { return each.font; });
    line.is_bold = most(characters, [](const auto& each) { return each.is_bold; });
    const auto colour = most(characters, [](const auto& each) {
        return std::array{each.colour.red, each.colour.green, each.colour.blue};
    });
    line.colour = {colour[0], colour[1], colour[2]};
    const Length top = baseline - line.size.scaled(kinds[line.font].ascent_per_mille, 1000);
    line.box = {characters.front().x, top, characters.front().right, top + line.size};
    for (const LineCharacter& each : characters) {
        line.box.right = std::max(line.box.right, each.right);
        line.text += without_radical(each.character);
    }
    line.characters = std::move(characters);
    return line;
}

/// The baseline that most of them stand on: a superscript's is another.
Length baseline_of(const std::vector<Length>& baselines) {
    std::map<Length, std::size_t> counts;
    for (const Length each : baselines) ++counts[each];
    return std::max_element(
               counts.begin(), counts.end(),
               [](const auto& one, const auto& two) { return one.second < two.second; })
        ->first;
}

/// Cuts the characters of one baseline where a wide gap is.
void add_lines(std::vector<TextLine>& lines, std::size_t page, std::vector<Placed> row,
               const std::vector<FaceKind>& kinds) {
    std::stable_sort(row.begin(), row.end(), [](const Placed& one, const Placed& two) {
        return one.character.x < two.character.x;
    });
    std::vector<LineCharacter> characters;
    std::vector<Length> baselines;
    const auto finish = [&] {
        if (characters.empty()) return;
        unite_doubles(characters);
        lines.push_back(make_line(page, std::move(characters), baseline_of(baselines), kinds));
        characters.clear();
        baselines.clear();
    };
    for (const Placed& each : row) {
        if (!characters.empty()) {
            const Length widest =
                std::max(characters.back().size, each.character.size)
                    .scaled(static_cast<std::int64_t>(TextLine::kWidestGap * 100), 100);
            if (each.character.x - characters.back().right > widest) finish();
        }
        characters.push_back(each.character);
        baselines.push_back(each.baseline);
    }
    finish();
}

}  // namespace

PdfInk TextLine::ink() const {
    std::optional<PdfInk> ink;
    for (const LineCharacter& each : characters) {
        if (!each.ink) continue;
        if (!ink) ink = each.ink;
        ink->top = std::min(ink->top, each.ink->top);
        ink->bottom = std::max(ink->bottom, each.ink->bottom);
    }
    return ink.value_or(PdfInk{box.top, box.bottom});
}

std::vector<TextLine> lines_of(const PdfPages& pages) {
    std::vector<FaceKind> kinds;
    for (const PdfFont& font : pages.fonts) kinds.push_back(face_kind(font.name));
    std::vector<TextLine> lines;
    for (std::size_t number = 0; number < pages.pages.size(); ++number) {
        std::vector<Placed> characters = characters_of(pages.pages[number], kinds);
        std::stable_sort(
            characters.begin(), characters.end(),
            [](const auto& one, const auto& two) { return one.baseline < two.baseline; });
        std::vector<Placed> row;
        for (Placed& each : characters) {
            if (!row.empty() && each.baseline - row.front().baseline >
                                    each.character.size.scaled(kSameLinePercent, 100)) {
                add_lines(lines, number, std::move(row), kinds);
                row.clear();
            }
            row.push_back(std::move(each));
        }
        if (!row.empty()) add_lines(lines, number, std::move(row), kinds);
    }
    return lines;
}

TextLine part_of(const TextLine& line, std::size_t begin, std::size_t end) {
    TextLine part = line;
    part.characters.assign(line.characters.begin() + static_cast<std::ptrdiff_t>(begin),
                           line.characters.begin() + static_cast<std::ptrdiff_t>(end));
    part.text = line.text.substr(begin, end - begin);
    part.box.left = part.characters.front().x;
    part.box.right = part.characters.back().right;
    part.role = most(part.characters, [](const auto& each) { return each.role; });
    part.font = most(part.characters, [](const auto& each) { return each.font; });
    part.size = most(part.characters, [](const auto& each) { return each.size; });
    part.is_bold = most(part.characters, [](const auto& each) { return each.is_bold; });
    return part;
}

PdfBox box_of(const std::vector<TextLine>& lines) {
    if (lines.empty()) return {};
    PdfBox box = lines.front().box;
    for (const TextLine& line : lines) box.include(line.box);
    return box;
}

char32_t without_radical(char32_t character) {
    if (character >= 0x2F00 && character <= 0x2FD5) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* forms = icu::Normalizer2::getNFKCInstance(status);
        if (U_FAILURE(status)) return character;
        const icu::UnicodeString one{static_cast<UChar32>(character)};
        return static_cast<char32_t>(forms->normalize(one, status).char32At(0));
    }
    // Those of the supplement have no such form in Unicode's tables.
    constexpr std::u32string_view kRadicals = U"⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰";
    constexpr std::u32string_view kMeant = U"母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙";
    static_assert(kRadicals.size() == kMeant.size());
    const std::size_t at = kRadicals.find(character);
    return at == std::u32string_view::npos ? character : kMeant[at];
}

std::string to_utf8(std::u32string_view text) {
    std::string utf8;
    for (const char32_t c : text) {
        const auto add = [&](char32_t bits) { utf8 += static_cast<char>(bits); };
        if (c < 0x80) {
            add(c);
        } else if (c < 0x800) {
            add(0xC0 | (c >> 6U));
            add(0x80 | (c & 0x3FU));
        } else if (c < 0x10000) {
            add(0xE0 | (c >> 12U));
            add(0x80 | ((c >> 6U) & 0x3FU));
            add(0x80 | (c & 0x3FU));
        } else {
            add(0xF0 | (c >> 18U));
            add(0x80 | ((c >> 12U) & 0x3FU));
            add(0x80 | ((c >> 6U) & 0x3FU));
            add(0x80 | (c & 0x3FU));
        }
    }
    return utf8;
}

}  // namespace banxin
