#include "pipeline/compose/wording.hpp"

#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "pipeline/base/nearest.hpp"
#include "pipeline/compose/characters.hpp"

namespace banxin {
namespace {

constexpr std::size_t kExcerptCharacters = 24;  // Of a faulty place, shown in the message.

/// A template as ICU wants it, and for each of its code units the byte it came from.
struct Pattern {
    icu::UnicodeString utf16;
    std::vector<std::uint32_t> bytes;  ///< One more than code units.

    [[nodiscard]] std::uint32_t byte(std::int32_t unit) const {
        return bytes[static_cast<std::size_t>(unit)];
    }
};

/// Apostrophes are doubled: ICU then takes each pair for one apostrophe and quotes nothing.
Pattern to_pattern(const std::string& utf8) {
    const Characters characters = characters_of(utf8);
    Pattern pattern;
    for (std::size_t k = 0; k < characters.text.size(); ++k) {
        const char32_t character = characters.text[k];
        const bool doubled = character == U'\'';
        pattern.utf16.append(static_cast<UChar32>(character));
        if (doubled) pattern.utf16.append(u'\'');
        pattern.bytes.push_back(characters.bytes[k]);
        // A second code unit belongs to the same character; the doubled apostrophe to what follows.
        if (pattern.bytes.size() < static_cast<std::size_t>(pattern.utf16.length()))
            pattern.bytes.push_back(characters.bytes[doubled ? k + 1 : k]);
    }
    pattern.bytes.push_back(characters.bytes.back());
    return pattern;
}

std::string to_utf8(const icu::UnicodeString& utf16) {
    std::string utf8;
    return utf16.toUTF8String(utf8);
}

/// The byte of a brace that has no partner.
std::optional<std::size_t> lonely_brace(const std::string& utf8) {
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < utf8.size(); ++k) {
        if (utf8[k] == '{') open.push_back(k);
        if (utf8[k] != '}') continue;
        if (open.empty()) return k;
        open.pop_back();
    }
    if (open.empty()) return std::nullopt;
    return open.back();
}

/// The beginning of what is wrong, to the end of its line at most.
std::string excerpt(const std::string& utf8, std::size_t begin) {
    const std::string line = utf8.substr(begin, utf8.find('\n', begin) - begin);
    const Characters characters = characters_of(line);
    const std::size_t count = std::min(kExcerptCharacters, characters.text.size());
    return line.substr(0, characters.bytes[count]);
}

/// What ICU can do that does not depend on the clock, the zone or the machine.
bool is_allowed(const icu::UnicodeString& type) {
    static constexpr auto kAllowed = std::to_array<std::string_view>(
        {"number", "ordinal", "plural", "select", "selectordinal", "spellout"});
    return std::find(kAllowed.begin(), kAllowed.end(), to_utf8(type)) != kAllowed.end();
}

icu::Formattable to_formattable(const NamedValue& value, UErrorCode& status) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) return icu::Formattable{*count};
    if (const auto* decimal = std::get_if<Decimal>(&value))
        return icu::Formattable{icu::StringPiece{decimal->to_string()}, status};
    return icu::Formattable{icu::UnicodeString::fromUTF8(std::get<Text>(value).utf8())};
}

/// Fills one template. Made anew for each: it holds what all the steps share.
class Filling {
  public:
    Filling(const Text& text, const Names& names, Diagnostics& diagnostics)
        : text_{text},
          names_{names},
          diagnostics_{diagnostics},
          pattern_{to_pattern(text.utf8())},
          parts_{status_} {}

    FilledText run();

  private:
    using Part = icu::MessagePattern::Part;

    bool parse();
    void copy(std::int32_t begin, std::int32_t end);
    void insert(std::int32_t first, std::int32_t last);
    void insert_formatted(std::int32_t first, std::int32_t last, Origin origin);
    const NamedValue* named(const Part& part);
    void report_invalid(std::size_t byte);

    const Text& text_;
    const Names& names_;
    Diagnostics& diagnostics_;
    Pattern pattern_;
    UErrorCode status_ = U_ZERO_ERROR;
    icu::MessagePattern parts_;
    FilledText filled_;
};

FilledText Filling::run() {
    if (!parse()) return {text_, {}};
    // Part 0 is the message's start, the last one its end. What stands between the arguments of the
    // outermost message is copied; an argument, with all that is nested in it, is formatted.
    std::int32_t copied = 0;
    for (std::int32_t k = 1; k < parts_.countParts(); ++k) {
        const Part& part = parts_.getPart(k);
        copy(copied, part.getIndex());
        copied = part.getLimit();
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const std::int32_t last = parts_.getLimitPartIndex(k);
        insert(k, last);
        copied = parts_.getPart(last).getLimit();
        k = last;
    }
    return std::move(filled_);
}

bool Filling::parse() {
    if (const auto brace = lonely_brace(text_.utf8())) {
        report_invalid(*brace);
        return false;
    }
    UParseError where{};
    parts_.parse(pattern_.utf16, &where, status_);
    if (U_FAILURE(status_)) {
        report_invalid(pattern_.byte(std::clamp(where.offset, 0, pattern_.utf16.length())));
        return false;
    }
    for (std::int32_t k = 0; k < parts_.countParts(); ++k) {
        const Part& part = parts_.getPart(k);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_TYPE) continue;
        if (is_allowed(parts_.getSubstring(part))) continue;
        report_invalid(pattern_.byte(part.getIndex()));
        return false;
    }
    return true;
}

