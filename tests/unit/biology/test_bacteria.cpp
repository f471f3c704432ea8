// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

double horn_mm() {
    return 1e-3 * test::small_grid().thickness_um(0);
}

TEST(Bacteria, FloraRestsAtItsDeclaredLoadPerArea) {
    const test::Alone alone{"bacteria"};
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    EXPECT_TRUE(test::same(horn["bacteria"][0] * horn_mm(), alone("flora")));
    EXPECT_EQ(horn.rate("bacteria"), 0.0);
}

TEST(Bacteria, FloraReturnsAfterDisinfectionAndSwellsOnLeakingSkin) {
    const test::Alone alone{"bacteria"};
    test::LocalSystem horn = alone.in(Layer::stratum_corneum);
    const double resting = horn["bacteria"][0];
    horn["bacteria"] = Lanes{0.1 * resting};
    EXPECT_TRUE(test::same(horn.rate("bacteria"), alone("flora_growth") * 0.1 * resting * 0.9));
    horn["barrier"] = Lanes{0.0};
    horn["bacteria"] = Lanes{resting * (1 + alone("leaking"))};
    EXPECT_NEAR(horn.rate("bacteria") / resting, 0.0, 1e-12);
    horn["antimicrobial"] = Lanes{2.0};
    EXPECT_TRUE(test::same(horn.rate("bacteria"), -2 * alone("disinfected") * horn["bacteria"][0]));
}

TEST(Bacteria, GrowInTissueAsDeclaredWhereNobodyFightsThem) {
    Adjustments undefended;
    undefended.set["bacteria.innate"] = 0.0;
    const test::Alone alone{"bacteria", undefended};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double b = 0.25 * alone("capacity");
    tissue["bacteria"] = Lanes{b};
    EXPECT_TRUE(test::same(tissue.rate("bacteria"), alone("growth") * alone("lean_growth") * b * 0.75));
    tissue["debris"] = Lanes{alone("debris_half")};
    EXPECT_TRUE(test::same(tissue.rate("bacteria"), alone("growth") * 0.5 * (1 + alone("lean_growth")) * b * 0.75));
}

TEST(Bacteria, FewAlwaysLoseToResidentDefenceEvenInDebris) {
    const test::Alone alone{"bacteria"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["debris"] = Lanes{1.0};
    tissue["bacteria"] = Lanes{1e-6 * alone("innate_half")};
    EXPECT_LT(tissue.rate("bacteria"), 0.0);
}

TEST(Bacteria, AreEatenByPhagocytesUntilTheseAreSated) {
    const test::Alone alone{"bacteria"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double b = alone("phagocyte_half");
    tissue["bacteria"] = Lanes{b};
    const double unfought = tissue.rate("bacteria");
    tissue["neutrophils"] = Lanes{1000.0};
    tissue["macrophages_m1"] = Lanes{200.0};
    tissue["macrophages_m2"] = Lanes{300.0};
    tissue["oxygen"] = Lanes{3 * alone("oxygen_half")};
    const double by_neutrophils = 1000 * alone("by_neutrophils"), by_macrophages = 500 * alone("by_macrophages");
    EXPECT_TRUE(test::same(unfought - tissue.rate("bacteria"), 0.5 * (0.75 * by_neutrophils + by_macrophages) * b));
    tissue["oxygen"] = Lanes{0.0};  // neutrophils cannot burst
    EXPECT_TRUE(test::same(unfought - tissue.rate("bacteria"), 0.5 * by_macrophages * b));
}

TEST(Bacteria, EnterThroughOpenChannelsOnly) {
    const test::Alone alone{"bacteria"};
    test::LocalSystem tissue = alone.in(Layer::viable_epidermis);
    EXPECT_EQ(tissue.rate("bacteria"), 0.0);
    tissue.column("channel", Layer::stratum_corneum) = Lanes{0.3};
    const double above = tissue.column("bacteria", Layer::stratum_corneum)[0];
    EXPECT_TRUE(test::same(tissue.rate("bacteria"), alone("entering") * 0.3 * above));
}

/// Bacteria times thickness (mm), over all columns: of the stratum corneum, or of all that is alive.
double amount(test::SmallPatch& patch, bool alive) {
    double sum = 0;
    const Grid& grid = patch.state.grid();
    for (int k = 0; k < grid.nz(); ++k)
        if (living.has(grid.layer(k)) == alive)
            for (double b : patch.plane("bacteria", k)) sum += b * grid.thickness_um(k) * um.size;
    return sum;
}

TEST(Bacteria, ANeedleCarriesFloraAndItsOwnDirtIn) {
    const test::Alone alone{"bacteria"};
    test::SmallPatch patch{alone.network};
    const double flora = patch.plane("bacteria", Layer::stratum_corneum)[0];
    const double columns = amount(patch, false) / flora / horn_mm();
    Needling dirty = test::needle();
    dirty.device_contamination_cfu_per_cm2 = 500;
    dirty.surface_disinfection = 0.9;
    patch.act(dirty);
    const double load = 0.1 * flora + 500 / 100.0 / horn_mm();
    double over_hole = 0;
    patch.each(Layer::stratum_corneum, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("bacteria", Layer::stratum_corneum)[i], load * (1 - alone("carried") * killed),
                    1e-9 * load);
        over_hole += killed * load * horn_mm();
    });
    EXPECT_GT(over_hole, 0.0);
    EXPECT_NEAR(amount(patch, true) / (alone("carried") * over_hole), 1.0, 1e-9);
    EXPECT_NEAR((amount(patch, true) + amount(patch, false)) / (columns * load * horn_mm()), 1.0, 1e-9);
}

TEST(Bacteria, ADeeperHoleTakesNoMoreIn) {
    const test::Alone alone{"bacteria"};
    const auto taken = [&](double depth_um) {
        test::SmallPatch patch{alone.network};
        Needling n = test::needle();
        n.punctures[0].depth_um = depth_um;
        n.punctures[0].tip_length_um = 1;  // so that the holes are equally wide at the surface
        patch.act(n);
        return amount(patch, true);
    };
    EXPECT_NEAR(taken(180) / taken(90), 1.0, 0.02);
}

TEST(Bacteria, ADirtyProductLoadsTheSurface) {
    const test::Alone alone{"bacteria"};
    test::SmallPatch patch{alone.network};
    const double before = patch.plane("bacteria", Layer::stratum_corneum)[0];
    Application cream;
    cream.contamination_cfu_per_cm2 = 200;
    patch.act(cream);
    EXPECT_TRUE(test::same(patch.plane("bacteria", Layer::stratum_corneum)[0] - before, 200 / 100.0 / horn_mm()));
}

}  // namespace
}  // namespace cicatrix
