// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

Adjustments carrying(double level) {
    Adjustments a;
    a.set["herpes.carriage"] = level;
    return a;
}

/// Basal skin with healthy nerves; the bench has no mechanism that would set them.
test::LocalSystem healthy(const test::Alone& alone) {
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue["nerve_fibres"] = Lanes{1.0};
    tissue["nerve_sensitisation"] = Lanes{0.0};
    return tissue;
}

TEST(Herpes, SleepsInHealthySkinOfACarrier) {
    const test::Alone alone{"herpes", carrying(1.0)};
    test::LocalSystem tissue = healthy(alone);
    EXPECT_EQ(tissue.rate("herpes_virus"), 0.0);
    EXPECT_EQ(tissue.rate("herpes_outbreak"), 0.0);
}

TEST(Herpes, IrritatedNervesWakeItInCarriersOnly) {
    const test::Alone carrier{"herpes", carrying(0.5)}, other{"herpes"};
    for (const test::Alone* alone : {&carrier, &other}) {
        test::LocalSystem tissue = healthy(*alone);
        tissue["nerve_sensitisation"] = Lanes{(*alone)("waking_half")};
        EXPECT_TRUE(test::same(tissue.rate("herpes_virus"), (*alone)("carriage") * (*alone)("waking") * 0.5));
    }
    EXPECT_EQ(carrier("carriage"), 0.5);
    EXPECT_EQ(other("carriage"), 0.0);
}

TEST(Herpes, GrowsUntilTheLesionIsFullAndIsClearedByResidents) {
    const test::Alone alone{"herpes"};
    test::LocalSystem tissue = healthy(alone);
    tissue["herpes_virus"] = Lanes{0.25};
    EXPECT_TRUE(test::same(tissue.rate("herpes_virus"), 0.25 * (0.75 * alone("growth") - alone("resident"))));
    tissue["herpes_virus"] = Lanes{1.0};
    EXPECT_TRUE(test::same(tissue.rate("herpes_virus"), -alone("resident")));
}

TEST(Herpes, AnAntiviralSlowsItsGrowthAndNotItsClearing) {
    const test::Alone alone{"herpes"};
    test::LocalSystem tissue = healthy(alone);
    tissue["herpes_virus"] = Lanes{0.5};
    tissue.environment.supply.antiviral_per_h = 3 * alone("antiviral_half") * alone("antiviral_loss");
    EXPECT_TRUE(test::same(tissue.rate("herpes_virus"), 0.5 * (0.25 * 0.5 * alone("growth") - alone("resident"))));
}

TEST(Herpes, VirusAddsUpToTheHazardOfAnOutbreak) {
    const test::Alone alone{"herpes"};
    test::LocalSystem tissue = healthy(alone);
    tissue["herpes_virus"] = Lanes{0.25};
    tissue["herpes_outbreak"] = Lanes{0.7};
    EXPECT_TRUE(test::same(tissue.rate("herpes_outbreak"), 0.25 * alone("showing")));
}

}  // namespace
}  // namespace cicatrix
