// Reads what a CFF font says about its glyphs, as Adobe Technical Note 5176 lays it out.
#include "pipeline/write/pdf/cff_font.hpp"

#include <algorithm>

namespace banxin::pdf {
namespace {

// Technical Note 5176, appendix A: strings from here on are the font's own.
constexpr std::uint32_t kStandardStrings = 391;

constexpr std::uint32_t kEscape = 12;

// Offsets 0 to 2 name predefined character sets, which no CID-keyed font can mean.
constexpr std::int32_t kPredefinedSets = 2;

// Big-endian numbers at a moving place. After a step past the end all is zero and `ok` is false.
class Reader {
  public:
    Reader(Bytes bytes, std::size_t at) : bytes_(bytes) { skip(at); }

    std::uint32_t number(unsigned size) {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : take(size)) value = value << 8 | byte;
        return value;
    }

    Bytes take(std::size_t size) {
        if (size > bytes_.size() - at_) {
            ok_ = false;
            at_ = bytes_.size();
            return {};
        }
        const Bytes part = bytes_.subspan(at_, size);
        at_ += size;
        return part;
    }

    void skip(std::size_t size) { static_cast<void>(take(size)); }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool done() const { return at_ == bytes_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }

  private:
    Bytes bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

std::int32_t read_operand(Reader& reader, std::uint32_t first) {
    const auto high = static_cast<std::int32_t>(first);
    if (first == 28) return static_cast<std::int16_t>(reader.number(2));
    if (first == 29) return static_cast<std::int32_t>(reader.number(4));
    if (first == 30) {
        // Nibbles; 0xF ends the real.
        for (std::uint32_t pair = 0; !reader.done();) {
            pair = reader.number(1);
            if (pair >> 4 == 0xF || (pair & 0xF) == 0xF) break;
        }
        return 0;
    }
    if (first <= 246) return high - 139;
    const auto low = static_cast<std::int32_t>(reader.number(1));
    return first <= 250 ? (high - 247) * 256 + low + 108 : -(high - 251) * 256 - low - 108;
}

CffDictionary read_dictionary(Bytes bytes) {
    CffDictionary entries;
    std::vector<std::int32_t> operands;
    Reader reader(bytes, 0);
    for (std::size_t begin = 0; !reader.done();) {
        const std::uint32_t first = reader.number(1);
        if (first > 21) {
            operands.push_back(read_operand(reader, first));
            continue;
        }
        const std::uint32_t code = first == kEscape ? first << 8 | reader.number(1) : first;
        entries.push_back({static_cast<CffOperator>(code), std::move(operands),
                           bytes.subspan(begin, reader.at() - begin)});
        operands.clear();
        begin = reader.at();
    }
    return entries;
}

/// An offset is the only operand of its entry; 0, which is none, where there is no such entry.
std::size_t offset_of(const CffDictionary& dictionary, CffOperator operation) {
    const CffEntry* entry = find(dictionary, operation);
    if (entry == nullptr || entry->operands.size() != 1) return 0;
    return static_cast<std::size_t>(std::max(entry->operands.front(), std::int32_t{0}));
}

/// Gives every one of the rising `glyphs` the value of the range it is in: `first` and the glyph's
/// place in the range are what `value` is asked with.
class RangeSpreader {
  public:
    explicit RangeSpreader(std::span<const std::uint32_t> glyphs) : glyphs_(glyphs) {}

    template <typename Number, typename Value>
    void spread(std::uint64_t begin, std::uint64_t end, std::vector<Number>& numbers,
                const Value& value) {
        for (; next_ < glyphs_.size() && glyphs_[next_] < end; ++next_) {
            if (glyphs_[next_] >= begin) {
                numbers.push_back(static_cast<Number>(value(glyphs_[next_] - begin)));
            }
        }
    }
    [[nodiscard]] bool done() const { return next_ == glyphs_.size(); }

  private:
    std::span<const std::uint32_t> glyphs_;
    std::size_t next_ = 0;
};

// Letters and digits, as all names of collections are; empty for a damaged one.
std::string plain_string(Bytes bytes) {
    const auto plain = [](std::uint8_t byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= 'a' && byte <= 'z');
    };
    if (!std::ranges::all_of(bytes, plain)) return {};
    return {bytes.begin(), bytes.end()};
}

}  // namespace

