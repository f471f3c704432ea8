// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

/// Resting papillary dermis whose fibroblasts hear half of the TGF-beta signal.
test::LocalSystem working(const test::Alone& alone) {
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_signal"] = Lanes{0.5};
    return tissue;
}
double new_collagen(test::LocalSystem& tissue) {
    return tissue.rate("collagen_iii") + tissue.rate("collagen_i_new");
}

TEST(Collagen, FibroblastsUnderHalfSignalMakeHalfOfTheirMost) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = working(alone);
    const double made = 0.5 * alone("by_fibroblasts") * tissue["fibroblasts"][0];
    EXPECT_TRUE(test::same(tissue.rate("collagen_iii"), alone("early_iii") * made));
    EXPECT_TRUE(test::same(tissue.rate("collagen_i_new"), (1 - alone("early_iii")) * made));
    tissue["tgf_signal"] = Lanes{0.25};
    EXPECT_TRUE(test::same(new_collagen(tissue), 0.5 * made));
}

TEST(Collagen, ARememberedPulseKeepsSynthesisUpWhereNoSignalIsHeardNow) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = working(alone);
    const double full = alone("by_fibroblasts") * tissue["fibroblasts"][0];
    tissue["matrix_memory"] = Lanes{0.4};
    EXPECT_TRUE(test::same(new_collagen(tissue), full * (0.5 + alone("remembered") * 0.4 * 0.5)));
    tissue["tgf_signal"] = Lanes{0.0};
    EXPECT_TRUE(test::same(new_collagen(tissue), full * alone("remembered") * 0.4));
    tissue["tgf_signal"] = Lanes{1.0};
    EXPECT_TRUE(test::same(new_collagen(tissue), full));
}

TEST(Collagen, RenewsTowardsWhatAgeHasLeft) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    const double iii = tissue["collagen_iii"][0], i = tissue["collagen_i"][0];
    tissue["matrix_reserve"] = Lanes{0.9};
    EXPECT_TRUE(test::same(tissue.rate("collagen_iii"), -0.1 * alone("turnover_iii") * iii));
    EXPECT_TRUE(test::same(tissue.rate("collagen_i"), -0.1 * alone("turnover") * i));
    tissue["collagen_iii"] = Lanes{0.9 * iii};
    tissue["collagen_i"] = Lanes{0.9 * i};
    EXPECT_NEAR(tissue.rate("collagen_iii") / iii, 0.0, 1e-15);
    EXPECT_NEAR(tissue.rate("collagen_i") / i, 0.0, 1e-15);
}

TEST(Collagen, MyofibroblastsMakeItWithoutSignal) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    EXPECT_EQ(new_collagen(tissue), 0.0);
    tissue["myofibroblasts"] = Lanes{2000.0};
    EXPECT_TRUE(test::same(new_collagen(tissue), 2000 * alone("by_myofibroblasts")));
}

TEST(Collagen, InflammationAndLackOfOxygenLowerSynthesis) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = working(alone);
    const double calm = new_collagen(tissue);
    tissue["tnf"] = Lanes{alone("tnf_half")};
    EXPECT_TRUE(test::same(new_collagen(tissue), 0.5 * calm));
    tissue["oxygen"] = Lanes{alone("oxygen_half")};
    const double usual = test::rising(alone("oxygen_usual"), alone("oxygen_half"));
    EXPECT_TRUE(test::same(new_collagen(tissue), 0.25 * calm / usual));
    tissue["oxygen"] = Lanes{0.0};
    EXPECT_EQ(new_collagen(tissue), 0.0);
}

TEST(Collagen, SynthesisStopsWhenThereIsNoRoom) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = working(alone);
    tissue["collagen_scar"] = tissue["collagen_scar"] + Lanes{alone("content") * (alone("room") - 1)};
    EXPECT_NEAR(new_collagen(tissue) / (alone("by_fibroblasts") * tissue["fibroblasts"][0]), 0.0, 1e-12);
    tissue["collagen_scar"] = tissue["collagen_scar"] + Lanes{alone("content")};
    EXPECT_EQ(new_collagen(tissue), 0.0);
}

TEST(Collagen, MaturesInOrderOnACalmTemplateAndAsScarOtherwise) {
    const test::Alone alone{"collagen"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    const double young = 1e7, matured = alone("cross_linking") * young, calm = 1 - alone("disorder");
    tissue["collagen_i_new"] = Lanes{young};
    const auto scarring = [&] { return tissue.rate("collagen_scar") / matured; };
    EXPECT_TRUE(test::same(tissue.rate("collagen_i_new"), -matured));
    EXPECT_TRUE(test::same(scarring(), 1 - calm));
    EXPECT_TRUE(test::same(tissue.rate("collagen_i"), calm * matured));
    tissue["tnf"] = Lanes{alone("tnf_half")};
    EXPECT_TRUE(test::same(scarring(), 1 - 0.5 * calm));
    tissue["collagen_i"] = tissue["collagen_i"] * Lanes{0.5};
    EXPECT_TRUE(test::same(scarring(), 1 - 0.25 * calm));
    Adjustments idle;
    idle.set["collagen.by_myofibroblasts"] = 0.0;
    const test::Alone no_synthesis{"collagen", idle};
    test::LocalSystem crowd = no_synthesis.in(Layer::reticular);
    crowd["collagen_i_new"] = Lanes{young};
    crowd["myofibroblasts"] = Lanes{2 * alone("crowd_half")};
    EXPECT_TRUE(test::same(crowd.rate("collagen_scar"), (1 - 0.2 * calm) * matured));
}

TEST(Collagen, CollagenaseCutsOpenFibresFasterThanPackedOnes) {
    Adjustments no_renewal;
    for (const char* rate : {"turnover", "turnover_iii"}) no_renewal.set["collagen." + std::string{rate}] = 0.0;
    const test::Alone alone{"collagen", no_renewal};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["mmp"] = Lanes{50.0};
    const double cut = alone("cutting") * 50 / (alone("content") + alone("cutting_half"));
    EXPECT_TRUE(test::same(tissue.rate("collagen_i"), -alone("open_mature") * cut * tissue["collagen_i"][0]));
    EXPECT_TRUE(test::same(tissue.rate("collagen_iii"), -alone("open_young") * cut * tissue["collagen_iii"][0]));
}

TEST(Collagen, ANeedlePartsMostFibresAndTearsSome) {
    const test::Alone alone{"collagen"};
    test::SmallPatch patch{alone.network};
    const double before = patch.plane("collagen_i", Layer::papillary)[0];
    patch.act(test::needle());
    double most = 0;
    patch.each(Layer::papillary, [&](double killed, double torn, std::size_t i) {
        const double left = patch.plane("collagen_i", Layer::papillary)[i] / before;
        EXPECT_NEAR(left, 1 - alone("cut_share") * killed - torn, 1e-12);
        most = std::max(most, 1 - left);
    });
    EXPECT_GT(most, 0.0);
}

}  // namespace
}  // namespace cicatrix
