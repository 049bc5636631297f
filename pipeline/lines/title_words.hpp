// The words of titles that a general dictionary does not have or cuts in the wrong place, and the
// small words that a line of a title should not begin or end with. Data only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace banxin {

enum class TitleWordKind : std::uint8_t {
    other,
    organ,     ///< What an organ is called after its place or its field: 人民政府, 办公厅.
    verb,      ///< Begins a new thought, and its object may begin a line: 印发, 加强.
    modifier,  ///< Stays with the word after it: 进一步, 市级.
    head,      ///< Stays with the word before it, where that is a noun: 情况, 工作.
};

struct TitleWord {
    std::u32string_view text;
    TitleWordKind kind = TitleWordKind::other;
};

/// The words that begin with `first`, the longest first.
[[nodiscard]] std::span<const TitleWord> title_words_beginning_with(char32_t first);

/// 的, 和, 等: belongs to what stands before it.
[[nodiscard]] bool never_begins_title_line(std::u32string_view word);

/// 关于, 对, 和: belongs to what stands after it.
[[nodiscard]] bool never_ends_title_line(std::u32string_view word);

/// A single character that ends a longer word when no dictionary has that word: 贵阳市, 规范性.
[[nodiscard]] bool ends_words(char32_t character);

/// A single character that begins one: 非税, 总队.
[[nodiscard]] bool begins_words(char32_t character);

/// The last character of a place's name.
[[nodiscard]] bool ends_place(char32_t character);

/// The last character of an organ's name after its field: 财政局, 发展改革委.
[[nodiscard]] bool ends_organ(char32_t character);

}  // namespace banxin
