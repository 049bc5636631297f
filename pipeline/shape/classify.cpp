// utf8 → classes. Works on the whole paragraph before any font or style is looked at, so that a
// style boundary can never change what a mark is. Measures nothing.
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "pipeline/base/utf8.hpp"
#include "pipeline/shape/character_class.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

/// What a mark that Chinese and Latin share takes its side from: the nearest letters.
enum class Script : std::uint8_t { none, chinese, latin };

bool is_one_of(char32_t character, std::u32string_view set) {
    return set.find(character) != std::u32string_view::npos;
}

bool is_wide(char32_t character) {
    const int width =
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_ambiguous(char32_t character) {
    return u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH) ==
           U_EA_AMBIGUOUS;
}

bool joins(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    const int type = u_charType(code);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
           type == U_COMBINING_SPACING_MARK || character == 0x200D ||
           u_hasBinaryProperty(code, UCHAR_VARIATION_SELECTOR);
}

/// Classes that never depend on the neighbours. UAX #14 and GB/T 15834-2011, 5.1, table for table.
std::optional<Class> fixed_class(char32_t character) {
    if (is_one_of(character, U"（〈《「『【〔〖［｛〝")) return Class::opening;
    if (is_one_of(character, U"）〉》」』】〕〗］｝〞〟")) return Class::closing;
    if (is_one_of(character, U"、，：；")) return Class::pause;
    if (is_one_of(character, U"。．？！‼⁇⁈⁉")) return Class::stop;
    if (is_one_of(character, U"‧・")) return Class::middle_dot;
    if (is_one_of(character, U"～〜")) return Class::connector;
    if (is_one_of(character, U"／")) return Class::slash;
    if (is_one_of(character, U"￥¥$€£＄№±≥≤≧≦")) return Class::prefix;
    if (is_one_of(character, U"%％‰°℃℉′″")) return Class::postfix;
    if (character == 0x2E3A) return Class::dash;
    if (character == 0x3000) return Class::wide_space;
    if (is_one_of(character, U"\n\r\v\f\u0085\u2028\u2029")) return Class::line_feed;
    if (is_one_of(character, U" \t\u00A0\u2002\u2003\u2005\u2009\u202F")) return Class::latin_space;
    if ((character >= U'0' && character <= U'9') || (character >= U'０' && character <= U'９')) {
        return Class::digit;
    }
    return std::nullopt;
}

Script script_of(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    if (is_wide(character)) {
        // Full-width letters are set as Chinese; marks have no side of their own.
        return u_isalpha(code) ? Script::chinese : Script::none;
    }
    return u_isalpha(code) ? Script::latin : Script::none;
}

/// The classification of one text, character by character.
class Classifier {
  public:
    explicit Classifier(std::string_view utf8) { decode(utf8); }

    std::vector<ClassifiedCharacter> run() {
        nearest_letters();
        for (std::size_t k = 0; k < characters_.size(); ++k) classify_one(k);
        pair_quotes();
        join_pairs();
        figures();
        return std::move(characters_);
    }

  private:
    void decode(std::string_view utf8) {
        for (std::size_t next = 0; next < utf8.size();) {
            ClassifiedCharacter entry;
            entry.text.begin = static_cast<std::uint32_t>(next);
            entry.character = next_character(utf8, next);
            entry.text.end = static_cast<std::uint32_t>(next);
            characters_.push_back(entry);
        }
    }

    /// For every character the script of the nearest letter on either side, marks, figures and
    /// blanks skipped. Two passes, so that a paragraph of marks stays linear.
    void nearest_letters() {
        const std::size_t count = characters_.size();
        left_.assign(count, Script::none);
        right_.assign(count, Script::none);
        Script seen = Script::none;
        for (std::size_t k = 0; k < count; ++k) {
            left_[k] = seen;
            const Script own = script_of(characters_[k].character);
            if (own != Script::none) seen = own;
        }
        seen = Script::none;
        for (std::size_t k = count; k-- > 0;) {
            right_[k] = seen;
            const Script own = script_of(characters_[k].character);
            if (own != Script::none) seen = own;
        }
    }

