// SPDX-License-Identifier: Apache-2.0
#include "../../../src/study/judgement.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

using Arms = std::vector<Values>;

TEST(Judgement, SeesADifferenceBeyondWhatSeedsDo) {
    EXPECT_EQ(direction({1.0, 2.0, 3.0}, {1.1, 2.1, 3.1}), 1);  // small, but the same in every seed
    EXPECT_EQ(direction({1.1, 2.1, 3.1}, {1.0, 2.0, 3.0}), -1);
    EXPECT_EQ(direction({1.0, 2.0, 3.0}, {3.0, 2.0, 1.5}), 0);  // as often up as down
    EXPECT_EQ(direction({1.0}, {1.0 + 1e-9}), 0);               // rounding
    EXPECT_EQ(direction({1.0}, {1.1}), 1);                      // one seed: nothing is known of chance
}

TEST(Judgement, RisingMeansThatNoStepGoesBack) {
    EXPECT_EQ(monotone({{1, 1}, {2, 2}, {3, 3}}, 1), Answered::holds);
    EXPECT_EQ(monotone({{1, 1}, {3, 3}, {2, 2}}, 1), Answered::fails);
    EXPECT_EQ(monotone({{1, 1}, {2, 2}, {3, 3}}, -1), Answered::fails);
    EXPECT_EQ(monotone({{3, 3}, {1, 1}}, -1), Answered::holds);
    EXPECT_EQ(monotone({{2, 2}, {2, 2}}, 1), Answered::fails);          // no effect at all
    EXPECT_EQ(monotone({{1, 3}, {3, 1}}, 1), Answered::unclear);        // chance hides it
    EXPECT_EQ(monotone({{1, 1}, {1, 1}, {2, 2}}, 1), Answered::holds);  // a step may be level
}

TEST(Judgement, EveryLaterArmIsHeldAgainstTheFirst) {
    EXPECT_EQ(against_first({{1, 1}, {3, 3}, {2, 2}}, 1), Answered::holds);
    EXPECT_EQ(against_first({{1, 1}, {3, 3}, {1, 1}}, 1), Answered::fails);
    EXPECT_EQ(against_first({{1, 1}, {3, 3}, {0, 2}}, 1), Answered::unclear);
    EXPECT_EQ(against_first({{4, 4}, {3, 3}, {2, 2}}, -1), Answered::holds);
}

TEST(Judgement, CountsGainPerUnitOfTheNumberInTheName) {
    const std::vector<std::string> names{"1 pass", "2 passes", "8 passes"};
    EXPECT_EQ(saturates({{1, 1}, {2, 2}, {4, 4}}, names), Answered::holds);
    EXPECT_EQ(saturates({{1, 1}, {2, 2}, {10, 10}}, names), Answered::fails);
    EXPECT_EQ(saturates({{1, 1}, {2, 2}, {3, 3}}, {"few", "some", "many"}), Answered::lacking);
    EXPECT_EQ(saturates({{1, 1}}, {"1 pass"}), Answered::lacking);
    EXPECT_EQ(saturates({{0, 0}, {-1, -1}, {-9, -9}}, names), Answered::fails);  // a loss that grows is no gain
}

TEST(Judgement, RisingThenFallingNeedsATopInBetween) {
    EXPECT_EQ(rises_then_falls({{1, 1}, {3, 3}, {2, 2}}), Answered::holds);
    EXPECT_EQ(rises_then_falls({{1, 1}, {2, 2}, {3, 3}}), Answered::fails);
    EXPECT_EQ(rises_then_falls({{3, 3}, {2, 2}, {1, 1}}), Answered::fails);
}

TEST(Judgement, ABoundIsHeldWithItsError) {
    EXPECT_EQ(within({5.0, 0.0, 1}, 4, 6), Answered::holds);
    EXPECT_EQ(within({7.0, 0.0, 1}, 4, 6), Answered::fails);
    EXPECT_EQ(within({5.9, 1.0, 4}, 4, 6), Answered::unclear);
    EXPECT_EQ(within({9.0, 1.0, 4}, 4, 6), Answered::fails);
    EXPECT_EQ(weaker(Answered::holds, Answered::unclear), Answered::unclear);
    EXPECT_EQ(weaker(Answered::fails, Answered::unclear), Answered::fails);
}

}  // namespace
}  // namespace cicatrix
