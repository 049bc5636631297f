// Numbers against the rounding vectors of GB/T 8170-2008 and of everyday 四舍五入.
#include "pipeline/base/decimal.hpp"

#include <gtest/gtest.h>

namespace banxin {
namespace {

struct RoundingCase {
    const char* value;
    unsigned places;
    const char* to_even;
    const char* away_from_zero;
};

class RoundingTest : public testing::TestWithParam<RoundingCase> {};

TEST_P(RoundingTest, BothRules) {
    const RoundingCase& row = GetParam();
    const auto parsed = Decimal::parse(row.value);
    ASSERT_TRUE(parsed.has_value());
    const Rational value = parsed->value();
    EXPECT_EQ(Decimal::rounded(value, row.places, Rounding::half_to_even).to_string(), row.to_even);
    EXPECT_EQ(Decimal::rounded(value, row.places, Rounding::half_away_from_zero).to_string(),
              row.away_from_zero);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, RoundingTest,
    testing::Values(
        RoundingCase{"12.1498", 1, "12.1", "12.1"}, RoundingCase{"10.5002", 0, "11", "11"},
        RoundingCase{"1.050", 1, "1.0", "1.1"}, RoundingCase{"0.35", 1, "0.4", "0.4"},
        RoundingCase{"2.5", 0, "2", "3"}, RoundingCase{"3.5", 0, "4", "4"},
        RoundingCase{"28.175", 2, "28.18", "28.18"}, RoundingCase{"28.165", 2, "28.16", "28.17"},
        RoundingCase{"92.345", 2, "92.34", "92.35"}, RoundingCase{"-0.0365", 3, "-0.036", "-0.037"},
        RoundingCase{"15.4546", 0, "15", "15"}, RoundingCase{"1.225", 2, "1.22", "1.23"},
        RoundingCase{"2.275", 2, "2.28", "2.28"}, RoundingCase{"-0.4", 0, "0", "0"},
        RoundingCase{"7", 2, "7.00", "7.00"}));

TEST(Decimal, KeepsThePlacesItWasWrittenWith) {
    EXPECT_EQ(Decimal::parse("111.00")->to_string(), "111.00");
    EXPECT_EQ(Decimal::parse("0.05")->to_string(), "0.05");
    EXPECT_EQ(Decimal::parse("-0.50")->to_string(), "-0.50");
    EXPECT_EQ(*Decimal::parse("111.00"), *Decimal::parse("111"));
}

TEST(Decimal, ReadsFullWidthDigits) {
    EXPECT_EQ(Decimal::parse("１０１．８８")->to_string(), "101.88");
    EXPECT_EQ(Decimal::parse("－３")->to_string(), "-3");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const char* text :
         {"", "1O1.88", "八十", "1,000", "1e3", ".5", "5.", "1.2.3", "--1", "+", " 1", "90分",
          "\xEF\xBC", "00000000000000000000000000000000000000001"}) {
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
    }
}

TEST(Decimal, TrimsZerosOnlyAfterThePoint) {
    EXPECT_EQ(Decimal::parse("2.50")->trimmed().to_string(), "2.5");
    EXPECT_EQ(Decimal::parse("10.00")->trimmed().to_string(), "10");
    EXPECT_EQ(Decimal::parse("100")->trimmed().to_string(), "100");
}

TEST(Decimal, ComparesExactlyAcrossPlaces) {
    EXPECT_LT(*Decimal::parse("99.99"), *Decimal::parse("100"));
    EXPECT_GT(*Decimal::parse("0.3"), *Decimal::parse("0.2999999999999999999999"));
    EXPECT_LT(*Decimal::parse("-2"), *Decimal::parse("-1.5"));
}

TEST(Decimal, AThirdRoundsOnce) {
    EXPECT_EQ(Decimal::rounded(Rational{1, 3}, 4, Rounding::half_to_even).to_string(), "0.3333");
    EXPECT_EQ(Decimal::rounded(Rational{2, 3}, 4, Rounding::half_to_even).to_string(), "0.6667");
}

}  // namespace
}  // namespace banxin
