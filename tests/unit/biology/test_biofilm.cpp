// SPDX-License-Identifier: Apache-2.0
// Biofilm: none at rest; a nest needs a hold and numbers, and outlasts what clears free bacteria.
#include "bench.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

/// Both kinds of bacteria after some days in one place where all else stands still, by small steps.
struct Nest {
    double loose, attached;
};
Nest after_days(test::LocalSystem& tissue, Nest nest, double days) {
    constexpr double step_h = 0.02;
    for (double t = 0; t < days * day.size; t += step_h) {
        tissue["bacteria"] = Lanes{nest.loose};
        tissue["biofilm"] = Lanes{nest.attached};
        const double loose = tissue.rate("bacteria"), attached = tissue.rate("biofilm");
        nest.loose = std::max(0.0, nest.loose + step_h * loose);
        nest.attached = std::max(0.0, nest.attached + step_h * attached);
    }
    return nest;
}

/// Free bacteria and biofilm act, all else rests.
class Germs {
public:
    explicit Germs(double material, const Adjustments& adjustments = {})
        : network{adjustments,
                  [] {
                      auto off = test::all_but("biofilm");
                      off.erase("bacteria");
                      return off;
                  }()},
          tissue{network, Layer::reticular} {
        tissue["foreign_material"] = Lanes{material};
    }
    const Network network;
    test::LocalSystem tissue;
};

TEST(Biofilm, IsAbsentFromHealthySkinAndStaysSo) {
    const test::Alone alone{"biofilm"};
    for (const Layer layer : {Layer::viable_epidermis, Layer::papillary, Layer::hypodermis}) {
        test::LocalSystem tissue = alone.in(layer);
        EXPECT_EQ(tissue["biofilm"][0], 0.0);
        EXPECT_EQ(tissue.rate("biofilm"), 0.0);
        EXPECT_EQ(tissue.rate("bacteria"), 0.0);
    }
}

TEST(Biofilm, SettlesWhereThereIsAHoldAndTakesFromTheFree) {
    const test::Alone alone{"biofilm"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    tissue["bacteria"] = Lanes{100.0};
    EXPECT_EQ(tissue.rate("biofilm"), 0.0);
    tissue["debris"] = Lanes{0.2};
    tissue["foreign_material"] = Lanes{0.3};
    EXPECT_TRUE(test::same(tissue.rate("biofilm"), 0.5 * alone("attaching") * 100));
    EXPECT_TRUE(test::same(tissue.rate("bacteria"), -0.5 * alone("attaching") * 100));
    tissue["foreign_material"] = Lanes{3.0};
    EXPECT_TRUE(test::same(tissue.rate("biofilm"), alone("attaching") * 100));
}

TEST(Biofilm, FewAreEatenManyGrowIntoANestThatFeedsSome) {
    Germs soaked{1.0};
    EXPECT_LT(after_days(soaked.tissue, {0, 5}, 21).attached, 0.01);
    const Nest nest = after_days(soaked.tissue, {0, 150}, 42);
    EXPECT_GT(nest.attached, 300.0);
    EXPECT_LT(nest.attached, 500.0);
    EXPECT_GT(nest.loose, 0.0);
    EXPECT_LT(nest.loose, 20.0);  // sheds, and resident defence holds what it sheds
}

TEST(Biofilm, OutlastsAnAntimicrobialThatClearsTheFree) {
    Germs soaked{1.0};
    soaked.tissue["antimicrobial"] = Lanes{1.0};
    const Nest treated = after_days(soaked.tissue, {1000, 400}, 7);
    EXPECT_LT(treated.loose, 5.0);
    EXPECT_GT(treated.attached, 300.0);
    Germs clean{0.0};
    clean.tissue["antimicrobial"] = Lanes{1.0};
    EXPECT_LT(after_days(clean.tissue, {1000, 0}, 7).loose, 0.01);
}

TEST(Biofilm, IsClearedWithoutForeignMaterial) {
    Germs bare{0.0};
    const Nest left = after_days(bare.tissue, {0, 150}, 42);
    EXPECT_LT(left.attached, 0.1);
    EXPECT_LT(left.loose, 0.1);
}

TEST(Biofilm, FlaresWhenDefenceFalls) {
    Adjustments weak;
    for (const char* defence : {"innate", "by_neutrophils", "by_macrophages"})
        weak.factor["bacteria." + std::string{defence}] = 0.3;
    Germs held{1.0}, open{1.0, weak};
    for (Germs* g : {&held, &open}) g->tissue["neutrophils"] = Lanes{500.0};
    const Nest nest = after_days(held.tissue, {0, 300}, 28);
    EXPECT_LT(nest.loose, 20.0);
    EXPECT_GT(after_days(open.tissue, nest, 28).loose, 1000.0);
}

}  // namespace
}  // namespace cicatrix
