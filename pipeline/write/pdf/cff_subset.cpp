// Writes a CFF font, as Adobe Technical Note 5176 lays it out.
#include "pipeline/write/pdf/cff_subset.hpp"

#include <algorithm>
#include <string_view>

#include "pipeline/write/pdf/char_string.hpp"

namespace banxin::pdf {
namespace {

constexpr std::int32_t kStandardStrings = 391;  // Appendix A; the font's own follow.

constexpr std::size_t kUsualDictionaries = 1024;

void append_number(std::string& bytes, std::uint64_t value, unsigned size) {
    for (unsigned byte = size; byte-- > 0;) bytes += static_cast<char>(value >> 8 * byte & 0xFF);
}

void append_bytes(std::string& bytes, Bytes more) { bytes.append(more.begin(), more.end()); }

std::string string_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

// Section 5. Object k is `objects` from ends[k] to ends[k + 1].
void append_index(std::string& bytes, std::span<const std::size_t> ends, std::string_view objects) {
    append_number(bytes, ends.size() - 1, 2);
    if (ends.size() == 1) return;
    const std::size_t last = objects.size() + 1;  // Offsets begin with 1.
    const unsigned size = last < 0x100 ? 1 : last < 0x10000 ? 2 : last < 0x1000000 ? 3 : 4;
    append_number(bytes, size, 1);
    for (const std::size_t end : ends) append_number(bytes, end + 1, size);
    bytes += objects;
}

void append_index(std::string& bytes, const std::vector<std::string>& objects) {
    std::string all;
    std::vector<std::size_t> ends = {0};
    for (const std::string& object : objects) {
        all += object;
        ends.push_back(all.size());
    }
    append_index(bytes, ends, all);
}

// Section 4. Five bytes whatever the value, so that a dictionary's size is known before offsets.
void append_operand(std::string& bytes, std::uint64_t value) {
    append_number(bytes, 29, 1);
    append_number(bytes, value, 4);
}

void append_operator(std::string& bytes, CffOperator operation) {
    const auto code = static_cast<std::uint16_t>(operation);
    append_number(bytes, code, code > 0xFF ? 2 : 1);
}

void append_entry(std::string& bytes, CffOperator operation, std::uint64_t value) {
    append_operand(bytes, value);
    append_operator(bytes, operation);
}

class CffWriter {
  public:
    CffWriter(const CffFont& font, std::span<const std::uint32_t> glyphs)
        : font_(font), glyphs_(glyphs.begin(), glyphs.end()) {
        if (glyphs_.empty() || glyphs_.front() != 0) glyphs_.insert(glyphs_.begin(), 0);
        cids_ = font_.cids(glyphs_);
        dictionaries_ = font_.dictionaries_of(glyphs_);
    }

    std::optional<CffSubset> run(std::size_t asked) {
        if (cids_.empty() || dictionaries_.empty() || !copy_programs()) return std::nullopt;
        copy_dictionaries();
        add_collection();
        CffSubset subset;
        subset.bytes = write();
        subset.cids.assign(cids_.end() - static_cast<std::ptrdiff_t>(asked), cids_.end());
        return subset;
    }

  private:
    bool copy_programs() {
        program_ends_.push_back(0);
        std::size_t size = 0;
        for (const std::uint32_t glyph : glyphs_) size += font_.char_strings()[glyph].size();
        programs_.reserve(size);
        for (std::size_t k = 0; k < glyphs_.size(); ++k) {
            const CffFontDictionary& dictionary = font_.font_dictionaries()[dictionaries_[k]];
            const bool copied = append_without_subroutines(
                font_, dictionary, font_.char_strings()[glyphs_[k]], programs_);
            if (!copied) return false;
            program_ends_.push_back(programs_.size());
        }
        return true;
    }

    /// Keeps the Font DICTs that some glyph belongs to, and numbers them anew.
    void copy_dictionaries() {
        std::vector<std::uint8_t> kept = dictionaries_;
        std::ranges::sort(kept);
        kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
        for (std::uint8_t& place : dictionaries_) {
            place = static_cast<std::uint8_t>(std::ranges::lower_bound(kept, place) - kept.begin());
        }
        for (const std::uint8_t place : kept) {
            const CffFontDictionary& dictionary = font_.font_dictionaries()[place];
            std::string& entries = font_dictionaries_.emplace_back();
            if (const CffEntry* name = find(dictionary.entries, CffOperator::font_name)) {
                const Bytes text =
                    name->operands.empty() ? Bytes{} : font_.string(name->operands.front());
                if (!text.empty()) {
                    append_entry(entries, CffOperator::font_name, add_string(string_of(text)));
                }
            }
            copy_entry(dictionary.entries, CffOperator::font_matrix, entries);
            std::string& own = private_dictionaries_.emplace_back();
            for (const CffEntry& entry : dictionary.private_entries) {
                if (entry.operation != CffOperator::subroutines) append_bytes(own, entry.bytes);
            }
        }
    }

