// SPDX-License-Identifier: Apache-2.0
// The fit on problems whose answer is known.
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/calibration/calibration.hpp"

#include <gtest/gtest.h>
#include <cmath>

namespace cicatrix {
namespace {

/// A curve a exp(-b t), looked at six times; a from 0 to 2, b from 0 to 3.
Residuals decay_at(const Places& places, double a, double b) {
    Residuals r;
    for (int i = 0; i < 6; ++i) {
        const double t = 0.4 * i;
        r.push_back(20.0 * (2.0 * places[0] * std::exp(-3.0 * places[1] * t) - a * std::exp(-b * t)));
    }
    return r;
}

TEST(LeastSquares, FindsTheKnownAnswer) {
    const ResidualsAt residuals = [](const Places& p) { return decay_at(p, 1.5, 0.6); };
    const Fit fit = least_squares(residuals, {0.3, 0.7}, 200);
    EXPECT_TRUE(fit.settled);
    EXPECT_NEAR(fit.best.places[0], 0.75, 3e-3);
    EXPECT_NEAR(fit.best.places[1], 0.2, 3e-3);
    EXPECT_LT(sum_of_squares(fit.best.residuals), 0.02);
    EXPECT_EQ(fit.start.places, (Places{0.3, 0.7}));
    EXPECT_EQ(fit.best.residuals, residuals(fit.best.places));
}

TEST(LeastSquares, OneParameterAloneIsFittedAsWell) {
    const Fit fit = least_squares([](const Places& p) { return Residuals{5.0 * (p[0] - 0.62)}; }, {0.1}, 100);
    EXPECT_TRUE(fit.settled);
    EXPECT_NEAR(fit.best.places[0], 0.62, 5e-3);
}

TEST(LeastSquares, RestsAtABoundAndSaysSo) {
    const ResidualsAt residuals = [](const Places& p) { return Residuals{p[0] - 1.7, 3.0 * (p[1] - 0.5)}; };
    const Fit fit = least_squares(residuals, {0.5, 0.2}, 200);
    EXPECT_EQ(at_bound(fit.best.places[0]), AtBound::upper);
    EXPECT_EQ(at_bound(fit.best.places[1]), AtBound::no);
    EXPECT_NEAR(fit.best.places[1], 0.5, 5e-3);
    EXPECT_EQ(at_bound(0.0), AtBound::lower);
}

TEST(LeastSquares, KeepsToItsEvaluationsAndGivesTheBestSeen) {
    int asked = 0;
    const ResidualsAt residuals = [&](const Places& p) {
        ++asked;
        return decay_at(p, 1.5, 0.6);
    };
    const Fit fit = least_squares(residuals, {0.3, 0.7}, 6);
    EXPECT_FALSE(fit.settled);
    EXPECT_EQ(fit.evaluations, asked);
    EXPECT_LE(asked, 6);
    EXPECT_LE(sum_of_squares(fit.best.residuals), sum_of_squares(fit.start.residuals));
    EXPECT_EQ(least_squares(residuals, {0.3, 0.7}, 1).best.places, (Places{0.3, 0.7}));
}

TEST(LeastSquares, IsTheSameEachTime) {
    const ResidualsAt residuals = [](const Places& p) { return decay_at(p, 1.2, 1.1); };
    EXPECT_EQ(least_squares(residuals, {0.5, 0.5}, 60).best.places,
              least_squares(residuals, {0.5, 0.5}, 60).best.places);
}

TEST(LeastSquares, WhatResidualsThrowPassesThrough) {
    int asked = 0;
    const ResidualsAt residuals = [&](const Places& p) -> Residuals {
        if (++asked == 4) throw InputError{"stop here"};
        return decay_at(p, 1.5, 0.6);
    };
    EXPECT_THROW(least_squares(residuals, {0.3, 0.7}, 50), InputError);
    EXPECT_EQ(asked, 4);
}

}  // namespace
}  // namespace cicatrix
