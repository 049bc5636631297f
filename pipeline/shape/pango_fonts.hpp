// The faces of a FontSet as Pango fonts, for one thread. Finds nothing and substitutes nothing.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <vector>

#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/plain_glyphs.hpp"

namespace banxin {

struct GObjectDeleter {
    void operator()(void* object) const { g_object_unref(object); }
};

/// A Pango context whose font map knows the faces of one FontSet, each under a family name of its
/// own, and nothing of the system's.
///
/// The font map is ours: Pango's own ones for FreeType and Cairo ask fontconfig in a thread of
/// theirs, which races with the first use of a private configuration (Pango 1.50: in one process
/// of ten no font was found at all), and they read the system's configuration besides.
class PangoFonts {
  public:
    /// Glyph positions are wanted in font units, so everything is shaped at this size: an em of
    /// 1000 pixels keeps 1024 × 1000 Pango units, finer than any font's own grid.
    static constexpr int kShapingSize = 1000;
    static constexpr std::int64_t kUnitsPerEm = std::int64_t{kShapingSize} * PANGO_SCALE;

    explicit PangoFonts(const FontSet& fonts);

    [[nodiscard]] PangoContext* context() const { return context_.get(); }
    [[nodiscard]] const PangoFontDescription* description(FaceId face) const {
        return descriptions_[face].get();
    }
    /// What needs no Pango; advances are in Pango units at kShapingSize.
    [[nodiscard]] const PlainGlyphs& plain_glyphs(FaceId face) const { return plain_glyphs_[face]; }

  private:
    struct DescriptionDeleter {
        void operator()(PangoFontDescription* description) const {
            pango_font_description_free(description);
        }
    };

    std::unique_ptr<PangoFontMap, GObjectDeleter> map_;
    std::unique_ptr<PangoContext, GObjectDeleter> context_;
    std::vector<std::unique_ptr<PangoFontDescription, DescriptionDeleter>> descriptions_;
    std::vector<PlainGlyphs> plain_glyphs_;
};

}  // namespace banxin
