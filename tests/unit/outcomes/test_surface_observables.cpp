// SPDX-License-Identifier: Apache-2.0
// Observables of the surface against hand calculation: water loss, uptake, closure, bacteria, geometry.
#include "cicatrix/tissue/permeation.hpp"
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

using test::Pair;
using test::puncture;
using test::Watch;

/// Values that the tests reckon with, whatever the declared ones are.
Adjustments known(std::string key, double value) {
    return {.set = {{std::move(key), value}}, .factor = {}};
}

TEST(WaterLoss, IsThatOfParallelConductances) {
    Pair skin;
    skin.set_both(field::barrier.name, surface, 1.0);
    Adjustments a;
    a.set = {{"water_loss.intact_loss", 8.0 * g_per_m2_hour.size}, {"water_loss.open_loss", 80.0 * g_per_m2_hour.size}};
    Watch watch{"water_loss", a};
    watch.look(skin, 0.0);
    EXPECT_DOUBLE_EQ(watch.last("tewl"), 8.0);
    EXPECT_DOUBLE_EQ(watch.last("barrier_integrity"), 1.0);
    Pair::set(skin.treated, field::barrier.name, surface, 0.75);
    watch.look(skin, 1.0);
    EXPECT_DOUBLE_EQ(watch.last("tewl"), 0.75 * 8.0 + 0.25 * 80.0);
    EXPECT_DOUBLE_EQ(watch.last("barrier_integrity"), 8.0 / 26.0);
    Pair::set(skin.treated, field::barrier.name, surface, 0.0);
    watch.look(skin, 2.0);
    EXPECT_DOUBLE_EQ(watch.last("tewl"), 80.0);
}

TEST(WaterLoss, RecoversWhenNineTenthsOfTheExcessAreGone) {
    Pair skin;
    skin.set_both(field::barrier.name, surface, 1.0);
    Watch watch{"water_loss", known("water_loss.recovered_share", 0.9)};
    watch.look(skin, 0.0);
    watch.needle(skin, {}, 0.0);
    Pair::set(skin.treated, field::barrier.name, surface, 0.0);
    watch.look(skin, 2.0);
    Pair::set(skin.treated, field::barrier.name, surface, 1.0);
    watch.look(skin, 12.0);
    watch.conclude();
    EXPECT_NEAR(watch.scalar("barrier_recovery_time"), 2.0 + 0.9 * 10.0, 1e-9);
}

TEST(WaterLoss, SaysZeroHoursWithoutSessions) {
    Watch watch{"water_loss"};
    watch.look(Pair{}, 0.0);
    watch.conclude();
    EXPECT_EQ(watch.scalar("barrier_recovery_time"), 0.0);
}

/// Skin with a fiftieth open and a twentieth without barrier, by a tracer.
double fold_of(double mass, double log_kow, double uncharged = 1.0) {
    Pair skin;
    skin.set_both(field::barrier.name, surface, 1.0);
    skin.set_both(field::channel.name, surface, 0.0);
    Adjustments a;
    a.set = {{"tracer.mass", mass}, {"tracer.log_kow", log_kow}, {"tracer.uncharged", uncharged}};
    Watch watch{"uptake", a};
    watch.look(skin, 0.0);
    EXPECT_DOUBLE_EQ(watch.last("uptake_fold"), 1.0);
    EXPECT_DOUBLE_EQ(watch.last("channel_open_fraction"), 0.0);
    Pair::set(skin.treated, field::channel.name, surface, 0.02);
    Pair::set(skin.treated, field::barrier.name, surface, 0.95);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("channel_open_fraction"), 0.02, 1e-15);
    return watch.last("uptake_fold");
}

TEST(Uptake, IsOneOnIntactSkinAndRisesWithOpenChannels) {
    const Permeation horn{Adjustments{}};
    const Molecule caffeine{194.2, -0.07};
    EXPECT_NEAR(fold_of(194.2, -0.07), horn.horn(caffeine, 0.95, 0.02) / horn.whole_horn(caffeine), 1e-9);
    EXPECT_GT(fold_of(194.2, -0.07), 10.0);
}

TEST(Uptake, GainsLeastWhereWholeSkinLetsAMoleculePassAndMostForBigOnes) {
    EXPECT_LT(fold_of(163.0, 3.0), 3.0);
    EXPECT_GT(fold_of(163.0, 3.0, 0.0), 30.0);  // the same with a charge
    EXPECT_GT(fold_of(4400.0, -10.0), fold_of(342.3, -3.7));
}

TEST(Uptake, ChannelsAreShutWhenATwentiethOfTheirOpeningIsLeft) {
    Pair skin;
    Watch watch{"uptake", known("uptake.shut_share", 0.05)};
    watch.look(skin, 0.0);
    watch.needle(skin, {}, 0.0);
    Pair::set(skin.treated, field::channel.name, surface, 0.04);
    watch.look(skin, 1.0);
    Pair::set(skin.treated, field::channel.name, surface, 0.0);
    watch.look(skin, 21.0);
    watch.conclude();
    EXPECT_NEAR(watch.scalar("channel_closing_time"), 1.0 + 0.95 * 20.0, 1e-9);
    EXPECT_NEAR(watch.scalar("channel_half_life"), 1.0 + 0.5 * 20.0, 1e-9);
}

