// Reads ROS and charset of a CFF font, as Adobe Technical Note 5176 lays them out.
#include "pipeline/write/pdf/cff.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace banxin::pdf {
namespace {

// Technical Note 5176, appendix A: strings from here on are the font's own.
constexpr std::uint32_t kStandardStrings = 391;

// Top DICT operators, table 9; 12 is the escape to two-byte operators.
constexpr int kCharset = 15;
constexpr int kCharStrings = 17;
constexpr int kEscape = 12;
constexpr int kRos = 0x0C00 + 30;

// Big-endian numbers at a moving place. After a step past the end all is zero and `ok` is false.
class Reader {
  public:
    Reader(std::span<const std::uint8_t> bytes, std::size_t at) : bytes_(bytes) { skip(at); }

    std::uint32_t number(unsigned size) {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : take(size)) value = value << 8 | byte;
        return value;
    }

    std::span<const std::uint8_t> take(std::size_t size) {
        if (size > bytes_.size() - at_) {
            ok_ = false;
            at_ = bytes_.size();
            return {};
        }
        const auto part = bytes_.subspan(at_, size);
        at_ += size;
        return part;
    }

    void skip(std::size_t size) { static_cast<void>(take(size)); }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool done() const { return at_ == bytes_.size(); }

  private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

using Index = std::vector<std::span<const std::uint8_t>>;

// An INDEX (section 5): count, offset size, offsets from 1, objects.
Index read_index(Reader& reader) {
    const std::uint32_t count = reader.number(2);
    if (count == 0) return {};
    const unsigned offset_size = reader.number(1);
    if (offset_size < 1 || offset_size > 4) return {};
    std::vector<std::uint32_t> offsets;
    for (std::uint32_t k = 0; k <= count && reader.ok(); ++k) {
        offsets.push_back(reader.number(offset_size));
    }
    Index objects;
    for (std::size_t k = 1; k < offsets.size() && reader.ok(); ++k) {
        if (offsets[k] < offsets[k - 1]) return {};
        objects.push_back(reader.take(offsets[k] - offsets[k - 1]));
    }
    return objects;
}

// Number of objects in the INDEX at `at`.
std::uint32_t index_count(std::span<const std::uint8_t> cff, std::size_t at) {
    return Reader(cff, at).number(2);
}

// Operands of each operator of a DICT (section 4). Reals are passed over: none is asked for.
std::map<int, std::vector<std::int32_t>> read_dictionary(std::span<const std::uint8_t> bytes) {
    std::map<int, std::vector<std::int32_t>> entries;
    std::vector<std::int32_t> operands;
    Reader reader(bytes, 0);
    while (!reader.done()) {
        const auto first = static_cast<std::int32_t>(reader.number(1));
        if (first <= 21) {
            const int operation =
                first == kEscape ? 0x0C00 + static_cast<int>(reader.number(1)) : first;
            entries[operation] = std::move(operands);
            operands.clear();
        } else if (first == 28) {
            operands.push_back(static_cast<std::int16_t>(reader.number(2)));
        } else if (first == 29) {
            operands.push_back(static_cast<std::int32_t>(reader.number(4)));
        } else if (first == 30) {
            // Nibbles; 0xF ends the real.
            for (std::uint32_t pair = 0; !reader.done();) {
                pair = reader.number(1);
                if (pair >> 4 == 0xF || (pair & 0xF) == 0xF) break;
            }
            operands.push_back(0);
        } else if (first <= 246) {
            operands.push_back(first - 139);
        } else if (first <= 250) {
            operands.push_back((first - 247) * 256 + static_cast<int>(reader.number(1)) + 108);
        } else {
            operands.push_back(-(first - 251) * 256 - static_cast<int>(reader.number(1)) - 108);
        }
    }
    return entries;
}

// CIDs of all glyphs (section 13); glyph 0 is always CID 0 and is not stored.
std::vector<std::uint16_t> read_charset(std::span<const std::uint8_t> cff, std::size_t at,
                                        std::size_t glyph_count) {
    Reader reader(cff, at);
    std::vector<std::uint16_t> cids = {0};
    const std::uint32_t format = reader.number(1);
    while (cids.size() < glyph_count && reader.ok()) {
        const std::uint32_t first = reader.number(2);
        const std::uint32_t more = format == 0 ? 0 : reader.number(format == 1 ? 1 : 2);
        for (std::uint32_t k = 0; k <= more && cids.size() < glyph_count; ++k) {
            cids.push_back(static_cast<std::uint16_t>(first + k));
        }
    }
    return reader.ok() && format <= 2 ? cids : std::vector<std::uint16_t>{};
}

// Letters and digits, as all names of collections are; empty for a damaged one.
std::string string_of(const Index& strings, std::int32_t number) {
    const auto own = static_cast<std::uint32_t>(number) - kStandardStrings;
    if (number < 0 || own >= strings.size()) return {};
    const auto plain = [](std::uint8_t byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= 'a' && byte <= 'z');
    };
    const auto bytes = strings[own];
    if (!std::ranges::all_of(bytes, plain)) return {};
    return {bytes.begin(), bytes.end()};
}

}  // namespace

std::optional<CffNaming> read_cff_naming(std::span<const std::uint8_t> cff) {
    if (cff.size() < 4) return std::nullopt;
    Reader reader(cff, cff[2]);  // the header's size
    static_cast<void>(read_index(reader));
    const Index top_dictionaries = read_index(reader);
    const Index strings = read_index(reader);
    if (!reader.ok() || top_dictionaries.empty()) return std::nullopt;

    auto top = read_dictionary(top_dictionaries.front());
    const std::vector<std::int32_t>& char_strings = top[kCharStrings];
    if (char_strings.empty() || char_strings.front() < 0) return std::nullopt;
    const std::uint32_t glyph_count =
        index_count(cff, static_cast<std::size_t>(char_strings.front()));
    if (glyph_count == 0) return std::nullopt;

    CffNaming naming;
    const std::vector<std::int32_t>& ros = top[kRos];
    const std::vector<std::int32_t>& charset = top[kCharset];
    if (ros.size() == 3) {
        naming.collection = {string_of(strings, ros[0]), string_of(strings, ros[1]), ros[2]};
        if (naming.collection.registry.empty() || naming.collection.ordering.empty()) {
            return std::nullopt;
        }
        // Offsets 0 to 2 name predefined sets, which no CID-keyed font can mean.
        if (!charset.empty() && charset.front() > 2) {
            naming.cids = read_charset(cff, static_cast<std::size_t>(charset.front()), glyph_count);
            if (naming.cids.empty()) return std::nullopt;
            return naming;
        }
    }
    naming.cids.resize(glyph_count);
    std::iota(naming.cids.begin(), naming.cids.end(), std::uint16_t{0});
    return naming;
}

}  // namespace banxin::pdf
