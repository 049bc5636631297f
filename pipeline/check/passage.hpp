// A paragraph character by character, each with its place: what the rules of the text read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/characters.hpp"
#include "pipeline/base/decimal.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/compose/document.hpp"

namespace banxin {

class Passage {
  public:
    explicit Passage(Text text);

    [[nodiscard]] const std::u32string& characters() const { return characters_; }
    [[nodiscard]] std::size_t size() const { return characters_.size(); }

    /// The character at `index`; 0 behind the end.
    [[nodiscard]] char32_t at(std::size_t index) const {
        return index < size() ? characters_[index] : U'\0';
    }
    [[nodiscard]] bool has(std::u32string_view word, std::size_t index) const {
        return std::u32string_view{characters_}.substr(std::min(index, size())).starts_with(word);
    }
    /// Where `word` begins in [begin, end); `end` when it is not there.
    [[nodiscard]] std::size_t find(std::u32string_view word, std::size_t begin,
                                   std::size_t end) const;

    [[nodiscard]] Origin origin_at(std::size_t index) const;
    [[nodiscard]] std::string utf8(std::size_t begin, std::size_t end) const;

  private:
    Text text_;
    std::u32string characters_;
    std::vector<std::size_t> bytes_;  ///< Where each character begins, and where the last ends.
};

/// The words of a paragraph, in whatever styles.
[[nodiscard]] Passage passage_of(const Paragraph& paragraph);

[[nodiscard]] bool is_han(char32_t character);

/// The digits from `at` on, in ASCII; moves `at` behind them.
[[nodiscard]] std::string take_digits(const Passage& passage, std::size_t& at);

/// How many blanks, half or full width, stand at `at`.
[[nodiscard]] std::size_t blanks_at(const Passage& passage, std::size_t at);

/// A number as it is written, with commas between thousands: [begin, end) of a passage.
struct WrittenNumber {
    std::size_t begin = 0;
    std::size_t end = 0;
    Decimal value;
};

/// The number that begins at `index`, which must not lie within a longer one.
[[nodiscard]] std::optional<WrittenNumber> number_at(const Passage& passage, std::size_t index);

/// The first number that begins in [begin, end).
[[nodiscard]] std::optional<WrittenNumber> next_number(const Passage& passage, std::size_t begin,
                                                       std::size_t end);

}  // namespace banxin
