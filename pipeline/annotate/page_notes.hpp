// What is to be drawn on and beside the pages of a PDF, in the words that are to be read there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/inspect/pdf_pages.hpp"

namespace banxin {

enum class NoteKind : std::uint8_t { element, remark, deviation };

/// A box on a page. An element's one is named beside the box; what is said of the others stands in
/// the gutter on the right of the page.
struct PageNote {
    NoteKind kind = NoteKind::element;
    std::vector<PdfBox> boxes;  ///< At least one.
    std::string title;
    std::string text;  ///< Below the title, in lesser type; may be empty.
};

struct PageNotes {
    Length width, height;  ///< Of the page, as it is read.
    std::optional<PdfBox> type_area;
    std::vector<Length> rows;  ///< Feet of the rows within the type area.
    std::vector<PageNote> notes;
    std::string head;  ///< At the top of the gutter.
};

}  // namespace banxin
