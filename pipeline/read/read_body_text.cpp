#include "pipeline/read/read_body_text.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "pipeline/base/characters.hpp"
#include "pipeline/base/control_characters.hpp"
#include "pipeline/read/decode_text.hpp"

namespace banxin {
namespace {

/// The longest sentence that opens a paragraph as its heading, label and 。 not counted.
constexpr std::size_t kLongestRunInHeading = 20;

/// A decoded file cut into lines, without what no document can hold.
struct Line {
    std::string utf8;
    std::uint32_t number = 0;  ///< from 1
};

/// Replaces tabs by spaces and drops control characters, which are reported one by one.
std::string without_controls(std::string_view line, Origin begin, Diagnostics& diagnostics) {
    std::string clean;
    std::uint16_t column = begin.column;
    for (std::size_t k = 0; k < line.size(); ++column) {
        const CharacterAt here = character_at(line, k);
        if (is_control_character(here.character)) {
            Origin at = begin;
            at.column = column;
            diagnostics.push_back(
                {Code::control_character, at, {{"code_point", code_point_name(here.character)}}});
        } else if (here.character == U'\t') {
            clean += ' ';
        } else {
            clean += line.substr(here.begin, here.end - here.begin);
        }
        k = here.end;
    }
    return clean;
}

/// Calls `take(line, origin of its first character)` for each line of the file.
template <typename Take>
void each_line(std::string_view text, std::uint8_t file, Diagnostics& diagnostics, Take take) {
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const Origin begin{.row = ++number, .column = 1, .file = file};
        take(without_controls(text.substr(0, end), begin, diagnostics), begin);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

/// The characters at the front of a line, one at a time.
class Cursor {
  public:
    explicit Cursor(std::string_view utf8) : utf8_{utf8} {}

    [[nodiscard]] char32_t peek() const {
        return at_ < utf8_.size() ? character_at(utf8_, at_).character : U'\0';
    }
    void advance() { at_ = character_at(utf8_, at_).end; }
    [[nodiscard]] std::size_t bytes() const { return at_; }

    bool take_one_of(std::u32string_view signs) {
        const bool found = at_ < utf8_.size() && signs.find(peek()) != std::u32string_view::npos;
        if (found) advance();
        return found;
    }
    /// How many of `signs` stood here.
    std::size_t take_all_of(std::u32string_view signs) {
        std::size_t count = 0;
        while (take_one_of(signs)) ++count;
        return count;
    }

  private:
    std::string_view utf8_;
    std::size_t at_ = 0;
};

constexpr std::u32string_view kHanDigits = U"一二三四五六七八九十百〇零";
constexpr std::u32string_view kDigits = U"0123456789０１２３４５６７８９";
constexpr std::size_t kLongestNumber = 3;

/// A label of GB/T 9704-2012, 7.3.3, at the front of a line.
struct Label {
    unsigned level = 0;
    std::size_t bytes = 0;  ///< 0: no label
};

Label find_bracketed_label(std::string_view line) {
    Cursor cursor{line};
    if (!cursor.take_one_of(U"（(")) return {};
    const bool han = kHanDigits.find(cursor.peek()) != std::u32string_view::npos;
    const std::size_t digits = cursor.take_all_of(han ? kHanDigits : kDigits);
    if (digits == 0 || digits > kLongestNumber || !cursor.take_one_of(U"）)")) return {};
    return {han ? 2U : 4U, cursor.bytes()};
}

Label find_label(std::string_view line) {
    if (const Label bracketed = find_bracketed_label(line); bracketed.bytes > 0) return bracketed;
    Cursor cursor{line};
    if (const std::size_t han = cursor.take_all_of(kHanDigits); han > 0) {
        const bool label = han <= kLongestNumber && cursor.take_one_of(U"、");
        return label ? Label{1, cursor.bytes()} : Label{};
    }
    const std::size_t digits = cursor.take_all_of(kDigits);
    if (digits == 0 || digits > kLongestNumber || !cursor.take_one_of(U".．、")) return {};
    // `1.5` is an amount, not the first point.
    if (kDigits.find(cursor.peek()) != std::u32string_view::npos) return {};
    return {3, cursor.bytes()};
}

/// What decides about headings in the text behind a label.
struct Sentence {
    std::size_t end = 0;         ///< Bytes up to and with the first 。; 0 when there is none.
    std::size_t characters = 0;  ///< Before it. A `{name}` counts as one.
    bool has_pause = false;      ///< A mark before it that divides sentences.
    char32_t last = 0;           ///< The last character of the whole text.
};

Sentence first_sentence(std::string_view text) {
    Sentence sentence;
    unsigned depth = 0;
    for (std::size_t k = 0; k < text.size();) {
        const CharacterAt here = character_at(text, k);
        k = here.end;
        sentence.last = here.character;
        if (here.character == U'{') ++depth;
        if (here.character == U'}' && depth > 0) --depth;
        if (depth > 0 || sentence.end > 0) continue;
        if (here.character == U'。') {
            sentence.end = here.end;
        } else {
            ++sentence.characters;
            const bool pause = is_one_of(here.character, U"，；：、");
            sentence.has_pause = sentence.has_pause || pause;
        }
    }
    return sentence;
}

std::uint32_t heading_bytes(std::string_view line, const Label& label) {
    const Sentence sentence = first_sentence(line.substr(label.bytes));
    std::size_t bytes = 0;
    if (sentence.end == 0) {
        // A heading by itself has no mark at its end; a point of a list has ； and goes on.
        const bool goes_on = is_one_of(sentence.last, U"，；：、,;:");
        if (!goes_on) bytes = line.size();
    } else {
        const bool text_follows = label.bytes + sentence.end < line.size();
        const bool is_heading =
            text_follows && !sentence.has_pause && sentence.characters <= kLongestRunInHeading;
        if (is_heading) bytes = label.bytes + sentence.end;
    }
    return static_cast<std::uint32_t>(bytes);
}

}  // namespace

Outcome<BodyText> read_body_text(std::string_view bytes, std::uint8_t file) {
    Outcome<std::string> decoded = decode_text(bytes, file);
    Outcome<BodyText> outcome{{}, std::move(decoded.diagnostics)};
    each_line(decoded.value, file, outcome.diagnostics, [&](std::string line, Origin begin) {
        const TrimmedRange range = trimmed_range(line);
        if (range.begin == range.end) return;
        const Text whole{std::move(line), begin, Text::OriginStep::per_character};
        BodyParagraph paragraph{.text = whole.slice(range.begin, range.end)};
        const Label label = find_label(paragraph.text.utf8());
        paragraph.level = label.level;
        if (label.level > 0) {
            paragraph.heading_bytes = heading_bytes(paragraph.text.utf8(), label);
        }
        outcome.value.paragraphs.push_back(std::move(paragraph));
    });
    return outcome;
}

Outcome<Text> read_plain_text(std::string_view bytes, std::uint8_t file) {
    Outcome<std::string> decoded = decode_text(bytes, file);
    Outcome<Text> outcome{{}, std::move(decoded.diagnostics)};
    each_line(decoded.value, file, outcome.diagnostics, [&](std::string line, Origin begin) {
        if (begin.row > 1) outcome.value.append("\n", begin);
        outcome.value.append(Text{std::move(line), begin, Text::OriginStep::per_character});
    });
    return outcome;
}

}  // namespace banxin