    static void copy_entry(const CffDictionary& from, CffOperator operation, std::string& to) {
        if (const CffEntry* entry = find(from, operation)) append_bytes(to, entry->bytes);
    }

    std::uint64_t add_string(std::string text) {
        strings_.push_back(std::move(text));
        return static_cast<std::uint64_t>(kStandardStrings) + strings_.size() - 1;
    }

    void add_collection() {
        const CharacterCollection& collection = font_.collection();
        append_operand(top_, add_string(collection.registry));
        append_operand(top_, add_string(collection.ordering));
        append_operand(top_, static_cast<std::uint32_t>(collection.supplement));
        append_operator(top_, CffOperator::ros);
        copy_entry(font_.top(), CffOperator::font_matrix, top_);
        copy_entry(font_.top(), CffOperator::font_bbox, top_);
        append_entry(top_, CffOperator::cid_count, std::uint64_t{cids_.back()} + 1);
    }

    /// What the offsets of the top dictionary point at, one after the other.
    struct Places {
        std::size_t charset = 0;
        std::size_t select = 0;
        std::size_t char_strings = 0;
        std::size_t font_dictionaries = 0;
    };

    [[nodiscard]] std::string head(const Places& places) const {
        std::string top = top_;
        append_entry(top, CffOperator::charset, places.charset);
        append_entry(top, CffOperator::font_dictionary_select, places.select);
        append_entry(top, CffOperator::char_strings, places.char_strings);
        append_entry(top, CffOperator::font_dictionaries, places.font_dictionaries);
        std::string bytes{"\x01\x00\x04\x04", 4};  // version 1.0, four bytes of header
        append_index(bytes, {string_of(font_.name())});
        append_index(bytes, {top});
        append_index(bytes, strings_);
        append_index(bytes, {});  // no global subroutines
        return bytes;
    }

    [[nodiscard]] std::string write() const {
        std::string bytes = head({});
        // Four bytes a glyph say where its program ends, two its CID.
        bytes.reserve(bytes.size() + programs_.size() + 8 * glyphs_.size() + kUsualDictionaries);
        Places places;
        places.charset = bytes.size();
        append_charset(bytes);
        places.select = bytes.size();
        append_select(bytes);
        places.char_strings = bytes.size();
        append_index(bytes, program_ends_, programs_);
        std::vector<std::string> dictionaries = font_dictionaries_;
        for (std::size_t k = 0; k < dictionaries.size(); ++k) {
            append_operand(dictionaries[k], private_dictionaries_[k].size());
            append_entry(dictionaries[k], CffOperator::private_dictionary, bytes.size());
            bytes += private_dictionaries_[k];
        }
        places.font_dictionaries = bytes.size();
        append_index(bytes, dictionaries);
        const std::string known = head(places);
        return bytes.replace(0, known.size(), known);
    }

    /// Section 13, format 0: the CID of every glyph but .notdef.
    void append_charset(std::string& bytes) const {
        append_number(bytes, 0, 1);
        for (std::size_t k = 1; k < cids_.size(); ++k) append_number(bytes, cids_[k], 2);
    }

    /// Section 19, format 3: where each run of glyphs of one Font DICT begins.
    void append_select(std::string& bytes) const {
        std::string ranges;
        for (std::size_t k = 0; k < dictionaries_.size(); ++k) {
            if (k > 0 && dictionaries_[k] == dictionaries_[k - 1]) continue;
            append_number(ranges, k, 2);
            append_number(ranges, dictionaries_[k], 1);
        }
        append_number(bytes, 3, 1);
        append_number(bytes, ranges.size() / 3, 2);
        bytes += ranges;
        append_number(bytes, dictionaries_.size(), 2);
    }

    const CffFont& font_;
    std::vector<std::uint32_t> glyphs_;
    std::vector<std::uint16_t> cids_;
    std::vector<std::uint8_t> dictionaries_;      ///< Of each glyph.
    std::string programs_;                        ///< One behind the other …
    std::vector<std::size_t> program_ends_;       ///< … each from one of these to the next.
    std::vector<std::string> font_dictionaries_;  ///< Without their private dictionaries' places.
    std::vector<std::string> private_dictionaries_;
    std::vector<std::string> strings_;
    std::string top_;  ///< Without offsets.
};

}  // namespace

std::optional<CffSubset> subset_cff(const CffFont& font, std::span<const std::uint32_t> glyphs) {
    return CffWriter{font, glyphs}.run(glyphs.size());
}

}  // namespace banxin::pdf
