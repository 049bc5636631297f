// The rules of the text, one function each: a passage of the document → what is wrong with it.
//
// A rule that cannot be sure stays silent. Each has its own code, by which a job can silence it.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/check/passage.hpp"
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

/// Dates have the year in full and no zero before month and day, GB/T 9704-2012, 7.3.5.4.
void check_dates(const Passage& passage, Diagnostics& found);

/// Levels follow each other as 一、 （一） 1. （1）, GB/T 9704-2012, 7.3.3; 一、 may be followed
/// by 1. where there are only two. Each level counts from one without a gap.
void check_heading_order(const BodyText& body, Diagnostics& found);

/// Shares of one whole, 占64.30%；…占36.20%, add up to 100 within what rounding explains. No
/// standard: arithmetic. A sum far from 100 is no complete list and nobody's mistake.
void check_shares(const Passage& passage, Diagnostics& found);

/// 合计10万元，由以下各项构成：…；… is the sum of its parts, within what rounding explains, and no
/// parts behind 其中： exceed their total. No standard: arithmetic.
void check_totals(const Passage& passage, Diagnostics& found);

}  // namespace banxin
