#include "pipeline/annotate/page_raster.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>
#include <cstring>

namespace banxin {
namespace {

void say_nothing(const std::string&, void*) {}

/// The page as it is cut, within what Poppler draws of it: the crop box. In pixels.
struct Slice {
    int x = -1, y = -1, width = -1, height = -1;
};

Slice trimmed(const poppler::page& page, double scale) {
    const poppler::rectf crop = page.page_rect(poppler::crop_box);
    const poppler::rectf trim = page.page_rect(poppler::trim_box);
    const bool is_upright = page.orientation() == poppler::page::portrait;
    const bool is_inside = trim.left() >= crop.left() && trim.right() <= crop.right() &&
                           trim.top() >= crop.top() && trim.bottom() <= crop.bottom();
    const bool is_smaller = trim.width() < crop.width() - 1 || trim.height() < crop.height() - 1;
    if (!is_upright || !is_inside || !is_smaller) return {};
    const auto pixels = [&](double points) {
        return static_cast<int>(std::lround(points * scale));
    };
    // Poppler's rectangles have the file's y, upwards.
    return {pixels(trim.left() - crop.left()), pixels(crop.bottom() - trim.bottom()),
            pixels(trim.width()), pixels(trim.height())};
}

}  // namespace

struct RasterSource::Document {
    std::string bytes;  // Poppler reads from them as long as it lives.
    std::unique_ptr<poppler::document> pdf;
};

RasterSource::RasterSource(std::string_view pdf) : document_{new Document{std::string{pdf}, {}}} {
    poppler::set_debug_error_function(say_nothing, nullptr);
    document_->pdf.reset(poppler::document::load_from_raw_data(
        document_->bytes.data(), static_cast<int>(document_->bytes.size())));
}

RasterSource::~RasterSource() = default;

PageRaster RasterSource::draw(std::size_t page, unsigned dots_per_inch) const {
    PageRaster raster;
    if (!document_->pdf || document_->pdf->is_locked()) return raster;
    const std::unique_ptr<poppler::page> drawn{document_->pdf->create_page(static_cast<int>(page))};
    if (!drawn) return raster;
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    renderer.set_paper_color(0xFFFFFFFF);
    renderer.set_image_format(poppler::image::format_argb32);
    const Slice slice = trimmed(*drawn, dots_per_inch / 72.0);
    const poppler::image image = renderer.render_page(drawn.get(), dots_per_inch, dots_per_inch,
                                                      slice.x, slice.y, slice.width, slice.height);
    if (!image.is_valid()) return raster;
    raster.width = image.width();
    raster.height = image.height();
    const auto row = static_cast<std::size_t>(raster.width) * 4;
    raster.pixels.resize(row * static_cast<std::size_t>(raster.height));
    const auto from = static_cast<std::size_t>(image.bytes_per_row());
    for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y)
        std::memcpy(&raster.pixels[y * row], image.const_data() + y * from, row);
    return raster;
}

}  // namespace banxin
