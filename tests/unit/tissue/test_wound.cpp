// SPDX-License-Identifier: Apache-2.0
// What punctures do to voxels, as geometry.
#include "cicatrix/tissue/wound.hpp"

#include <gtest/gtest.h>
#include <algorithm>

#include <cmath>

namespace cicatrix {
namespace {

constexpr double pi = 3.14159265358979323846;

/// A block of `planes` equal planes, 1 mm deep.
Grid block(double lateral_um, int n, int planes = 40) {
    std::vector<double> edges;
    for (int k = 0; k <= planes; ++k) edges.push_back(1000.0 * k / planes);
    return {n,          n,     lateral_um,
            lateral_um, edges, std::vector<Layer>(static_cast<std::size_t>(planes), Layer::reticular)};
}

Puncture straight() {
    return {.x_um = 413, .y_um = 387, .depth_um = 600, .radius_um = 60, .tip_length_um = 300};
}

double sum(const Grid& grid, const Wound& wound, std::span<const double> (Wound::*what)(int) const) {
    double total = 0;
    for (int k = 0; k < grid.nz(); ++k)
        for (double f : (wound.*what)(k)) total += f * grid.dx_um() * grid.dy_um() * grid.thickness_um(k);
    return total;
}

double killed_volume(const Grid& grid, const Puncture& p) {
    const Wound wound{grid, std::vector{p}};
    EXPECT_NEAR(wound.volume_um3(), sum(grid, wound, &Wound::killed), 1e-6 * wound.volume_um3());
    return wound.volume_um3();
}

TEST(Wound, KillsTheVolumeOfACylinderWithAConicalTip) {
    const Puncture p = straight();
    const double expected = pi * 60 * 60 * (300 + 300 / 3.0);
    EXPECT_NEAR(swept_volume_um3(p), expected, 1e-6 * expected);
    for (const double lateral : {10.0, 25.0, 40.0}) {
        const int n = static_cast<int>(800 / lateral);
        EXPECT_NEAR(killed_volume(block(lateral, n), p), expected, 0.02 * expected) << lateral;
        EXPECT_NEAR(killed_volume(block(lateral, n, 16), p), expected, 0.02 * expected) << lateral;
    }
}

TEST(Wound, KillsTheRightVolumeOfThinNeedlesOnCoarseGrids) {
    for (const double radius : {15.0, 35.0, 125.0}) {
        Puncture p = straight();
        p.radius_um = radius;
        for (const double lateral : {10.0, 25.0, 40.0})
            EXPECT_NEAR(killed_volume(block(lateral, static_cast<int>(800 / lateral)), p), swept_volume_um3(p),
                        0.02 * swept_volume_um3(p))
                << radius << " um on " << lateral;
    }
}

TEST(Wound, OfTheUppermostPlanesIsThatOfAllThere) {
    Puncture p = straight();
    p.drag_x_um = 50;
    const Grid grid = block(25, 32);
    const Wound whole{grid, std::vector{p}}, upper{grid, std::vector{p}, 2};
    EXPECT_GT(whole.deepest_plane(), 1);
    EXPECT_EQ(upper.deepest_plane(), 1);
    for (int k = 0; k < 2; ++k) {
        EXPECT_TRUE(std::ranges::equal(upper.killed(k), whole.killed(k)));
        EXPECT_TRUE(std::ranges::equal(upper.torn(k), whole.torn(k)));
    }
}

TEST(Wound, LeaningDoesNotChangeTheVolume) {
    Puncture p = straight();
    p.lean_x = 0.4;
    p.lean_y = -0.2;
    EXPECT_NEAR(killed_volume(block(25, 32), p), swept_volume_um3(straight()), 0.02 * swept_volume_um3(p));
}

TEST(Wound, LeaningMovesTheTip) {
    Puncture p = straight();
    p.tip_length_um = 0;
    p.lean_x = 0.5;
    const Grid grid = block(25, 32);
    const Wound wound{grid, std::vector{p}};
    const auto mean_x = [&](int k) {
        double moment = 0, mass = 0;
        for (int j = 0; j < grid.ny(); ++j)
            for (int i = 0; i < grid.nx(); ++i) {
                const double f = wound.killed(k)[static_cast<std::size_t>(j * grid.pitch() + i)];
                moment += f * (i + 0.5) * grid.dx_um();
                mass += f;
            }
        return moment / mass;
    };
    EXPECT_NEAR(mean_x(20) - mean_x(0), 0.5 * (grid.centre_um(20) - grid.centre_um(0)), 1.0);
}

TEST(Wound, DraggingSweepsASlit) {
    for (const double angle : {0.0, 0.7, 1.571, 2.5}) {
        Puncture p = straight();
        p.tip_length_um = 0;
        p.drag_x_um = 150 * std::cos(angle);
        p.drag_y_um = 150 * std::sin(angle);
        const double expected = 600 * (pi * 60 * 60 + 150 * 2 * 60);
        for (const double lateral : {10.0, 25.0, 40.0})
            EXPECT_NEAR(killed_volume(block(lateral, static_cast<int>(800 / lateral)), p), expected, 0.02 * expected)
                << angle << " on " << lateral;
        p.drag_taper = 1;
        const double pivoting = 600 * (pi * 60 * 60 + 75 * 2 * 60);
        EXPECT_NEAR(killed_volume(block(25, 32), p), pivoting, 0.02 * pivoting) << angle;
    }
}

TEST(Wound, TouchesNothingBelowTheTip) {
    const Grid grid = block(25, 32);
    Puncture p = straight();
    p.bluntness = 1;
    const Wound wound{grid, std::vector{p}};
    EXPECT_EQ(wound.deepest_plane(), 23);  // 600 um in planes of 25 um
    for (int k = 24; k < grid.nz(); ++k)
        for (std::size_t i = 0; i < grid.plane_size(); ++i) {
            EXPECT_EQ(wound.killed(k)[i], 0.0);
            EXPECT_EQ(wound.torn(k)[i], 0.0);
        }
}

TEST(Wound, IsCutOffWhereTheGridEnds) {
    Puncture p = straight();
    p.tip_length_um = 0;
    p.depth_um = 2500;
    EXPECT_NEAR(killed_volume(block(25, 32), p), pi * 60 * 60 * 1000, 0.02 * pi * 60 * 60 * 1000);
}

TEST(Wound, WrapsAroundThePatch) {
    const Grid grid = block(25, 32);
    Puncture inside = straight(), corner = straight();
    inside.x_um = inside.y_um = 400;
    corner.x_um = 0;
    corner.y_um = 800;
    const Wound a{grid, std::vector{inside}}, b{grid, std::vector{corner}};
    for (int k = 0; k < grid.nz(); ++k)
        for (int j = 0; j < 32; ++j)
            for (int i = 0; i < 32; ++i)
                ASSERT_NEAR(a.killed(k)[static_cast<std::size_t>(j * grid.pitch() + i)],
                            b.killed(k)[static_cast<std::size_t>((j + 16) % 32 * grid.pitch() + (i + 16) % 32)], 1e-12);
}

TEST(Wound, OverlappingPuncturesCountOnce) {
    const Grid grid = block(25, 32);
    const Puncture p = straight();
    const Wound one{grid, std::vector{p}}, two{grid, std::vector{p, p}};
    for (int k = 0; k < grid.nz(); ++k)
        for (std::size_t i = 0; i < grid.plane_size(); ++i) {
            const double f = one.killed(k)[i];
            ASSERT_NEAR(two.killed(k)[i], 1 - (1 - f) * (1 - f), 1e-12);
        }
    EXPECT_LT(two.volume_um3(), 1.5 * one.volume_um3());
}

TEST(Wound, NeverKillsOrTearsMoreThanThereIs) {
    const Grid grid = block(40, 10);
    std::vector<Puncture> many;
    for (int i = 0; i < 60; ++i) {
        Puncture p = straight();
        p.x_um = 37.0 * i;
        p.y_um = 91.0 * i;
        p.drag_x_um = 300;
        p.bluntness = 1;
        many.push_back(p);
    }
    const Wound wound{grid, many};
    for (int k = 0; k < grid.nz(); ++k)
        for (std::size_t i = 0; i < grid.plane_size(); ++i) {
            ASSERT_GE(wound.killed(k)[i], 0.0);
            ASSERT_GE(wound.torn(k)[i], 0.0);
            ASSERT_LE(wound.killed(k)[i] + wound.torn(k)[i], 1.0 + 1e-12);
        }
}

TEST(Wound, BluntAndDraggedNeedlesTearMore) {
    const Grid grid = block(25, 32);
    const auto torn = [&](const Puncture& p) {
        const Wound wound{grid, std::vector{p}};
        return sum(grid, wound, &Wound::torn);
    };
    Puncture blunt = straight(), dragged = straight();
    blunt.bluntness = 1;
    dragged.drag_x_um = 100;
    EXPECT_GT(torn(straight()), 0.0);
    EXPECT_GT(torn(blunt), 3 * torn(straight()));
    EXPECT_GT(torn(dragged), 3 * torn(straight()));
}

TEST(Wound, TearsInAShellAsWideAsTold) {
    const Grid grid = block(10, 80);
    Puncture p = straight();
    p.tip_length_um = 0;
    p.tearing = {.width_um = 30, .clean = 0.5, .blunt = 0, .drag = 0};
    const Wound wound{grid, std::vector{p}};
    const double expected = 0.5 * pi * (90 * 90 - 60 * 60) * 600;
    EXPECT_NEAR(sum(grid, wound, &Wound::torn), expected, 0.03 * expected);
}

TEST(Wound, LeavesPaddingAlone) {
    const Grid grid = block(25, 13);
    Puncture p = straight();
    p.x_um = 320;
    const Wound wound{grid, std::vector{p}};
    for (int k = 0; k < grid.nz(); ++k)
        for (int j = 0; j < grid.ny(); ++j)
            for (int i = grid.nx(); i < grid.pitch(); ++i)
                ASSERT_EQ(wound.killed(k)[static_cast<std::size_t>(j * grid.pitch() + i)], 0.0);
}

TEST(Wound, OfNoPuncturesIsNoWound) {
    const Wound wound{block(25, 8), {}};
    EXPECT_EQ(wound.deepest_plane(), -1);
    EXPECT_EQ(wound.volume_um3(), 0.0);
}

TEST(Wound, TearingParametersAreDeclared) {
    EXPECT_EQ(tearing_parameters().size(), 4U);
    Adjustments a;
    a.set["tearing.width"] = 0.05;
    EXPECT_DOUBLE_EQ(make_tearing(a).width_um, 50);
    EXPECT_EQ(standard_tearing().width_um, make_tearing().width_um);
}

}  // namespace
}  // namespace cicatrix
