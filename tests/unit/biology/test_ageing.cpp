// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Ageing, TakesTheDeclaredShareOfOrderedCollagenAndElastinEachYear) {
    const test::Alone alone{"ageing"};
    for (Layer layer : {Layer::papillary, Layer::reticular}) {
        test::LocalSystem tissue = alone.in(layer);
        for (const char* kind : {"collagen_i", "collagen_iii"}) {
            tissue[kind] = Lanes{3e8};
            EXPECT_TRUE(test::same(tissue.rate(kind), -alone("loss") * 3e8)) << kind;
        }
        for (const char* kind : {"tropoelastin", "elastin"}) {
            tissue[kind] = Lanes{0.7};
            EXPECT_TRUE(test::same(tissue.rate(kind), -alone("loss") * 0.7)) << kind;
        }
    }
}

TEST(Ageing, TakesTheSameShareOfWhatRenewalAimsAt) {
    const test::Alone alone{"ageing"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    EXPECT_EQ(tissue["matrix_reserve"][0], 1.0);
    tissue["matrix_reserve"] = Lanes{0.8};
    EXPECT_TRUE(test::same(tissue.rate("matrix_reserve"), -0.8 * alone("loss")));
}

TEST(Ageing, LeavesYoungAndScarCollagenAlone) {
    const test::Alone alone{"ageing"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["collagen_i_new"] = Lanes{1e7};
    tissue["collagen_scar"] = Lanes{1e7};
    EXPECT_EQ(tissue.rate("collagen_i_new"), 0.0);
    EXPECT_EQ(tissue.rate("collagen_scar"), 0.0);
}

TEST(Ageing, StandsStillWhenNothingIsLost) {
    Adjustments never;
    never.set["ageing.loss"] = 0.0;
    const test::Alone alone{"ageing", never};
    EXPECT_EQ(alone.in(Layer::papillary).rate("collagen_i"), 0.0);
}

}  // namespace
}  // namespace cicatrix