void Filling::copy(std::int32_t begin, std::int32_t end) {
    filled_.text.append(text_.slice(pattern_.byte(begin), pattern_.byte(end)));
}

/// The argument of the parts `first` to `last`.
void Filling::insert(std::int32_t first, std::int32_t last) {
    const TextRange place{pattern_.byte(parts_.getPart(first).getIndex()),
                          pattern_.byte(parts_.getPart(last).getLimit())};
    const Origin origin = text_.origin_at(place.begin);
    const auto begin = static_cast<std::uint32_t>(filled_.text.utf8().size());
    const bool simple = parts_.getPart(first).getArgType() == UMSGPAT_ARG_TYPE_NONE;
    const NamedValue* value = simple ? named(parts_.getPart(first + 1)) : nullptr;
    if (!simple) {
        insert_formatted(first, last, origin);
    } else if (value == nullptr) {
        filled_.text.append(text_.slice(place.begin, place.end));
    } else if (const auto* words = std::get_if<Text>(value)) {
        filled_.text.append(*words);
    } else if (const auto* decimal = std::get_if<Decimal>(value)) {
        filled_.text.append(decimal->to_string(), origin);
    } else {
        filled_.text.append(std::to_string(std::get<std::int64_t>(*value)), origin);
    }
    const auto end = static_cast<std::uint32_t>(filled_.text.utf8().size());
    filled_.insertions.push_back({place, {begin, end}});
}

void Filling::insert_formatted(std::int32_t first, std::int32_t last, Origin origin) {
    const std::int32_t begin = parts_.getPart(first).getIndex();
    const std::int32_t end = parts_.getPart(last).getLimit();
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    UErrorCode status = U_ZERO_ERROR;
    for (std::int32_t k = first; k < last; ++k) {
        const Part& part = parts_.getPart(k);
        const auto type = part.getType();
        if (type != UMSGPAT_PART_TYPE_ARG_NAME && type != UMSGPAT_PART_TYPE_ARG_NUMBER) continue;
        const NamedValue* value = named(part);
        if (value == nullptr) return copy(begin, end);
        names.push_back(parts_.getSubstring(part));
        values.push_back(to_formattable(*value, status));
    }
    UParseError ignored{};
    const icu::MessageFormat format{pattern_.utf16.tempSubStringBetween(begin, end),
                                    icu::Locale{"zh", "CN"}, ignored, status};
    icu::UnicodeString result;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result,
                  status);
    if (U_FAILURE(status)) {
        report_invalid(pattern_.byte(begin));
        return copy(begin, end);
    }
    filled_.text.append(to_utf8(result), origin);
}

const NamedValue* Filling::named(const Part& part) {
    const std::string name = to_utf8(parts_.getSubstring(part));
    const NamedValue* value = names_.find(name);
    if (value == nullptr) {
        diagnostics_.push_back({Code::name_unknown,
                                text_.origin_at(pattern_.byte(part.getIndex())),
                                {{"name", name}, {"nearest", names_.nearest(name)}}});
    }
    return value;
}

/// Points at the brace that opens what is wrong, wherever in it ICU stopped.
void Filling::report_invalid(std::size_t byte) {
    if (const std::size_t brace = text_.utf8().rfind('{', byte);
        brace != std::string::npos && text_.utf8()[byte] != '}')
        byte = brace;
    diagnostics_.push_back(
        {Code::message_invalid, text_.origin_at(byte), {{"excerpt", excerpt(text_.utf8(), byte)}}});
}

}  // namespace

const NamedValue* Names::find(const std::string& name) const {
    if (const auto found = row.find(name); found != row.end()) return &found->second;
    if (document == nullptr) return nullptr;
    const auto found = document->find(name);
    return found != document->end() ? &found->second : nullptr;
}

std::string Names::nearest(const std::string& name) const {
    std::string nearest;
    std::size_t least = 0;
    const auto consider = [&](const std::string& known) {
        const std::size_t distance = edit_distance(name, known);
        if (!nearest.empty() && distance >= least) return;
        nearest = known;
        least = distance;
    };
    for (const auto& [known, value] : row) consider(known);
    if (document != nullptr)
        for (const auto& [known, value] : *document) consider(known);
    return nearest;
}

std::uint32_t FilledText::place_of(std::uint32_t offset) const {
    std::uint32_t shift_from = 0;  // The end of the last value at or before `offset` …
    std::uint32_t shift_to = 0;    // … in the template and in the text.
    for (const Insertion& insertion : insertions) {
        if (insertion.place.begin >= offset) break;
        shift_from = insertion.place.end;
        shift_to = insertion.text.end;
        if (insertion.place.end > offset) return shift_to;
    }
    return shift_to + (offset - shift_from);
}

bool FilledText::is_inserted(std::size_t byte) const {
    return std::any_of(insertions.begin(), insertions.end(), [&](const Insertion& insertion) {
        return insertion.text.begin <= byte && byte < insertion.text.end;
    });
}

FilledText fill(const Text& pattern, const Names& names, Diagnostics& diagnostics) {
    // Most texts have no places: ICU need not look at them.
    if (pattern.utf8().find_first_of("{}") == std::string::npos) return {pattern, {}};
    return Filling{pattern, names, diagnostics}.run();
}

}  // namespace banxin
