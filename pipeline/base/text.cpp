#include "pipeline/base/text.hpp"

#include <algorithm>

namespace banxin {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

Text::Text(std::string utf8, Origin start, OriginStep step) : utf8_{std::move(utf8)} {
    if (!utf8_.empty()) pieces_.push_back({0, start, step});
}

Origin Text::origin_at(std::size_t offset) const {
    if (pieces_.empty()) return {};
    if (offset >= utf8_.size()) offset = 0;
    const auto after =
        std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                         [](std::size_t value, const Piece& piece) { return value < piece.begin; });
    const Piece& piece = *std::prev(after);
    Origin origin = piece.origin;
    if (piece.step == OriginStep::per_character) {
        const auto first = utf8_.begin() + piece.begin;
        // The byte at `offset` itself counts only where a character begins before it.
        const auto last = utf8_.begin() + static_cast<std::ptrdiff_t>(offset) + 1;
        const auto steps = std::count_if(first, last, begins_character) - 1;
        const std::ptrdiff_t column = origin.column + std::max<std::ptrdiff_t>(steps, 0);
        origin.column = static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(column, 0xFFFF));
    }
    return origin;
}

Text Text::slice(std::size_t begin, std::size_t end) const {
    Text part;
    if (begin >= end) return part;
    part.utf8_ = utf8_.substr(begin, end - begin);
    for (std::size_t k = 0; k < pieces_.size(); ++k) {
        const std::size_t piece_end = k + 1 < pieces_.size() ? pieces_[k + 1].begin : utf8_.size();
        const std::size_t from = std::max<std::size_t>(pieces_[k].begin, begin);
        if (from >= std::min(piece_end, end)) continue;
        part.pieces_.push_back(
            {static_cast<std::uint32_t>(from - begin), origin_at(from), pieces_[k].step});
    }
    return part;
}

void Text::append(const Text& other) {
    const auto shift = static_cast<std::uint32_t>(utf8_.size());
    for (Piece piece : other.pieces_) {
        piece.begin += shift;
        pieces_.push_back(piece);
    }
    utf8_ += other.utf8_;
}

void Text::append(std::string_view utf8, Origin origin) { append(Text{std::string{utf8}, origin}); }

}  // namespace banxin
