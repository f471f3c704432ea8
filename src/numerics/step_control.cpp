// SPDX-License-Identifier: Apache-2.0
// Step sizes for a method whose error estimate falls with the square of the step.
#include "cicatrix/numerics/step_control.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

namespace {

constexpr double safety = 0.9;
constexpr double most_growth = 3.0;
constexpr double most_shrinking = 0.2;
constexpr double stretch = 1.05;         // within the safety margin: 0.9^2 * 1.05^2 < 1
constexpr double hopeless_share = 1e-6;  // of the first step

double wanted_factor(double error) {
    if (!(error > 0.0)) return most_growth;
    return std::clamp(safety / std::sqrt(error), most_shrinking, most_growth);
}

}  // namespace

double StepController::clamped(double h) const {
    return std::min(h, limits_.longest_h);
}

void StepController::restart() {
    natural_ = clamped(limits_.first_h);
    just_rejected_ = false;
}

void StepController::set_natural_h(double h) {
    natural_ = clamped(h);
}

double StepController::choose(double remaining_h) const {
    if (remaining_h <= clamped(natural_ * stretch)) return remaining_h;
    if (remaining_h < 2.0 * natural_) return 0.5 * remaining_h;
    return natural_;
}

void StepController::accepted(double h, double error) {
    const double factor = wanted_factor(error);
    const double proposal = h * (just_rejected_ ? std::min(factor, 1.0) : factor);
    // A step cut short to land on a stop says nothing against the longer stride unless its error does.
    const bool cut_short = h < natural_;
    natural_ = clamped(cut_short && factor >= most_growth ? std::max(natural_, proposal) : proposal);
    just_rejected_ = false;
}

void StepController::rejected(double h, double error) {
    shrink(h, std::min(wanted_factor(error), safety));
}

void StepController::shrink(double h, double share) {
    natural_ = h * share;
    just_rejected_ = true;
}

double StepController::smallest_h() const {
    return limits_.first_h * hopeless_share;
}

}  // namespace cicatrix
