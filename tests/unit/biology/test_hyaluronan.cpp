// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Hyaluronan, RestsAtOneInBothLayers) {
    const test::Alone alone{"hyaluronan"};
    for (Layer layer : {Layer::papillary, Layer::reticular}) {
        test::LocalSystem tissue = alone.in(layer);
        EXPECT_EQ(tissue["hyaluronan"][0], 1.0);
        EXPECT_EQ(tissue.rate("hyaluronan"), 0.0);
    }
}

TEST(Hyaluronan, RisesWithAlarmAndPdgf) {
    const test::Alone alone{"hyaluronan"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["alarm"] = Lanes{alone("alarm_half")};
    EXPECT_TRUE(test::same(tissue.rate("hyaluronan"), 0.5 * alone("turnover") * alone("alarm_gain")));
    tissue["pdgf"] = Lanes{3.0 * alone("pdgf_half")};
    const double both = 0.5 * alone("alarm_gain") + 0.75 * alone("pdgf_gain");
    EXPECT_TRUE(test::same(tissue.rate("hyaluronan"), alone("turnover") * both));
}

TEST(Hyaluronan, NeverExceedsWhatBothSignalsTogetherMake) {
    const test::Alone alone{"hyaluronan"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["alarm"] = tissue["pdgf"] = Lanes{1e9};
    tissue["hyaluronan"] = Lanes{1.0 + alone("alarm_gain") + alone("pdgf_gain")};
    EXPECT_LT(tissue.rate("hyaluronan"), 0.0);
}

TEST(Hyaluronan, ReturnsWithTheRateOfItsTurnover) {
    const test::Alone alone{"hyaluronan"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["hyaluronan"] = Lanes{3.0};
    EXPECT_TRUE(test::same(tissue.rate("hyaluronan"), -2.0 * alone("turnover")));
}

}  // namespace
}  // namespace cicatrix
