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

/// XML 1.0 (2.2) and ISO 19005-2 (6.2.11.7.2) have no place for controls, marks and noncharacters.
TEST(PdfSyntax, TextLosesWhatNoReaderMayBeGiven) {
    EXPECT_EQ(clean_text("甲\u0001\u0085\uFEFF\uFFFE\u202E乙"), "甲乙");
    EXPECT_EQ(clean_text("甲\t乙\n丙"), "甲 乙 丙");
    EXPECT_EQ(clean_text("甲\xED\xA0\x80"), "甲\uFFFD\uFFFD\uFFFD");  // a surrogate of its own
    EXPECT_EQ(clean_text("\uE000\uFFFD\U000E0100"), "\uE000\uFFFD\U000E0100");
}

TEST(PdfSyntax, TextIsCutBetweenCharactersAtItsLimit) {
    std::string text(kMostTextUnits - 1, 'a');
    EXPECT_FALSE(is_too_long(text + "国"));
    EXPECT_TRUE(is_too_long(text + "𬭊"));  // two units
    EXPECT_EQ(cut_to_limit(text + "国"), text + "国");
    EXPECT_EQ(cut_to_limit(text + "𬭊a"), text);
    EXPECT_TRUE(is_too_long(text + "ab"));
}

}  // namespace
}  // namespace banxin::pdf
