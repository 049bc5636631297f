// The formats of pictures: each has its reader, and only read_image chooses between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/read/image.hpp"
#include "pipeline/read/read_image.hpp"

namespace banxin {

enum class ImageProblem : std::uint8_t { none, broken, too_large, has_text, library_missing };

struct ImageFound {
    Image image;  ///< Empty where there is a problem.
    ImageProblem problem = ImageProblem::none;
    std::string reason;  ///< The library's words for bytes that are broken, the system's for one
                         ///< that is missing; may be empty.
};

[[nodiscard]] ImageFound read_png_image(std::string_view bytes);
[[nodiscard]] ImageFound read_svg_image(std::string_view bytes);

/// The picture of `pixels`: red, green, blue and alpha of each, colours not multiplied by it.
[[nodiscard]] Image image_of(std::uint32_t width, std::uint32_t height, std::string_view pixels);

}  // namespace banxin
