// SPDX-License-Identifier: Apache-2.0
// Permeability of horn against measured coefficients, and what size, charge and holes do to it.
#include "cicatrix/tissue/permeation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

const Permeation horn{Adjustments{}};

double log_cm_per_s(const Molecule& m) {
    return std::log10(horn.whole_horn(m) / 36000.0);
}

TEST(Permeation, OfKnownMoleculesIsWithinAFactorOfThreeOfWhatWasMeasured) {
    struct Known {
        const char* name;
        Molecule molecule;
        double log_measured;  // human epidermis, huskindb, log10 of cm/s
    };
    for (const Known& k : {Known{"water", {18.0, -1.38}, -6.4335}, Known{"ethanol", {46.1, -0.31}, -6.6045},
                           Known{"butanol", {74.1, 0.88}, -6.1185}, Known{"hexanol", {102.2, 2.03}, -5.284},
                           Known{"octanol", {130.2, 3.0}, -4.84}, Known{"benzoic acid", {122.1, 1.87}, -5.4155},
                           Known{"caffeine", {194.2, -0.07}, -6.984}, Known{"testosterone", {288.4, 3.32}, -5.73},
                           Known{"mannitol", {182.2, -3.1}, -7.923}, Known{"sucrose", {342.3, -3.7}, -8.84}})
        EXPECT_NEAR(log_cm_per_s(k.molecule), k.log_measured, 0.5) << k.name;
}

TEST(Permeation, IsThePublishedRelationWhereTheLipidWayCounts) {
    const Molecule octanol{130.2, 3.0};
    EXPECT_NEAR(log_cm_per_s(octanol), -6.3 + 0.71 * 3.0 - 0.0061 * 130.2, 0.01);
}

TEST(Permeation, BigMoleculesGoThroughHolesOnlyAndSlowly) {
    const Molecule vitamin_c{176.1, -1.85}, dextran{4400, -10};
    EXPECT_LT(horn.whole_horn(dextran), 1e-3 * horn.whole_horn(vitamin_c));
    EXPECT_NEAR(horn.hole(4400) / horn.hole(176), std::cbrt(176.0 / 4400.0), 1e-9);
    EXPECT_GT(horn.hole(4400), 1e3 * horn.whole_horn(vitamin_c));
    EXPECT_NEAR(horn.diffusivity(70000), 16092e-6, 1e-12);
}

TEST(Permeation, AChargeLeavesThePolarWaysOnly) {
    const Molecule neutral{150, 2.4}, charged{150, 2.4, 0.0}, shunned{150, -20};
    EXPECT_GT(horn.whole_horn(neutral), 50 * horn.whole_horn(charged));
    EXPECT_NEAR(horn.whole_horn(charged) / horn.whole_horn(shunned), 1.0, 1e-9);
    EXPECT_DOUBLE_EQ(uncharged_share_of_acid(3.8, 3.8), 0.5);
    EXPECT_NEAR(uncharged_share_of_acid(3.8, 5.8), 1.0 / 101.0, 1e-12);
}

TEST(Permeation, BrokenHornLetsWaterThroughAsDonorSitesDo) {
    const Permeation h{Adjustments{}};
    const double broken = h.hole(18.0) * h.gaps();
    EXPECT_NEAR(1.0 + broken / 13.3e-3, 7.55, 1e-9);
}

TEST(Permeation, OilHoldsBackWhatLikesItAndTheEpidermisBelowBoundsTheRest) {
    const Molecule tretinoin{300.4, 6.3};
    EXPECT_LT(horn.entry(tretinoin, 0.2), 1e-4 * horn.entry(tretinoin, 0.0));
    EXPECT_LT(horn.entry(tretinoin, 0.0), 3 * horn.diffusivity(300.4) / horn.depth());
    const Molecule sugar{182, -3.1};
    EXPECT_NEAR(horn.entry(sugar, 1.0) / horn.whole_horn(sugar), 1.0, 0.01);
}

}  // namespace
}  // namespace cicatrix
