// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

Needling with_material(double amount) {
    Needling n = test::needle();
    n.foreign_material = amount;
    return n;
}

TEST(ForeignBody, NeedlesCarryProductIntoWhatTheySweepOfTheDermis) {
    const test::Alone alone{"foreign_body"};
    test::SmallPatch patch{alone.network};
    patch.act(with_material(0.6));
    for (Layer layer : {Layer::papillary, Layer::reticular}) {
        double most = 0;
        patch.each(layer, [&](double killed, double, std::size_t i) {
            EXPECT_NEAR(patch.plane("foreign_material", layer)[i], 0.6 * killed, 1e-15);
            most = std::max(most, killed);
        });
        EXPECT_GT(most, 0.2) << to_string(layer);
    }
    const double first = patch.plane("foreign_material", Layer::papillary)[4 * 16 + 4];
    patch.act(with_material(0.6));
    EXPECT_DOUBLE_EQ(patch.plane("foreign_material", Layer::papillary)[4 * 16 + 4], 2 * first);
}

TEST(ForeignBody, CleanNeedlesAndProductOnUnneedledSkinLeaveNothing) {
    const test::Alone alone{"foreign_body"};
    test::SmallPatch patch{alone.network};
    patch.act(with_material(0.0));
    Application serum;
    serum.irritant = 1.0;
    patch.act(serum);
    for (Layer layer : {Layer::papillary, Layer::reticular})
        for (double x : patch.plane("foreign_material", layer)) EXPECT_EQ(x, 0.0);
}

TEST(ForeignBody, MaterialStaysWithoutMacrophagesAndMuchIsEatenNoFasterThanTheyCan) {
    const test::Alone alone{"foreign_body"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["foreign_material"] = Lanes{0.5};
    EXPECT_EQ(tissue.rate("foreign_material"), 0.0);
    tissue["macrophages_m1"] = Lanes{300.0};
    tissue["macrophages_m2"] = Lanes{100.0};
    EXPECT_TRUE(test::same(tissue.rate("foreign_material"),
                           -400 * alone("eating") * 0.5 * alone("fill") / (0.5 + alone("fill"))));
    const double most = 400 * alone("eating") * alone("fill");
    for (double much : {0.1, 1.0, 100.0}) {
        tissue["foreign_material"] = Lanes{much};
        EXPECT_LT(-tissue.rate("foreign_material"), most) << much;
    }
    EXPECT_NEAR(-tissue.rate("foreign_material") / most, 1.0, 1e-3);
}

TEST(ForeignBody, MacrophagesSettleWhereMaterialLiesAndLeaveSlowlyWhileItStays) {
    const test::Alone alone{"foreign_body"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["macrophages_m1"] = Lanes{300.0};
    tissue["macrophages_m2"] = Lanes{100.0};
    EXPECT_EQ(tissue.rate("epithelioid_macrophages"), 0.0);
    tissue["foreign_material"] = Lanes{alone("fill")};
    EXPECT_TRUE(test::same(tissue.rate("epithelioid_macrophages"), alone("settling") * alone("fill") * 400.0));
    tissue["macrophages_m1"] = tissue["macrophages_m2"] = Lanes{0.0};
    tissue["epithelioid_macrophages"] = Lanes{50.0};
    EXPECT_TRUE(
        test::same(tissue.rate("epithelioid_macrophages"), -50.0 * alone("leaving") / (1.0 + 0.5 * alone("staying"))));
    tissue["foreign_material"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("epithelioid_macrophages"), -50.0 * alone("leaving")));
}

TEST(ForeignBody, SettledMacrophagesSmoulder) {
    const test::Alone alone{"foreign_body"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    EXPECT_EQ(tissue.rate("tnf"), 0.0);
    tissue["epithelioid_macrophages"] = Lanes{1000.0};
    EXPECT_TRUE(test::same(tissue.rate("tnf"), 1000.0 * alone("tnf_secretion")));
}

}  // namespace
}  // namespace cicatrix
