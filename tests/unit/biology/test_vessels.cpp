// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Vessels, WidenWithAlarmAndCytokines) {
    const test::Alone alone{"vessels"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["alarm"] = Lanes{2.0};
    tissue["tnf"] = Lanes{0.6};
    tissue["il6"] = Lanes{5.0};
    const double wide = alone("widening") *
                        test::rising(2 + 0.6 * alone("tnf_weight") + 5 * alone("il6_weight"), alone("widening_half"));
    EXPECT_TRUE(test::same(tissue.rate("dilation"), alone("widening_rate") * wide));
    tissue["dilation"] = Lanes{wide};
    EXPECT_NEAR(tissue.rate("dilation") / alone("widening_rate"), 0.0, 1e-12);
}

TEST(Vessels, NarrowAgainWhenTheSignalIsGone) {
    const test::Alone alone{"vessels"};
    test::LocalSystem tissue = alone.in(Layer::hypodermis);
    tissue["dilation"] = Lanes{2.0};
    EXPECT_TRUE(test::same(tissue.rate("dilation"), -2 * alone("widening_rate")));
}

TEST(Vessels, SproutUnderVegfAndReturnToTheDensityOfTheirLayer) {
    const test::Alone alone{"vessels"};
    test::LocalSystem upper = alone.in(Layer::papillary), lower = alone.in(Layer::reticular);
    EXPECT_EQ(upper["vessels"][0], 1.0);
    EXPECT_EQ(lower["vessels"][0], alone("reticular_density"));
    upper["vessels"] = Lanes{0.4};
    EXPECT_TRUE(test::same(upper.rate("vessels"), 0.6 * alone("regression")));
    upper["vegf"] = Lanes{alone("vegf_half")};
    EXPECT_TRUE(test::same(upper.rate("vessels"),
                           0.6 * alone("regression") + 0.5 * alone("sprouting") * 0.4 * (1 - 0.4 / alone("densest"))));
}

TEST(Vessels, NeverGrowBeyondTheDensest) {
    const test::Alone alone{"vessels"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["vessels"] = Lanes{alone("densest")};
    tissue["vegf"] = Lanes{1e3 * alone("vegf_half")};
    EXPECT_LT(tissue.rate("vessels"), 0.0);
}

TEST(Vessels, VegfComesFromRepairAndAlertEpidermis) {
    const test::Alone alone{"vessels"};
    test::LocalSystem dermis = alone.in(Layer::papillary), epidermis = alone.in(Layer::basal);
    dermis["macrophages_m2"] = Lanes{300.0};
    dermis["vegf"] = Lanes{0.1};
    EXPECT_TRUE(test::same(dermis.rate("vegf"), 300 * alone("vegf_m2") - 0.1 * alone("vegf_decay")));
    dermis["macrophages_m2"] = Lanes{0.0};
    EXPECT_TRUE(test::same(dermis.rate("vegf"), -0.1 * alone("vegf_decay")));
    epidermis["keratinocyte_activation"] = Lanes{0.5};
    EXPECT_TRUE(test::same(epidermis.rate("vegf"), 0.5 * alone("vegf_keratinocytes")));
}

TEST(Vessels, AreCutByTheNeedle) {
    const test::Alone alone{"vessels"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    double least = 1;
    patch.each(Layer::papillary, [&](double killed, double, std::size_t i) {
        const double v = patch.plane("vessels", Layer::papillary)[i];
        EXPECT_NEAR(v, 1 - killed, 1e-12);
        least = std::min(least, v);
    });
    EXPECT_LT(least, 0.1);
}

TEST(Vessels, FlareAtOnceAndAlikeEverywhereAndMoreWithMoreNeedles) {
    const test::Alone alone{"vessels"};
    test::SmallPatch once{alone.network};
    once.act(test::needle());
    const auto few = once.plane("dilation", Layer::papillary);
    EXPECT_GT(few[0], 0.0);
    EXPECT_LT(few[0], alone("widening"));
    once.each(Layer::papillary, [&](double, double, std::size_t i) { EXPECT_EQ(few[i], few[0]); });
    const double first = few[0];
    once.act(test::needle());
    const double second = once.plane("dilation", Layer::papillary)[0];
    EXPECT_GT(second, first);
    EXPECT_NEAR(alone("widening") - second, std::pow(alone("widening") - first, 2) / alone("widening"), 1e-12);
}

TEST(Vessels, RosaceaIsAStandingFlush) {
    Adjustments rosacea;
    rosacea.set["vessels.flushed"] = 0.5;
    const test::Alone alone{"vessels", rosacea};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    EXPECT_NEAR(tissue["dilation"][0], 0.5 * alone("standing_flush"), 1e-12);
    EXPECT_NEAR(tissue.rate("dilation"), 0.0, 1e-12);
}

}  // namespace
}  // namespace cicatrix
