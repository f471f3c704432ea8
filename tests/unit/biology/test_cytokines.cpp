// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Cytokines, MacrophagesMakeThemAsDeclared) {
    const test::Alone alone{"cytokines"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["macrophages_m1"] = Lanes{500.0};
    tissue["macrophages_m2"] = Lanes{300.0};
    tissue["tnf"] = Lanes{0.2};
    tissue["il6"] = Lanes{0.3};
    EXPECT_TRUE(test::same(tissue.rate("tnf"), 500 * alone("tnf_secretion") - 0.2 * alone("tnf_decay")));
    EXPECT_TRUE(test::same(tissue.rate("il6"), 500 * alone("il6_secretion") - 0.3 * alone("il6_decay")));
    EXPECT_TRUE(test::same(tissue.rate("il10"), 300 * alone("il10_secretion")));
}

TEST(Cytokines, Il6AnswersTheAlarmAtOnceButTnfDoesNot) {
    const test::Alone alone{"cytokines"};
    test::LocalSystem tissue = alone.in(Layer::viable_epidermis);
    tissue["alarm"] = Lanes{alone("alarm_half")};
    EXPECT_TRUE(test::same(tissue.rate("il6"), 0.5 * alone("il6_alarm")));
    EXPECT_EQ(tissue.rate("tnf"), 0.0);
}

TEST(Cytokines, BacteriaRaiseTnfThroughResidentCells) {
    const test::Alone alone{"cytokines"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["bacteria"] = Lanes{3 * alone("bacteria_half")};
    EXPECT_TRUE(test::same(tissue.rate("tnf"), 0.75 * alone("tnf_bacteria")));
    EXPECT_EQ(tissue.rate("il6"), 0.0);
}

TEST(Cytokines, Il10AndSteroidEachHalveTheMakingOfTnfAndIl6) {
    const test::Alone alone{"cytokines"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["macrophages_m1"] = Lanes{500.0};
    const double tnf = tissue.rate("tnf"), il6 = tissue.rate("il6");
    tissue["il10"] = Lanes{alone("il10_half")};
    EXPECT_TRUE(test::same(tissue.rate("tnf"), 0.5 * tnf));
    tissue["steroid"] = Lanes{alone("steroid_half")};
    EXPECT_TRUE(test::same(tissue.rate("tnf"), 0.25 * tnf));
    EXPECT_TRUE(test::same(tissue.rate("il6"), 0.25 * il6));
    EXPECT_TRUE(test::same(tissue.rate("il10"), -alone("il10_half") * alone("il10_decay")));
}

}  // namespace
}  // namespace cicatrix
