// SPDX-License-Identifier: Apache-2.0
// Oxygen: at rest in every layer, low where vessels are missing or cells crowd, and what its lack calls for.
#include "bench.hpp"

namespace cicatrix {
namespace {

constexpr auto all_living = {Layer::viable_epidermis, Layer::basal, Layer::papillary, Layer::reticular,
                             Layer::hypodermis};

/// Air reaches nowhere but the epidermis.
Adjustments airless() {
    Adjustments a;
    a.set["oxygen.reach"] = um.size;
    return a;
}

/// Tension at which what is brought balances what is used: found by halving.
double settled(test::LocalSystem& tissue) {
    double low = 0, high = 200 * mmhg.size;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        tissue["oxygen"] = Lanes{middle};
        (tissue.rate("oxygen") > 0 ? low : high) = middle;
    }
    return low / mmhg.size;
}

TEST(Oxygen, RestsExactlyInEveryLayerAndCallsForNoVessels) {
    for (const double factor : {1.0, 0.7, 1.3}) {
        Adjustments person;
        person.factor["oxygen.resting"] = person.factor["oxygen.resting_fat"] = factor;
        const test::Alone alone{"oxygen", person};
        for (const Layer layer : all_living) {
            test::LocalSystem tissue = alone.in(layer);
            EXPECT_GT(tissue["oxygen"][0], 0.0);
            EXPECT_EQ(tissue.rate("oxygen"), 0.0) << index(layer);
            EXPECT_EQ(tissue.rate("vegf"), 0.0) << index(layer);
        }
    }
}

TEST(Oxygen, FollowsBloodInDepthAndAirAbove) {
    const test::Alone deep{"oxygen", airless()}, shallow{"oxygen"};
    test::LocalSystem poor = deep.in(Layer::reticular), near_air = shallow.in(Layer::reticular);
    poor["vessels"] = poor["vessels"] * Lanes{0.25};
    near_air["vessels"] = near_air["vessels"] * Lanes{0.25};
    EXPECT_LT(settled(poor), 15.0);
    EXPECT_GT(settled(poor), 0.0);
    EXPECT_GT(settled(near_air), 30.0);  // 0.14 mm below the surface
}

TEST(Oxygen, NearsThatOfBloodWhereVesselsAreWide) {
    const test::Alone alone{"oxygen", airless()};
    test::LocalSystem flushed = alone.in(Layer::papillary);
    flushed["dilation"] = Lanes{4.0};
    const double tension = settled(flushed), blood = alone("blood") / mmhg.size;
    EXPECT_GT(tension, 0.8 * blood);
    EXPECT_LT(tension, blood);
}

TEST(Oxygen, IsUsedUpByACrowdOfNeutrophilsAndSparedByTheDead) {
    const test::Alone alone{"oxygen"};
    for (const Layer layer : {Layer::basal, Layer::papillary}) {
        test::LocalSystem tissue = alone.in(layer);
        const double rest = settled(tissue);
        tissue["neutrophils"] = Lanes{2e4};
        const double crowded = settled(tissue);
        EXPECT_LT(crowded, 0.7 * rest);
        tissue["debris"] = Lanes{0.5};
        EXPECT_GT(settled(tissue), crowded);
    }
}

TEST(Oxygen, IsUsedByEachCellAsDeclared) {
    const test::Alone alone{"oxygen"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double open = test::rising(tissue["oxygen"][0], alone("use_half"));
    tissue["neutrophils"] = Lanes{100.0};
    tissue["macrophages_m1"] = Lanes{10.0};
    tissue["macrophages_m2"] = Lanes{20.0};
    tissue["epithelioid_macrophages"] = Lanes{30.0};
    tissue["myofibroblasts"] = Lanes{40.0};
    const double gathered = 100 * alone("by_neutrophils") + 100 * alone("by_cells");
    EXPECT_TRUE(test::same(tissue.rate("oxygen"),
                           -alone("following") * alone("resting") * open * gathered / alone("resting_use")));
}

TEST(Oxygen, ItsLackCallsForVesselsUpToTheDeclaredMost) {
    const test::Alone alone{"oxygen"};
    test::LocalSystem tissue = alone.in(Layer::reticular);
    double before = 0;
    for (const double left : {0.5, 0.2, 0.0}) {
        tissue["oxygen"] = Lanes{left * alone("resting")};
        EXPECT_GT(tissue.rate("vegf"), before);
        before = tissue.rate("vegf");
    }
    EXPECT_TRUE(test::same(before, alone("hypoxic_vegf")));
    tissue["oxygen"] = Lanes{2 * alone("resting")};
    EXPECT_EQ(tissue.rate("vegf"), 0.0);
}

TEST(Oxygen, OfFewVesselsMakesLessCollagenKillsWorseAndCallsForMore) {
    const Network network{airless()};
    test::LocalSystem rich{network, Layer::reticular}, poor{network, Layer::reticular};
    const test::Alone alone{"oxygen", airless()};
    test::LocalSystem cut = alone.in(Layer::reticular);
    cut["vessels"] = cut["vessels"] * Lanes{0.3};
    poor["oxygen"] = Lanes{settled(cut) * mmhg.size};
    for (auto* tissue : {&rich, &poor}) {
        (*tissue)["tgf_signal"] = Lanes{1.0};
        (*tissue)["bacteria"] = Lanes{1000.0};
        (*tissue)["neutrophils"] = Lanes{5000.0};
    }
    EXPECT_LT(poor.rate("collagen_i_new"), rich.rate("collagen_i_new"));
    EXPECT_GT(poor.rate("bacteria"), rich.rate("bacteria"));
    EXPECT_GT(poor.rate("vegf"), rich.rate("vegf"));
}

}  // namespace
}  // namespace cicatrix
