#include "pipeline/base/annex_mentions.hpp"

#include <string_view>

#include "pipeline/base/characters.hpp"

namespace banxin {
namespace {

struct Number {
    std::size_t end = 0;
    std::uint64_t value = 0;
};

std::optional<Number> number_from(const std::u32string& text, std::size_t begin) {
    constexpr std::size_t kMostDigits = 9;  // A longer figure counts no annexes and might overflow.
    Number number{begin, 0};
    while (number.end < text.size() && digit(text[number.end]))
        number.value = number.value * 10 + *digit(text[number.end++]);
    if (number.end == begin || number.end - begin > kMostDigits) return std::nullopt;
    return number;
}

constexpr std::u32string_view kRangeSigns = U"至到-－–—～~";

/// Collects the annexes that a text mentions, ranges opened up.
class MentionReader {
  public:
    explicit MentionReader(const std::u32string& text) : text_{text} {}

    /// Reads `1`, `1、2` or `1-3` from character `begin` on; `at` is where the mention is reported.
    /// Without a number nothing is read.
    void read(std::size_t begin, std::size_t at) {
        // 附件1至附件3: the sign stands between the last number and this 附件.
        bool range = end_ > 0 && end_ + 1 == at && is_one_of(text_[end_], kRangeSigns);
        for (auto number = number_from(text_, begin); number;) {
            end_ = number->end;
            add(range ? last_ + 1 : number->value, number->value, at);
            if (end_ >= text_.size()) break;
            range = is_one_of(text_[end_], kRangeSigns);
            const bool goes_on = range || is_one_of(text_[end_], U"、和及与");
            number = goes_on ? number_from(text_, end_ + 1) : std::nullopt;
            // 附件4、5 goes on; 附件4、5个部门 does not.
            if (number && number->end < text_.size() &&
                !is_one_of(text_[number->end], U"、和及与至到，。；：）)”》\n "))
                break;
        }
    }

    std::vector<AnnexMention> mentions;

  private:
    void add(std::uint64_t first, std::uint64_t last, std::size_t at) {
        constexpr std::uint64_t kLongestRange = 255;  // More than any job has; see Sources.
        if (first > last || last - first > kLongestRange) first = last;
        for (std::uint64_t annex = first; annex <= last; ++annex)
            mentions.push_back({annex, at, end_});
        last_ = last;
    }

    const std::u32string& text_;
    std::size_t end_ = 0;     ///< Just behind the last number; 0 before the first.
    std::uint64_t last_ = 0;  ///< That number.
};

}  // namespace

std::vector<AnnexMention> annex_mentions(const std::u32string& text) {
    constexpr std::u32string_view kAnnex = U"附件";
    MentionReader reader{text};
    for (std::size_t at = text.find(kAnnex); at != std::u32string::npos;
         at = text.find(kAnnex, at + 1)) {
        if (at > 0 && is_one_of(text[at - 1], U"》）)")) continue;  // another document's
        std::size_t begin = at + kAnnex.size();
        while (begin < text.size() && is_one_of(text[begin], U" \u3000")) ++begin;
        if (number_from(text, begin))
            reader.read(begin, at);
        else
            reader.mentions.push_back({std::nullopt, at, at + kAnnex.size()});
    }
    return reader.mentions;
}

}  // namespace banxin
