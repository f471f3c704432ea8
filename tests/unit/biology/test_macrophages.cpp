// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Macrophages, FollowLivingAndSpentNeutrophils) {
    const test::Alone alone{"macrophages"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["neutrophils"] = Lanes{0.5 * alone("neutrophil_half")};
    tissue["apoptotic_neutrophils"] = Lanes{0.5 * alone("neutrophil_half")};
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m1"), 0.5 * alone("recruitment")));
    EXPECT_EQ(tissue.rate("macrophages_m2"), 0.0);
}

TEST(Macrophages, ComeThroughVesselsAndLessUnderSteroid) {
    const test::Alone alone{"macrophages"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["neutrophils"] = Lanes{alone("neutrophil_half")};
    const double coming = 0.5 * alone("recruitment");
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m1"), coming));
    tissue["steroid"] = Lanes{alone("steroid_half")};
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m1"), 0.5 * coming));
    tissue["vessels"] = Lanes{0.0};
    EXPECT_EQ(tissue.rate("macrophages_m1"), 0.0);
}

TEST(Macrophages, TurnToRepairOneForOne) {
    const test::Alone alone{"macrophages"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["macrophages_m1"] = Lanes{400.0};
    tissue["macrophages_m2"] = Lanes{100.0};
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m2"), 400 * alone("switching") - 100 * alone("m2_loss")));
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m1"), -400 * (alone("switching") + alone("m1_loss"))));
}

TEST(Macrophages, EatingAndIl10SpeedTheTurnBacteriaHoldItBack) {
    Adjustments nobody_comes;
    nobody_comes.set["macrophages.recruitment"] = 0.0;
    const test::Alone alone{"macrophages", nobody_comes};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["macrophages_m1"] = Lanes{400.0};
    const double plain = tissue.rate("macrophages_m2");
    tissue["apoptotic_neutrophils"] = Lanes{alone("eating_half")};
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m2"), plain * (1 + 0.5 * alone("eating_gain"))));
    tissue["il10"] = Lanes{alone("il10_half")};
    const double helped = plain * (1 + 0.5 * alone("eating_gain") + 0.5 * alone("il10_gain"));
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m2"), helped));
    tissue["bacteria"] = Lanes{alone("bacteria_half")};
    EXPECT_TRUE(test::same(tissue.rate("macrophages_m2"), 0.5 * helped));
}

}  // namespace
}  // namespace cicatrix
