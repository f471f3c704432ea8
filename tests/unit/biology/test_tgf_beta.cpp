// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(TgfBeta, WhatIsFreedFromTheStoreBecomesActive) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["clot"] = Lanes{0.5};
    tissue["mmp"] = Lanes{alone("protease_half")};
    tissue["macrophages_m1"] = Lanes{alone("macrophage_half")};
    const double freed = (alone("by_protease") + 0.5 * alone("by_macrophages")) * alone("store");
    EXPECT_TRUE(test::same(tissue.rate("tgf_active"), freed));
    EXPECT_TRUE(test::same(tissue.rate("tgf_latent"), -freed));
}

TEST(TgfBeta, PullingMyofibroblastsFreeItToo) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["myofibroblasts"] = Lanes{alone("strain_half")};
    EXPECT_TRUE(test::same(tissue.rate("tgf_active"), 0.5 * alone("by_strain") * alone("store")));
}

TEST(TgfBeta, TheStoreIsRefilledByPlateletsCellsAndTime) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_latent"] = Lanes{0.0};
    tissue["platelets"] = Lanes{0.3};
    tissue["macrophages_m2"] = Lanes{200.0};
    tissue["myofibroblasts"] = Lanes{3000.0};
    EXPECT_TRUE(test::same(tissue.rate("tgf_latent"), alone("refill") * alone("store") + 0.3 * alone("from_platelets") +
                                                          200 * alone("from_m2") +
                                                          3000 * alone("from_myofibroblasts")));
    EXPECT_EQ(tissue.rate("tgf_active"), 0.0);
}

TEST(TgfBeta, TheActiveFormIsGoneWithinMinutesOfItsRate) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_active"] = Lanes{0.5};
    EXPECT_TRUE(test::same(tissue.rate("tgf_active"), -0.5 * alone("decay")));
}

TEST(TgfBeta, SignalInsideCellsFollowsWhatTheyStillHear) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_active"] = Lanes{alone("half")};
    EXPECT_TRUE(test::same(tissue.rate("tgf_signal"), 0.5 * alone("signalling")));
    tissue["receptor_sensitivity"] = Lanes{0.6};
    tissue["tgf_signal"] = Lanes{0.2};
    EXPECT_TRUE(test::same(tissue.rate("tgf_signal"), (0.6 * 0.5 - 0.2) * alone("signalling")));
    tissue["tgf_active"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("tgf_signal"), -0.2 * alone("signalling")));
}

TEST(TgfBeta, HearingTiresUnderSignalAndRecoversWithoutIt) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["receptor_sensitivity"] = Lanes{0.6};
    EXPECT_TRUE(test::same(tissue.rate("receptor_sensitivity"), 0.4 * alone("recovery")));
    tissue["tgf_active"] = Lanes{alone("half")};
    EXPECT_TRUE(
        test::same(tissue.rate("receptor_sensitivity"), 0.4 * alone("recovery") - 0.3 * alone("desensitising")));
}

TEST(TgfBeta, TheMatrixRemembersAndForgetsADeepMemoryMoreSlowly) {
    const test::Alone alone{"tgf_beta"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_signal"] = Lanes{0.75};
    EXPECT_TRUE(test::same(tissue.rate("matrix_memory"), 0.75 * alone("imprint")));
    tissue["matrix_memory"] = Lanes{alone("depth")};
    const double fading = 0.5 * alone("forgetting") * alone("depth");
    EXPECT_TRUE(test::same(tissue.rate("matrix_memory"), 0.75 * alone("imprint") * (1 - alone("depth")) - fading));
    tissue["tgf_signal"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("matrix_memory"), -fading));
    tissue["matrix_memory"] = Lanes{1e-9 * alone("depth")};
    EXPECT_NEAR(tissue.rate("matrix_memory") / (1e-9 * alone("depth")) / alone("forgetting"), -1.0, 1e-6);
}

}  // namespace
}  // namespace cicatrix
