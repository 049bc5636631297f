// Pages put together by hand, for tests of the writers: no shaping, no line breaking.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/pages/paged_document.hpp"
#include "pipeline/shape/font_set.hpp"
#include "tests/test_fonts.hpp"

namespace banxin {

/// A page of A4 with nothing on it.
[[nodiscard]] Page blank_page(std::string label);

/// A run of `text` in one face: every character by its nominal glyph, one after the other by the
/// face's own advances with `gap` between them, the first at `x` on the `baseline`.
[[nodiscard]] GlyphRun make_run(const FontSet& fonts, FaceId face, std::string_view text,
                                Length size, Length x, Length baseline, Length gap = {});

/// Sets `text` in the faces that `role` chooses for its characters, and gives the runs one after
/// the other. Fails the test when a character has no face.
[[nodiscard]] std::vector<GlyphRun> set_line(const FontSet& fonts, std::string_view role,
                                             std::string_view text, Length size, Length x,
                                             Length baseline);

/// The face with this PostScript name; fails the test and gives face 0 where there is none.
[[nodiscard]] FaceId face_named(const FontSet& fonts, std::string_view postscript_name);

}  // namespace banxin
