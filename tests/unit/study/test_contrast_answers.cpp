// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/contrast_answers.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

std::string told(bool shown, double left, bool undone = false, bool reversed = false) {
    ContrastAnswer answer;
    KnockOutAnswer& without = answer.without.emplace();
    without.shown = shown;
    without.left = left;
    without.undone = undone;
    without.reversed = reversed;
    return knock_out_verdict(answer);
}

TEST(ContrastAnswers, TellWhatSwitchingAMechanismOffHasShown) {
    EXPECT_EQ(knock_out_verdict({}), "-");
    EXPECT_EQ(told(false, 1.0), "-");
    EXPECT_EQ(told(true, 0.1, true), "yes");
    EXPECT_EQ(told(true, -1.4, false, true), "turned round");
    EXPECT_EQ(told(true, 0.9), "no");
}

}  // namespace
}  // namespace cicatrix
