// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Haemostasis, PlateletsSpendThemselvesAndFibrinDissolves) {
    const test::Alone alone{"haemostasis"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["platelets"] = Lanes{0.3};
    tissue["clot"] = Lanes{0.6};
    EXPECT_TRUE(test::same(tissue.rate("platelets"), -0.3 * alone("spent")));
    EXPECT_TRUE(test::same(tissue.rate("clot"), -0.6 * alone("lysis")));
}

TEST(Haemostasis, MacrophagesHelpToDissolveFibrin) {
    const test::Alone alone{"haemostasis"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["clot"] = Lanes{1.0};
    tissue["macrophages_m1"] = Lanes{300.0};
    tissue["macrophages_m2"] = Lanes{100.0};
    EXPECT_TRUE(test::same(tissue.rate("clot"), -alone("lysis") - 400 * alone("eaten")));
}

TEST(Haemostasis, BleedingGoesWithTheVesselsThatTheNeedleCuts) {
    const test::Alone alone{"haemostasis"};
    test::SmallPatch patch{alone.network};
    patch.fill("vessels", Layer::papillary, 0.7);
    patch.fill("vessels", Layer::reticular, 0.0);
    patch.act(test::needle());
    double most = 0;
    patch.each(Layer::papillary, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("platelets", Layer::papillary)[i], 0.7 * killed, 1e-12);
        EXPECT_NEAR(patch.plane("clot", Layer::papillary)[i], killed, 1e-12);
        most = std::max(most, killed);
    });
    EXPECT_GT(most, 0.5);
    for (double p : patch.plane("platelets", Layer::reticular)) EXPECT_EQ(p, 0.0);
}

TEST(Haemostasis, ASecondNeedleDoesNotFillAGapTwice) {
    const test::Alone alone{"haemostasis"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    patch.act(test::needle());
    for (double f : patch.plane("clot", Layer::papillary)) EXPECT_LE(f, 1.0);
}

TEST(Haemostasis, PlateletsComeFromVesselsAsTheyWereBeforeTheCut) {
    // With the vessels' own answer switched on as well: it must not run first, or nothing would bleed.
    auto off = test::all_but("haemostasis");
    off.erase("vessels");
    const Network both{{}, off};
    test::SmallPatch patch{both};
    patch.act(test::needle());
    patch.each(Layer::papillary, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("platelets", Layer::papillary)[i], killed, 1e-12);
    });
}

}  // namespace
}  // namespace cicatrix
