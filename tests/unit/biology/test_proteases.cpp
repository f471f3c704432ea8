// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Proteases, InflammatoryCellsBringTheEnzyme) {
    const test::Alone alone{"proteases"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["neutrophils"] = Lanes{1000.0};
    tissue["macrophages_m1"] = Lanes{300.0};
    const double cells = 1000 * alone("mmp_neutrophils") + 300 * alone("mmp_macrophages");
    EXPECT_TRUE(test::same(tissue.rate("mmp"), cells));
    tissue["tnf"] = Lanes{alone("tnf_half")};
    EXPECT_TRUE(test::same(tissue.rate("mmp"), cells + 0.5 * alone("mmp_fibroblasts") * tissue["fibroblasts"][0]));
    EXPECT_EQ(tissue.rate("timp"), 0.0);
}

TEST(Proteases, RepairingCellsBringTheInhibitor) {
    const test::Alone alone{"proteases"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["myofibroblasts"] = Lanes{2000.0};
    EXPECT_EQ(tissue.rate("timp"), 0.0);
    tissue["tgf_signal"] = Lanes{0.25};
    EXPECT_TRUE(test::same(tissue.rate("timp"), 0.25 * alone("timp_fibroblasts") * (2000 + tissue["fibroblasts"][0])));
    EXPECT_EQ(tissue.rate("mmp"), 0.0);
}

TEST(Proteases, BindEachOtherInTheDeclaredMassRatio) {
    const test::Alone alone{"proteases"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    tissue["mmp"] = Lanes{40.0};
    EXPECT_TRUE(test::same(tissue.rate("mmp"), -40 * alone("mmp_decay")));
    tissue["timp"] = Lanes{30.0};
    const double bound = alone("binding") * 40 * 30;
    EXPECT_TRUE(test::same(tissue.rate("mmp"), -bound - 40 * alone("mmp_decay")));
    EXPECT_TRUE(test::same(tissue.rate("timp"), -alone("mass_ratio") * bound - 30 * alone("timp_decay")));
}

}  // namespace
}  // namespace cicatrix
