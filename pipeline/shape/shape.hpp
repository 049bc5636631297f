// Stage shape: Document + FontSet → ShapedDocument. The only place where font units become Length.
#pragma once

#include <memory>

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/shape/font_set.hpp"
#include "pipeline/shape/shaped_document.hpp"

namespace banxin {

/// Chooses a face for every character, and has Pango itemise and shape.
///
/// Holds a Pango font map with a private configuration, so one Shaper belongs to one thread;
/// the FontSet is shared.
class Shaper {
  public:
    explicit Shaper(std::shared_ptr<const FontSet> fonts);
    ~Shaper();
    Shaper(Shaper&&) noexcept;
    Shaper& operator=(Shaper&&) noexcept;

    /// Errors: `glyph-missing` at the character no face has, `font-role-unknown` at a style.
    /// Warnings: `half-width-mark`, `straight-quote` at the first of each kind in a paragraph.
    [[nodiscard]] Outcome<ShapedDocument> shape(const Document& document, const Layout& layout);

    /// One paragraph by itself, in the styles of `layout`.
    [[nodiscard]] Outcome<ShapedParagraph> shape(const Paragraph& paragraph, const Layout& layout,
                                                 Orientation orientation = Orientation::horizontal);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace banxin
