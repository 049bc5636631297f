#include "pipeline/write/preview/glyph_outlines.hpp"

namespace banxin {
namespace {

cairo_t* path_of(void* data) { return static_cast<cairo_t*>(data); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    cairo_move_to(path_of(data), x, y);
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    cairo_line_to(path_of(data), x, y);
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
    cairo_curve_to(path_of(data), x1, y1, x2, y2, x, y);
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    cairo_close_path(path_of(data));
}

/// TrueType's quadratic curves come as cubic ones: HarfBuzz raises them where no function is set.
hb_draw_funcs_t* make_draw_functions() {
    hb_draw_funcs_t* functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions, line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions, cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions, close_path, nullptr, nullptr);
    hb_draw_funcs_make_immutable(functions);
    return functions;
}

}  // namespace

void add_outline(cairo_t* cairo, const Face& face, std::uint32_t glyph) {
    static hb_draw_funcs_t* const functions = make_draw_functions();
    hb_font_get_glyph_shape(face.font.get(), glyph, functions, cairo);
}

}  // namespace banxin
