// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/numerics/step_control.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

TEST(StepController, StartsWithTheFirstStep) {
    const StepController control{{0.5, 10}};
    EXPECT_EQ(control.choose(100), 0.5);
}

TEST(StepController, GrowsAtMostThreefold) {
    StepController control{{0.5, 10}};
    control.accepted(0.5, 0.0);
    EXPECT_DOUBLE_EQ(control.natural_h(), 1.5);
    control.accepted(1.5, 1e-9);
    EXPECT_DOUBLE_EQ(control.natural_h(), 4.5);
}

TEST(StepController, NeverExceedsTheLongestStep) {
    StepController control{{0.5, 1.0}};
    for (int i = 0; i < 5; ++i) control.accepted(control.natural_h(), 0.0);
    EXPECT_EQ(control.natural_h(), 1.0);
    EXPECT_LE(control.choose(1.04), 1.0);
    control.set_natural_h(99);
    EXPECT_EQ(control.natural_h(), 1.0);
}

TEST(StepController, ShrinksAfterARejectionAndDoesNotGrowInTheNextStep) {
    StepController control{{1.0, 10}};
    control.rejected(1.0, 4.0);
    EXPECT_NEAR(control.natural_h(), 0.45, 1e-12);
    control.accepted(0.45, 0.01);
    EXPECT_NEAR(control.natural_h(), 0.45, 1e-12);
    control.accepted(0.45, 0.01);
    EXPECT_NEAR(control.natural_h(), 1.35, 1e-12);
}

TEST(StepController, NeverShrinksBelowAFifthAtOnceForAnError) {
    StepController control{{1.0, 10}};
    control.rejected(1.0, 1e12);
    EXPECT_DOUBLE_EQ(control.natural_h(), 0.2);
}

TEST(StepController, LandsOnAStopWithoutLeavingACrumb) {
    const StepController control{{1.0, 10}};
    EXPECT_EQ(control.choose(0.3), 0.3);    // the stop is nearer than the stride
    EXPECT_EQ(control.choose(1.04), 1.04);  // a little longer than the stride
    EXPECT_EQ(control.choose(1.5), 0.75);   // two equal steps
    EXPECT_EQ(control.choose(2.5), 1.0);    // far enough
}

TEST(StepController, KeepsItsStrideAcrossAStop) {
    StepController control{{1.0, 10}};
    control.accepted(0.001, 1e-6);
    EXPECT_EQ(control.natural_h(), 1.0);
    control.accepted(0.5, 0.81);  // but a large error at the short step counts
    EXPECT_NEAR(control.natural_h(), 0.5, 1e-12);
}

TEST(StepController, ForgetsItsStrideOnRestart) {
    StepController control{{0.01, 10}};
    control.set_natural_h(7);
    control.restart();
    EXPECT_EQ(control.natural_h(), 0.01);
}

}  // namespace
}  // namespace cicatrix
