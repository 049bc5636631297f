// SVG drawn by librsvg. Nothing is loaded from outside: the drawing has no address of its own.
#include <cmath>
#include <memory>
#include <span>

#include "pipeline/base/cairo_handles.hpp"
#include "pipeline/read/image_formats.hpp"
#include "pipeline/read/svg_library.hpp"

namespace banxin {
namespace {

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(GError* error) const { g_error_free(error); }
};
template <typename Object>
using Held = std::unique_ptr<Object, Unref>;

constexpr unsigned kOpaque = 255;

/// The proportions of a drawing: its size in pixels, or else its view box.
struct Proportions {
    double width = 0;
    double height = 0;
};

Proportions proportions_of(const SvgLibrary& library, RsvgHandle* drawing) {
    Proportions size;
    if (library.intrinsic_size_in_pixels(drawing, &size.width, &size.height) != FALSE) return size;
    gboolean has_width = FALSE;
    gboolean has_height = FALSE;
    gboolean has_box = FALSE;
    RsvgLength width{};
    RsvgLength height{};
    RsvgRectangle box{};
    library.intrinsic_dimensions(drawing, &has_width, &width, &has_height, &height, &has_box, &box);
    return has_box != FALSE ? Proportions{box.width, box.height} : Proportions{};
}

/// Cairo's pixels, colours multiplied by alpha and one machine word each, as bytes that are not.
std::string plain_pixels(cairo_surface_t* surface, int width, int height) {
    cairo_surface_flush(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const std::span data{cairo_image_surface_get_data(surface),
                         stride * static_cast<std::size_t>(height)};
    std::string pixels;
    pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (std::size_t row = 0; row < data.size(); row += stride) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(width); ++column) {
            const unsigned char* pixel = &data[row + column * 4];
            const std::uint32_t word = *reinterpret_cast<const std::uint32_t*>(pixel);
            const unsigned alpha = word >> 24U;
            for (const unsigned shift : {16U, 8U, 0U}) {
                const unsigned multiplied = (word >> shift) & 0xFFU;
                const unsigned plain = alpha == 0 ? 0 : (multiplied * kOpaque + alpha / 2) / alpha;
                pixels += static_cast<char>(std::min(plain, kOpaque));
            }
            pixels += static_cast<char>(alpha);
        }
    }
    return pixels;
}

/// Letters would be drawn by whatever font a machine has.
bool has_text(std::string_view bytes) {
    for (const std::string_view element : {"<text", "<svg:text", "<foreignObject"})
        if (bytes.find(element) != std::string_view::npos) return true;
    return false;
}

ImageFound broken(GError* error) {
    const Held<GError> held{error};
    return {{}, ImageProblem::broken, held ? held->message : ""};
}

}  // namespace

ImageFound read_svg_image(std::string_view bytes) {
    if (has_text(bytes)) return {{}, ImageProblem::has_text, {}};
    const SvgLibrary& library = svg_library();
    if (!library.problem.empty()) return {{}, ImageProblem::library_missing, library.problem};
    GError* error = nullptr;
    const Held<RsvgHandle> drawing{
        library.new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error)};
    if (!drawing) return broken(error);
    const Proportions size = proportions_of(library, drawing.get());
    if (!(size.width > 0 && size.height > 0)) return {{}, ImageProblem::broken, "no size"};
    const double scale = kDrawingPixels / std::max(size.width, size.height);
    const int width = std::max(1, static_cast<int>(std::lround(size.width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(size.height * scale)));

    const CairoSurface surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)};
    const CairoContext cairo{cairo_create(surface.get())};
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (library.render_document(drawing.get(), cairo.get(), &viewport, &error) == FALSE)
        return broken(error);
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
        return {{}, ImageProblem::broken, cairo_status_to_string(cairo_status(cairo.get()))};
    const std::string pixels = plain_pixels(surface.get(), width, height);
    return {image_of(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), pixels),
            ImageProblem::none,
            {}};
}

}  // namespace banxin
