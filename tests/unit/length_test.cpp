// Lengths against figures worked out by hand.
#include "pipeline/base/length.hpp"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(Length, MillimetresAndPointsMeetExactly) {
    EXPECT_EQ((156_mm).emu(), 5616000);
    EXPECT_EQ((16_pt).emu(), 203200);
    EXPECT_EQ((10.5_pt).emu(), 133350);
    EXPECT_EQ((25.4_mm), (72_pt));
}

TEST(Length, ScalesWithOneRoundingAwayFromZero) {
    EXPECT_EQ((156_mm).scaled(1, 28).emu(), 200571);  // 200571.43
    EXPECT_EQ((156_mm).scaled(28, 28), 156_mm);
    EXPECT_EQ(Length::from_emu(5).scaled(1, 2).emu(), 3);
    EXPECT_EQ(Length::from_emu(-5).scaled(1, 2).emu(), -3);
    EXPECT_EQ(Length::from_emu(-4).scaled(1, 3).emu(), -1);
}

}  // namespace
}  // namespace banxin
