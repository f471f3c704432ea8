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

TEST(Sessions, AreMissedWhenThePatchIsSmallerThanTheGapsBetweenPunctures) {
    Scenario scenario = column();
    EXPECT_EQ(count_sessions(Model{scenario}).all, 0);
    scenario.plan.device = Device{};
    scenario.plan.routine.sessions = 3;
    scenario.plan.routine.every_h = 6;
    scenario.run.resolution.lateral_um = 1;
    const SessionCount small = count_sessions(Model{scenario});
    EXPECT_EQ(small.all, 3);
    EXPECT_EQ(small.missed, 3);
    scenario.run.resolution.lateral_um = 10'000;
    EXPECT_EQ(count_sessions(Model{scenario}).missed, 0);
    EXPECT_EQ(count_sessions(Model{scenario, true}).all, 0);
}

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
