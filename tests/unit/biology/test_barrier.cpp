// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

/// Horn of which half has just lost sheet and barrier, over closed, calm epidermis.
test::LocalSystem half_open(const test::Alone& alone) {
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    horn["barrier"] = Lanes{0.5};
    horn["horny_sheet"] = Lanes{0.5};
    horn["channel"] = Lanes{0.2};
    horn["surface_ph"] = Lanes{alone("best_ph")};
    return horn;
}

TEST(Barrier, LipidsSealTheirShareAndTheSheetIsMadeAnew) {
    const test::Alone alone{"barrier"};
    test::LocalSystem horn = half_open(alone);
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.5 * alone("sealed_share") * alone("sealing")));
    EXPECT_TRUE(test::same(horn.rate("horny_sheet"), 0.5 * alone("renewal")));
    EXPECT_TRUE(test::same(horn.rate("channel"), -0.2 * alone("closing")));
    horn["barrier"] = Lanes{0.5 + 0.5 * alone("sealed_share")};
    EXPECT_NEAR(horn.rate("barrier"), 0.0, 1e-12);
    horn["barrier"] = Lanes{1.0};
    horn["horny_sheet"] = Lanes{1.0};
    EXPECT_EQ(horn.rate("barrier"), 0.0);
    EXPECT_EQ(horn.rate("horny_sheet"), 0.0);
}

TEST(Barrier, OcclusionSlowsBothClosures) {
    const test::Alone alone{"barrier"};
    test::LocalSystem horn = half_open(alone);
    horn.environment.occlusion = 1.0;
    EXPECT_TRUE(test::same(horn.rate("barrier"),
                           0.5 * alone("sealed_share") * alone("sealing") / (1 + alone("occlusion_drag"))));
    EXPECT_TRUE(test::same(horn.rate("channel"), -0.2 * alone("closing") / (1 + alone("occlusion_open"))));
}

TEST(Barrier, NothingSealsOverAnOpenEpidermis) {
    const test::Alone alone{"barrier"};
    test::LocalSystem horn = half_open(alone);
    horn.column("keratinocytes", Layer::viable_epidermis) = Lanes{0.5};
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.25 * alone("sealed_share") * alone("sealing")));
    EXPECT_TRUE(test::same(horn.rate("horny_sheet"), 0.25 * alone("renewal")));
    horn.column("keratinocytes", Layer::viable_epidermis) = Lanes{0.0};
    EXPECT_EQ(horn.rate("barrier"), 0.0);
    EXPECT_EQ(horn.rate("horny_sheet"), 0.0);
    EXPECT_EQ(horn.rate("channel"), 0.0);
}

TEST(Barrier, InflammationBelowAndAWrongPhSlowItMoistureSpeedsTheLipids) {
    const test::Alone alone{"barrier"};
    test::LocalSystem horn = half_open(alone);
    const double calm = horn.rate("barrier"), calm_sheet = horn.rate("horny_sheet");
    horn.column("tnf", Layer::viable_epidermis) = Lanes{alone("tnf_half")};
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.5 * calm));
    EXPECT_TRUE(test::same(horn.rate("horny_sheet"), 0.5 * calm_sheet));
    horn["humectant"] = Lanes{1.0};
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.5 * calm * (1 + 0.5 * alone("moisture"))));
    EXPECT_TRUE(test::same(horn.rate("horny_sheet"), 0.5 * calm_sheet));
    horn["surface_ph"] = Lanes{alone("best_ph") + alone("ph_width")};
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.25 * calm * (1 + 0.5 * alone("moisture"))));
    horn["surface_ph"] = Lanes{alone("best_ph") - alone("ph_width")};
    horn["irritant"] = Lanes{alone("irritant_half")};
    EXPECT_TRUE(test::same(horn.rate("barrier"), 0.125 * calm * (1 + 0.5 * alone("moisture"))));
    EXPECT_TRUE(test::same(horn.rate("horny_sheet"), 0.125 * calm_sheet));
}

TEST(Barrier, HardlyKnowsWhetherTheSurfaceRestsOrIsAtTheBestPhAndSealsSlowlyAtNeutralPh) {
    const test::Alone alone{"barrier"};
    test::LocalSystem horn = half_open(alone);
    const double best = horn.rate("barrier");
    horn["surface_ph"] = Lanes{4.93};
    EXPECT_GT(horn.rate("barrier"), 0.98 * best);
    horn["surface_ph"] = Lanes{7.4};
    EXPECT_LT(horn.rate("barrier"), 0.2 * best);
    horn["barrier"] = Lanes{1.0};
    horn["horny_sheet"] = Lanes{1.0};
    EXPECT_EQ(horn.rate("barrier"), 0.0);
}

TEST(Barrier, ANeedleOpensAChannelAndCracksMoreThanTheHole) {
    const test::Alone alone{"barrier"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    // As outlines around the slit that the dragged needle leaves.
    std::vector<Puncture> wider = test::needle().punctures;
    for (Puncture& p : wider) p.radius_um *= std::sqrt(alone("cracked"));
    const Wound cracks{patch.state.grid(), wider};
    double widest = 0;
    patch.each(Layer::stratum_corneum, [&](double killed, double, std::size_t i) {
        const double barrier = patch.plane("barrier", 0)[i], channel = patch.plane("channel", 0)[i];
        EXPECT_NEAR(barrier, 1 - cracks.killed(0)[i], 1e-12);
        EXPECT_EQ(patch.plane("horny_sheet", 0)[i], barrier);
        EXPECT_NEAR(channel, killed, 1e-12);
        widest = std::max(widest, channel);
    });
    EXPECT_GT(widest, 0.9);
    patch.act(test::needle());
    for (double o : patch.plane("channel", 0)) EXPECT_LE(o, 1.0);
    for (double b : patch.plane("barrier", 0)) EXPECT_GE(b, 0.0);
}

// A hole that fills its voxel must crack the neighbours, or a fine grid would lose less barrier than a coarse one.
TEST(Barrier, CracksTakeAsMuchOfTheSurfaceOnEveryGrid) {
    const test::Alone alone{"barrier"};
    for (const int columns : {8, 16, 24, 48}) {
        const double lateral_um = 480.0 / columns;
        test::SmallPatch patch{alone.network, columns, lateral_um};
        Needling one = test::needle();
        one.punctures[0].drag_x_um = 0;
        patch.act(one);
        double lost = 0, holes = 0;
        for (std::size_t i = 0; i < static_cast<std::size_t>(columns * columns); ++i) {
            lost += 1 - patch.plane("barrier", 0)[i];
            holes += patch.plane("channel", 0)[i];
        }
        EXPECT_NEAR(lost / holes, alone("cracked"), 0.01 * alone("cracked")) << lateral_um;
    }
}

TEST(Barrier, APeelTakesTheHornySheetAndTheBarrierWithIt) {
    const test::Alone alone{"barrier"};
    test::SmallPatch patch{alone.network};
    patch.act(Peel{0.7});
    EXPECT_NEAR(patch.plane("barrier", Layer::stratum_corneum)[0], 0.3, 1e-12);
    EXPECT_NEAR(patch.plane("horny_sheet", Layer::stratum_corneum)[0], 0.3, 1e-12);
    EXPECT_EQ(patch.plane("channel", Layer::stratum_corneum)[0], 0.0);
}

}  // namespace
}  // namespace cicatrix
