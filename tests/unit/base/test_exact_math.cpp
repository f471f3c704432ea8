// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/base/random.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cicatrix {
namespace {

/// Largest relative difference of two functions over random arguments.
template <class Ours, class Theirs>
double worst(double from, double to, const Ours& ours, const Theirs& theirs) {
    RandomStream draw{1, 2, 3};
    double largest = 0;
    for (int n = 0; n < 20000; ++n) {
        const double x = from + (to - from) * draw.uniform(), expected = theirs(x);
        largest = std::max(largest, std::abs(ours(x) - expected) / std::max(std::abs(expected), 1e-300));
    }
    return largest;
}

TEST(ExactMath, AgreesWithTheCLibraryToAFewUnitsInTheLastPlace) {
    constexpr double ulp = std::numeric_limits<double>::epsilon();
    EXPECT_LT(worst(1e-3, 50, exact_log10, [](double x) { return std::log10(x); }), 40 * ulp);
    EXPECT_LT(worst(-50, 50, exact_exp, [](double x) { return std::exp(x); }), 4 * ulp);
    EXPECT_LT(worst(-2000, 2000, exact_atan, [](double x) { return std::atan(x); }), 8 * ulp);
    EXPECT_LT(worst(-0.01, 0.01, exact_atan, [](double x) { return std::atan(x); }), 4 * ulp);
    const auto power = [](double x) { return exact_pow(x, 1.0 / 3); };
    EXPECT_LT(worst(1e-3, 1e3, power, [](double x) { return std::cbrt(x); }), 8 * ulp);
}

TEST(ExactMath, TurnsWithTheCircle) {
    for (double x = -7; x < 13; x += 0.01) {
        EXPECT_NEAR(exact_sin(x), std::sin(x), 4e-15) << x;
        EXPECT_NEAR(exact_cos(x), std::cos(x), 4e-15) << x;
    }
}

TEST(ExactMath, KnowsTheEdges) {
    EXPECT_EQ(exact_exp(0), 1.0);
    EXPECT_EQ(exact_exp(-701), 0.0);
    EXPECT_EQ(exact_log(1), 0.0);
    EXPECT_EQ(exact_pow(0, 2.5), 0.0);
    EXPECT_EQ(exact_pow(7, 0), 1.0);
    EXPECT_EQ(exact_sin(0), 0.0);
    EXPECT_EQ(exact_atan2(0, 0), 0.0);
    for (double y : {-2.0, 0.5, 3.0})
        for (double x : {-1.5, 0.0, 2.0}) EXPECT_NEAR(exact_atan2(y, x), std::atan2(y, x), 4e-15) << y << " " << x;
}

}  // namespace
}  // namespace cicatrix
