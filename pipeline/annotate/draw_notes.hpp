// Stage annotate: a PDF and notes on its pages → pictures of the pages with the notes.
//
// Poppler draws the pages, as most readers see them; the notes are drawn over them by Cairo, in
// type of the project's own faces, since the machine may have none for Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/annotate/page_notes.hpp"
#include "pipeline/base/outcome.hpp"
#include "pipeline/shape/font_set.hpp"

namespace banxin {

/// Width of what is added on the right of each page.
inline constexpr Length kNoteGutter = Length::from_emu(66 * Length::kPerMillimetre);

/// Of deviations; no other thing has exactly this colour.
struct NoteColour {
    std::uint8_t red = 0, green = 0, blue = 0;
};
inline constexpr NoteColour kDeviationColour{214, 0, 60};

/// A PNG for each of `pages`, which are all of `pdf`'s in order. The file is numbered `file`.
///
/// Errors: `preview-not-written` where a page is too large or Poppler cannot draw it.
[[nodiscard]] Outcome<std::vector<std::string>> draw_notes(std::string_view pdf, std::uint8_t file,
                                                           const std::vector<PageNotes>& pages,
                                                           const FontSet& fonts,
                                                           unsigned dots_per_inch);

}  // namespace banxin