    /// Chinese when either neighbour is, and when there is no letter at all.
    [[nodiscard]] bool chinese_around(std::size_t k) const {
        if (left_[k] == Script::chinese || right_[k] == Script::chinese) return true;
        return left_[k] == Script::none && right_[k] == Script::none;
    }

    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < characters_.size() ? characters_[k].character : U'\0';
    }
    [[nodiscard]] bool letter_at(std::size_t k) const {
        return k < characters_.size() && script_of(at(k)) == Script::latin;
    }

    void set(std::size_t k, Class character_class, bool wide) {
        characters_[k].character_class = character_class;
        characters_[k].wide = wide;
    }

    void classify_one(std::size_t k) {
        const char32_t character = at(k);
        if (joins(character) && k > 0 && characters_[k - 1].character_class != Class::line_feed) {
            characters_[k] = {characters_[k].text, character, characters_[k - 1].character_class,
                              characters_[k - 1].wide, true};
            return;
        }
        if (const auto known = fixed_class(character)) {
            set(k, *known, is_wide(character) || is_one_of(character, U"⸺‰℃"));
            return;
        }
        if (classify_shared(k)) return;
        if (is_wide(character)) return set(k, Class::han, true);
        const bool letter = u_isalpha(static_cast<UChar32>(character));
        if (!letter && is_ambiguous(character) && chinese_around(k))
            return set(k, Class::han, true);
        set(k, Class::latin, false);
    }

    /// Marks with one code point for Chinese and Latin. False for every other character.
    bool classify_shared(std::size_t k) {
        const char32_t character = at(k);
        const bool between_letters = k > 0 && letter_at(k - 1) && letter_at(k + 1);
        const bool chinese = chinese_around(k) && !between_letters;
        switch (character) {
            case U'“':
            case U'‘':
                set(k, chinese ? Class::opening : Class::latin, chinese);
                return true;
            case U'”':
            case U'’':
                set(k, chinese ? Class::closing : Class::latin, chinese);
                return true;
            case U'·':
                set(k, chinese ? Class::middle_dot : Class::latin, chinese);
                return true;
            case U'—':
                set(k, chinese ? Class::connector : Class::latin, chinese);
                return true;
            case U'…':
            case U'⋯':
                set(k, chinese ? Class::ellipsis : Class::latin, chinese);
                return true;
            case U'–':
            case U'-':
            case U'‐':
            case U'~':
                set(k, chinese ? Class::connector : Class::latin, false);
                return true;
            case U'/':
                set(k, chinese ? Class::slash : Class::latin, false);
                return true;
            default:
                return false;
        }
    }

    /// Both quotes of a pair take one side: Chinese if either has it.
    void pair_quotes() {
        std::vector<std::size_t> open;
        for (std::size_t k = 0; k < characters_.size(); ++k) {
            const char32_t character = at(k);
            if (character == U'“' || character == U'‘') open.push_back(k);
            const bool closes = character == U'”' || character == U'’';
            const char32_t partner = character == U'”' ? U'“' : U'‘';
            if (!closes || open.empty() || at(open.back()) != partner) continue;
            const std::size_t first = open.back();
            open.pop_back();
            if (characters_[first].wide == characters_[k].wide) continue;
            set(first, Class::opening, true);
            set(k, Class::closing, true);
        }
    }

    /// —— and …… are one sign of two ems.
    void join_pairs() {
        for (std::size_t k = 0; k + 1 < characters_.size(); ++k) {
            const bool equal = at(k) == at(k + 1) && characters_[k].wide && characters_[k + 1].wide;
            const bool dash = equal && at(k) == U'—';
            const bool ellipsis = equal && (at(k) == U'…' || at(k) == U'⋯');
            if (!dash && !ellipsis) continue;
            const Class joined = dash ? Class::dash : Class::ellipsis;
            set(k, joined, true);
            set(k + 1, joined, true);
            characters_[k + 1].joins_previous = true;
            ++k;
        }
    }

    [[nodiscard]] bool digit_at(std::size_t k) const {
        return k < characters_.size() && characters_[k].character_class == Class::digit;
    }

    /// A separator between two digits belongs to the figure: 2,462.5  12:30  ３．５
    void figures() {
        for (std::size_t k = 1; k + 1 < characters_.size(); ++k) {
            const bool separator = is_one_of(at(k), U".,:") || at(k) == U'．';
            if (separator && digit_at(k - 1) && digit_at(k + 1)) {
                characters_[k].character_class = Class::digit;
            }
        }
    }

    std::vector<ClassifiedCharacter> characters_;
    std::vector<Script> left_;
    std::vector<Script> right_;
};

}  // namespace

std::vector<ClassifiedCharacter> classify(std::string_view utf8) { return Classifier{utf8}.run(); }

}  // namespace banxin
