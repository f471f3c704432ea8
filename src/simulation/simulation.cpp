// SPDX-License-Identifier: Apache-2.0
// The loop: next stop is the nearest of act, observation and end; step there; let the skin answer; show it.
#include "cicatrix/simulation/simulation.hpp"

#include <algorithm>

namespace cicatrix {

namespace {

/// Needles and lasers change what cells meet at once; light, dressings and products on the surface do so over hours.
bool opens_tissue(const Act& act) {
    return std::holds_alternative<Needling>(act.kind) || std::holds_alternative<LaserPass>(act.kind);
}

}  // namespace

std::optional<Wound> let_skin_answer(const Model& model, const Act& act, State& state) {
    std::optional<Wound> wound;
    if (const auto* needling = std::get_if<Needling>(&act.kind)) wound.emplace(state.grid(), needling->punctures);
    model.network().respond({act, wound ? &*wound : nullptr}, state, model.skin());
    return wound;
}

Simulation::Simulation(const Model& model, State state)
    : model_{model}, state_{std::move(state)}, integrator_{model.network(), model.rest(), model.settings()} {
    find_next_act();
}

void Simulation::find_next_act() {
    const auto& acts = model_.timeline();
    next_act_ = static_cast<std::size_t>(
        std::find_if(acts.begin(), acts.end(), [&](const Act& a) { return a.time_h >= state_.time_h; }) - acts.begin());
}

void Simulation::keep(Archive& archive) {
    archive.number("time_h", state_.time_h);
    auto outside = members(state_.environment);
    archive.values("environment", outside);
    state_.environment = environment_of(outside);
    const Layout& layout = state_.layout();
    for (int f = 0; f < layout.field_count(); ++f) {
        AlignedArray& field = state_.array(f);
        archive.values("field_" + std::string{layout.fields()[static_cast<std::size_t>(f)].name},
                       {field.data(), field.size()});
    }
    Drawer steps{archive, "steps"};
    integrator_.keep(steps);
    if (archive.gives()) find_next_act();
}

Simulation::Simulation(const Model& model, State rest, Answer answer)
    : model_{model},
      state_{std::move(rest)},
      integrator_{model.network(), state_, model.settings()},
      answer_{std::move(answer)} {}

Simulation Simulation::branch() const {
    Simulation other{model_, state_};
    other.integrator_.set_next_step_h(integrator_.next_step_h());
    other.answer_ = answer_;
    other.next_act_ = next_act_;
    return other;
}

State Simulation::hand_over() {
    State copy = state_;
    std::swap(copy, state_);
    return copy;
}

void Simulation::begin_anew(bool sudden) {
    const double before_h = integrator_.next_step_h();
    integrator_.restart();
    if (!sudden) integrator_.set_next_step_h(std::min(before_h, model_.settings().gentle_step.in(hour)));
}

void Simulation::act(const Act& act) {
    if (const auto* exposure = std::get_if<Exposure>(&act.kind)) state_.environment = exposure->environment;
    let_skin_answer(model_, act, state_);
    begin_anew(opens_tissue(act));
}

void Simulation::change(const std::function<void(State&)>& body) {
    body(state_);
    begin_anew(true);
}

void Simulation::advance_to(double until_h, const std::vector<double>& observe_at_h,
                            const std::vector<Observer*>& observers,
                            const std::function<bool(double time_h)>& progress) {
    const auto& acts = model_.timeline();
    auto next_look = std::lower_bound(observe_at_h.begin(), observe_at_h.end(), state_.time_h);
    bool stopped = false;
    const auto show = [&](const View& view, bool after_act) {
        for (Observer* o : observers) after_act ? o->acted(view) : o->see(view);
        stopped = stopped || std::any_of(observers.begin(), observers.end(), [](Observer* o) { return !o->go_on(); });
    };
    const auto keep_going = [&](const State& s) {
        stopped = stopped || (progress && !progress(s.time_h));
        return !stopped;
    };
    while (!stopped) {
        // What is due now: first the look (the skin before the act), then the acts, then the look after them.
        if (next_look != observe_at_h.end() && *next_look <= state_.time_h) {
            show({model_, state_, state_.time_h}, false);
            while (next_look != observe_at_h.end() && *next_look <= state_.time_h) ++next_look;
        }
        bool acted = false, sudden = false;
        while (next_act_ < acts.size() && acts[next_act_].time_h <= state_.time_h && acts[next_act_].time_h < until_h) {
            const Act& act = acts[next_act_];
            if (const auto* exposure = std::get_if<Exposure>(&act.kind)) state_.environment = exposure->environment;
            std::optional<Wound> wound;
            if (answer_)
                answer_(next_act_, state_);
            else
                wound = let_skin_answer(model_, act, state_);
            ++next_act_;
            show({model_, state_, state_.time_h, &act, wound ? &*wound : nullptr}, true);
            acted = true;
            sudden = sudden || opens_tissue(act);
        }
        if (acted) {
            begin_anew(sudden);
            show({model_, state_, state_.time_h}, false);
        }
        if (stopped || state_.time_h >= until_h) break;
        double stop = until_h;
        if (next_look != observe_at_h.end()) stop = std::min(stop, *next_look);
        if (next_act_ < acts.size()) stop = std::min(stop, acts[next_act_].time_h);
        integrator_.advance(state_, stop, keep_going);
    }
}

}  // namespace cicatrix
