// SPDX-License-Identifier: Apache-2.0
#include "cooper_2015.hpp"
#include "jarrett_2015.hpp"
#include "reference_table.hpp"

#include <gtest/gtest.h>

namespace cicatrix::published {
namespace {

TEST(Cooper2015, FollowsTheReferenceCourse) {
    const Reproduction what{"Cooper 2015",
                            "d",
                            {"P", "Pt", "M", "N"},
                            {{1, {{"2.8e-13"}, {".87256"}, {".13246"}, {".14508"}}},
                             {3, {{""}, {".15935"}, {".2552"}, {".034108"}}},
                             {7, {{""}, {"3.5749e-3"}, {".17772"}, {"7.9152e-4"}}}}};
    expect_reproduced(what, Cooper2015{});
}

struct Peak {
    double day, height;
};

/// The top of the parabola through the highest of values seen every 0.01 d and its neighbours.
Peak peak(Cooper2015::Unknown unknown, double from_d, double to_d) {
    const double every_d = 0.01;
    Values days;
    for (int i = 0; from_d + every_d * i <= to_d; ++i) days.push_back(from_d + every_d * i);
    const auto course = well_mixed(Cooper2015{}, Cooper2015::start(), days);
    std::size_t top = 1;
    for (std::size_t i = 1; i + 1 < course.size(); ++i)
        if (course[i][unknown] > course[top][unknown]) top = i;
    const double before = course[top - 1][unknown], at = course[top][unknown], after = course[top + 1][unknown];
    const double slope = 0.5 * (after - before), bend = after - 2 * at + before;
    return {days[top] - every_d * slope / bend, at - 0.5 * slope * slope / bend};
}

TEST(Cooper2015, PeaksAtTheReferenceDaysAndHeights) {
    const Peak neutrophils = peak(Cooper2015::N, 0.5, 1.0), macrophages = peak(Cooper2015::M, 3.8, 4.5);
    expect_threshold("Cooper 2015", "most neutrophils", neutrophils.height, {".14834"});
    expect_threshold("Cooper 2015", "day of most neutrophils", neutrophils.day, {"0.76"});
    expect_threshold("Cooper 2015", "most macrophages", macrophages.height, {".27261"});
    expect_threshold("Cooper 2015", "day of most macrophages", macrophages.day, {"4.14"});
}

TEST(Jarrett2015, FollowsTheReferenceCourse) {
    const Reproduction what{"Jarrett 2015",
                            "h",
                            {"A", "I", "B", "P"},
                            {{24, {{".29163"}, {"1.9087"}, {".58211"}, {".91166"}}},
                             {168, {{".22455"}, {"2.713"}, {".60904"}, {".94564"}}}}};
    expect_reproduced(what, Jarrett2015{});
}

}  // namespace
}  // namespace cicatrix::published
