// SPDX-License-Identifier: Apache-2.0
// What one attempt at a step needs and leaves behind, whatever it calculates with: the shape of the fields, the error
// and what is wrong with it.
#pragma once

#include "cicatrix/numerics/field_steps.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/reaction.hpp"
#include "cicatrix/numerics/step_control.hpp"
#include "step_failure.hpp"

#include <chrono>
#include <memory>
#include <vector>

namespace cicatrix {

/// Adds the time until its end to a counter.
class Stopwatch {
public:
    explicit Stopwatch(double& seconds) : seconds_{seconds}, start_{std::chrono::steady_clock::now()} {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() { seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    double& seconds_;
    std::chrono::steady_clock::time_point start_;
};

class Integrator::Work {
public:
    Work(const State& rest, const NumericalSettings& settings);
    virtual ~Work() = default;

    /// Computes the state after h and measures it; `u` itself does not change.
    virtual void attempt(const State& u, double h) = 0;
    /// What it holds in arrays as large as the state's.
    virtual std::size_t bytes() const = 0;

    void accept(State& u, double new_time_h);
    /// What is wrong with the attempt, if anything, worst first.
    StepFault fault() const;
    double largest_error() const;
    void check_same_shape(const State& u) const;
    void mend(State& u) const;
    const Layout& layout() const { return *layout_; }

    StepController control;
    StepStatistics statistics;

protected:
    /// Where the last attempt left what it computed.
    virtual FieldArrays<double>& new_state() = 0;
    double scaled_error(int f) const;

    std::shared_ptr<const Layout> layout_;
    double tolerance_, negativity_;
    std::vector<FieldShape> shapes_;
    std::vector<double> floors_;
    std::vector<std::vector<PlaneMeasure>> planes_;  ///< by field
    std::vector<FieldMeasure> measures_;
};

}  // namespace cicatrix
