// Stage compose: Job + Scorecard + BodyText + Layout → Document. All wording is put together here.
#pragma once

#include <map>
#include <string>

#include "pipeline/base/outcome.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/layout/layout.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// The layouts of the annexes' tables, by name.
using TableLayouts = std::map<std::string, Layout>;

/// Fills in the names, and checks the numbers that an author wrote by hand against the tables.
///
/// Errors: `name-unknown` and `message-invalid` (a `{name}` in a text), `count-contradicts-table`
/// (with both places), `part-missing` (the layout needs something that the job does not give).
[[nodiscard]] Outcome<Document> compose(const Job& job, const Scorecard& scorecard,
                                        const BodyText& body, const Layout& layout,
                                        const TableLayouts& table_layouts);

}  // namespace banxin
