#include "pipeline/check/passage.hpp"

#include <utility>

#include "pipeline/base/utf8.hpp"

namespace banxin {

Passage::Passage(Text text) : text_{std::move(text)} {
    const std::string& utf8 = text_.utf8();
    for (std::size_t at = 0; at < utf8.size();) {
        bytes_.push_back(at);
        characters_.push_back(next_character(utf8, at));
    }
    bytes_.push_back(utf8.size());
}

std::size_t Passage::find(std::u32string_view word, std::size_t begin, std::size_t end) const {
    if (begin >= end || begin >= size()) return end;
    const std::size_t found =
        std::u32string_view{characters_}.substr(begin, end - begin).find(word);
    return found == std::u32string_view::npos ? end : begin + found;
}

Origin Passage::origin_at(std::size_t index) const {
    return text_.origin_at(bytes_[std::min(index, size())]);
}

std::string Passage::utf8(std::size_t begin, std::size_t end) const {
    return text_.utf8().substr(bytes_[begin], bytes_[end] - bytes_[begin]);
}

Passage passage_of(const Paragraph& paragraph) {
    Text text;
    for (const StyledText& run : paragraph.runs) text.append(run.text);
    return Passage{std::move(text)};
}

bool is_han(char32_t character) {
    return (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0x3400 && character <= 0x4DBF) ||
           (character >= 0x20000 && character <= 0x323AF);
}

std::string take_digits(const Passage& passage, std::size_t& at) {
    std::string digits;
    for (; digit(passage.at(at)); ++at) digits += static_cast<char>('0' + *digit(passage.at(at)));
    return digits;
}

std::size_t blanks_at(const Passage& passage, std::size_t at) {
    std::size_t end = at;
    while (is_one_of(passage.at(end), U" \u3000\u00A0")) ++end;
    return end - at;
}

std::optional<WrittenNumber> number_at(const Passage& passage, std::size_t index) {
    if (!digit(passage.at(index))) return std::nullopt;
    if (index > 0 && (digit(passage.at(index - 1)) || passage.at(index - 1) == U'.'))
        return std::nullopt;
    std::string digits;
    std::size_t end = index;
    bool has_point = false;
    for (; end < passage.size(); ++end) {
        const char32_t character = passage.at(end);
        const bool digit_follows = digit(passage.at(end + 1)).has_value();
        if (const auto value = digit(character)) {
            digits += static_cast<char>('0' + *value);
        } else if (character == U'.' && !has_point && digit_follows) {
            has_point = true;
            digits += '.';
        } else if (character != U',' || has_point || !digit_follows) {
            break;
        }
    }
    const auto value = Decimal::parse(digits);
    if (!value) return std::nullopt;
    return WrittenNumber{index, end, *value};
}

std::optional<WrittenNumber> next_number(const Passage& passage, std::size_t begin,
                                         std::size_t end) {
    for (std::size_t at = begin; at < end; ++at)
        if (auto number = number_at(passage, at)) return number;
    return std::nullopt;
}

}  // namespace banxin
