#include "pipeline/shape/ink_bounds.hpp"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace banxin {
namespace {

/// Pieces that a curve is looked at in: a glyph's curves leave chords this short by less than a
/// unit.
constexpr std::int64_t kPieces = 64;

/// The heights that an outline passes, in whole units.
class HeightCollector {
  public:
    void move(std::int64_t y) { pen_ = y; }

    void line(std::int64_t y) {
        note(pen_);
        note(y);
        pen_ = y;
    }

    void quadratic(std::int64_t control, std::int64_t end) {
        for (std::int64_t k = 0; k <= kPieces; ++k) {
            const std::int64_t rest = kPieces - k;
            note_divided(rest * rest * pen_ + 2 * rest * k * control + k * k * end,
                         kPieces * kPieces);
        }
        pen_ = end;
    }

    void cubic(std::int64_t first, std::int64_t second, std::int64_t end) {
        for (std::int64_t k = 0; k <= kPieces; ++k) {
            const std::int64_t rest = kPieces - k;
            note_divided(rest * rest * rest * pen_ + 3 * rest * rest * k * first +
                             3 * rest * k * k * second + k * k * k * end,
                         kPieces * kPieces * kPieces);
        }
        pen_ = end;
    }

    [[nodiscard]] std::optional<InkBounds> bounds() const { return bounds_; }

  private:
    void note(std::int64_t y) {
        if (!bounds_) bounds_ = InkBounds{y, y};
        bounds_->top = std::max(bounds_->top, y);
        bounds_->bottom = std::min(bounds_->bottom, y);
    }

    void note_divided(std::int64_t value, std::int64_t divisor) {
        const std::int64_t half = divisor / 2;
        note((value < 0 ? value - half : value + half) / divisor);
    }

    std::int64_t pen_ = 0;
    std::optional<InkBounds> bounds_;
};

HeightCollector& collector(void* data) { return *static_cast<HeightCollector*>(data); }

std::int64_t whole(float units) { return std::lround(units); }

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, decltype(&hb_draw_funcs_destroy)>;

DrawFunctions draw_functions() {
    DrawFunctions functions{hb_draw_funcs_create(), &hb_draw_funcs_destroy};
    hb_draw_funcs_set_move_to_func(
        functions.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float y, void*) {
            collector(data).move(whole(y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        functions.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float y, void*) {
            collector(data).line(whole(y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        functions.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float control, float, float y,
           void*) { collector(data).quadratic(whole(control), whole(y)); },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        functions.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float, float first, float, float second,
           float, float y, void*) { collector(data).cubic(whole(first), whole(second), whole(y)); },
        nullptr, nullptr);
    return functions;
}

}  // namespace

std::optional<InkBounds> ink_bounds(const Face& face, std::uint32_t glyph) {
    HeightCollector heights;
    const DrawFunctions functions = draw_functions();
    hb_font_get_glyph_shape(face.font.get(), glyph, functions.get(), &heights);
    return heights.bounds();
}

}  // namespace banxin
