// Stage compose: Job + Scorecard + BodyText + Layout → Document. All wording is put together here.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// The layout of a ranking table where the job names none.
inline constexpr std::string_view kRankingLayout = "ranking";

/// The layouts of the annexes and insets, by name.
using TableLayouts = std::map<std::string, Layout>;

/// Fills in the names, and checks the numbers that an author wrote by hand against the tables.
///
/// A line of a body that consists of the name of an inset, in braces, stands for that inset. Its
/// places are filled from its own data first, then from the document's.
///
/// Texts may use the values of the scorecard and the fields of the job; where both have a name, the
/// computed value wins. The styles of tables by other layouts are named as `table_style` says.
///
/// Errors: `name-unknown` and `message-invalid` (a `{name}` in a text), `count-contradicts-table`
/// (with both places), `annex-unknown`, `part-missing` (the layout needs something that the job
/// does not give), `part-unused`, `inset-unused`, `style-unknown` (a text annex in a layout without
/// `body`).
[[nodiscard]] Outcome<Document> compose(const Job& job, const Scorecard& scorecard,
                                        const BodyTexts& bodies, const Layout& layout,
                                        const TableLayouts& table_layouts);

/// What a style of a table's own layout is called in the document: `ranking/bar`.
[[nodiscard]] std::string table_style(const Layout& table_layout, const std::string& style);

/// `layout` with the styles of the tables beside its own, under their names in the document.
[[nodiscard]] Layout with_table_styles(Layout layout, const TableLayouts& table_layouts);

}  // namespace banxin
