// Pieces of a document's words as the standard wants them written: names, dates, brackets.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/text.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// A title of several lines, as it is set: each line on its own.
[[nodiscard]] Text separate_lines(const std::vector<Text>& lines);

/// A title of several lines where it stands on one.
[[nodiscard]] Text joined_lines(const std::vector<Text>& lines);

/// An annex's name as 附件说明 gives it: without 《》 and without a mark at its end.
/// GB/T 9704-2012, 7.3.4.
[[nodiscard]] Text bare_name(const Text& title);

/// Names of a list, whose full stop is printed whether it was typed or not.
[[nodiscard]] Text without_stop(const Text& names);

/// 2021年1月29日: Arabic digits, no zeros in front. GB/T 9704-2012, 7.3.5.4.
[[nodiscard]] std::string printed(const Date& date);

/// `text` between （ and ）, which take the place of any brackets around the whole of it.
[[nodiscard]] Text in_brackets(const Text& text);

}  // namespace banxin
