// FormLayout + data → the sections and cells of a form.
//
// Computes nothing: scores and texts come finished from the Scorecard.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/compose/wording.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// The line above the later pieces of a table, filled in; empty where the layout has none.
[[nodiscard]] Paragraph continued_line(const ContinuedLine& line, const Names& names,
                                       Diagnostics& diagnostics);

/// Fills the form in.
///
/// Sections have columns of their own. Spans of rows count rows of the layout: a cell
/// beside a repeated row stands beside all its repetitions. Repeated rows that follow each other
/// are a pattern: each record gets all of them, each group its heads and feet around them, and a
/// cell over rows of the pattern spans those of one record. A pattern over a table without rows
/// stands once, empty.
///
/// In a pattern texts may use the columns of the record, and the totals of its group; a head or a
/// foot has those of its group's first record.
///
/// Errors: `name-unknown` for a place or a table that nothing gives, `message-invalid`.
[[nodiscard]] Table form_table(const FormLayout& form, const LayoutData& data,
                               const NamedValues& values, Diagnostics& diagnostics);

}  // namespace banxin
