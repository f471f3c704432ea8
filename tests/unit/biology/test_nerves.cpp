// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Nerves, HealthySkinHasAllItsFibresAndNoneIsSensitised) {
    const test::Alone alone{"nerves"};
    for (Layer layer : {Layer::viable_epidermis, Layer::basal, Layer::papillary, Layer::reticular}) {
        test::LocalSystem tissue = alone.in(layer);
        EXPECT_EQ(tissue["nerve_fibres"][0], 1.0) << to_string(layer);
        EXPECT_EQ(tissue.rate("nerve_fibres"), 0.0) << to_string(layer);
        EXPECT_EQ(tissue.rate("nerve_sensitisation"), 0.0) << to_string(layer);
    }
}

TEST(Nerves, FibresSproutFromThoseLeftAndGrowInWhereNoneIs) {
    const test::Alone alone{"nerves"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["nerve_fibres"] = Lanes{0.4};
    EXPECT_TRUE(test::same(tissue.rate("nerve_fibres"), (0.4 * alone("sprouting") + alone("ingrowth")) * 0.6));
    tissue["nerve_fibres"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("nerve_fibres"), alone("ingrowth")));
    EXPECT_GT(alone("ingrowth"), 0.0);
}

TEST(Nerves, AlarmTnfAndIl6TogetherSensitiseEndings) {
    const test::Alone alone{"nerves"};
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue["alarm"] = Lanes{0.5 * alone("alarm_half")};
    tissue["tnf"] = Lanes{0.25 * alone("alarm_half") / alone("tnf_weight")};
    tissue["il6"] = Lanes{0.25 * alone("alarm_half")};
    EXPECT_TRUE(test::same(tissue.rate("nerve_sensitisation"), 0.5 * alone("settling")));
    tissue["alarm"] = Lanes{2.5 * alone("alarm_half")};  // with the others three times the half-level
    EXPECT_TRUE(test::same(tissue.rate("nerve_sensitisation"), 0.9 * alone("settling")));
    tissue["alarm"] = Lanes{0.5 * alone("alarm_half")};
    tissue["nerve_sensitisation"] = Lanes{0.5};
    EXPECT_NEAR(tissue.rate("nerve_sensitisation") / alone("settling"), 0.0, 1e-15);
    tissue["alarm"] = tissue["tnf"] = tissue["il6"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("nerve_sensitisation"), -0.5 * alone("settling")));
}

TEST(Nerves, ANeedleCutsFibresAndATearTakesFromThoseThatAreLeft) {
    const test::Alone alone{"nerves"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    for (Layer layer : {Layer::basal, Layer::papillary, Layer::reticular}) {
        double torn_most = 0;
        patch.each(layer, [&](double killed, double torn, std::size_t i) {
            EXPECT_NEAR(patch.plane("nerve_fibres", layer)[i], 1 - killed - torn, 1e-15);
            torn_most = std::max(torn_most, torn);
        });
        EXPECT_GT(torn_most, 0.01) << to_string(layer);
    }
    for (double z : patch.plane("nerve_sensitisation", Layer::papillary)) EXPECT_EQ(z, 0.0);
}

}  // namespace
}  // namespace cicatrix
