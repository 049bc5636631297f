#include "pipeline/lines/latin_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "pipeline/base/characters.hpp"

namespace banxin {
namespace {

using Class = CharacterClass;

bool is_latin_text(Class character_class) {
    return character_class == Class::latin || character_class == Class::latin_space ||
           character_class == Class::digit || character_class == Class::prefix ||
           character_class == Class::postfix || character_class == Class::connector ||
           character_class == Class::slash;
}

/// Dates have three groups (2019-05-12), telephone numbers too; nobody reads those in pieces.
constexpr std::size_t kGroupsOfCode = 4;

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

/// ICU's line breaks of one paragraph, made when the first of them is asked for: most Chinese
/// paragraphs never ask, and an iterator costs as much as breaking a page.
class IcuBreaks {
  public:
    explicit IcuBreaks(const std::string& utf8) : utf8_{utf8} {}

    [[nodiscard]] bool allows(std::uint32_t byte) {
        if (!opened_) open();
        return iterator_ && iterator_->isBoundary(static_cast<std::int32_t>(byte)) != 0;
    }

  private:
    void open() {
        opened_ = true;
        UErrorCode status = U_ZERO_ERROR;
        text_.reset(utext_openUTF8(nullptr, utf8_.data(), static_cast<std::int64_t>(utf8_.size()),
                                   &status));
        iterator_.reset(
            icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status));
        if (iterator_ && U_SUCCESS(status)) iterator_->setText(text_.get(), status);
        if (U_FAILURE(status)) iterator_.reset();
    }

    const std::string& utf8_;
    bool opened_ = false;
    std::unique_ptr<UText, TextCloser> text_;
    std::unique_ptr<icu::BreakIterator> iterator_;
};

class LatinBreaks {
  public:
    LatinBreaks(const ShapedParagraph& paragraph, const LineRules& rules,
                std::vector<BreakOpportunity>& breaks)
        : clusters_{paragraph.clusters},
          rules_{rules},
          breaks_{breaks},
          icu_{paragraph.source.utf8()} {}

    void run() {
        for (std::size_t begin = 0; begin < clusters_.size();) {
            std::size_t end = begin + 1;
            if (is_latin_text(clusters_[begin].character_class)) {
                while (end < clusters_.size() && is_latin_text(clusters_[end].character_class)) {
                    ++end;
                }
                words(begin, end);
            }
            begin = end;
        }
    }

  private:
    /// [begin, end) is Latin text: one address or word after the other.
    void words(std::size_t begin, std::size_t end) {
        while (begin < end) {
            std::size_t next = begin;
            while (next < end && clusters_[next].character_class != Class::latin_space) ++next;
            if (is_address(begin, next)) {
                address(begin, next);
            } else {
                word(begin, next);
                code(begin, next);
            }
            begin = next + 1;
        }
    }

    [[nodiscard]] char32_t at(std::size_t k) const { return clusters_[k].character; }

    /// https://www.gov.cn/zhengce  www.gov.cn  office@gov.cn
    [[nodiscard]] bool is_address(std::size_t begin, std::size_t end) const {
        std::size_t dots = 0;
        for (std::size_t k = begin + 1; k + 1 < end; ++k) {
            if (at(k) == U'@') return true;
            if (at(k) == U':' && at(k + 1) == U'/') return true;
            const bool between = at(k) == U'.' && is_ascii_letter_or_digit(at(k - 1)) &&
                                 is_ascii_letter_or_digit(at(k + 1));
            const bool lettered = clusters_[k - 1].character_class == Class::latin ||
                                  clusters_[k + 1].character_class == Class::latin;
            if (between && lettered) ++dots;
        }
        return dots >= 2;
    }

    /// An address breaks after :// and before the marks that part it, so that the reader sees that
    /// it goes on; no hyphen is added. The Chicago Manual of Style, 7.46; / neither begins nor ends
    /// a line in Chinese, so here it begins one rather than end it.
    void address(std::size_t begin, std::size_t end) {
        for (std::size_t k = begin + 1; k < end; ++k) {
            // Marks beside it that are not its own keep their bonds: （ “ ／ before, ” behind.
            const bool parts = is_one_of(at(k), U"/.?&=#_@") && is_ascii_letter_or_digit(at(k - 1));
            const bool after_scheme = at(k - 1) == U'/' && is_ascii_letter_or_digit(at(k)) &&
                                      k > begin + 2 && at(k - 2) == U'/';
            const bool stands_alone = k == begin + 1 || k + 1 == end;
            const bool in_figure =
                k + 1 < end && clusters_[k - 1].character_class == Class::digit &&
                clusters_[k + 1].character_class == Class::digit;  // 10.0.0.1, 12/31
            const bool may_break = (parts || after_scheme) && !stands_alone && !in_figure;
            breaks_[k].bond = may_break ? Bond::free : Bond::prohibited;
        }
    }

    /// A word breaks after a hyphen that letters follow; ICU knows the other scripts.
    void word(std::size_t begin, std::size_t end) {
        for (std::size_t k = begin + 1; k < end; ++k) {
            if (breaks_[k].bond != Bond::free) continue;
            const bool ascii = at(k - 1) < 0x80 && at(k) < 0x80;
            const bool after_hyphen =
                at(k - 1) == U'-' && k > begin + 1 && clusters_[k].character_class == Class::latin;
            const bool allowed = ascii ? after_hyphen : icu_.allows(clusters_[k].text.begin);
            if (!allowed) breaks_[k].bond = Bond::prohibited;
        }
    }

    /// Project codes, unified numbers: 2019-538587-84-01-123456. Groups of letters and digits, each
    /// behind one hyphen. The range begins and ends with a letter or a digit.
    [[nodiscard]] bool is_code(std::size_t begin, std::size_t end) const {
        std::size_t groups = 1;
        bool has_digit = false;
        for (std::size_t k = begin; k < end; ++k) {
            has_digit = has_digit || is_ascii_digit(at(k));
            if (is_ascii_letter_or_digit(at(k))) continue;
            if (at(k) != U'-' || at(k + 1) == U'-') return false;
            ++groups;
        }
        return has_digit && groups >= kGroupsOfCode;
    }

    /// A code is a figure that a reader compares digit by digit: it is parted only where the line
    /// would gape otherwise. Marks around it, (2019-538587-84-01), are not its own.
    void code(std::size_t begin, std::size_t end) {
        while (begin < end && !is_ascii_letter_or_digit(at(begin))) ++begin;
        while (begin < end && !is_ascii_letter_or_digit(at(end - 1))) --end;
        if (!is_code(begin, end)) return;
        for (std::size_t k = begin + 1; k < end; ++k)
            if (at(k - 1) == U'-') breaks_[k] = {Bond::free, rules_.soft_break_cost};
    }

    const std::vector<Cluster>& clusters_;
    const LineRules& rules_;
    std::vector<BreakOpportunity>& breaks_;
    IcuBreaks icu_;
};

}  // namespace

void apply_latin_breaks(const ShapedParagraph& paragraph, const LineRules& rules,
                        std::vector<BreakOpportunity>& breaks) {
    LatinBreaks{paragraph, rules, breaks}.run();
}

}  // namespace banxin
