// SPDX-License-Identifier: Apache-2.0
// Advances a State in time: one adaptive, unsplit, linearly implicit step for the whole grid.
#pragma once

#include "cicatrix/base/archive.hpp"
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/tissue/kinetics.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace cicatrix {

struct StepStatistics {
    long accepted = 0, rejected = 0;
    std::vector<double> clipped;  ///< per field: amount added by setting small negative values to zero, canonical*mm3
    double seconds_reaction = 0, seconds_diffusion = 0, seconds_other = 0;
};

/// The mathematics broke down: names time, field, place and step.
class NumericalError : public RunError {
public:
    NumericalError(const std::string& message, double time_h_, std::string field_, double depth_um_, double step_h_)
        : RunError{message}, time_h{time_h_}, field{std::move(field_)}, depth_um{depth_um_}, step_h{step_h_} {}
    double time_h;
    std::string field;
    double depth_um, step_h;
};

class Integrator {
public:
    /// `rest` gives, per field and plane, the healthy level that departures are measured from.
    Integrator(const Kinetics& kinetics, const State& rest, const NumericalSettings& settings);
    ~Integrator();
    Integrator(Integrator&&) noexcept;
    Integrator& operator=(Integrator&&) noexcept;

    /// After an act: forget the step size and begin again with the first step.
    void restart();
    /// Steps until exactly `until_h`. Arrays are exchanged, so spans into the state do not outlive a step. `keep_going`
    /// is asked after every accepted step; false ends early.
    void advance(State& state, double until_h, const std::function<bool(const State&)>& keep_going = {});
    /// One step of exactly `h`, accepted whatever its error (for convergence studies).
    void step(State& state, double h);

    const StepStatistics& statistics() const;
    /// What it holds in arrays as large as the state's.
    std::size_t bytes() const;
    /// What the next steps depend on, and what was counted; between two steps.
    void keep(Archive& archive);
    /// Step size that would be tried next, hours.
    double next_step_h() const;
    void set_next_step_h(double h);

private:
    class Work;
    template <class Real>
    class WorkIn;
    static std::unique_ptr<Work> make_work(const Kinetics& kinetics, const State& rest,
                                           const NumericalSettings& settings);
    std::unique_ptr<Work> work_;
};

}  // namespace cicatrix
