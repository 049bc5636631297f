#include "pipeline/write/preview/write_preview.hpp"

#include <cairo-svg.h>
#include <cairo.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

#include "pipeline/base/cairo_handles.hpp"
#include "pipeline/write/preview/glyph_outlines.hpp"

namespace banxin {
namespace {

constexpr int kPointsPerInch = 72;
constexpr double kFullWidth = 1000;  // Posture::width

/// Clockwise, y being downwards: what ran right runs down, what ran down runs left.
constexpr cairo_matrix_t kQuarterTurn{0, 1, -1, 0, 0, 0};
constexpr cairo_matrix_t kQuarterBack{0, -1, 1, 0, 0, 0};

double in_points(Length length) {
    return static_cast<double>(length.emu()) / static_cast<double>(Length::kPerPoint);
}

/// The pixels as Cairo has them: colours multiplied by alpha, a machine word each.
CairoSurface surface_of(const Image& image) {
    const auto width = static_cast<int>(image.width);
    CairoSurface surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, static_cast<int>(image.height))};
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    if (data == nullptr) return surface;
    cairo_surface_flush(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto sample = [](const std::string& samples, std::size_t at) -> std::uint32_t {
        return static_cast<unsigned char>(samples[at]);
    };
    for (std::size_t pixel = 0; pixel < std::size_t{image.width} * image.height; ++pixel) {
        const std::uint32_t alpha = image.alpha.empty() ? 255 : sample(image.alpha, pixel);
        std::uint32_t word = alpha;
        for (std::size_t k = 0; k < 3; ++k)
            word = word << 8U | (sample(image.colours, pixel * 3 + k) * alpha + 127) / 255;
        unsigned char* place =
            data + pixel / image.width * stride + pixel % image.width * sizeof word;
        std::memcpy(place, &word, sizeof word);
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

void choose(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgb(cairo, colour == Colour::red ? 1 : 0, 0, 0);
}

void draw(cairo_t* cairo, const FontSet& fonts, const GlyphRun& run) {
    choose(cairo, run.colour);
    const Face& face = fonts.faces.at(run.face);
    const double scale = in_points(run.size) / face.units_per_em;
    for (const PositionedGlyph& glyph : run.glyphs) {
        cairo_save(cairo);
        cairo_translate(cairo, in_points(glyph.x), in_points(glyph.y));
        if (run.posture.turn == Posture::Turn::clockwise) cairo_transform(cairo, &kQuarterTurn);
        if (run.posture.turn == Posture::Turn::counter_clockwise)
            cairo_transform(cairo, &kQuarterBack);
        cairo_scale(cairo, scale * run.posture.width / kFullWidth, -scale);
        add_outline(cairo, face, glyph.id);
        cairo_restore(cairo);
    }
    cairo_fill(cairo);
}

void draw(cairo_t* cairo, const FontSet&, const FilledBox& box) {
    choose(cairo, box.colour);
    cairo_rectangle(cairo, in_points(box.left), in_points(box.top), in_points(box.width),
                    in_points(box.height));
    cairo_fill(cairo);
}

void draw(cairo_t* cairo, const FontSet&, const SlantedLine& line) {
    choose(cairo, Colour::black);
    cairo_set_line_width(cairo, in_points(line.thickness));
    cairo_move_to(cairo, in_points(line.left), in_points(line.top));
    cairo_line_to(cairo, in_points(line.right), in_points(line.bottom));
    cairo_stroke(cairo);
}

void draw(cairo_t*, const FontSet&, const LinkArea&) {}  // nothing to see

void draw(cairo_t* cairo, const FontSet&, const PlacedImage& placed) {
    const Image& image = *placed.image;
    const CairoSurface surface = surface_of(image);
    cairo_save(cairo);
    cairo_translate(cairo, in_points(placed.left), in_points(placed.top));
    cairo_scale(cairo, in_points(placed.width) / image.width,
                in_points(placed.height) / image.height);
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    // Many pixels of a seal fall on one of the screen.
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

struct Extent {
    Length width;
    Length height;
};

/// As a viewer shows the page.
Extent shown_extent(const Page& page) {
    if (page.read_turned) return {page.height, page.width};
    return {page.width, page.height};
}

/// Draws the page's ink, one point to the unit of user space.
void draw_page(cairo_t* cairo, const FontSet& fonts, const Page& page) {
    cairo_set_source_rgb(cairo, 0, 0, 0);
    if (page.read_turned) {
        cairo_translate(cairo, in_points(page.height), 0);
        cairo_transform(cairo, &kQuarterTurn);
    }
    for (const Item& item : page.items) {
        std::visit([&](const auto& one) { draw(cairo, fonts, one); }, item);
    }
}

/// Turns ink (255 is black) into grey (255 is white), which is how a PNG wants it.
void invert(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(surface));
    for (unsigned char& value : std::span{cairo_image_surface_get_data(surface), stride * height}) {
        value = static_cast<unsigned char>(255 - value);
    }
    cairo_surface_mark_dirty(surface);
}

[[nodiscard]] bool has_colour(const Page& page) {
    return std::any_of(page.items.begin(), page.items.end(), [](const Item& item) {
        const auto* run = std::get_if<GlyphRun>(&item);
        const auto* box = std::get_if<FilledBox>(&item);
        return std::holds_alternative<PlacedImage>(item) ||
               (run != nullptr && run->colour != Colour::black) ||
               (box != nullptr && box->colour != Colour::black);
    });
}

/// An 8-bit grey picture where the page has no colour: a quarter of the bytes encode four times as
/// fast.
cairo_status_t write_png(const FontSet& fonts, const Page& page, unsigned dots_per_inch,
                         std::string& bytes) {
    // As many pixels as the page touches.
    const auto pixels = [&](Length length) {
        constexpr std::int64_t kPerInch = kPointsPerInch * Length::kPerPoint;
        return static_cast<int>((length.emu() * dots_per_inch + kPerInch - 1) / kPerInch);
    };
    const double scale = static_cast<double>(dots_per_inch) / kPointsPerInch;
    const Extent shown = shown_extent(page);
    const bool coloured = has_colour(page);
    const CairoSurface surface{
        cairo_image_surface_create(coloured ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8,
                                   pixels(shown.width), pixels(shown.height))};
    const CairoContext cairo{cairo_create(surface.get())};
    if (coloured) {
        cairo_set_source_rgb(cairo.get(), 1, 1, 1);
        cairo_paint(cairo.get());
    }
    cairo_scale(cairo.get(), scale, scale);
    draw_page(cairo.get(), fonts, page);
    if (const cairo_status_t status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
        return status;
    }
    if (!coloured) invert(surface.get());
    return cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
}

/// Cairo names the picture's one group after a count of all surfaces the process ever made.
/// Nothing refers to the name.
void remove_surface_name(std::string& svg) {
    const std::size_t begin = svg.find(" id=\"surface");
    if (begin == std::string::npos) return;
    svg.erase(begin, svg.find('>', begin) - begin);
}

cairo_status_t write_svg(const FontSet& fonts, const Page& page, std::string& bytes) {
    const Extent shown = shown_extent(page);
    const CairoSurface surface{cairo_svg_surface_create_for_stream(
        append_bytes, &bytes, in_points(shown.width), in_points(shown.height))};
    const CairoContext cairo{cairo_create(surface.get())};
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    draw_page(cairo.get(), fonts, page);
    cairo_surface_finish(surface.get());
    remove_surface_name(bytes);
    return cairo_status(cairo.get());
}

}  // namespace

Outcome<std::string> write_preview(const PagedDocument& document, const FontSet& fonts,
                                   std::size_t page, PreviewFormat format, unsigned dots_per_inch) {
    Outcome<std::string> outcome;
    const Page& drawn = document.pages.at(page);
    const cairo_status_t status = format == PreviewFormat::png
                                      ? write_png(fonts, drawn, dots_per_inch, outcome.value)
                                      : write_svg(fonts, drawn, outcome.value);
    if (status != CAIRO_STATUS_SUCCESS) {
        outcome.value.clear();
        outcome.diagnostics.push_back(
            {Code::preview_not_written,
             {},
             {{"page", std::to_string(page + 1)}, {"reason", cairo_status_to_string(status)}}});
    }
    return outcome;
}

}  // namespace banxin
