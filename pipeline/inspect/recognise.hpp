// Stage inspect, second step: PdfPages → InspectedDocument.
//
// Finds out what the lines of a document are, by their words, type and places. Judges nothing, and
// takes an element that stands in the wrong place for what it is meant to be.
#pragma once

#include <optional>

#include "pipeline/inspect/document_elements.hpp"

namespace banxin {

/// `format` where somebody knows it; otherwise it is recognised by what the first page shows.
[[nodiscard]] InspectedDocument recognise(PdfPages pages, std::optional<DocumentFormat> format);

}  // namespace banxin