std::optional<CffIndex> CffIndex::open(Bytes cff, std::size_t at) {
    Reader reader(cff, at);
    CffIndex index;
    index.count_ = reader.number(2);
    if (index.count_ > 0) {
        index.offset_size_ = reader.number(1);
        if (index.offset_size_ < 1 || index.offset_size_ > 4) return std::nullopt;
        index.offsets_ = reader.take((std::size_t{index.count_} + 1) * index.offset_size_);
        if (!reader.ok()) return std::nullopt;
        index.objects_ = reader.take(index.offset(index.count_));
    }
    index.end_ = reader.at();
    if (!reader.ok()) return std::nullopt;
    return index;
}

// Offsets count from the byte before the objects.
std::size_t CffIndex::offset(std::uint32_t number) const {
    const std::uint32_t offset =
        Reader(offsets_, std::size_t{number} * offset_size_).number(offset_size_);
    return offset - std::size_t{offset > 0};
}

Bytes CffIndex::operator[](std::uint32_t number) const {
    if (number >= count_) return {};
    const std::size_t begin = offset(number);
    const std::size_t end = offset(number + 1);
    if (begin > end || end > objects_.size()) return {};
    return objects_.subspan(begin, end - begin);
}

const CffEntry* find(const CffDictionary& dictionary, CffOperator operation) {
    const auto found = std::ranges::find(dictionary, operation, &CffEntry::operation);
    return found == dictionary.end() ? nullptr : &*found;
}

std::optional<CffFont> CffFont::open(Bytes bytes) {
    if (bytes.size() < 4) return std::nullopt;
    CffFont font;
    font.bytes_ = bytes;
    if (!font.read_top() || !font.read_collection() || !font.read_font_dictionaries()) {
        return std::nullopt;
    }
    return font;
}

bool CffFont::read_top() {
    const auto names = CffIndex::open(bytes_, bytes_[2]);  // behind the header
    if (!names) return false;
    const auto tops = CffIndex::open(bytes_, names->end());
    if (!tops || tops->count() == 0) return false;
    const auto strings = CffIndex::open(bytes_, tops->end());
    if (!strings) return false;
    const auto subroutines = CffIndex::open(bytes_, strings->end());
    if (!subroutines) return false;
    name_ = (*names)[0];
    top_ = read_dictionary((*tops)[0]);
    strings_ = *strings;
    subroutines_ = *subroutines;

    const CffEntry* type = find(top_, CffOperator::char_string_type);
    if (type != nullptr && type->operands != std::vector<std::int32_t>{2}) return false;
    const std::size_t at = offset_of(top_, CffOperator::char_strings);
    const auto char_strings = CffIndex::open(bytes_, at);
    if (at == 0 || !char_strings || char_strings->count() == 0) return false;
    char_strings_ = *char_strings;
    return true;
}

bool CffFont::read_collection() {
    const CffEntry* ros = find(top_, CffOperator::ros);
    if (ros == nullptr) return true;
    if (ros->operands.size() != 3) return false;
    collection_ = {plain_string(string(ros->operands[0])), plain_string(string(ros->operands[1])),
                   ros->operands[2]};
    return !collection_.registry.empty() && !collection_.ordering.empty();
}

bool CffFont::read_font_dictionaries() {
    if (!is_cid_keyed()) {
        auto only = read_private({});
        if (only) font_dictionaries_.push_back(std::move(*only));
        return only.has_value();
    }
    const auto dictionaries =
        CffIndex::open(bytes_, offset_of(top_, CffOperator::font_dictionaries));
    if (!dictionaries || dictionaries->count() > 256) return false;
    for (std::uint32_t k = 0; k < dictionaries->count(); ++k) {
        auto dictionary = read_private(read_dictionary((*dictionaries)[k]));
        if (!dictionary) return false;
        font_dictionaries_.push_back(std::move(*dictionary));
    }
    return !font_dictionaries_.empty();
}

