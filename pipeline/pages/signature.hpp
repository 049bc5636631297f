// 发文机关署名 and 成文日期. GB/T 9704-2012, 7.3.5.
#pragma once

#include "pipeline/pages/page_filler.hpp"

namespace banxin {

/// Moves the lines of `issuer` and `date` to where GB/T 9704-2012, 7.3.5.2 wants them in a type
/// area of `measure`: the issuer two characters in from the right and the date two characters to
/// the right of where the issuer begins; a date that is longer than the issuer stands two
/// characters in from the right instead, and the issuer moves left with it.
void indent_signature(BrokenParagraph& issuer, BrokenParagraph& date, Length measure,
                      Length character);

/// Adds issuer and date, which stay together, below `before`.
void add_signature(PageFiller& pages, const ShapedBlock& issuer, const ShapedBlock& date,
                   const ShapedBlock* before);

}  // namespace banxin
