// Text that knows where each of its characters was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/origin.hpp"

namespace banxin {

/// Half-open range of bytes of a UTF-8 string.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// Valid UTF-8 with the origin of every character. Text keeps its origins when it is cut and
/// joined, so that a character no font has is reported at the cell it was typed in.
class Text {
  public:
    Text() = default;

    /// `utf8` written at `start`. In text files each character lies one column further;
    /// in a sheet (`OriginStep::none`) the whole text has the origin of its cell.
    enum class OriginStep : std::uint8_t { none, per_character };
    Text(std::string utf8, Origin start, OriginStep step = OriginStep::none);

    [[nodiscard]] const std::string& utf8() const { return utf8_; }
    [[nodiscard]] bool empty() const { return utf8_.empty(); }

    /// Where the character that holds byte `offset` was written; for an offset past the end,
    /// where the text began.
    [[nodiscard]] Origin origin_at(std::size_t offset) const;
    [[nodiscard]] Origin origin() const { return origin_at(0); }

    /// The bytes [begin, end) with their origins. Both ends must lie between characters.
    [[nodiscard]] Text slice(std::size_t begin, std::size_t end) const;

    void append(const Text& other);
    /// Appends characters that all come from one place.
    void append(std::string_view utf8, Origin origin);

  private:
    struct Piece {
        std::uint32_t begin = 0;  ///< First byte that it speaks of, up to the next piece.
        Origin origin;            ///< Of that byte's character.
        OriginStep step = OriginStep::none;
    };

    std::string utf8_;
    std::vector<Piece> pieces_;
};

}  // namespace banxin
