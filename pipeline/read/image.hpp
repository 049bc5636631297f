// A picture that a job brings along, as samples: seals (印章) and signature stamps (签名章).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace banxin {

/// Rows from the top, each from the left, 8 bits a sample, in sRGB.
struct Image {
    std::uint32_t width = 0;  ///< In pixels, as all that follows.
    std::uint32_t height = 0;
    std::string colours;  ///< Red, green, blue of every pixel, as if all of it were opaque.
    std::string alpha;    ///< One byte a pixel, 255 for opaque; empty where all pixels are.

    friend bool operator==(const Image&, const Image&) = default;
};

/// Pictures are large and never change once they are read: whoever shows one shares it.
using SharedImage = std::shared_ptr<const Image>;

}  // namespace banxin
