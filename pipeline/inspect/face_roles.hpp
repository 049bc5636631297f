// Names of fonts in PDFs → the roles of type that GB/T 9704-2012 speaks of.
#pragma once

#include <cstdint>
#include <string_view>

namespace banxin {

enum class FaceRole : std::uint8_t { other, fangsong, kai, biaosong, hei, song, latin };

/// What is known of a face by its name alone.
struct FaceKind {
    FaceRole role = FaceRole::other;
    bool is_bold = false;        ///< A bold cut where the role has none.
    int ascent_per_mille = 859;  ///< From the baseline to the em's top; as in the fonts of Windows.
};

[[nodiscard]] FaceKind face_kind(std::string_view postscript_name);

/// 仿宋, 楷体 …; empty for `other`.
[[nodiscard]] std::string_view name(FaceRole role);

}  // namespace banxin
