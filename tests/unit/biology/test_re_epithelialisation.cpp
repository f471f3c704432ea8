// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

/// Half open epidermis with fully alert keratinocytes.
test::LocalSystem closing(const test::Alone& alone) {
    test::LocalSystem tissue = alone.in(Layer::viable_epidermis);
    tissue["keratinocytes"] = Lanes{0.5};
    tissue["keratinocyte_activation"] = Lanes{1.0};
    return tissue;
}

TEST(ReEpithelialisation, KeratinocytesGetReadyWithTheDeclaredDelay) {
    const test::Alone alone{"re_epithelialisation"};
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue["alarm"] = Lanes{3 * alone("alarm_half")};
    EXPECT_TRUE(test::same(tissue.rate("keratinocyte_activation"), 0.75 / alone("readying")));
    tissue["keratinocyte_activation"] = Lanes{0.75};
    EXPECT_NEAR(tissue.rate("keratinocyte_activation") * alone("readying"), 0.0, 1e-12);
}

TEST(ReEpithelialisation, AlertCellsCloseAGapAndIdleOnesHardly) {
    const test::Alone alone{"re_epithelialisation"};
    test::LocalSystem tissue = closing(alone);
    EXPECT_TRUE(test::same(tissue.rate("keratinocytes"), 0.25 * alone("closing") * (1 + alone("idle"))));
    tissue["keratinocyte_activation"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("keratinocytes"), 0.25 * alone("closing") * alone("idle")));
}

TEST(ReEpithelialisation, AnEmptyGapWaitsForItsEdgesAndAWholeSheetRests) {
    const test::Alone alone{"re_epithelialisation"};
    test::LocalSystem tissue = closing(alone);
    for (double whole : {0.0, 1.0}) {
        tissue["keratinocytes"] = Lanes{whole};
        EXPECT_EQ(tissue.rate("keratinocytes"), 0.0);
    }
    EXPECT_GT(tissue.facts(static_cast<std::size_t>(tissue.local("keratinocytes"))).diffusivity_um2_per_h[1], 0.0);
}

TEST(ReEpithelialisation, MoistureHelpsAndInflammationHinders) {
    const test::Alone alone{"re_epithelialisation"};
    test::LocalSystem tissue = closing(alone);
    const double plain = tissue.rate("keratinocytes");
    tissue.column("humectant", Layer::stratum_corneum) = Lanes{1.0};
    const double moist = plain * (1 + 0.5 * alone("moisture"));
    EXPECT_TRUE(test::same(tissue.rate("keratinocytes"), moist));
    tissue["tnf"] = Lanes{alone("tnf_half")};
    EXPECT_TRUE(test::same(tissue.rate("keratinocytes"), 0.5 * moist));
}

TEST(ReEpithelialisation, NeedleAndLaserBreakContinuity) {
    const test::Alone alone{"re_epithelialisation"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    double least = 1;
    patch.each(Layer::basal, [&](double killed, double, std::size_t i) {
        const double e = patch.plane("keratinocytes", Layer::basal)[i];
        EXPECT_NEAR(e, 1 - killed, 1e-12);
        least = std::min(least, e);
    });
    EXPECT_LT(least, 0.1);
    const double before = patch.plane("keratinocytes", Layer::basal)[0];
    patch.act(LaserPass{0.0, 0.4});
    EXPECT_DOUBLE_EQ(patch.plane("keratinocytes", Layer::basal)[0], 0.6 * before);
}

}  // namespace
}  // namespace cicatrix
