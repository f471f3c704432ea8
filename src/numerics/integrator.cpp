// SPDX-License-Identifier: Apache-2.0
// Step after step under error control.
#include "cicatrix/numerics/integrator.hpp"

#include "step_work.hpp"

namespace cicatrix {

Integrator::Integrator(const Kinetics& kinetics, const State& rest, const NumericalSettings& settings)
    : work_{make_work(kinetics, rest, settings)} {}
Integrator::~Integrator() = default;
Integrator::Integrator(Integrator&&) noexcept = default;
Integrator& Integrator::operator=(Integrator&&) noexcept = default;

void Integrator::restart() {
    work_->control.restart();
}

void Integrator::step(State& state, double h) {
    work_->check_same_shape(state);
    work_->mend(state);
    work_->attempt(state, h);
    const StepFault fault = work_->fault();
    if (fault.kind == StepFault::Kind::not_finite) throw hopeless_step(fault, work_->layout(), state.time_h, h);
    work_->accept(state, state.time_h + h);
}

void Integrator::advance(State& state, double until_h, const std::function<bool(const State&)>& keep_going) {
    work_->check_same_shape(state);
    work_->mend(state);
    StepController& control = work_->control;
    while (state.time_h < until_h) {
        const double remaining = until_h - state.time_h, h = control.choose(remaining);
        work_->attempt(state, h);
        const StepFault fault = work_->fault();
        if (fault.kind == StepFault::Kind::none) {
            control.accepted(h, work_->largest_error());
            work_->accept(state, h == remaining ? until_h : state.time_h + h);
            if (keep_going && !keep_going(state)) return;
            continue;
        }
        ++work_->statistics.rejected;
        if (h <= control.smallest_h()) throw hopeless_step(fault, work_->layout(), state.time_h, h);
        if (fault.kind == StepFault::Kind::error)
            control.rejected(h, fault.size);
        else
            control.shrink(h, fault.kind == StepFault::Kind::negative ? 0.5 : 0.25);
    }
}

const StepStatistics& Integrator::statistics() const {
    return work_->statistics;
}
std::size_t Integrator::bytes() const {
    return work_->bytes();
}
void Integrator::keep(Archive& archive) {
    double next_h = next_step_h();
    archive.number("next_step_h", next_h);
    set_next_step_h(next_h);
    archive.count("accepted", work_->statistics.accepted);
    archive.count("rejected", work_->statistics.rejected);
    archive.values("clipped", work_->statistics.clipped);
}
double Integrator::next_step_h() const {
    return work_->control.natural_h();
}
void Integrator::set_next_step_h(double h) {
    work_->control.set_natural_h(h);
}

}  // namespace cicatrix
