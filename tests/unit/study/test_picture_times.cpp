// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/recorder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cicatrix {
namespace {

std::vector<double> every(double step, double end) {
    std::vector<double> t;
    for (double h = 0; h <= end; h += step) t.push_back(h);
    return t;
}

TEST(PictureTimes, AreObservationTimesInOrderFromStartToEnd) {
    const auto looks = every(6.0, 264 * 24.0);
    const PictureTimes p = picture_times(looks, {0.0, 672.0, 1344.0, 2016.0}, 0.0);
    for (const auto* times : {&p.sections_h, &p.frames_h}) {
        EXPECT_TRUE(std::is_sorted(times->begin(), times->end()));
        EXPECT_EQ(std::adjacent_find(times->begin(), times->end()), times->end());
        for (const double t : *times) EXPECT_TRUE(std::binary_search(looks.begin(), looks.end(), t)) << t;
        EXPECT_EQ(times->front(), 0.0);
        EXPECT_EQ(times->back(), looks.back());
    }
    EXPECT_GE(p.sections_h.size(), 10U);
    EXPECT_LE(p.sections_h.size(), 18U);
    EXPECT_LE(p.frames_h.size(), 24U);
}

TEST(PictureTimes, OfUntreatedSkinAreSpreadEvenly) {
    const PictureTimes p = picture_times(every(24.0, 8760.0), {}, 0.0);
    EXPECT_GE(p.sections_h.size(), 8U);
    EXPECT_EQ(p.sections_h.front(), 0.0);
}

TEST(PictureTimes, FollowTheUserWhoAsksForRegularFrames) {
    const PictureTimes p = picture_times(every(12.0, 240.0), {0.0}, 48.0);
    EXPECT_EQ(p.frames_h, every(48.0, 240.0));
}

TEST(PictureTimes, AreNoneWithoutLooks) {
    EXPECT_TRUE(picture_times({}, {0.0}, 0.0).frames_h.empty());
}

}  // namespace
}  // namespace cicatrix
