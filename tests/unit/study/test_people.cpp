// SPDX-License-Identifier: Apache-2.0
// Intervals of shares against published ones, which the tables of data/literature have too.
#include "../../../src/study/people.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

TEST(People, AShareHasWilsonsInterval) {
    const ShareOfPeople dark = share_of({5, 30});
    EXPECT_NEAR(dark.value, 100.0 / 6.0, 1e-12);
    EXPECT_NEAR(dark.low, 7.3, 0.05);
    EXPECT_NEAR(dark.high, 33.6, 0.05);
    EXPECT_FALSE(dark.over);
}

TEST(People, NobodyAndEverybodyLeaveOneEndOpen) {
    const ShareOfPeople none = share_of({0, 414}), all = share_of({20, 20});
    EXPECT_EQ(none.value, 0.0);
    EXPECT_EQ(none.low, 0.0);
    EXPECT_NEAR(none.high, 0.92, 0.005);
    EXPECT_EQ(all.value, 100.0);
    EXPECT_NEAR(all.low, 83.9, 0.05);
    EXPECT_NEAR(all.high, 100.0, 1e-9);
}

TEST(People, ARatioOfSharesIsAsUnsureAsItsFewest) {
    const ShareOfPeople smokers = ratio_of({11, 93}, {1, 48});
    EXPECT_NEAR(smokers.value, 5.68, 0.005);
    EXPECT_NEAR(smokers.low, 0.755, 0.01);
    EXPECT_NEAR(smokers.high, 42.7, 0.1);
    ASSERT_TRUE(smokers.over);
    EXPECT_EQ(smokers.over->yes, 1);
    const ShareOfPeople none = ratio_of({0, 30}, {3, 30});
    EXPECT_EQ(none.value, 0.0);
    EXPECT_EQ(none.low, 0.0);
    EXPECT_GT(none.high, 1.0);
    const ShareOfPeople everybody = ratio_of({30, 30}, {30, 30});
    EXPECT_EQ(everybody.low, 1.0);
    EXPECT_EQ(everybody.high, 1.0);
}

TEST(People, ABoundHoldsOnlyWithAllThatIsLeftOpen) {
    EXPECT_EQ(within(share_of({5, 30}), 5.0, 40.0), Answered::holds);
    EXPECT_EQ(within(share_of({5, 30}), 10.0, 40.0), Answered::unclear);
    EXPECT_EQ(within(share_of({5, 30}), 40.0, 60.0), Answered::fails);
    EXPECT_EQ(within(share_of({5, 30}), 0.0, 5.0), Answered::fails);
}

}  // namespace
}  // namespace cicatrix
