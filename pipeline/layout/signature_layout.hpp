// Where those who issue a document sign it: names, seals (印章) and signature stamps (签名章).
// GB/T 9704-2012, 7.3.5; the default figures are the standard's for a type area of 156 mm.
#pragma once

#include <optional>

#include "pipeline/base/length.hpp"
#include "pipeline/read/job.hpp"

namespace banxin {

struct SignatureLayout {
    std::optional<SignatureForm> form;  ///< Where the layout takes one only: 命令 is stamped.
    /// Of the date from the right, and of stamps: 右空四字 of 156 mm / 28, 7.3.5.1 and 7.3.5.3.
    Length date_indent = Length::from_emu(156 * 4 * 36000 / 28);
    Length seal = 45_mm;  ///< Diameter where the job gives none: most offices', 国发〔1999〕25号.
    Length seal_raise = 4_mm;      ///< Centre above that of name and date, which are 下压.
    Length most_raise = 5_mm;      ///< As far as it may be raised to come near the text.
    Length seal_below = 10.39_mm;  ///< Most from the text to the first seals: 一行之内.
    Length least_seal_gap = 1_mm;  ///< Between seals, which must not touch.
    Length most_seal_gap = 3_mm;
    unsigned seals_abreast = 3;
    Length stamp_width = 35_mm;     ///< Where the job gives none; not in the standard.
    Length stamp_height = 15_mm;    ///< Where a stamp has no picture; not in the standard.
    Length stamp_below = 20.78_mm;  ///< From the text to a stamp: 下空二行, 7.3.5.3.
    Length stamp_gap = 5_mm;        ///< Between stamps; not in the standard.
    Length post_gap =
        Length::from_emu(156 * 2 * 36000 / 28);  ///< From a stamp to the post: 左空二字.
    Length date_below = 10.39_mm;                ///< From the last stamp to the date: 空一行.
};

}  // namespace banxin
