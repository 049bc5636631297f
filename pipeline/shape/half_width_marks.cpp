#include "pipeline/shape/half_width_marks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pipeline/base/characters.hpp"
#include "pipeline/shape/latin_addresses.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

/// A kind of mark as messages name it.
struct Kind {
    std::string_view written;
    std::string_view meant;
};

/// Marks by themselves, by GB/T 15834-2011, clause 4.
constexpr auto kSingle = std::to_array<std::pair<char32_t, Kind>>({
    {U',', {",", "，"}},
    {U'.', {".", "。"}},
    {U':', {":", "："}},
    {U';', {";", "；"}},
    {U'?', {"?", "？"}},
    {U'!', {"!", "！"}},
});
constexpr Kind kDots{"...", "……"};
constexpr Kind kHalfEllipsis{"…", "……"};
constexpr Kind kHyphens{"--", "——"};
constexpr Kind kTilde{"~", "～"};
constexpr Kind kDoubleQuotes{"\"", "“”"};
constexpr Kind kSingleQuotes{"'", "‘’"};
constexpr Kind kRoundBrackets{"()", "（）"};
constexpr Kind kAngleBrackets{"<>", "《》"};
constexpr Kind kYearBrackets{
    "[]", "〔〕"};  // around the year of a document's number, 7.2.5 of GB/T 9704-2012

class Finder {
  public:
    explicit Finder(const std::vector<ClassifiedCharacter>& characters)
        : characters_{characters}, in_address_{find_latin_addresses(characters)} {}

