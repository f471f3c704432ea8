// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

/// Resting papillary dermis with half of the signal and half of the grip.
test::LocalSystem called(const test::Alone& alone) {
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["tgf_signal"] = Lanes{0.5};
    tissue["collagen_i_new"] = Lanes{alone("grip_half")};
    return tissue;
}

TEST(Fibroblasts, RestAtADensityOfTheirOwnInEachLayer) {
    const test::Alone alone{"fibroblasts"};
    EXPECT_EQ(alone.in(Layer::papillary)["fibroblasts"][0], alone("papillary_density"));
    EXPECT_EQ(alone.in(Layer::reticular)["fibroblasts"][0], alone("reticular_density"));
    test::LocalSystem thinned = alone.in(Layer::reticular);
    thinned["fibroblasts"] = Lanes{0.0};
    EXPECT_TRUE(test::same(thinned.rate("fibroblasts"), alone("turnover") * alone("reticular_density")));
}

TEST(Fibroblasts, DivideForPdgfUntilTheyAreCrowded) {
    const test::Alone alone{"fibroblasts"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double f = alone("papillary_density");
    tissue["pdgf"] = Lanes{alone("pdgf_half")};
    EXPECT_TRUE(test::same(tissue.rate("fibroblasts"), 0.5 * alone("division") * f * (1 - f / alone("crowding"))));
    tissue["myofibroblasts"] = Lanes{alone("crowding") - f};
    EXPECT_TRUE(test::same(tissue.rate("fibroblasts"), alone("reversal") * (alone("crowding") - f)));
}

TEST(Fibroblasts, TurnIntoMyofibroblastsOneForOne) {
    const test::Alone alone{"fibroblasts"};
    test::LocalSystem tissue = called(alone);
    const double turned = alone("turning") * 0.25 * alone("papillary_density");
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"), turned));
    EXPECT_TRUE(test::same(tissue.rate("fibroblasts"), -turned));
}

TEST(Fibroblasts, NeedBothSignalAndYoungMatrixToTurn) {
    const test::Alone alone{"fibroblasts"};
    test::LocalSystem no_matrix = called(alone), no_signal = called(alone), only_clot = called(alone);
    no_matrix["collagen_i_new"] = Lanes{0.0};
    no_signal["tgf_signal"] = Lanes{0.0};
    only_clot["collagen_i_new"] = Lanes{0.0};
    only_clot["clot"] = Lanes{1.0};
    EXPECT_EQ(no_matrix.rate("myofibroblasts"), 0.0);
    EXPECT_EQ(no_signal.rate("myofibroblasts"), 0.0);
    const double grip = test::rising(alone("clot_grip"), alone("grip_half"));
    EXPECT_TRUE(
        test::same(only_clot.rate("myofibroblasts"), alone("turning") * 0.5 * grip * alone("papillary_density")));
}

TEST(Fibroblasts, MemoryStrengthensTheTurnSteroidAndLessSignalWeakenIt) {
    const test::Alone alone{"fibroblasts"};
    test::LocalSystem tissue = called(alone);
    const double plain = tissue.rate("myofibroblasts");
    tissue["matrix_memory"] = Lanes{1.0};
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"), plain * (1 + alone("memory_gain"))));
    tissue["matrix_memory"] = Lanes{0.0};
    tissue["steroid"] = Lanes{alone("steroid_half")};
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"), 0.5 * plain));
    tissue["tgf_signal"] = Lanes{0.25};
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"), 0.25 * plain));
}

TEST(Fibroblasts, MyofibroblastsDieFasterWithoutSignalAndSlowerWithMemory) {
    const test::Alone alone{"fibroblasts"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["myofibroblasts"] = Lanes{1000.0};
    const double unsignalled = alone("death") * (1 + alone("release_gain"));
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"), -1000 * (unsignalled + alone("reversal"))));
    tissue["matrix_memory"] = Lanes{1.0};
    EXPECT_TRUE(test::same(tissue.rate("myofibroblasts"),
                           -1000 * (unsignalled / (1 + alone("memory_shield")) + alone("reversal"))));
}

TEST(Fibroblasts, DieWhereANeedlePasses) {
    const test::Alone alone{"fibroblasts"};
    test::SmallPatch patch{alone.network};
    patch.fill("myofibroblasts", Layer::papillary, 100);
    patch.act(test::needle());
    patch.each(Layer::papillary, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("fibroblasts", Layer::papillary)[i], (1 - killed) * alone("papillary_density"), 1e-9);
        EXPECT_NEAR(patch.plane("myofibroblasts", Layer::papillary)[i], (1 - killed) * 100, 1e-9);
    });
}

}  // namespace
}  // namespace cicatrix
