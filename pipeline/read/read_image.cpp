#include "pipeline/read/read_image.hpp"

#include <utility>

#include "pipeline/read/image_formats.hpp"

namespace banxin {
namespace {

// ISO/IEC 15948, 5.2.
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";

/// A drawing is text with an <svg> element at its start, behind comments and declarations.
constexpr std::size_t kDrawingHead = 4096;

bool is_drawing(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kDrawingHead);
    return head.find("<svg") != std::string_view::npos;
}

ImageFound read_any(std::string_view bytes) {
    if (bytes.starts_with(kPngSignature)) return read_png_image(bytes);
    if (is_drawing(bytes)) return read_svg_image(bytes);
    return {{}, ImageProblem::broken, "PNG, SVG"};
}

}  // namespace

Image image_of(std::uint32_t width, std::uint32_t height, std::string_view pixels) {
    Image image{width, height, {}, {}};
    image.colours.reserve(pixels.size() / 4 * 3);
    image.alpha.reserve(pixels.size() / 4);
    bool is_opaque = true;
    for (std::size_t at = 0; at + 4 <= pixels.size(); at += 4) {
        image.colours += pixels.substr(at, 3);
        image.alpha += pixels[at + 3];
        is_opaque = is_opaque && static_cast<unsigned char>(pixels[at + 3]) == 0xFF;
    }
    if (is_opaque) image.alpha.clear();
    return image;
}

Outcome<Image> read_image(std::string_view bytes, const Text& name) {
    Outcome<Image> outcome;
    ImageFound found = read_any(bytes);
    const auto report = [&](Code code, std::string_view key, std::string value) {
        outcome.diagnostics.push_back(
            {code, name.origin(), {{"file", name.utf8()}, {std::string{key}, std::move(value)}}});
    };
    switch (found.problem) {
        case ImageProblem::none:
            outcome.value = std::move(found.image);
            break;
        case ImageProblem::broken:
            report(Code::image_unreadable, "problem", std::move(found.reason));
            break;
        case ImageProblem::too_large:
            report(Code::image_too_large, "most", std::to_string(kMostImagePixels));
            break;
        case ImageProblem::has_text:
            outcome.diagnostics.push_back(
                {Code::image_has_text, name.origin(), {{"file", name.utf8()}}});
            break;
        case ImageProblem::library_missing:
            report(Code::image_library_missing, "problem", std::move(found.reason));
            break;
    }
    return outcome;
}

}  // namespace banxin
