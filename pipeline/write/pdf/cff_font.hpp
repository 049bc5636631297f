// The bytes of a CFF font → its parts, read where they lie (Adobe Technical Note 5176).
//
// Never looks into an outline, and never reads outside the bytes, however damaged they are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::pdf {

using Bytes = std::span<const std::uint8_t>;

/// The character collection of a CID-keyed font, such as Adobe-GB1-5. Letters and digits only.
struct CharacterCollection {
    std::string registry = "Adobe";
    std::string ordering = "Identity";
    int supplement = 0;
};

/// An INDEX (section 5): objects by number.
class CffIndex {
  public:
    CffIndex() = default;
    /// Nothing when it does not lie inside `cff`.
    [[nodiscard]] static std::optional<CffIndex> open(Bytes cff, std::size_t at);

    [[nodiscard]] std::uint32_t count() const { return count_; }
    /// Where in the font the bytes behind it begin.
    [[nodiscard]] std::size_t end() const { return end_; }
    /// Empty for a number out of range and for an object that does not lie inside the INDEX.
    [[nodiscard]] Bytes operator[](std::uint32_t number) const;

  private:
    [[nodiscard]] std::size_t offset(std::uint32_t number) const;

    Bytes offsets_;
    Bytes objects_;
    unsigned offset_size_ = 1;
    std::uint32_t count_ = 0;
    std::size_t end_ = 0;
};

/// Operators of dictionaries, tables 9, 10 and 23. Two-byte ones begin with the escape, 12.
enum class CffOperator : std::uint16_t {
    font_bbox = 5,
    charset = 15,
    char_strings = 17,
    private_dictionary = 18,
    subroutines = 19,  ///< Of a private dictionary, counted from its own beginning.
    char_string_type = 0x0C06,
    font_matrix = 0x0C07,
    ros = 0x0C1E,  ///< Registry, ordering, supplement: makes a font CID-keyed.
    cid_count = 0x0C22,
    font_dictionaries = 0x0C24,
    font_dictionary_select = 0x0C25,
    font_name = 0x0C26,
};

struct CffEntry {
    CffOperator operation{};
    std::vector<std::int32_t> operands;  ///< 0 for a real number: none is asked for.
    Bytes bytes;                         ///< Operands and operator as they stand in the font.
};

/// A DICT (section 4).
using CffDictionary = std::vector<CffEntry>;

[[nodiscard]] const CffEntry* find(const CffDictionary& dictionary, CffOperator operation);

/// What the glyphs of one Font DICT share; a font that is not CID-keyed has one of them.
struct CffFontDictionary {
    CffDictionary entries;  ///< Empty in a font that is not CID-keyed.
    CffDictionary private_entries;
    CffIndex subroutines;
};

/// The parts of a font whose char strings are of type 2.
class CffFont {
  public:
    /// Nothing when `bytes`, which must outlive the font, are damaged.
    [[nodiscard]] static std::optional<CffFont> open(Bytes bytes);

    [[nodiscard]] std::uint32_t glyph_count() const { return char_strings_.count(); }
    [[nodiscard]] const CffDictionary& top() const { return top_; }
    [[nodiscard]] Bytes name() const { return name_; }
    [[nodiscard]] const CffIndex& char_strings() const { return char_strings_; }
    [[nodiscard]] const CffIndex& subroutines() const { return subroutines_; }
    [[nodiscard]] const std::vector<CffFontDictionary>& font_dictionaries() const {
        return font_dictionaries_;
    }
    /// As by default in a font that is not CID-keyed.
    [[nodiscard]] const CharacterCollection& collection() const { return collection_; }
    [[nodiscard]] bool is_cid_keyed() const { return find(top_, CffOperator::ros) != nullptr; }

    /// A string of the font's own; empty for the standard ones and for a number out of range.
    [[nodiscard]] Bytes string(std::int32_t number) const;

    /// The CIDs of `glyphs`, which rise. Of a font with names they are the glyphs' own numbers
    /// (ISO 32000-1, 9.7.4.2). Empty when the font is damaged or lacks one of them.
    [[nodiscard]] std::vector<std::uint16_t> cids(std::span<const std::uint32_t> glyphs) const;

    /// The places in font_dictionaries() of `glyphs`, which rise. Empty as above.
    [[nodiscard]] std::vector<std::uint8_t> dictionaries_of(
        std::span<const std::uint32_t> glyphs) const;

  private:
    bool read_top();
    bool read_collection();
    bool read_font_dictionaries();
    [[nodiscard]] std::optional<CffFontDictionary> read_private(CffDictionary entries) const;

    Bytes bytes_;
    Bytes name_;
    CffDictionary top_;
    CffIndex strings_;
    CffIndex subroutines_;
    CffIndex char_strings_;
    CharacterCollection collection_;
    std::vector<CffFontDictionary> font_dictionaries_;
};

}  // namespace banxin::pdf
