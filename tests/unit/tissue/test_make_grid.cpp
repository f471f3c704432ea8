// SPDX-License-Identifier: Apache-2.0
// How skin is cut into planes.
#include "cicatrix/tissue/skin.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

constexpr Resolution coarse{.nx = 16, .ny = 16, .lateral_um = 75, .finest_um = 15, .growth = 1.5, .coarsest_um = 150};

template <class Check>
void for_every_skin(Check check) {
    for (const auto& site : site_table())
        for (const Sex sex : {Sex::female, Sex::male})
            for (const double age : {18.0, 35.0, 85.0}) {
                SCOPED_TRACE(std::string{site.name} + (sex == Sex::male ? " man " : " woman ") + std::to_string(age));
                check(make_skin({.age_y = age, .sex = sex, .site = std::string{site.name}}));
            }
}

void expect_borders_met(const Skin& skin, const Grid& grid) {
    double border = 0.0;
    for (const Layer l : all_layers) {
        const PlaneRange planes = grid.planes(l);
        ASSERT_GE(planes.count(), 1) << to_string(l);
        EXPECT_DOUBLE_EQ(grid.edge_um(planes.first), border) << to_string(l);
        border += skin.thickness_um[static_cast<std::size_t>(index(l))];
        EXPECT_DOUBLE_EQ(grid.edge_um(planes.last), border) << to_string(l);
    }
}

TEST(MakeGrid, StandardHasAHundredThousandVoxelsForEverySite) {
    for_every_skin([](const Skin& skin) { EXPECT_GE(make_grid(skin, {}).voxel_count(), 100000U); });
}

TEST(MakeGrid, MeetsLayerBordersAtAnyFineness) {
    for_every_skin([](const Skin& skin) {
        expect_borders_met(skin, make_grid(skin, {}));
        expect_borders_met(skin, make_grid(skin, coarse));
    });
}

TEST(MakeGrid, GivesTheStratumCorneumOnePlaneAndThePapillaryDermisFour) {
    for_every_skin([](const Skin& skin) {
        for (const Resolution& r : {Resolution{}, coarse}) {
            EXPECT_EQ(make_grid(skin, r).planes(Layer::stratum_corneum).count(), 1);
            EXPECT_GE(make_grid(skin, r).planes(Layer::papillary).count(), 4);
        }
    });
}

TEST(MakeGrid, IsFineInTheEpidermisAndGrowsSmoothlyBelow) {
    for_every_skin([](const Skin& skin) {
        const Resolution r;
        const Grid grid = make_grid(skin, r);
        const PlaneRange top = grid.planes(epidermis);
        for (int k = top.first; k < top.last; ++k) {
            EXPECT_GE(grid.thickness_um(k), 0.6 * r.finest_um) << k;
            EXPECT_LE(grid.thickness_um(k), 2.3 * r.finest_um) << k;
        }
        for (int k = top.first; k + 1 < grid.nz(); ++k) {
            const double ratio = grid.thickness_um(k + 1) / grid.thickness_um(k);
            EXPECT_LT(ratio, 2.0) << k;
            EXPECT_GT(ratio, 0.4) << k;
        }
    });
}

TEST(MakeGrid, KeepsToTheCoarsestPlane) {
    for_every_skin([](const Skin& skin) {
        const Grid grid = make_grid(skin, {});
        for (int k = 0; k < grid.nz(); ++k) EXPECT_LE(grid.thickness_um(k), 1.3 * Resolution{}.coarsest_um) << k;
    });
}

TEST(MakeGrid, MakesFewerPlanesWhenAskedForAPreview) {
    const Skin skin = make_skin({.site = "cheek"});
    EXPECT_LT(make_grid(skin, coarse).nz(), make_grid(skin, {}).nz() / 2);
}

TEST(MakeGrid, RunsAColumnASliceAndAVolume) {
    const Skin skin = make_skin({.site = "cheek"});
    EXPECT_EQ(make_grid(skin, {.nx = 1, .ny = 1}).voxel_count(), static_cast<std::size_t>(make_grid(skin, {}).nz()));
    EXPECT_EQ(make_grid(skin, {.nx = 30, .ny = 1}).nx(), 30);
}

}  // namespace
}  // namespace cicatrix
