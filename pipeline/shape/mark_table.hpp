// The table of marks: what each of them is, how wide, and which half of it is blank.
//
// One row reads: these characters are of this class, stand in a cell so wide, and may lose the
// blank half on this side. Where a character stands in no row it is no mark: see classify.cpp.
#pragma once

#include <array>
#include <string_view>

#include "pipeline/base/characters.hpp"
#include "pipeline/shape/character_class.hpp"

namespace banxin {

/// Whether a character is a Chinese mark wherever it stands.
enum class Belongs : std::uint8_t {
    to_chinese,     ///< Its code point has no other use.
    by_neighbours,  ///< Chinese and Latin share the code point; in Latin text it is class `latin`.
};

struct MarkRow {
    CharacterClass character_class;
    std::u32string_view characters;
    unsigned cell;  ///< Width in thousandths of the em; kAsDrawn: that of its glyph.
    BlankSide blank;
    Belongs belongs;
};

/// GB/T 15834-2011, 5.1: what a mark's width is, and that its ink stands on the left (，。？！) or
/// in the middle (· — ～ /) of it. CLREQ 3.1: which half is blank. UAX #14: prefixes and postfixes.
inline constexpr auto kMarkTable = [] {
    using enum CharacterClass;
    using enum BlankSide;
    using enum Belongs;
    return std::to_array<MarkRow>({
        {opening, U"（〈《「『【〔〖［｛〝", 1000, left, to_chinese},
        {opening, U"“‘", 1000, left, by_neighbours},
        {closing, U"）〉》」』】〕〗］｝〞〟", 1000, right, to_chinese},
        {closing, U"”’", 1000, right, by_neighbours},
        {pause, U"、，：；", 1000, right, to_chinese},
        {stop, U"。．？！", 1000, right, to_chinese},
        {stop, U"‼⁇⁈⁉", 1000, none, to_chinese},  // two marks that fill the cell of one
        {middle_dot, U"·‧", 500, none, by_neighbours},
        {middle_dot, U"・", 500, none, to_chinese},    // typed for · on some keyboards
        {connector, U"—", 1000, none, by_neighbours},  // 一字线; two of them are a dash
        {connector, U"～〜", 1000, none, to_chinese},
        {connector, U"–-‐", 500, none, by_neighbours},  // 短横线
        {connector, U"~", kAsDrawn, none, by_neighbours},
        {dash, U"⸺", 2000, none, to_chinese},
        {ellipsis, U"…⋯", 1000, none, by_neighbours},  // half of ……
        {slash, U"／", 500, none, to_chinese},
        {slash, U"/", 500, none, by_neighbours},
        {prefix, U"￥＄", 1000, none, to_chinese},
        {prefix, U"¥$€£№±−≥≤≧≦", kAsDrawn, none, to_chinese},
        {postfix, U"％‰℃℉", 1000, none, to_chinese},
        {postfix, U"%°′″", kAsDrawn, none, to_chinese},
        {wide_space, U"\u3000", 1000, none, to_chinese},
    });
}();

/// The row that `character` stands in, null for what is no mark.
[[nodiscard]] constexpr const MarkRow* find_mark(char32_t character) {
    const bool is_han = character >= 0x4E00 && character <= 0x9FFF;  // Most of what is asked for.
    if (is_han) return nullptr;
    for (const MarkRow& row : kMarkTable) {
        if (is_one_of(character, row.characters)) return &row;
    }
    return nullptr;
}

}  // namespace banxin
