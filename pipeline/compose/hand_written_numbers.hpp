// A finished paragraph + the tables → complaints about numbers that its author wrote by hand.
//
// Changes nothing. Numbers that a `{name}` put into the text come from the tables and are not
// asked.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/compose/wording.hpp"
#include "pipeline/read/job.hpp"
#include "pipeline/score/scorecard.hpp"

namespace banxin {

/// Compares `“优秀”8名`, `优秀8名`, `“优秀”（８名）`, `“优秀”八名` with the rows of the tables.
///
/// A paragraph that names annexes (附件4、附件5) speaks of their tables: the first “一等奖” of the
/// first, the second of the second, when there are as many as annexes with that grade; else any of
/// them will do. A paragraph that names none may mean any table with that grade.
///
/// Errors: `count-contradicts-table`, with the first row of each table it may mean;
/// `annex-unknown` for an 附件N that the job does not have. The annex of another document, written
/// straight after its name or number (《…办法》附件2, …87号）附件2), is not ours to check.
[[nodiscard]] Diagnostics check_hand_written_numbers(const FilledText& paragraph, const Job& job,
                                                     const Scorecard& scorecard);

}  // namespace banxin