    std::vector<HalfWidthMark> run() {
        // Braces are left of a value that could not be filled in, which has been reported.
        bool in_braces = false;
        for (std::size_t k = 0; k < characters_.size(); ++k) {
            if (at(k) == U'{' || at(k) == U'}') in_braces = at(k) == U'{';
            if (!in_address_[k] && !in_braces) look_at(k);
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] char32_t at(std::size_t k) const {
        return k < characters_.size() ? characters_[k].character : U'\0';
    }
    /// Han, or a mark that only stands in Chinese.
    [[nodiscard]] bool chinese(std::size_t k) const {
        return k < characters_.size() && characters_[k].wide() &&
               characters_[k].character_class != Class::digit;
    }
    [[nodiscard]] bool chinese_before(std::size_t k) const { return k > 0 && chinese(k - 1); }
    [[nodiscard]] bool latin_or_digit(std::size_t k) const {
        return is_ascii_letter_or_digit(at(k));
    }

    static bool closes(char32_t character) { return is_one_of(character, U")]>\"'"); }

    void add(std::size_t k, Kind kind) {
        const bool known = std::any_of(found_.begin(), found_.end(), [&](const auto& mark) {
            return mark.written == kind.written;
        });
        if (!known) found_.push_back({characters_[k].text, kind.written, kind.meant});
    }

    void look_at(std::size_t k) {
        switch (at(k)) {
            case U',':
            case U'.':
            case U':':
            case U';':
            case U'?':
            case U'!':
                return look_at_pause(k);
            case U'…':
                return look_at_ellipsis(k);
            case U'-':
                if (at(k + 1) == U'-' && chinese_before(k)) add(k, kHyphens);
                return;
            case U'~':
                return look_at_tilde(k);
            case U'"':
                return look_at_quote(k, kDoubleQuotes);
            case U'\'':
                return look_at_quote(k, kSingleQuotes);
            case U'(':
                return look_at_opening(k, U')', kRoundBrackets);
            case U')':
                // One that was opened was looked at there, or opened with （.
                if (chinese_before(k) && !opened(k)) add(k, kRoundBrackets);
                return;
            case U'<':
                return look_at_opening(k, U'>', kAngleBrackets);
            case U'[':
                return look_at_year(k);
            default:
                return;
        }
    }

    /// Behind Han they end Chinese words, whatever follows; behind figures and Latin words they do
    /// only where Han follows at once. 1.国 is an item's number and 1:国 may be one.
    void look_at_pause(std::size_t k) {
        const char32_t mark = at(k);
        if (mark == U'.' && at(k + 1) == U'.' && at(k + 2) == U'.') {
            if (chinese_before(k)) add(k, kDots);
            return;
        }
        if (mark == U'.' && k > 0 && at(k - 1) == U'.') return;
        const bool begins_name = mark == U'.' && latin_or_digit(k + 1);  // 的.NET
        const bool word = k > 0 && (latin_or_digit(k - 1) || closes(at(k - 1)) ||
                                    characters_[k - 1].character_class == Class::postfix);
        const bool behind_word = word && chinese(k + 1) && mark != U'.' && mark != U':';
        if ((!chinese_before(k) || begins_name) && !behind_word) return;
        const auto kind = std::find_if(kSingle.begin(), kSingle.end(),
                                       [&](const auto& entry) { return entry.first == mark; });
        add(k, kind->second);
    }

    void look_at_ellipsis(std::size_t k) {
        const bool single = characters_[k].character_class == Class::ellipsis &&
                            !characters_[k].joins_previous && at(k + 1) != U'…';
        if (single) add(k, kHalfEllipsis);
    }

    void look_at_tilde(std::size_t k) {
        const bool between_figures =
            k > 0 && is_ascii_digit(at(k - 1)) && is_ascii_digit(at(k + 1));
        const bool range =
            between_figures && characters_[k].character_class == Class::connector && has_han();
        if (chinese_before(k) || chinese(k + 1) || range) add(k, kTilde);
    }

    /// 5"屏 is inches, ’80 years.
    void look_at_quote(std::size_t k, Kind kind) {
        const bool behind_figure = k > 0 && is_ascii_digit(at(k - 1));
        if (chinese_before(k) || (chinese(k + 1) && !behind_figure)) add(k, kind);
    }

    /// Brackets around Han, and behind Han whatever they hold, unless Latin goes on behind them.
    void look_at_opening(std::size_t k, char32_t closing, Kind kind) {
        constexpr std::size_t kLongest = 200;
        std::size_t end = k + 1;
        bool holds_han = false;
        while (end < characters_.size() && end - k <= kLongest && at(end) != closing &&
               at(end) != at(k)) {
            holds_han = holds_han || chinese(end);
            ++end;
        }
        if (at(end) != closing) {
            if (kind.written == kRoundBrackets.written && chinese(k + 1)) add(k, kind);
            return;
        }
        const bool between_han =
            chinese_before(k) && (chinese(end + 1) || end + 1 == characters_.size());
        const bool angle = closing == U'>';
        if (angle ? chinese(k + 1) && chinese_before(end) : holds_han || between_han) add(k, kind);
    }

    [[nodiscard]] bool opened(std::size_t k) const {
        for (std::size_t back = k; back-- > 0;) {
            if (at(back) == U')') return false;
            if (at(back) == U'(') return true;
        }
        return false;
    }

    /// 筑府[2020]5号
    void look_at_year(std::size_t k) {
        bool year = true;
        for (std::size_t digit = k + 1; digit <= k + 4; ++digit) {
            year = year && is_ascii_digit(at(digit));
        }
        if (year && at(k + 5) == U']' && chinese_before(k)) add(k, kYearBrackets);
    }

    [[nodiscard]] bool has_han() {
        if (!has_han_) {
            has_han_ = std::any_of(characters_.begin(), characters_.end(), [](const auto& entry) {
                return entry.character_class == Class::han;
            });
        }
        return *has_han_;
    }

    const std::vector<ClassifiedCharacter>& characters_;
    std::vector<bool> in_address_;
    std::optional<bool> has_han_;
    std::vector<HalfWidthMark> found_;
};

}  // namespace

std::vector<HalfWidthMark> find_half_width_marks(
    const std::vector<ClassifiedCharacter>& characters) {
    return Finder{characters}.run();
}

}  // namespace banxin
