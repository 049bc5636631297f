// Bytes of a PNG or SVG file → Image.
#pragma once

#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/read/image.hpp"

namespace banxin {

/// What the file holds, told by its bytes. A drawing is drawn with its longer side of
/// `kDrawingPixels`: 600 dots an inch for the largest seal, 60 mm.
///
/// Errors, at the place of `name`: `image-unreadable` for bytes that are neither or broken,
/// `image-too-large` for more than `kMostImagePixels` a side, `image-has-text` for a drawing with
/// letters in it: they would be drawn by whatever font a machine has. `image-library-missing` for a
/// drawing on a machine without librsvg.
[[nodiscard]] Outcome<Image> read_image(std::string_view bytes, const Text& name);

inline constexpr std::uint32_t kDrawingPixels = 1418;
inline constexpr std::uint32_t kMostImagePixels = 4000;

}  // namespace banxin
