// PNG through libpng's simplified interface, which turns every kind of pixel into one.
#include <png.h>

#include "pipeline/read/image_formats.hpp"

namespace banxin {
namespace {

/// Frees what libpng holds between the header and the pixels.
struct PngImage : png_image {
    PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(this); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

}  // namespace

ImageFound read_png_image(std::string_view bytes) {
    PngImage file;
    if (png_image_begin_read_from_memory(&file, bytes.data(), bytes.size()) == 0)
        return {{}, ImageProblem::broken, static_cast<const char*>(file.message)};
    if (file.width > kMostImagePixels || file.height > kMostImagePixels)
        return {{}, ImageProblem::too_large, {}};
    file.format = PNG_FORMAT_RGBA;
    std::string pixels(PNG_IMAGE_SIZE(file), '\0');
    if (png_image_finish_read(&file, nullptr, pixels.data(), 0, nullptr) == 0)
        return {{}, ImageProblem::broken, static_cast<const char*>(file.message)};
    return {image_of(file.width, file.height, pixels), ImageProblem::none, {}};
}

}  // namespace banxin
