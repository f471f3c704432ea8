// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(GrowthFactors, PlateletsAndBothKindsOfMacrophagesMakePdgf) {
    const test::Alone alone{"growth_factors"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["platelets"] = Lanes{0.4};
    EXPECT_TRUE(test::same(tissue.rate("pdgf"), 0.4 * alone("from_platelets")));
    tissue["macrophages_m1"] = Lanes{100.0};
    tissue["macrophages_m2"] = Lanes{250.0};
    EXPECT_TRUE(test::same(tissue.rate("pdgf"), 0.4 * alone("from_platelets") + 350 * alone("from_macrophages")));
}

TEST(GrowthFactors, PdgfSettlesWhereMakingEqualsLoss) {
    const test::Alone alone{"growth_factors"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["macrophages_m2"] = Lanes{500.0};
    const double level = 500 * alone("from_macrophages") / alone("decay");
    tissue["pdgf"] = Lanes{level};
    EXPECT_NEAR(tissue.rate("pdgf") / (level * alone("decay")), 0.0, 1e-12);
    tissue["pdgf"] = Lanes{2 * level};
    EXPECT_TRUE(test::same(tissue.rate("pdgf"), -level * alone("decay")));
}

}  // namespace
}  // namespace cicatrix
