// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

Application product(double ph, double amount = 1) {
    Application a;
    a.ph = ph;
    a.amount = amount;
    return a;
}

TEST(SurfacePh, RestsAndIsDrawnBackWhenPushed) {
    const test::Alone alone{"surface_ph"};
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    EXPECT_EQ(horn.rate("surface_ph"), 0.0);
    horn["surface_ph"] = Lanes{alone("resting") - 0.8};
    EXPECT_TRUE(test::same(horn.rate("surface_ph"), 0.8 * alone("recovery")));
}

TEST(SurfacePh, HalfOfAPushIsGoneWithinHours) {
    const test::Alone alone{"surface_ph"};
    const double half_life = std::log(2.0) / alone("recovery");
    EXPECT_GT(half_life, 1.0);
    EXPECT_LT(half_life, 6.0);
}

TEST(SurfacePh, ADoseGoesMostOfTheWayToTheProductAndNoFurther) {
    const test::Alone alone{"surface_ph"};
    test::SmallPatch patch{alone.network};
    patch.act(product(4.0));
    EXPECT_NEAR(patch.plane("surface_ph", 0)[5], 4.0 + (alone("resting") - 4.0) * (1 - alone("exchange")), 1e-12);
    patch.act(product(4.0, 10));
    EXPECT_NEAR(patch.plane("surface_ph", 0)[5], 4.0, 1e-6);
    patch.act(product(9.0));
    EXPECT_GT(patch.plane("surface_ph", 0)[5], 8.0);
    EXPECT_LT(patch.plane("surface_ph", 0)[5], 9.0);
}

TEST(SurfacePh, AProductWithoutWaterLeavesIt) {
    const test::Alone alone{"surface_ph"};
    test::SmallPatch patch{alone.network};
    patch.act(Application{});
    EXPECT_EQ(patch.plane("surface_ph", 0)[5], alone("resting"));
}

TEST(SurfacePh, ARegularProductHoldsItBetweenRestAndItsOwn) {
    const test::Alone alone{"surface_ph"};
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    horn.environment.supply.wet_per_h = 1.0 / 12;
    horn.environment.supply.wet_ph_per_h = 7.0 / 12;
    EXPECT_GT(horn.rate("surface_ph"), 0.0);
    horn["surface_ph"] = Lanes{7.0};
    EXPECT_LT(horn.rate("surface_ph"), 0.0);
}

}  // namespace
}  // namespace cicatrix
