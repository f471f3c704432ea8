// SPDX-License-Identifier: Apache-2.0
// Joins biology and numerics: a const Model, a State that is a value, and the loop that advances it.
#pragma once

#include "cicatrix/biology/network.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/scenario/scenario.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cicatrix {

/// The same person in the same daylight, to whom nothing is done, as one depth column: it is the same in all of them.
Scenario left_alone(Scenario scenario);

/// Everything that does not change during a run.
class Model {
public:
    /// `untreated`: of the same skin left alone.
    explicit Model(const Scenario& scenario, bool untreated = false);
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    const Skin& skin() const { return skin_; }
    const Network& network() const { return network_; }
    const NumericalSettings& settings() const { return settings_; }
    const std::vector<Act>& timeline() const { return timeline_; }
    std::shared_ptr<const Layout> layout() const { return layout_; }
    double end_h() const { return end_h_; }
    State rest() const;  ///< healthy skin at time 0

private:
    struct AsItIs {};
    Model(const Scenario& scenario, AsItIs);

    Skin skin_;
    Network network_;
    NumericalSettings settings_;
    std::shared_ptr<const Layout> layout_;
    std::vector<Act> timeline_;
    double end_h_;
};

/// How the sessions meet the patch: it is small and punctures are drawn, so a session may put no needle into it.
struct SessionCount {
    int all = 0, missed = 0;
};
SessionCount count_sessions(const Model& model);

/// What an observer is shown: read-only, valid during the call.
struct View {
    const Model& model;
    const State& state;
    double time_h;
    const Act* act = nullptr;      ///< the act just done, if any
    const Wound* wound = nullptr;  ///< of that act
};

class Observer {
public:
    virtual ~Observer() = default;
    virtual void see(const View& view) = 0;
    virtual void acted(const View&) {}           ///< right after an act
    virtual bool go_on() const { return true; }  ///< false: end the run early
};

/// What an act does to the whole patch at once: for needling, cuts the wound, which is returned.
std::optional<Wound> let_skin_answer(const Model& model, const Act& act, State& state);

class Simulation {
public:
    /// What the act at this place of the timeline does, when it does not meet all of the state alike (see Columns).
    using Answer = std::function<void(std::size_t act, State&)>;

    Simulation(const Model& model, State state);
    /// `rest` is at time 0 and begins the run. Observers are then told of acts without their wounds.
    Simulation(const Model& model, State rest, Answer answer);
    const State& state() const { return state_; }
    const Integrator& integrator() const { return integrator_; }
    /// Does something now that is not on the timeline.
    void act(const Act& act);
    /// Lets a body of the caller change the state now, as if by an act that opens tissue.
    void change(const std::function<void(State&)>& body);
    /// A second simulation that goes on from here by itself, with the bits that this one would give.
    Simulation branch() const;
    /// Gives away the memory of the state, for someone who still looks at it, and goes on with a copy.
    State hand_over();
    /// All that it needs to go on with the same bits; between two steps.
    void keep(Archive& archive);
    /// Advances to `until_h`, doing the acts on the way and showing the state at each of `observe_at_h` (sorted)
    /// and right after every act. `progress` is told the time after every step; false stops the run.
    void advance_to(double until_h, const std::vector<double>& observe_at_h, const std::vector<Observer*>& observers,
                    const std::function<bool(double time_h)>& progress = {});

private:
    /// The first act that is not done.
    void find_next_act();
    /// Steps begin anew: small ones after what changes the tissue at once.
    void begin_anew(bool sudden);

    const Model& model_;
    State state_;
    Integrator integrator_;
    Answer answer_;
    std::size_t next_act_ = 0;
};

/// When to look: dense for three days after each session, daily for a week, every few days to day 24, then weekly.
std::vector<double> observation_times(const Model& model);

}  // namespace cicatrix
