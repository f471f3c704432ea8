// SPDX-License-Identifier: Apache-2.0
// A session now is the one session of a plan, taken from its timeline: one text says what a session does.
#include "acting.hpp"

#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>

namespace cicatrix::python {

namespace {

std::vector<Act> timeline_of(const Model& model, const Scenario& scenario, const Plan& plan, double end_h) {
    const Grid& grid = model.layout()->grid();
    return make_timeline(plan, model.skin(), grid.nx() * grid.dx_um(), grid.ny() * grid.dy_um(), end_h,
                         scenario.run.seed, scenario.adjustments);
}

}  // namespace

std::vector<Act> acts_of_session(const Model& model, const Scenario& how, int number, int done) {
    if (!how.plan.device) throw InputError{"there is no device: this scenario is of untreated skin"};
    Plan plan = how.plan;
    plan.therapy.clear();
    plan.earlier = {};
    plan.routine.sessions = number;
    plan.routine.first_at_h = 0.0;
    plan.routine.every_h = 1.0;
    plan.device->uses_since_replacement += done - (number - 1);  // the plan counts one use for each session before
    const double time_h = number - 1.0;
    std::vector<Act> acts = timeline_of(model, how, plan, time_h + 1.0);
    std::erase_if(acts, [&](const Act& a) { return a.time_h != time_h || std::holds_alternative<Exposure>(a.kind); });
    return acts;
}

Act application_of(const Model& model, const Scenario& scenario, const std::string& product, double amount) {
    Plan plan;
    plan.device.emplace();
    plan.aftercare.push_back({.product = product, .amount = amount});
    for (Act& act : timeline_of(model, scenario, plan, 1.0))
        if (std::holds_alternative<Application>(act.kind)) return std::move(act);
    throw InputError{"'" + product + "' cannot be put on"};
}

int sessions_before(const Model& model, double time_h) {
    const auto& acts = model.timeline();
    return static_cast<int>(std::count_if(acts.begin(), acts.end(), [&](const Act& a) {
        return a.time_h < time_h && std::holds_alternative<Needling>(a.kind);
    }));
}

}  // namespace cicatrix::python