std::optional<CffFontDictionary> CffFont::read_private(CffDictionary entries) const {
    const CffEntry* place = find(is_cid_keyed() ? entries : top_, CffOperator::private_dictionary);
    CffFontDictionary dictionary;
    if (place != nullptr) {
        if (place->operands.size() != 2) return std::nullopt;
        const auto size = static_cast<std::size_t>(std::max(place->operands[0], 0));
        const auto at = static_cast<std::size_t>(std::max(place->operands[1], 0));
        Reader reader(bytes_, at);
        dictionary.private_entries = read_dictionary(reader.take(size));
        if (!reader.ok()) return std::nullopt;
        const std::size_t subroutines =
            offset_of(dictionary.private_entries, CffOperator::subroutines);
        if (subroutines > 0) {
            const auto index = CffIndex::open(bytes_, at + subroutines);
            if (!index) return std::nullopt;
            dictionary.subroutines = *index;
        }
    }
    dictionary.entries = std::move(entries);
    return dictionary;
}

Bytes CffFont::string(std::int32_t number) const {
    if (number < 0 || static_cast<std::uint32_t>(number) < kStandardStrings) return {};
    return strings_[static_cast<std::uint32_t>(number) - kStandardStrings];
}

std::vector<std::uint16_t> CffFont::cids(std::span<const std::uint32_t> glyphs) const {
    std::vector<std::uint16_t> cids;
    RangeSpreader spreader(glyphs);
    const CffEntry* charset = find(top_, CffOperator::charset);
    const bool own = charset != nullptr && charset->operands.size() == 1 &&
                     charset->operands.front() > kPredefinedSets;
    if (!is_cid_keyed() || !own) {
        spreader.spread(0, glyph_count(), cids, [](std::uint64_t glyph) { return glyph; });
        return spreader.done() ? cids : std::vector<std::uint16_t>{};
    }
    // Section 13. Glyph 0 is always CID 0 and is not stored.
    spreader.spread(0, 1, cids, [](std::uint64_t) { return 0; });
    Reader reader(bytes_, static_cast<std::size_t>(charset->operands.front()));
    const std::uint32_t format = reader.number(1);
    if (format > 2) return {};
    for (std::uint64_t glyph = 1; glyph < glyph_count() && !spreader.done();) {
        const std::uint32_t first = reader.number(2);
        const std::uint32_t more = format == 0 ? 0 : reader.number(format == 1 ? 1 : 2);
        if (!reader.ok()) return {};
        const std::uint64_t end = std::min<std::uint64_t>(glyph + more + 1, glyph_count());
        spreader.spread(glyph, end, cids, [&](std::uint64_t place) { return first + place; });
        glyph = end;
    }
    return spreader.done() ? cids : std::vector<std::uint16_t>{};
}

std::vector<std::uint8_t> CffFont::dictionaries_of(std::span<const std::uint32_t> glyphs) const {
    std::vector<std::uint8_t> places;
    RangeSpreader spreader(glyphs);
    const auto spread = [&](std::uint64_t begin, std::uint64_t end, std::uint32_t place) {
        spreader.spread(begin, end, places, [&](std::uint64_t) { return place; });
    };
    const std::size_t at = offset_of(top_, CffOperator::font_dictionary_select);
    Reader reader(bytes_, at);
    const std::uint32_t format = at == 0 ? 0 : reader.number(1);
    if (at == 0) {
        spread(0, glyph_count(), 0);
    } else if (format == 0) {
        for (std::uint64_t glyph = 0; glyph < glyph_count() && reader.ok(); ++glyph) {
            spread(glyph, glyph + 1, reader.number(1));
        }
    } else if (format == 3) {  // Ranges, each up to where the next begins; section 19.
        const std::uint32_t ranges = reader.number(2);
        std::uint32_t begin = reader.number(2);
        for (std::uint32_t k = 0; k < ranges && reader.ok(); ++k) {
            const std::uint32_t place = reader.number(1);
            const std::uint32_t end = reader.number(2);
            spread(begin, end, place);
            begin = end;
        }
    }
    const bool known = std::ranges::all_of(
        places, [&](std::uint8_t place) { return place < font_dictionaries_.size(); });
    return reader.ok() && spreader.done() && known && places.size() == glyphs.size()
               ? places
               : std::vector<std::uint8_t>{};
}

}  // namespace banxin::pdf
