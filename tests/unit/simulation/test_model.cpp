// SPDX-License-Identifier: Apache-2.0
// What a scenario says reaches the model.
#include "cicatrix/simulation/simulation.hpp"

#include <gtest/gtest.h>

using namespace cicatrix;

namespace {

Scenario column() {
    Scenario scenario;
    scenario.run.end_h = 24;
    scenario.run.resolution.nx = scenario.run.resolution.ny = 1;
    return scenario;
}

}  // namespace

TEST(Model, TheSkinFollowsTheScenariosAdjustments) {
    Scenario scenario = column();
    const Model standard{scenario};
    scenario.adjustments.set["skin.papillary_share"] = 0.3;
    const Model other{scenario}, untreated{scenario, true};
    EXPECT_EQ(other.skin().thickness_um, make_skin(scenario.person, scenario.adjustments).thickness_um);
    EXPECT_EQ(other.skin().thickness_um, untreated.skin().thickness_um);
    EXPECT_NE(other.skin().thickness_um, standard.skin().thickness_um);
    const auto papillary = static_cast<std::size_t>(index(Layer::papillary));
    EXPECT_NEAR(other.skin().thickness_um[papillary], 0.3 * standard.skin().dermis_um(), 0.01);
}
