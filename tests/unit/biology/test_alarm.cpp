// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Alarm, DebrisIsEatenByMacrophagesOfBothKindsAndFallsApartWithoutThem) {
    const test::Alone alone{"alarm"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["debris"] = Lanes{0.2};
    EXPECT_TRUE(test::same(tissue.rate("debris"), -alone("autolysis") * 0.2));
    tissue["macrophages_m1"] = Lanes{100.0};
    tissue["macrophages_m2"] = Lanes{300.0};
    EXPECT_TRUE(test::same(tissue.rate("debris"), -(alone("autolysis") + 400.0 * alone("clearance")) * 0.2));
}

TEST(Alarm, SettlesWhereReleaseByDebrisEqualsItsLoss) {
    const test::Alone alone{"alarm"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["debris"] = Lanes{0.1};
    tissue["alarm"] = Lanes{0.1 * alone("from_debris") / alone("decay")};
    EXPECT_NEAR(tissue.rate("alarm") / (0.1 * alone("from_debris")), 0.0, 1e-12);
}

TEST(Alarm, IsRaisedByBacteria) {
    const test::Alone alone{"alarm"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["bacteria"] = Lanes{alone("bacteria_half")};
    EXPECT_TRUE(test::same(tissue.rate("alarm"), 0.5 * alone("from_bacteria")));
}

TEST(Alarm, ALostBarrierAndLightAlarmTheEpidermisOnly) {
    const test::Alone alone{"alarm"};
    const double dose_rate = 0.3;
    for (Layer layer : {Layer::viable_epidermis, Layer::basal}) {
        test::LocalSystem tissue = alone.in(layer);
        tissue.column("barrier", Layer::stratum_corneum) = Lanes{0.25};
        tissue.environment.uv_sed_per_h = dose_rate;
        EXPECT_TRUE(
            test::same(tissue.rate("alarm"), 0.75 * alone("from_barrier") + dose_rate * alone("from_ultraviolet")));
    }
    test::LocalSystem deep = alone.in(Layer::papillary);
    deep.set_column("barrier", Layer::stratum_corneum, 0.25);
    deep.environment.uv_sed_per_h = dose_rate;
    EXPECT_EQ(deep.rate("alarm"), 0.0);
}

TEST(Alarm, AcidAlarmsWhateverLivingTissueItReaches) {
    const test::Alone alone{"alarm"};
    for (Layer layer : {Layer::viable_epidermis, Layer::papillary, Layer::hypodermis}) {
        test::LocalSystem tissue = alone.in(layer);
        tissue["irritant"] = Lanes{0.5};
        EXPECT_TRUE(test::same(tissue.rate("alarm"), 0.5 * alone("from_irritant"))) << to_string(layer);
    }
}

TEST(Alarm, ANeedleLeavesKilledAndTornTissueAsDebris) {
    const test::Alone alone{"alarm"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    for (Layer layer : {Layer::basal, Layer::papillary, Layer::reticular}) {
        double most = 0;
        patch.each(layer, [&](double killed, double torn, std::size_t i) {
            const double debris = patch.plane("debris", layer)[i];
            EXPECT_NEAR(debris, std::min(1.0, killed + alone("torn_share") * torn), 1e-12);
            most = std::max(most, debris);
        });
        EXPECT_GT(most, 0.2) << to_string(layer);
    }
    patch.act(test::needle());
    for (double d : patch.plane("debris", Layer::papillary)) EXPECT_LE(d, 1.0);
}

TEST(Alarm, ALaserPassInjuresTheEpidermisOnly) {
    const test::Alone alone{"alarm"};
    test::SmallPatch patch{alone.network};
    patch.act(LaserPass{0.5, 0.3});
    for (double d : patch.plane("debris", Layer::basal)) EXPECT_DOUBLE_EQ(d, 0.3);
    for (double d : patch.plane("debris", Layer::papillary)) EXPECT_EQ(d, 0.0);
}

TEST(Alarm, ABurnKillsCellsOfTheEpidermisByItsDose) {
    const test::Alone alone{"alarm"};
    test::SmallPatch patch{alone.network};
    patch.act(Burn{10.0});
    EXPECT_NEAR(patch.plane("debris", Layer::viable_epidermis)[0], 10 * alone("burnt"), 1e-12);
    EXPECT_EQ(patch.plane("debris", Layer::papillary)[0], 0.0);
}

}  // namespace
}  // namespace cicatrix
