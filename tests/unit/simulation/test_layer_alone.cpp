// SPDX-License-Identifier: Apache-2.0
// One layer by itself: it rests where skin rests, and a needle kills the share that was asked for.
#include "cicatrix/simulation/layer_alone.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

double value(const LayerAlone& alone, std::string_view name) {
    const Network& network = alone.model->network();
    const LocalPattern& pattern = network.pattern(alone.site.layer);
    for (std::size_t i = 0; i < pattern.fields.size(); ++i)
        if (network.fields()[static_cast<std::size_t>(pattern.fields[i])].name == name) return alone.start[i];
    throw std::out_of_range{std::string{name}};
}

TEST(LayerAlone, RestsButForAgeing) {
    for (const Layer layer : all_layers) {
        const LayerAlone alone = layer_alone({}, layer);
        const Network& network = alone.model->network();
        const std::vector<double> hours{240};
        const WellMixedCourse course = run_well_mixed(network, alone.site, alone.start, hours);
        for (std::size_t i = 0; i < alone.start.size(); ++i) {
            const Field& f = network.fields()[static_cast<std::size_t>(network.pattern(layer).fields[i])];
            // Ten days of ageing take 0.02 % of the collagen.
            EXPECT_NEAR(course.values[0][i], alone.start[i], 2e-4 * std::max(alone.start[i], f.scale))
                << f.name << " in " << to_string(layer);
        }
    }
}

TEST(LayerAlone, LiesInItsLayer) {
    for (const Layer layer : all_layers) {
        const LayerAlone alone = layer_alone({}, layer);
        const Grid& grid = alone.model->layout()->grid();
        EXPECT_GT(alone.site.depth_um, grid.edge_um(grid.planes(layer).first));
        EXPECT_LT(alone.site.depth_um, grid.edge_um(grid.planes(layer).last));
        EXPECT_EQ(alone.site.columns.size(), alone.model->network().pattern(layer).columns.size());
    }
}

TEST(LayerAlone, ANeedleKillsTheShareAskedFor) {
    const double whole = value(layer_alone({}, Layer::papillary), "fibroblasts");
    for (const double share : {0.01, 0.3, 0.8}) {
        const LayerAlone alone = layer_alone({}, Layer::papillary, share);
        EXPECT_NEAR(alone.killed, share, 0.01 * share);
        EXPECT_NEAR(value(alone, "fibroblasts"), whole * (1 - alone.killed), 1e-9 * whole);
        EXPECT_GT(value(alone, "debris"), 0);
    }
    EXPECT_EQ(layer_alone({}, Layer::papillary).killed, 0);
    EXPECT_EQ(value(layer_alone({}, Layer::papillary), "debris"), 0);
}

TEST(LayerAlone, AShareIsFromNoneToAll) {
    for (const double share : {-0.1, 1.5, std::nan("")}) EXPECT_THROW(layer_alone({}, Layer::basal, share), InputError);
    EXPECT_NEAR(layer_alone({}, Layer::basal, 1).killed, 1, 0.01);
}

TEST(LayerAlone, IsFoundByNameAndAMisspeltNameGetsTheNearest) {
    for (const Layer layer : all_layers) EXPECT_EQ(named_layer(to_string(layer)), layer);
    try {
        named_layer("papilary");
        FAIL() << "there is no such layer";
    } catch (const InputError& e) {
        EXPECT_NE(std::string{e.what()}.find("did you mean \"papillary\"?"), std::string::npos) << e.what();
    }
}

}  // namespace
}  // namespace cicatrix
