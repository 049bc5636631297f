// utf8 → classes. Works on the whole paragraph before any font or style is looked at, so that a
// style boundary can never change what a mark is. Measures nothing.
#include <unicode/uchar.h>

#include <algorithm>

#include "pipeline/base/characters.hpp"
#include "pipeline/base/utf8.hpp"
#include "pipeline/shape/character_class.hpp"
#include "pipeline/shape/latin_addresses.hpp"
#include "pipeline/shape/mark_table.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr unsigned kFullWidth = 1000;

/// What a mark that Chinese and Latin share takes its side from.
enum class Script : std::uint8_t { none, chinese, latin };

/// Nine characters of ten are: they are known without asking for any property.
bool is_common_han(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }

int east_asian_width(char32_t character) {
    return u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
}

bool is_wide(char32_t character) {
    const int width = east_asian_width(character);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

/// Signs that are set in a cell among Chinese and as drawn in Latin: ① ★ × Ⅱ. Letters stay Latin,
/// and so do the figures that belong to one: m², 1½.
bool is_ambiguous_sign(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    const bool small_figure = u_charType(code) == U_OTHER_NUMBER && character < U'①';
    return east_asian_width(character) == U_EA_AMBIGUOUS && !u_isalpha(code) && !small_figure;
}

bool joins(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    const int type = u_charType(code);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
           type == U_COMBINING_SPACING_MARK || character == 0x200D ||
           u_hasBinaryProperty(code, UCHAR_VARIATION_SELECTOR);
}

bool is_digit(char32_t character) { return digit(character).has_value(); }

/// Letters tell the language they stand in, and so do the marks that only Chinese has.
Script script_of(char32_t character) {
    if (is_common_han(character)) return Script::chinese;
    const auto code = static_cast<UChar32>(character);
    if (u_isalpha(code)) return is_wide(character) ? Script::chinese : Script::latin;
    const MarkRow* mark = find_mark(character);
    if (mark == nullptr || mark->belongs != Belongs::to_chinese) return Script::none;
    return mark->blank == BlankSide::none ? Script::none : Script::chinese;
}

/// The classification of one text, character by character.
class Classifier {
  public:
    explicit Classifier(std::string_view utf8) { decode(utf8); }

    std::vector<ClassifiedCharacter> run() {
        find_scripts();
        pair_quotes();
        find_outer_scripts();
        in_address_ = find_latin_addresses(characters_);
        for (std::size_t k = 0; k < characters_.size(); ++k) classify_one(k);
        join_pairs();
        group_questions();
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

    /// Scripts of all characters, and of the nearest that has one on either side. Two passes, so
    /// that a paragraph of marks stays linear.
    void find_scripts() {
        const std::size_t count = characters_.size();
        own_.resize(count);
        left_.resize(count);
        right_.resize(count);
        Script seen = Script::none;
        for (std::size_t k = 0; k < count; ++k) {
            own_[k] = script_of(characters_[k].character);
            left_[k] = seen;
            if (own_[k] != Script::none) seen = own_[k];
            has_chinese_ = has_chinese_ || own_[k] == Script::chinese;
            has_latin_ = has_latin_ || own_[k] == Script::latin;
        }
        seen = Script::none;
        for (std::size_t k = count; k-- > 0;) {
            right_[k] = seen;
            if (own_[k] != Script::none) seen = own_[k];
        }
    }

    /// Finds the partner of every quote that has one. ” reaches over a ‘ that was never closed; ’
    /// closes nothing outside the “ it stands in, and nothing at all as an apostrophe.
    void pair_quotes() {
        partner_.assign(characters_.size(), kNowhere);
        std::vector<std::size_t> open;
        std::size_t open_double = 0;  // How many of them are “.
        const auto take = [&] {
            const std::size_t top = open.back();
            open.pop_back();
            if (at(top) == U'“') --open_double;
            return top;
        };
        for (std::size_t k = 0; k < characters_.size(); ++k) {
            const char32_t quote = at(k);
            if (between_letters(k)) continue;
            if (quote == U'“' || quote == U'‘') open.push_back(k);
            if (quote == U'“') ++open_double;
            if (quote == U'’' && (open.empty() || at(open.back()) != U'‘')) continue;
            if (quote == U'”' && open_double == 0) continue;
            if (quote != U'”' && quote != U'’') continue;
            std::size_t first = take();
            while (quote == U'”' && at(first) != U'“') first = take();
            partner_[first] = k;
            partner_[k] = first;
        }
    }

    /// The nearest script outwards, quotations skipped as a whole: in “A”、“B”和“C” the word 和
    /// decides for all three.
    void find_outer_scripts() {
        const std::size_t count = characters_.size();
        outer_left_.assign(count + 1, Script::none);   // [k]: of characters before k
        outer_right_.assign(count + 1, Script::none);  // [k]: of characters from k on
        for (std::size_t k = 0; k < count; ++k) {
            const bool closes = partner_[k] != kNowhere && partner_[k] < k;
            outer_left_[k + 1] = own_[k] != Script::none ? own_[k]
                                 : closes                ? outer_left_[partner_[k]]
                                                         : outer_left_[k];
        }
        for (std::size_t k = count; k-- > 0;) {
            const bool opens = partner_[k] != kNowhere && partner_[k] > k;
            outer_right_[k] = own_[k] != Script::none ? own_[k]
                              : opens                 ? outer_right_[partner_[k] + 1]
                                                      : outer_right_[k + 1];
        }
    }

    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < characters_.size() ? characters_[k].character : U'\0';
    }
    [[nodiscard]] bool between_letters(std::size_t k) const {
        return k > 0 && k + 1 < own_.size() && own_[k - 1] == Script::latin &&
               own_[k + 1] == Script::latin;
    }

    /// Chinese when either neighbour is, and when there is nothing to go by.
    [[nodiscard]] bool chinese_around(std::size_t k) const {
        if (left_[k] == Script::chinese || right_[k] == Script::chinese) return true;
        return left_[k] == Script::none && right_[k] == Script::none;
    }

    [[nodiscard]] bool chinese_paragraph() const { return has_chinese_ || !has_latin_; }

    /// Both quotes of a pair take one side: Chinese when anything next to either of them is.
    [[nodiscard]] bool chinese_pair(std::size_t opening, std::size_t closing) const {
        const auto sides = {outer_left_[opening], right_[opening], left_[closing],
                            outer_right_[closing + 1]};
        const auto has = [&](Script script) {
            return std::find(sides.begin(), sides.end(), script) != sides.end();
        };
        return has(Script::chinese) || !has(Script::latin);
    }

    /// Whether a mark that Chinese and Latin share is Chinese here.
    [[nodiscard]] bool chinese_mark(std::size_t k) const {
        const char32_t character = at(k);
        if (in_address_[k]) return false;
        if (partner_[k] != kNowhere) {
            return chinese_pair(std::min(k, partner_[k]), std::max(k, partner_[k]));
        }
        // Latin has no use for —— and ……: they are Chinese between any neighbours.
        const bool doubled = at(k + 1) == character || (k > 0 && at(k - 1) == character);
        if (doubled && is_one_of(character, U"—…⋯")) return true;
        // Figures have no language: 2012-05 and 3—5 are written as the paragraph is.
        if (k > 0 && is_digit(at(k - 1)) && is_digit(at(k + 1))) return chinese_paragraph();
        const bool apostrophe = character == U'’' && k > 0 && own_[k - 1] == Script::latin;
        return !apostrophe && !between_letters(k) && chinese_around(k);
    }

    void set(std::size_t k, Class character_class, unsigned cell,
             BlankSide blank = BlankSide::none) {
        characters_[k].character_class = character_class;
        characters_[k].cell = cell;
        characters_[k].blank = blank;
    }

    void classify_one(std::size_t k) {
        const char32_t character = at(k);
        if (is_common_han(character)) return set(k, Class::han, kFullWidth);
        if (joins(character) && k > 0 && characters_[k - 1].character_class != Class::line_feed) {
            set(k, characters_[k - 1].character_class, characters_[k - 1].cell);
            characters_[k].joins_previous = true;
            return;
        }
        const unsigned wide = is_wide(character) ? kFullWidth : kAsDrawn;
        if (const MarkRow* mark = find_mark(character)) {
            const bool chinese = mark->belongs == Belongs::to_chinese || chinese_mark(k);
            return chinese ? set(k, mark->character_class, mark->cell, mark->blank)
                           : set(k, Class::latin, kAsDrawn);
        }
        if (is_digit(character)) return set(k, Class::digit, wide);
        if (is_one_of(character, U"\n\r\v\f\u0085\u2028\u2029")) {
            return set(k, Class::line_feed, kAsDrawn);
        }
        if (is_one_of(character, U" \t\u00A0\u2002\u2003\u2005\u2009\u202F")) {
            return set(k, Class::latin_space, kAsDrawn);
        }
        const bool sign = is_ambiguous_sign(character) && chinese_around(k);
        if (wide != kAsDrawn || sign) return set(k, Class::han, kFullWidth);
        set(k, Class::latin, kAsDrawn);
    }

    /// —— and …… are one sign of two ems.
    void join_pairs() {
        for (std::size_t k = 0; k + 1 < characters_.size(); ++k) {
            const bool equal =
                at(k) == at(k + 1) && characters_[k].wide() && characters_[k + 1].wide();
            const bool dash = equal && at(k) == U'—';
            const bool ellipsis = equal && is_one_of(at(k), U"…⋯");
            if (!dash && !ellipsis) continue;
            const Class joined = dash ? Class::dash : Class::ellipsis;
            set(k, joined, 2 * kFullWidth);
            characters_[k + 1].joins_previous = true;
            // What had joined the second is part of the sign too.
            while (k + 1 < characters_.size() && characters_[k + 1].joins_previous)
                set(++k, joined, 2 * kFullWidth);
        }
    }

    /// ？！ typed together: two share the cell of one, three the cells of two. Each takes half a
    /// cell, and the last of an odd number keeps its blank half.
    void group_questions() {
        const auto is_question = [&](std::size_t k) { return is_one_of(at(k), U"？！"); };
        for (std::size_t begin = 0; begin < characters_.size(); ++begin) {
            std::size_t end = begin;
            while (end < characters_.size() && is_question(end)) ++end;
            const std::size_t paired = (end - begin) / 2 * 2;
            for (std::size_t k = begin; k < begin + paired; ++k) {
                set(k, Class::stop, kFullWidth / 2);
            }
            begin = std::max(begin, end);
        }
    }

    [[nodiscard]] bool digit_at(std::size_t k) const {
        return k < characters_.size() && characters_[k].character_class == Class::digit;
    }

    /// A separator between two digits belongs to the figure: 2,462.5  12:30  ３．５
    void figures() {
        for (std::size_t k = 1; k + 1 < characters_.size(); ++k) {
            const bool separator = is_one_of(at(k), U".,:．");
            if (separator && digit_at(k - 1) && digit_at(k + 1)) {
                set(k, Class::digit, characters_[k].cell);
            }
        }
    }

    std::vector<ClassifiedCharacter> characters_;
    std::vector<Script> own_;
    std::vector<Script> left_;   ///< The nearest before a character that is not none.
    std::vector<Script> right_;  ///< … behind it.
    std::vector<Script> outer_left_;
    std::vector<Script> outer_right_;
    std::vector<std::size_t> partner_;  ///< Of a quote, its other one; kNowhere.
    std::vector<bool> in_address_;
    bool has_chinese_ = false;
    bool has_latin_ = false;
};

}  // namespace

std::vector<ClassifiedCharacter> classify(std::string_view utf8) { return Classifier{utf8}.run(); }

}  // namespace banxin
