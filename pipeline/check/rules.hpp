// The rules of the text, one function each: a passage of the document → what is wrong with it.
//
// A rule that cannot be sure stays silent. Each has its own code, by which a job can silence it.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/check/passage.hpp"
#include "pipeline/compose/document.hpp"
#include "pipeline/read/body_text.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

/// 发文字号 stands as 代字〔2020〕4号: the year in full between 〔 and 〕, the number without 第
/// and without zeros before it. GB/T 9704-2012, 7.2.5.
void check_document_numbers(const Passage& passage, Diagnostics& found);

/// The job's own 发文字号 begins with the 代字 of the body that issues it, GB/T 9704-2012, 7.2.5:
/// with a character of its name or its 发文机关标志, or with the short name of a province or a
/// large city.
void check_number_of_issuer(const Job& job, Diagnostics& found);

/// The year of a document number counts the year's documents, GB/T 9704-2012, 7.2.5: the job's own
/// has the year of its date, and no number that the text names has a later one.
void check_own_number_year(const Job& job, Diagnostics& found);
void check_number_years(const Passage& passage, const Date& date, Diagnostics& found);

/// 档号 has the form of DA/T 13-2022, 5, and says the same as the job of how long the document is
/// kept and of its year.
void check_archival_code(const Job& job, Diagnostics& found);

/// Dates have the year in full and no zero before month and day, GB/T 9704-2012, 7.3.5.4; 26年底
/// has lost its century too, GB/T 15835-2011.
void check_dates(const Passage& passage, Diagnostics& found);

/// Days are in the calendar and on the weekday that is written behind them; what was done by a day
/// (截至…，已…) was done before `date`, the document's own. A day without a year has the
/// document's.
void check_calendar(const Passage& passage, const std::optional<Date>& date, Diagnostics& found);

/// Levels follow each other as 一、 （一） 1. （1）, GB/T 9704-2012, 7.3.3; 一、 may be followed
/// by 1. where there are only two. Each level counts from one without a gap.
void check_heading_order(const BodyText& body, Diagnostics& found);

/// Shares of one whole, 占64.30%；…占36.20%, add up to 100 within what rounding explains. No
/// standard: arithmetic. A sum far from 100 is no complete list and nobody's mistake.
void check_shares(const Passage& passage, Diagnostics& found);

/// 合计10万元，由以下各项构成：…；… is the sum of its parts, within what rounding explains, and no
/// parts behind 其中： exceed their total. No standard: arithmetic.
void check_totals(const Passage& passage, Diagnostics& found);

/// 比上年增加20万元，增长25%: the percentage is that of the amounts before it, within what rounding
/// explains. No standard: arithmetic.
void check_changes(const Passage& passage, Diagnostics& found);

/// 三项：一是…；二是…。 and 5个部门（…、…） have as many entries as they announce. Lists that may
/// be meant otherwise are left alone.
void check_list_counts(const Passage& passage, Diagnostics& found);

/// “ ” ‘ ’ 《 》 （ ） and the like have their counterpart in the paragraph. A quotation that goes
/// on in the next one is opened there again, by GB/T 15834-2011, and closed at its end only:
/// `next_begins_with` is the character that the next paragraph begins with, or 0.
void check_mark_pairs(const Passage& passage, char32_t next_begins_with, Diagnostics& found);

/// 9亿～16亿 and 15%～30% have their unit twice; a difference of percentages is in 个百分点; digits
/// are half as wide as Han. GB/T 15835-2011.
void check_number_forms(const Passage& passage, Diagnostics& found);

/// The text mentions annexes that are there, in the order of their numbers, none but others. The
/// only one has no number, GB/T 9704-2012, 7.3.4. Numbers that are too high are an error of
/// compose.
void check_annexes(const Job& job, const Document& document, Diagnostics& found);

/// A row or column that is headed 合计, 小计 or 总计 adds up the others; shares in a column headed
/// 占比 make 100. A table that could be read in two ways is left alone.
void check_table_totals(const Table& table, Diagnostics& found);

/// Amounts that name a unit of money do not contradict the one of their column's head, （万元）, or
/// of the table: 单位：万元 in `caption`, the line above it.
void check_table_units(const Table& table, const Passage& caption, Diagnostics& found);

}  // namespace banxin
