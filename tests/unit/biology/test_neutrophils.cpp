// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

test::LocalSystem alarmed(const test::Alone& alone) {
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["alarm"] = Lanes{alone("call_half")};
    return tissue;
}

TEST(Neutrophils, ComeAtHalfTheirMostWhereTheAlarmIsHalf) {
    const test::Alone alone{"neutrophils"};
    test::LocalSystem tissue = alarmed(alone);
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), 0.5 * alone("recruitment")));
    tissue["alarm"] = Lanes{0.0};
    EXPECT_EQ(tissue.rate("neutrophils"), 0.0);
    tissue["tnf"] = Lanes{20.0};
    tissue["alarm"] = Lanes{3.0};
    const double x = (3 + 20 * alone("tnf_weight")) / alone("call_half");
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), alone("recruitment") * x * x / (1 + x * x)));
}

TEST(Neutrophils, ComeThroughVesselsWideOnesLetMoreOut) {
    const test::Alone alone{"neutrophils"};
    test::LocalSystem tissue = alarmed(alone);
    tissue["vessels"] = Lanes{0.4};
    tissue["dilation"] = Lanes{1.5};
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), 0.5 * alone("recruitment") * 0.4 * 2.5));
    test::LocalSystem without_vessels = alone.in(Layer::basal);
    without_vessels["alarm"] = Lanes{alone("call_half")};
    EXPECT_EQ(without_vessels.rate("neutrophils"), 0.0);
}

TEST(Neutrophils, Il10AndSteroidEachHalveRecruitment) {
    const test::Alone alone{"neutrophils"};
    test::LocalSystem tissue = alarmed(alone);
    tissue["il10"] = Lanes{alone("il10_half")};
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), 0.25 * alone("recruitment")));
    tissue["steroid"] = Lanes{alone("steroid_half")};
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), 0.125 * alone("recruitment")));
}

TEST(Neutrophils, DieIntoSpentOnesThatMacrophagesEat) {
    const test::Alone alone{"neutrophils"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["neutrophils"] = Lanes{1000.0};
    EXPECT_TRUE(test::same(tissue.rate("neutrophils"), -1000 * alone("death")));
    EXPECT_TRUE(test::same(tissue.rate("apoptotic_neutrophils"), 1000 * alone("death")));
    tissue["neutrophils"] = Lanes{0.0};
    tissue["apoptotic_neutrophils"] = Lanes{500.0};
    EXPECT_TRUE(test::same(tissue.rate("apoptotic_neutrophils"), -500 * alone("dissolved")));
    tissue["macrophages_m1"] = Lanes{2 * alone("eaten_half")};
    tissue["macrophages_m2"] = Lanes{alone("eaten_half")};
    EXPECT_TRUE(test::same(tissue.rate("apoptotic_neutrophils"), -500 * (alone("dissolved") + 0.75 * alone("eaten"))));
}

TEST(Neutrophils, ThoseThatANeedleKillsLieThereSpent) {
    const test::Alone alone{"neutrophils"};
    test::SmallPatch patch{alone.network};
    patch.fill("neutrophils", Layer::papillary, 800);
    patch.act(test::needle());
    patch.each(Layer::papillary, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("neutrophils", Layer::papillary)[i], 800 * (1 - killed), 1e-9);
        EXPECT_NEAR(patch.plane("apoptotic_neutrophils", Layer::papillary)[i], 800 * killed, 1e-9);
    });
}

}  // namespace
}  // namespace cicatrix
