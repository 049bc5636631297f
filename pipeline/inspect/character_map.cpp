#include "pipeline/inspect/character_map.hpp"

#include <algorithm>

namespace banxin {
namespace {

constexpr std::uint32_t kMostCodesOfARange = 0x10000;
constexpr std::size_t kMostTexts = 0x20000;  // More than Unicode has characters assigned today.

std::uint32_t number_of(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes) number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

int digit_of(char sign) {
    if (sign >= '0' && sign <= '9') return sign - '0';
    if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
    if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
    return -1;
}

bool is_blank(char sign) { return static_cast<unsigned char>(sign) <= ' '; }
bool ends_word(char sign) {
    return is_blank(sign) || std::string_view{"<>[]/%()"}.find(sign) != std::string_view::npos;
}

}  // namespace

struct CharacterMap::Token {
    enum class Kind : std::uint8_t { end, string, word, open, close } kind = Kind::end;
    std::string value;  ///< Bytes of a string, letters of a word.
};

/// Goes through the program token by token. Everything unknown is a word that nobody asks for.
class CharacterMap::Reader {
  public:
    Reader(std::string_view program, CharacterMap& map) : program_{program}, map_{map} {}

    void read() {
        for (Token token = next(); token.kind != Token::Kind::end; token = next()) {
            if (token.kind != Token::Kind::word) continue;
            if (token.value == "begincodespacerange") read_spaces();
            if (token.value == "beginbfchar") read_characters();
            if (token.value == "beginbfrange") read_ranges();
            if (token.value == "begincidchar") read_cids(1);
            if (token.value == "begincidrange") read_cids(2);
        }
    }

  private:
    Token next();
    std::string hexadecimal();

    /// `count` strings, or nothing at the end of the section.
    std::optional<std::vector<std::string>> strings(std::size_t count) {
        std::vector<std::string> found;
        while (found.size() < count) {
            Token token = next();
            if (token.kind != Token::Kind::string || token.value.size() > 64) return std::nullopt;
            found.push_back(std::move(token.value));
        }
        return found;
    }

    void read_spaces() {
        while (const auto pair = strings(2)) {
            const std::size_t size = (*pair)[0].size();
            if (size == 0 || size > 4 || size != (*pair)[1].size()) continue;
            map_.spaces_.push_back({size, number_of((*pair)[0]), number_of((*pair)[1])});
        }
    }
    void read_characters() {
        while (const auto pair = strings(2))
            map_.texts_[number_of((*pair)[0])] = from_utf16((*pair)[1]);
    }
    void read_ranges();
    void read_cids(std::size_t codes) {
        while (const auto found = strings(codes)) {
            const Token cid = next();
            if (cid.kind != Token::Kind::word || cid.value.size() > 6) return;
            std::uint32_t number = 0;
            for (const char sign : cid.value)
                number = number * 10 + static_cast<std::uint32_t>(std::max(0, digit_of(sign)));
            map_.cids_[number_of(found->front())] = {number_of(found->back()), number};
        }
    }

    std::string_view program_;
    std::size_t at_ = 0;
    CharacterMap& map_;
};

std::string CharacterMap::Reader::hexadecimal() {
    std::string bytes;
    int half = -1;
    for (; at_ < program_.size() && program_[at_] != '>'; ++at_) {
        const int digit = digit_of(program_[at_]);
        if (digit < 0) continue;
        if (half < 0) {
            half = digit;
        } else {
            bytes += static_cast<char>(half * 16 + digit);
            half = -1;
        }
    }
    ++at_;
    if (half >= 0) bytes += static_cast<char>(half * 16);
    return bytes;
}

CharacterMap::Token CharacterMap::Reader::next() {
    while (at_ < program_.size() && (is_blank(program_[at_]) || program_[at_] == '%')) {
        if (program_[at_] == '%')
            while (at_ < program_.size() && program_[at_] != '\n' && program_[at_] != '\r') ++at_;
        else
            ++at_;
    }
    if (at_ >= program_.size()) return {};
    const char sign = program_[at_++];
    if (sign == '<' && at_ < program_.size() && program_[at_] != '<')
        return {Token::Kind::string, hexadecimal()};
    if (sign == '[') return {Token::Kind::open, {}};
    if (sign == ']') return {Token::Kind::close, {}};
    const std::size_t begin = at_ - 1;
    if (!ends_word(sign))
        while (at_ < program_.size() && !ends_word(program_[at_])) ++at_;
    return {Token::Kind::word, std::string{program_.substr(begin, at_ - begin)}};
}

/// `<low> <high> <text>` counts the last character up; `<low> <high> [<text> …]` names each.
void CharacterMap::Reader::read_ranges() {
    while (const auto pair = strings(2)) {
        const std::uint32_t low = number_of((*pair)[0]);
        const std::uint32_t high =
            std::min(number_of((*pair)[1]), low + std::min(kMostCodesOfARange, ~low));
        Token token = next();
        if (token.kind == Token::Kind::string) {
            std::u32string text = from_utf16(token.value);
            for (std::uint32_t code = low; code <= high && !text.empty(); ++code) {
                if (map_.texts_.size() > kMostTexts) return;
                map_.texts_[code] = text;
                ++text.back();
                if (code == high) break;
            }
        } else if (token.kind == Token::Kind::open) {
            std::uint32_t code = low;
            for (token = next(); token.kind == Token::Kind::string; token = next())
                if (code <= high) map_.texts_[code++] = from_utf16(token.value);
        } else {
            return;
        }
    }
}

CharacterMap::CharacterMap(std::string_view program) { Reader{program, *this}.read(); }

std::optional<std::size_t> CharacterMap::code_size(std::string_view bytes, std::size_t at) const {
    for (std::size_t size = 1; size <= 4 && at + size <= bytes.size(); ++size) {
        const std::string_view code = bytes.substr(at, size);
        const bool known = std::any_of(spaces_.begin(), spaces_.end(), [&](const Space& space) {
            if (space.size != size) return false;
            for (std::size_t k = 0; k < size; ++k) {  // A code space is a box, byte by byte.
                const unsigned shift = static_cast<unsigned>(8 * (size - 1 - k));
                const auto byte = static_cast<unsigned char>(code[k]);
                if (byte < ((space.low >> shift) & 0xFFU) || byte > ((space.high >> shift) & 0xFFU))
                    return false;
            }
            return true;
        });
        if (known) return size;
    }
    return std::nullopt;
}

std::optional<std::u32string> CharacterMap::text(std::uint32_t code) const {
    const auto found = texts_.find(code);
    if (found == texts_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint32_t> CharacterMap::cid(std::uint32_t code) const {
    auto found = cids_.upper_bound(code);
    if (found == cids_.begin()) return std::nullopt;
    --found;
    if (code > found->second.high) return std::nullopt;
    return found->second.cid + (code - found->first);
}

std::u32string from_utf16(std::string_view bytes) {
    constexpr char32_t kReplacement = 0xFFFD;
    std::u32string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = number_of(bytes.substr(at, 2));
        const bool is_high = unit >= 0xD800 && unit < 0xDC00;
        if (is_high && at + 3 < bytes.size()) {
            const char32_t low = number_of(bytes.substr(at + 2, 2));
            if (low >= 0xDC00 && low < 0xE000) {
                text += 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
                continue;
            }
        }
        text += unit >= 0xD800 && unit < 0xE000 ? kReplacement : unit;
    }
    return text;
}

}  // namespace banxin
