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

namespace {

/// One session, stopped an hour after the needles.
Scenario needled_column() {
    Scenario scenario = column();
    scenario.plan.device = Device{};
    scenario.plan.routine.sessions = 1;
    scenario.run.resolution.lateral_um = 2'000;
    return scenario;
}

void expect_same_bits(const State& a, const State& b) {
    for (int f = 0; f < a.layout().field_count(); ++f)
        for (std::size_t i = 0; i < a.array(f).size(); ++i)
            ASSERT_EQ(a.array(f)[i], b.array(f)[i]) << a.layout().fields()[static_cast<std::size_t>(f)].name;
}

}  // namespace

TEST(Simulation, ABranchGoesOnWithTheBitsOfTheFirst) {
    const Model model{needled_column()};
    Simulation first{model, model.rest()};
    first.advance_to(1, {}, {});
    Simulation branch = first.branch();
    first.advance_to(12, {}, {});
    EXPECT_EQ(branch.state().time_h, 1.0);
    branch.advance_to(12, {}, {});
    expect_same_bits(first.state(), branch.state());
}

TEST(Simulation, WhoTookTheMemoryOfAStateKeepsThatMoment) {
    const Model model{needled_column()};
    Simulation watched{model, model.rest()}, alone{model, model.rest()};
    for (Simulation* s : {&watched, &alone}) s->advance_to(1, {}, {});
    const double* const where = watched.state().array(0).data();
    const State kept = watched.hand_over();
    const State as_it_was = kept;
    EXPECT_EQ(kept.array(0).data(), where);
    EXPECT_NE(watched.state().array(0).data(), where);
    for (Simulation* s : {&watched, &alone}) s->advance_to(12, {}, {});
    expect_same_bits(kept, as_it_was);
    expect_same_bits(watched.state(), alone.state());
}
