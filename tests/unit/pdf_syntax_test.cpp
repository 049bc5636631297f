// Numbers and strings in PDF's syntax.
#include "pipeline/write/pdf/pdf_syntax.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace banxin::pdf {
namespace {

std::string decimal(std::int64_t unscaled, unsigned places) {
    std::string out;
    append_decimal(out, unscaled, places);
    return out;
}

TEST(PdfSyntax, DecimalsAreExactAndShort) {
    EXPECT_EQ(decimal(0, 3), "0");
    EXPECT_EQ(decimal(7, 0), "7");
    EXPECT_EQ(decimal(-7, 1), "-0.7");
    EXPECT_EQ(decimal(5, 3), "0.005");
    EXPECT_EQ(decimal(-5, 3), "-0.005");
    EXPECT_EQ(decimal(1000, 3), "1");
    EXPECT_EQ(decimal(1500, 3), "1.5");
    EXPECT_EQ(decimal(841890, 3), "841.89");
    EXPECT_EQ(decimal(100, 0), "100");
    EXPECT_EQ(decimal(std::numeric_limits<std::int64_t>::min(), 1), "-922337203685477580.8");
}

TEST(PdfSyntax, APointIsAPointAndMillimetresAreRoundedOnce) {
    EXPECT_EQ(to_millipoints(16_pt), 16000);
    EXPECT_EQ(to_millipoints(210_mm), 595276);  // 595.27559…
    EXPECT_EQ(to_millipoints(297_mm), 841890);  // 841.88976…
    EXPECT_EQ(to_millipoints(-(28_mm)), -79370);
}

TEST(PdfSyntax, TextStringsAreUtf16WithSurrogates) {
    std::string hex;
    append_utf16_hex(hex, "力𬭊a");
    EXPECT_EQ(hex, "529BD872DF4A0061");
    EXPECT_EQ(text_string("("), std::string("\xFE\xFF\0(", 4));
}

}  // namespace
}  // namespace banxin::pdf
