// SPDX-License-Identifier: Apache-2.0
// A grid whose columns are apart: each behaves as if it were the only one.
#include "cicatrix/simulation/columns.hpp"

#include <gtest/gtest.h>

using namespace cicatrix;

namespace {

Scenario one_column() {
    Scenario scenario;
    scenario.run.end_h = 24;
    scenario.run.resolution = {
        .nx = 1, .ny = 1, .lateral_um = 1000, .finest_um = 15, .growth = 1.4, .coarsest_um = 200};
    return scenario;
}

Grid beside(const Grid& one, int count, Sideways sideways) {
    std::vector<double> edges_um{one.edge_um(0)};
    std::vector<Layer> layers;
    for (int k = 0; k < one.nz(); ++k) {
        edges_um.push_back(one.edge_um(k + 1));
        layers.push_back(one.layer(k));
    }
    return {count, 1, 20.0, 20.0, edges_um, layers, sideways};
}

/// Rest; when `hurt`, with alarm in the upper half of the first column.
State after_steps(const Model& model, const Grid& grid, bool hurt) {
    State rest{std::make_shared<const Layout>(grid, model.network().fields())};
    model.network().rest(rest, model.skin());
    State state = rest;
    const int alarm = state.layout().find(field::alarm.name);
    for (int k = 0; hurt && k < grid.nz() / 2; ++k)
        if (!state.plane(alarm, k).empty()) state.plane(alarm, k)[0] = 50.0 * field::alarm.unit.size;
    Integrator integrator{model.network(), rest, model.settings()};
    for (int i = 0; i < 10; ++i) integrator.step(state, 0.25);
    return state;
}

}  // namespace

TEST(ColumnsApart, GiveNothingToTheirNeighbours) {
    const Model model{one_column()};
    const Grid& one = model.layout()->grid();
    const State hurt = after_steps(model, one, true), still = after_steps(model, one, false);
    const State apart = after_steps(model, beside(one, 3, Sideways::apart), true);
    const State joined = after_steps(model, beside(one, 3, Sideways::joined), true);
    bool joined_ones_feel_it = false;
    for (int f = 0; f < model.layout()->field_count(); ++f) {
        const PlaneRange planes = model.layout()->planes(f);
        for (int k = planes.first; k < planes.last; ++k) {
            EXPECT_EQ(apart.plane(f, k)[0], hurt.plane(f, k)[0]) << f << " in plane " << k;
            EXPECT_EQ(apart.plane(f, k)[1], still.plane(f, k)[0]) << f << " in plane " << k;
            EXPECT_EQ(apart.plane(f, k)[2], still.plane(f, k)[0]) << f << " in plane " << k;
            joined_ones_feel_it = joined_ones_feel_it || joined.plane(f, k)[1] != still.plane(f, k)[0];
        }
    }
    EXPECT_TRUE(joined_ones_feel_it) << "nothing spreads here at all";
}

TEST(OneColumn, StandsForAPatchOfTheSameArea) {
    Scenario scenario = one_column();
    scenario.run.resolution.nx = 9;
    scenario.run.resolution.ny = 4;
    scenario.run.resolution.lateral_um = 100;
    const Model model{as_one_column(scenario)};
    const Grid& grid = model.layout()->grid();
    EXPECT_EQ(grid.voxel_count(), static_cast<std::size_t>(grid.nz()));
    EXPECT_DOUBLE_EQ(grid.area_um2(), 360'000.0);
}
