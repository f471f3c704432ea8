// SPDX-License-Identifier: Apache-2.0
// What data fix and what they do not, where it is known.
#include "cicatrix/calibration/identifiability.hpp"

#include <gtest/gtest.h>
#include <cmath>

namespace cicatrix {
namespace {

FitPoint point(const ResidualsAt& residuals, const Places& places) {
    return {places, residuals(places)};
}

TEST(Identifiability, StandardErrorsAreThoseOfALinearProblem) {
    // Slopes 10 and 4, each seen once: errors of a half band are 1/10 and 1/4 of a spread.
    const ResidualsAt residuals = [](const Places& p) { return Residuals{10.0 * (p[0] - 0.4), 4.0 * (p[1] - 0.5)}; };
    const Identifiability found = identify(residuals, point(residuals, {0.4, 0.5}));
    EXPECT_NEAR(found.errors[0], 0.1, 1e-9);
    EXPECT_NEAR(found.errors[1], 0.25, 1e-9);
    EXPECT_NEAR(found.correlation[0][1], 0.0, 1e-9);
    EXPECT_NEAR(found.correlation[1][1], 1.0, 1e-9);
    EXPECT_NEAR(found.directions[0].strength, 10.0, 1e-9);
    EXPECT_TRUE(found.fixed[0] && found.fixed[1]);
    EXPECT_EQ(found.noise, 1.0);
}

TEST(Identifiability, APairOfWhichOnlyTheSumIsSeenIsNotFixed) {
    const ResidualsAt residuals = [](const Places& p) {
        return Residuals{8.0 * (p[0] + p[1] - 1.0), 4.0 * (p[0] + p[1] - 1.0), 9.0 * (p[2] - 0.3)};
    };
    const Identifiability found = identify(residuals, point(residuals, {0.4, 0.6, 0.3}));
    EXPECT_FALSE(found.fixed[0]);
    EXPECT_FALSE(found.fixed[1]);
    EXPECT_TRUE(found.fixed[2]);
    EXPECT_TRUE(std::isinf(found.errors[0]));
    const Direction& open = found.directions.back();
    EXPECT_FALSE(open.fixed);
    EXPECT_NEAR(open.strength, 0.0, 1e-9);
    EXPECT_NEAR(std::abs(open.parts[0]), std::sqrt(0.5), 1e-6);
    EXPECT_NEAR(open.parts[0] + open.parts[1], 0.0, 1e-6);
    EXPECT_NEAR(found.correlation[0][1], -1.0, 1e-6);
}

TEST(Identifiability, AParameterWithoutEffectIsNotFixedAlsoAlone) {
    const ResidualsAt residuals = [](const Places&) { return Residuals{0.3, -0.2}; };
    EXPECT_FALSE(identify(residuals, point(residuals, {0.5})).fixed[0]);
    const ResidualsAt weak = [](const Places& p) { return Residuals{2.0 * p[0]}; };  // half a spread
    EXPECT_FALSE(identify(weak, point(weak, {0.5})).fixed[0]);
}

TEST(Identifiability, FewerNumbersThanParametersLeaveSomethingOpen) {
    const ResidualsAt residuals = [](const Places& p) { return Residuals{5.0 * p[0] - 3.0 * p[1]}; };
    const Identifiability found = identify(residuals, point(residuals, {0.5, 0.5}));
    ASSERT_EQ(found.directions.size(), 2u);
    EXPECT_TRUE(found.directions[0].fixed);
    EXPECT_FALSE(found.directions[1].fixed);
}

TEST(Identifiability, AtABoundSlopesAreTakenFromInside) {
    const ResidualsAt residuals = [](const Places& p) {
        EXPECT_GE(p[0], 0.0);
        EXPECT_LE(p[1], 1.0);
        return Residuals{6.0 * p[0], 2.0 * p[1]};
    };
    const Identifiability found = identify(residuals, point(residuals, {0.0, 1.0}));
    EXPECT_NEAR(found.directions[0].strength, 6.0, 1e-9);
    EXPECT_NEAR(found.directions[1].strength, 2.0, 1e-9);
}

TEST(Identifiability, AFitThatMissesWidensItsErrors) {
    const ResidualsAt residuals = [](const Places& p) { return Residuals{40.0 * (p[0] - 0.5) + 4.0, 3.0, 0.0}; };
    const Identifiability found = identify(residuals, point(residuals, {0.5}));
    EXPECT_NEAR(found.noise, std::sqrt((16.0 + 9.0) / 2.0), 1e-9);
    EXPECT_NEAR(found.errors[0], found.noise / 40.0, 1e-9);
}

}  // namespace
}  // namespace cicatrix
