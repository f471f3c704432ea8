// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/courses.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

const std::vector<double> days{0, 1, 2, 3, 4};

TEST(Courses, LastAboveALevelUntilTheStraightLineCrossesIt) {
    const std::vector<double> v{0, 4, 2, 0, 0};
    EXPECT_DOUBLE_EQ(lasting_above({days, v}, {0, 4}, 1.0), 2.5);
    EXPECT_DOUBLE_EQ(lasting_above({days, v}, {0, 4}, 5.0), 0.0);
}

TEST(Courses, LastUntilTheEndOfTheWindowWhenTheyStayAbove) {
    const std::vector<double> v{2, 2, 2, 2, 2};
    EXPECT_DOUBLE_EQ(lasting_above({days, v}, {0, 2}, 1.0), 2.0);
    EXPECT_DOUBLE_EQ(lasting_above({days, v}, {1.5, 4}, 1.0), 2.5);
}

TEST(Courses, DoNotBlameASessionForWhatWasThereBefore) {
    const std::vector<double> v{9, 0, 0, 0, 0};  // the look at the session's moment is made before the needles
    EXPECT_DOUBLE_EQ(lasting_above({days, v}, {0, 4}, 1.0), 0.0);
    EXPECT_DOUBLE_EQ(recovery_from_peak({days, v}, {0, 4}, 0.1), 0.0);
}

TEST(Courses, RecoverWhenMostOfThePeakIsGone) {
    const std::vector<double> v{0, 10, 5, 0, 0};
    EXPECT_DOUBLE_EQ(recovery_from_peak({days, v}, {0, 4}, 0.1), 2.8);
    EXPECT_DOUBLE_EQ(recovery_from_peak({days, v}, {0, 2}, 0.1), 2.0);  // cut short by the next session
}

TEST(Courses, AddUpTimeAndAreaBetweenLooks) {
    const std::vector<double> v{0, 2, 2, 0, -1};
    EXPECT_DOUBLE_EQ(total_above({days, v}, 1.0), 2.0);
    EXPECT_DOUBLE_EQ(area_under({days, v}), 1.0 + 2.0 + 1.0 - 0.5);
}

TEST(Courses, GiveTheLastLookUntilAMoment) {
    const std::vector<double> v{5, 6, 7, 8, 9};
    EXPECT_EQ(last_until({days, v}, 2.0, -1.0), 7.0);
    EXPECT_EQ(last_until({days, v}, 2.9, -1.0), 7.0);
    EXPECT_EQ(last_until({days, v}, -0.5, -1.0), -1.0);
}

TEST(Courses, GiveEachSessionTheTimeUntilTheNext) {
    Findings f;
    f.time_d = {0, 1, 10};
    f.session_d = {0, 4};
    const auto w = session_windows(f);
    ASSERT_EQ(w.size(), 2U);
    EXPECT_EQ(w[0].to_d, 4.0);
    EXPECT_EQ(w[1].to_d, 10.0);
    EXPECT_EQ(longest_over_sessions(f, [](const Window& x) { return x.to_d - x.from_d; }), 6.0);
    EXPECT_EQ(median_over_sessions(f, [](const Window& x) { return x.to_d - x.from_d; }), 5.0);
}

TEST(Courses, TakeTheMiddleValueAsMedian) {
    EXPECT_EQ(median({}), 0.0);
    EXPECT_EQ(median({3, 1, 2}), 2.0);
    EXPECT_EQ(median({4, 1, 2, 3}), 2.5);
}

}  // namespace
}  // namespace cicatrix