TEST(Closure, LooksOnlyWhereTheNeedlesPassed) {
    Pair skin;
    skin.set_both(field::keratinocytes.name, epidermis, 1.0);
    Watch watch{"closure", known("closure.closed_share", 0.95)};
    watch.look(skin, 0.0);
    EXPECT_DOUBLE_EQ(watch.last("reepithelialised"), 1.0);
    watch.needle(skin, {puncture(100.0, 100.0, 400.0)}, 0.0);
    // Cells far from the needle do not matter; the row through it does.
    const int f = skin.treated.layout().find(field::keratinocytes.name);
    const Grid& grid = skin.treated.grid();
    for (int k = 0; k < grid.nz(); ++k)
        if (epidermis.has(grid.layer(k)))
            for (int j = 0; j < grid.ny(); ++j)
                skin.treated.plane(f, k)[static_cast<std::size_t>(j * grid.pitch() + 7)] = 0.0;
    watch.look(skin, 1.0);
    EXPECT_DOUBLE_EQ(watch.last("reepithelialised"), 1.0);
    Pair::set(skin.treated, field::keratinocytes.name, epidermis, 0.0);
    watch.look(skin, 2.0);
    EXPECT_DOUBLE_EQ(watch.last("reepithelialised"), 0.0);
    Pair::set(skin.treated, field::keratinocytes.name, epidermis, 1.0);
    watch.look(skin, 12.0);
    watch.conclude();
    EXPECT_NEAR(watch.scalar("reepithelialisation_time"), 2.0 + 0.95 * 10.0, 1e-9);
}

TEST(Microbes, CountTheColumnAndRespectTheDetectionLimit) {
    Pair skin;
    Pair::set(skin.treated, field::bacteria.name, everywhere, 0.0);
    Watch watch{"microbes", known("microbes.detection_limit", 10.0 * cfu_per_cm2.size)};
    watch.look(skin, 0.0);
    EXPECT_DOUBLE_EQ(watch.last("bacterial_load"), 1.0);
    EXPECT_EQ(watch.last("infected"), 0.0);
    Pair::set(skin.treated, field::bacteria.name, everywhere, 50.0);
    watch.look(skin, 1.0);
    const int f = skin.treated.layout().find(field::bacteria.name);
    const PlaneRange planes = skin.treated.layout().planes(f);
    const Grid& grid = skin.treated.grid();
    const double depth_mm = (grid.edge_um(planes.last) - grid.edge_um(planes.first)) * 1e-3;
    EXPECT_NEAR(watch.last("bacterial_load"), std::log10(50.0 * depth_mm * 100.0), 1e-12);
}

TEST(Microbes, CallItAnInfectionAboveTheClinicalThreshold) {
    Pair skin;
    Watch watch{"microbes"};
    Pair::set(skin.treated, field::bacteria.name, everywhere, 100.0);  // 9e4 CFU/g
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("infected"), 0.0);
    Pair::set(skin.treated, field::bacteria.name, everywhere, 120.0);  // 1.1e5 CFU/g
    watch.look(skin, 1.0);
    EXPECT_EQ(watch.last("infected"), 1.0);
    Pair::set(skin.treated, field::bacteria.name, everywhere, 60.0);  // half of them sit fast
    Pair::set(skin.treated, field::biofilm.name, everywhere, 60.0);
    watch.look(skin, 72.0);
    EXPECT_EQ(watch.last("infected"), 1.0);
}

TEST(NeedleGeometry, CountsHolesDepthsAndBleeding) {
    const Pair skin;
    Watch watch{"needle_geometry", known("needle_geometry.plexus_depth", 0.45)};
    watch.needle(skin, {puncture(50, 50, 300), puncture(150, 50, 400), puncture(250, 50, 600)}, 0.0);
    watch.needle(skin, {puncture(50, 50, 300)}, 24.0);
    watch.conclude();
    const double area_cm2 = 8 * 50.0 * 4 * 50.0 * 1e-8;
    EXPECT_DOUBLE_EQ(watch.scalar("wound_depth"), 350.0);
    EXPECT_DOUBLE_EQ(watch.scalar("puncture_density"), 2.0 / area_cm2);
    EXPECT_DOUBLE_EQ(watch.scalar("bleeding_points"), 0.5 / area_cm2);
    EXPECT_GT(watch.scalar("wound_volume"), 0.0);
}

TEST(NeedleGeometry, TheWidthOfAMouthIsTheMeanOfItsLengthAndBreadth) {
    const Pair skin;
    Watch watch{"needle_geometry"};
    Puncture slit = puncture(50, 50, 300, 40), cone = puncture(150, 50, 200, 40);
    slit.drag_x_um = 30;
    slit.drag_y_um = 40;
    cone.tip_length_um = 400;
    watch.needle(skin, {slit, cone}, 0.0);
    watch.conclude();
    EXPECT_DOUBLE_EQ(watch.scalar("channel_width"), 0.5 * (80 + 25 + 40));
}

TEST(NeedleGeometry, TheSpreadOfDepthIsRelativeToTheMean) {
    const Pair skin;
    Watch watch{"needle_geometry"};
    watch.needle(skin, {puncture(50, 50, 300), puncture(150, 50, 500)}, 0.0);
    watch.needle(skin, {puncture(50, 50, 400)}, 24.0);
    watch.needle(skin, {}, 48.0);
    watch.conclude();
    EXPECT_DOUBLE_EQ(watch.scalar("puncture_depth_spread"), 0.5 * (0.25 + 0.0));  // a session that missed has none
}

TEST(NeedleGeometry, IsZeroWhenNothingWasDone) {
    Watch watch{"needle_geometry"};
    watch.conclude();
    for (const char* name : {"wound_depth", "wound_volume", "puncture_density", "bleeding_points", "channel_width",
                             "puncture_depth_spread"})
        EXPECT_EQ(watch.scalar(name), 0.0) << name;
}

}  // namespace
}  // namespace cicatrix
