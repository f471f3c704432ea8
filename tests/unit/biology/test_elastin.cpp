// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Elastin, RestsAtOneInBothLayers) {
    const test::Alone alone{"elastin"};
    for (Layer layer : {Layer::papillary, Layer::reticular}) {
        test::LocalSystem tissue = alone.in(layer);
        EXPECT_EQ(tissue["tropoelastin"][0], 1.0);
        EXPECT_EQ(tissue["elastin"][0], 1.0);
        EXPECT_EQ(tissue.rate("tropoelastin"), 0.0);
        EXPECT_EQ(tissue.rate("elastin"), 0.0);
    }
}

TEST(Elastin, SignalsAndMemoryMakePrecursorByTheFibroblast) {
    const test::Alone alone{"elastin"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double per_cell = alone("making") / alone("usual_fibroblasts");
    tissue["fibroblasts"] = Lanes{2000.0};
    tissue["tgf_signal"] = Lanes{0.5};
    EXPECT_TRUE(test::same(tissue.rate("tropoelastin"), 2000 * per_cell * 0.5));
    EXPECT_EQ(tissue.rate("elastin"), 0.0);  // fibres wait for the precursor
    tissue["matrix_memory"] = Lanes{0.4};
    EXPECT_TRUE(test::same(tissue.rate("tropoelastin"), 2000 * per_cell * (0.5 + alone("remembered") * 0.4 * 0.5)));
}

TEST(Elastin, PrecursorIsClearedFasterThanItBecomesFibre) {
    const test::Alone alone{"elastin"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["tropoelastin"] = Lanes{3.0};
    EXPECT_TRUE(test::same(tissue.rate("tropoelastin"), -2.0 * alone("clearing")));
    EXPECT_TRUE(test::same(tissue.rate("elastin"), 2.0 * alone("renewal")));
}

TEST(Elastin, ProteaseEatsFibresAndSparesThePrecursor) {
    const test::Alone alone{"elastin"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["mmp"] = Lanes{3.0 * alone("cutting_double")};
    EXPECT_TRUE(test::same(tissue.rate("elastin"), -3.0 * alone("renewal")));
    EXPECT_EQ(tissue.rate("tropoelastin"), 0.0);
}

TEST(Elastin, RenewsTowardsWhatAgeHasLeft) {
    const test::Alone alone{"elastin"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    for (const char* name : {"matrix_reserve", "tropoelastin", "elastin"}) tissue[name] = Lanes{0.9};
    EXPECT_NEAR(tissue.rate("tropoelastin"), 0.0, 1e-17);
    EXPECT_NEAR(tissue.rate("elastin"), 0.0, 1e-17);
}

TEST(Elastin, ANeedlePartsMostFibresAndTearsSome) {
    const test::Alone alone{"elastin"};
    test::SmallPatch patch{alone.network};
    patch.act(test::needle());
    double least = 1;
    patch.each(Layer::papillary, [&](double killed, double torn, std::size_t i) {
        const double left = patch.plane("elastin", Layer::papillary)[i];
        EXPECT_NEAR(left, 1 - alone("cut_share") * killed - torn, 1e-12);
        EXPECT_EQ(patch.plane("tropoelastin", Layer::papillary)[i], 1.0);
        least = std::min(least, left);
    });
    EXPECT_LT(least, 1.0);
}

}  // namespace
}  // namespace cicatrix
