// The classes of Chinese line layout, and the class of every character of a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/text.hpp"

namespace banxin {

/// What a character is to line layout. GB/T 15834-2011, 5.1; CLREQ 3.1; UAX #14.
enum class CharacterClass : std::uint8_t {
    han,          ///< 汉字, and full-width signs that behave like one: 〇 ★ ①
    opening,      ///< （《“ : blank half on the left, never ends a line
    closing,      ///< ）》” : blank half on the right, never begins a line
    pause,        ///< ，、；： : blank half on the right, never begins a line
    stop,         ///< 。？！ : as pause, squeezed last
    middle_dot,   ///< · : half an em, never begins a line
    connector,    ///< — ～ – - between figures or Han: never begins a line
    dash,         ///< —— : two ems, never split
    ellipsis,     ///< …… : two ems, never split
    slash,        ///< / between Han or figures: neither begins nor ends a line
    prefix,       ///< ￥ № : stays with the figure after it
    postfix,      ///< % ℃ ‰ : stays with the figure before it
    digit,        ///< 0–9, and the separators inside a figure
    latin,        ///< letters, and other marks of Latin text
    latin_space,  ///< U+0020 and its kin: gives way at line ends
    wide_space,   ///< U+3000
    line_feed,    ///< ends the line
};

/// Which side of a mark's cell is blank and may be cut.
enum class BlankSide : std::uint8_t { none, left, right };

/// The cell of a character that is as wide as its glyph.
inline constexpr unsigned kAsDrawn = 0;

/// One character of a text, classified.
struct ClassifiedCharacter {
    TextRange text;  ///< Its bytes.
    char32_t character = 0;
    CharacterClass character_class = CharacterClass::han;
    BlankSide blank = BlankSide::none;
    /// Width in thousandths of the em that a Chinese character is set in, whatever its glyph's;
    /// kAsDrawn for Latin.
    unsigned cell = kAsDrawn;
    /// Joined to the character before it into one cluster: the second — of a dash, the second
    /// … of an ellipsis, a combining mark or a variation selector.
    bool joins_previous = false;

    [[nodiscard]] bool wide() const { return cell != kAsDrawn; }
};

/// Classifies `utf8` as a whole. “ ” ‘ ’ · — … belong to Chinese or to Latin by their
/// neighbours, not by the font or style they stand in. ？！ typed together share cells: two of
/// them one em, three of them two (GB/T 15834-2011, 5.1).
[[nodiscard]] std::vector<ClassifiedCharacter> classify(std::string_view utf8);

}  // namespace banxin
