// Short lines of words on a picture, in the project's own faces.
#pragma once

#include <cairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/shape/font_set.hpp"

namespace banxin {

class Lettering {
  public:
    explicit Lettering(const FontSet& fonts);

    [[nodiscard]] double width(std::string_view utf8, double size) const;
    /// In the colour that is chosen, from (`x`, `baseline`) to the right.
    void draw(cairo_t* cairo, std::string_view utf8, double x, double baseline, double size) const;
    /// Lines no wider than `width`, broken at blanks and beside Chinese characters.
    [[nodiscard]] std::vector<std::string> wrapped(std::string_view utf8, double size,
                                                   double width) const;

  private:
    struct Letter {
        const Face* face = nullptr;
        std::uint32_t glyph = 0;
        double advance = 0;  ///< In ems.
    };
    [[nodiscard]] Letter letter(char32_t character) const;

    const FontSet& fonts_;
    const FontRole* role_ = nullptr;
};

}  // namespace banxin
