// Writer dump: any stage's noun → text, one fact a line, whole numbers only. Golden tests compare
// it.
#pragma once

#include <string>

#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/lines/broken_paragraph.hpp"
#include "pipeline/pages/paged_document.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/read/workbook.hpp"
#include "pipeline/score/scorecard.hpp"
#include "pipeline/shape/shaped_document.hpp"
#include "pipeline/tables/placed_table.hpp"

namespace banxin {

/// Places are printed as `sources` describes them; lengths in units of 1/36000 mm.
[[nodiscard]] std::string dump(const Job& job, const Sources& sources);
[[nodiscard]] std::string dump(const Workbook& workbook, const Sources& sources);
[[nodiscard]] std::string dump(const BodyText& body, const Sources& sources);
[[nodiscard]] std::string dump(const Layout& layout);
[[nodiscard]] std::string dump(const Scorecard& scorecard, const Sources& sources);
[[nodiscard]] std::string dump(const Document& document);
[[nodiscard]] std::string dump(const ShapedDocument& document, const FontSet& fonts);
[[nodiscard]] std::string dump(const ShapedParagraph& paragraph, const BrokenParagraph& broken);
[[nodiscard]] std::string dump(const ShapedTable& table, const PlacedTable& placed);
[[nodiscard]] std::string dump(const PagedDocument& document, const FontSet& fonts);

}  // namespace banxin
