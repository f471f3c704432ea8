// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(EpidermalGrowth, AlarmedFibroblastsOfTheDermisMakeKgf) {
    const test::Alone alone{"epidermal_growth"};
    for (const Layer layer : {Layer::papillary, Layer::viable_epidermis}) {
        test::LocalSystem tissue = alone.in(layer);
        if (layer == Layer::papillary) tissue["fibroblasts"] = Lanes{3000.0};
        tissue["alarm"] = Lanes{alone("alarm_half")};
        tissue["kgf"] = Lanes{0.2};
        const double made = layer == Layer::papillary ? 0.5 * 3000 * alone("making") : 0.0;
        EXPECT_NEAR(tissue.rate("kgf"), made - 0.2 * alone("decay"), 1e-14) << to_string(layer);
    }
}

TEST(EpidermalGrowth, WithoutAlarmNothingIsMade) {
    const test::Alone alone{"epidermal_growth"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["fibroblasts"] = Lanes{3000.0};
    EXPECT_EQ(tissue.rate("kgf"), 0.0);
}

TEST(EpidermalGrowth, ThickensTowardsItsGreatestAndFadesAlone) {
    const test::Alone alone{"epidermal_growth"};
    test::LocalSystem basal = alone.in(Layer::basal);
    EXPECT_EQ(basal.rate("epidermal_growth"), 0.0);
    basal["kgf"] = Lanes{alone("kgf_half")};
    EXPECT_TRUE(test::same(basal.rate("epidermal_growth"), 0.5 * alone("growing") * alone("greatest")));
    basal["epidermal_growth"] = Lanes{alone("greatest")};
    EXPECT_TRUE(test::same(basal.rate("epidermal_growth"), -alone("greatest") / alone("remodelling")));
}

}  // namespace
}  // namespace cicatrix
