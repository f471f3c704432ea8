// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"
#include "cicatrix/tissue/permeation.hpp"

namespace cicatrix {
namespace {

constexpr const char* products[]{"irritant", "steroid", "depigmenting", "antimicrobial"};

TEST(TopicalAgents, AnApplicationLoadsTheSurfaceOnly) {
    const test::Alone alone{"topical_agents"};
    test::SmallPatch patch{alone.network};
    Application serum;
    serum.irritant = 1;
    serum.humectant = 0.5;
    serum.steroid = 0.2;
    serum.horn_mm_per_h = 0.003;
    patch.act(serum);
    patch.act(serum);
    EXPECT_DOUBLE_EQ(patch.plane("irritant", 0)[5], 2);
    EXPECT_DOUBLE_EQ(patch.plane("humectant", 0)[5], 1);
    EXPECT_DOUBLE_EQ(patch.plane("steroid", 0)[5], 0.4);
    EXPECT_EQ(patch.plane("depigmenting", 0)[5], 0);
    EXPECT_DOUBLE_EQ(patch.plane("irritant_entry", 0)[5], 0.006);
    EXPECT_DOUBLE_EQ(patch.plane("steroid_entry", 0)[5], 0.4 * 0.003);
    for (double x : patch.plane("irritant", Layer::viable_epidermis)) EXPECT_EQ(x, 0);
}

TEST(TopicalAgents, LeaveTheSurfaceAndAreSuppliedByTheRoutine) {
    const test::Alone alone{"topical_agents"};
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    for (const char* x : products) {
        horn[x] = Lanes{0.8};
        EXPECT_TRUE(test::same(horn.rate(x), -0.8 * alone("leaving"))) << x;
    }
    horn["humectant"] = Lanes{0.5};
    EXPECT_TRUE(test::same(horn.rate("humectant"), -0.5 * alone("drying")));
    horn.environment.supply.steroid_per_h = 0.8 * alone("leaving");
    EXPECT_NEAR(horn.rate("steroid"), 0.0, 1e-14);
}

TEST(TopicalAgents, EnterWholeSkinByTheirMoleculeAndChannelsAsFastAsTheyDiffuse) {
    const test::Alone alone{"topical_agents"};
    const Permeation horn{Adjustments{}};
    test::LocalSystem below = alone.in(Layer::viable_epidermis);
    const double hole = alone("spread") / horn.way() / horn.depth();
    for (const char* x : products) {
        below.column(std::string{x} + "_entry", Layer::stratum_corneum) = Lanes{0.004};
        below.column(x, Layer::stratum_corneum) = Lanes{2.0};
        EXPECT_TRUE(test::same(below.rate(x), 0.004 / horn.depth())) << x;
        below.column(std::string{x} + "_entry", Layer::stratum_corneum) = Lanes{0.0};
    }
    below.column("channel", Layer::stratum_corneum) = Lanes{0.1};
    EXPECT_TRUE(test::same(below.rate("steroid"), 0.1 * hole * 2));
    below["steroid"] = Lanes{2.0};  // as much below as above: only blood takes it away
    EXPECT_TRUE(test::same(below.rate("steroid"), -2 * alone("clearing")));
    below["steroid"] = Lanes{0.0};
    below.column("channel", Layer::stratum_corneum) = Lanes{0.0};
    below.column("barrier", Layer::stratum_corneum) = Lanes{0.5};
    EXPECT_TRUE(test::same(below.rate("steroid"), 0.5 * horn.gaps() * hole * 2));
}

TEST(TopicalAgents, AreWashedOutOfLivingSkinAndEnterNowhereElse) {
    const test::Alone alone{"topical_agents"};
    for (Layer layer : {Layer::viable_epidermis, Layer::basal, Layer::papillary, Layer::reticular, Layer::hypodermis}) {
        test::LocalSystem tissue = alone.in(layer);
        tissue.set_column("channel", Layer::stratum_corneum, 1.0);
        for (const char* x : products)
            tissue.set_column(x, Layer::stratum_corneum, 0.3);  // as much above: nothing moves
        for (const char* x : products) {
            tissue[x] = Lanes{0.3};
            EXPECT_TRUE(test::same(tissue.rate(x), -0.3 * alone("clearing"))) << x << " in " << to_string(layer);
        }
    }
}

}  // namespace
}  // namespace cicatrix
