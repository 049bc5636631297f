// CMaps, ISO 32000-1, 9.7.5 and 9.10.3: how the bytes of a string fall into codes, and what the
// codes stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

class CharacterMap {
  public:
    /// Reads the program of a CMap, as far as it can be understood.
    explicit CharacterMap(std::string_view program);
    CharacterMap() = default;

    /// Bytes of the code at `at`, or nothing where no code space says.
    [[nodiscard]] std::optional<std::size_t> code_size(std::string_view bytes,
                                                       std::size_t at) const;
    [[nodiscard]] std::optional<std::u32string> text(std::uint32_t code) const;
    [[nodiscard]] std::optional<std::uint32_t> cid(std::uint32_t code) const;
    [[nodiscard]] bool has_code_spaces() const { return !spaces_.empty(); }

  private:
    struct Token;
    class Reader;
    struct Space {
        std::size_t size;
        std::uint32_t low, high;
    };
    struct Range {
        std::uint32_t high;
        std::uint32_t cid;
    };
    std::vector<Space> spaces_;
    std::map<std::uint32_t, std::u32string> texts_;
    std::map<std::uint32_t, Range> cids_;  ///< By the first code of the range.
};

/// UTF-16BE, the form of text in CMaps. Lone surrogates become U+FFFD.
[[nodiscard]] std::u32string from_utf16(std::string_view bytes);

}  // namespace banxin
