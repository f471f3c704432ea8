// SPDX-License-Identifier: Apache-2.0
// Pain and irritated nerves against hand calculation.
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

using test::Pair;
using test::puncture;
using test::Watch;

constexpr LayerSet innervated = epidermis | dermis;

/// One minute of fading, all skin alike, nothing but the sliding of needles: values that the tests reckon with.
Adjustments plain() {
    Adjustments a;
    a.set = {{"nerve_signs.reference_depth", 2.0}, {"nerve_signs.reticular_density", 1.0},
             {"nerve_signs.summation", 0.5},       {"nerve_signs.perception", 1.0},
             {"nerve_signs.fading", 1.0},          {"nerve_signs.tenderness", 0.5}};
    return a;
}

/// Pain right after one session, an hour's fading apart.
double strike(const Adjustments& a, const std::vector<Puncture>& punctures, int at_once = 1, double fibres = 1.0) {
    Pair skin;
    Pair::set(skin.treated, field::nerve_fibres.name, innervated, fibres);
    Watch watch{"nerve_signs", a};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("pain"), 0.0);
    watch.needle(skin, punctures, 0.0, at_once);
    watch.look(skin, 1.0);
    return watch.last("pain") * std::exp(1.0);
}

TEST(Pain, OfOneNeedleIsHowFarItSlidesPastTheEndingsItMeets) {
    const Grid& grid = test::small_model().rest().grid();
    const double horn = 1e-3 * grid.edge_um(1);
    for (const double depth : {0.3, 0.6, 0.9}) {
        const double met = 0.5 * (depth - horn) * (depth - horn) / (0.5 * 2.0 * 2.0);
        EXPECT_NEAR(strike(plain(), {puncture(100, 100, 1e3 * depth)}) / met, 1.0, 1e-9) << depth;
        EXPECT_NEAR(strike(plain(), {puncture(100, 100, 1e3 * depth)}, 1, 0.5) / met, 0.5, 1e-9) << depth;
    }
}

TEST(Pain, TakesTheMeanNeedleAndSumsThoseThatStrikeTogether) {
    const double deep = strike(plain(), {puncture(100, 100, 800)}), flat = strike(plain(), {puncture(100, 100, 400)});
    const std::vector<Puncture> both{puncture(100, 100, 800), puncture(200, 100, 400)};
    EXPECT_NEAR(strike(plain(), both), 0.5 * (deep + flat), 1e-12);
    EXPECT_NEAR(strike(plain(), both, 9), 3.0 * 0.5 * (deep + flat), 1e-12);
    Adjustments squared = plain();
    squared.set["nerve_signs.perception"] = 2.0;
    EXPECT_NEAR(strike(squared, both, 9), std::pow(3.0 * 0.5 * (deep + flat), 2), 1e-12);
    EXPECT_EQ(strike(plain(), {}, 12), 0.0);
}

TEST(Pain, GrowsWithTheSlitThatARollingNeedleCuts) {
    Puncture dragged = puncture(100, 100, 600);
    dragged.drag_x_um = 30;
    dragged.drag_y_um = 40;
    const Grid& grid = test::small_model().rest().grid();
    const double rich = 0.6 - 1e-3 * grid.edge_um(1);
    EXPECT_NEAR(strike(plain(), {dragged}) - strike(plain(), {puncture(100, 100, 600)}), 0.05 * rich / 2.0, 1e-9);
    dragged.drag_taper = 1.0;
    EXPECT_LT(strike(plain(), {dragged}) - strike(plain(), {puncture(100, 100, 600)}), 0.05 * rich / 2.0);
}

TEST(Pain, IsLessInTheReticularDermisWhereFibresAreSparse) {
    Adjustments sparse = plain();
    sparse.set["nerve_signs.reticular_density"] = 0.0;
    const Grid& grid = test::small_model().rest().grid();
    const double all = strike(plain(), {puncture(100, 100, 900)}), upper = strike(sparse, {puncture(100, 100, 900)});
    const double below = 0.9 - 1e-3 * grid.edge_um(grid.planes(Layer::reticular).first);
    EXPECT_NEAR(all - upper, 0.5 * below * below / 2.0, 1e-9);
}

TEST(Pain, OfTheNeedlesFadesAndTendernessOfSensitisedSkinStays) {
    Pair skin;
    Watch watch{"nerve_signs", plain()};
    watch.look(skin, 0.0);
    watch.needle(skin, {puncture(100, 100, 600)}, 0.0);
    watch.look(skin, 1.0);
    const double early = watch.last("pain");
    watch.look(skin, 2.0);
    EXPECT_NEAR(watch.last("pain") / early, std::exp(-1.0), 1e-12);
    Pair::set(skin.treated, field::nerve_sensitisation.name, innervated, 0.4);
    watch.look(skin, 200.0);
    EXPECT_NEAR(watch.last("pain"), 0.5 * 0.4, 1e-12);
}

TEST(NerveIrritation, AddsLostFibresToSensitisedOnesAboveTheUntreated) {
    Pair skin;
    Watch watch{"nerve_signs"};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("nerve_irritation"), 0.0);
    skin.set_both(field::nerve_sensitisation.name, innervated, 0.1);
    watch.look(skin, 1.0);
    EXPECT_EQ(watch.last("nerve_irritation"), 0.0);
    Pair::set(skin.treated, field::nerve_sensitisation.name, innervated, 0.3);
    Pair::set(skin.treated, field::nerve_fibres.name, innervated, 0.9);
    watch.look(skin, 2.0);
    EXPECT_NEAR(watch.last("nerve_irritation"), 0.2 + 0.1, 1e-12);
}

}  // namespace
}  // namespace cicatrix
