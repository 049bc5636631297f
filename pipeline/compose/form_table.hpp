// FormLayout + data → the cells of a form, on one grid.
//
// Computes nothing: scores and texts come finished from the Scorecard.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/compose/wording.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// Fills the form in.
///
/// Sections have column edges of their own; the grid's columns are the union of all edges, and a
/// cell spans those that lie between its own. Spans of rows count rows of the layout: a cell
/// beside a repeated row stands beside all its repetitions. A row repeated over a table without
/// rows stands once, empty.
///
/// Errors: `name-unknown` for a place or a table that nothing gives, `message-invalid`.
[[nodiscard]] Table form_table(const FormLayout& form, const Scorecard& scorecard,
                               const NamedValues& values, Diagnostics& diagnostics);

}  // namespace banxin
