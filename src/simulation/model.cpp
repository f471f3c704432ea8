// SPDX-License-Identifier: Apache-2.0
// Builds the const Model of a scenario.
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <algorithm>

namespace cicatrix {

Scenario left_alone(Scenario scenario) {
    scenario.plan.device.reset();
    scenario.plan.aftercare.clear();
    scenario.plan.therapy.clear();
    scenario.plan.occlusion_h = 0;
    scenario.run.resolution.nx = scenario.run.resolution.ny = 1;
    return scenario;
}

namespace {

std::vector<MechanismEntry> catalogue_and(std::span<const MechanismEntry> more) {
    const auto all = mechanism_catalogue();
    std::vector<MechanismEntry> entries{all.begin(), all.end()};
    entries.insert(entries.end(), more.begin(), more.end());
    return entries;
}

}  // namespace

Model::Model(const Scenario& scenario, bool untreated) : Model{untreated ? left_alone(scenario) : scenario, AsItIs{}} {}

Model::Model(const Scenario& scenario, AsItIs)
    : skin_{make_skin(scenario.person, scenario.adjustments)},
      network_{scenario.adjustments, scenario.mechanisms.off, catalogue_and(scenario.mechanisms.more)},
      settings_{scenario.adjustments, scenario.run.precision},
      layout_{std::make_shared<const Layout>(make_grid(skin_, scenario.run.resolution), network_.fields())},
      end_h_{scenario.run.end_h} {
    const Grid& grid = layout_->grid();
    timeline_ = make_timeline(scenario.plan, skin_, grid.nx() * grid.dx_um(), grid.ny() * grid.dy_um(), end_h_,
                              scenario.run.seed, scenario.adjustments);
}

State Model::rest() const {
    State state{layout_};
    network_.rest(state, skin_);
    return state;
}

SessionCount count_sessions(const Model& model) {
    SessionCount count;
    for (const Act& act : model.timeline())
        if (const auto* needling = std::get_if<Needling>(&act.kind)) {
            ++count.all;
            count.missed += needling->punctures.empty();
        }
    return count;
}

std::vector<double> observation_times(const Model& model) {
    // Hours after a session at which something is known to change fast.
    static constexpr double after_session_h[] = {0.5, 1, 2, 4, 8, 12, 18, 24, 30, 36, 48, 60, 72};
    constexpr double daily_until_h = 7 * 24.0, later_every_h = 7 * 24.0;
    static constexpr double later_d[] = {8, 9, 10, 11, 12, 14, 16, 18, 21, 24};
    std::vector<double> sessions_h, times{0.0, model.end_h()};
    for (const Act& act : model.timeline())
        if (std::holds_alternative<Needling>(act.kind)) sessions_h.push_back(act.time_h);
    for (std::size_t s = 0; s < sessions_h.size(); ++s) {
        // A session that follows begins anew: what is left of the one before changes slowly next to it.
        const double next_h = s + 1 < sessions_h.size() ? sessions_h[s + 1] : model.end_h();
        const auto look = [&](double h) {
            if (sessions_h[s] + h <= next_h) times.push_back(sessions_h[s] + h);
        };
        look(0);
        for (double h : after_session_h) look(h);
        for (double h = 96; h <= daily_until_h; h += 24) look(h);
        for (double d : later_d) look(d * 24);
    }
    for (double h = 0; h < model.end_h(); h += later_every_h) times.push_back(h);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::erase_if(times, [&](double h) { return h > model.end_h(); });
    return times;
}

}  // namespace cicatrix
