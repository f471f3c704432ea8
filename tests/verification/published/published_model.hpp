// SPDX-License-Identifier: Apache-2.0
// How a published model is run: by the engine's well-mixed integrator, and by CVODE as a second opinion.
// Kinetics count time in hours. A paper's own unit (hour or day) takes that place here; nothing else depends on it.
#pragma once

#include "../cvode_oracle.hpp"
#include "../toy_tissue.hpp"
#include "cicatrix/numerics/well_mixed.hpp"

#include <vector>

namespace cicatrix::published {

using Values = std::vector<double>;

/// What is fed to a model's law: the paper's unknowns, by number.
template <class Model>
std::vector<Values> well_mixed(const Model& model, const Values& start, const Values& times, double relative = 1e-10) {
    const toy::DenseKinetics<Model> kinetics{model};
    WellMixedSettings settings;
    settings.relative = relative;
    settings.absolute = {1e-14};  // below anything that a reference table prints
    return run_well_mixed(kinetics, {}, start, times, settings).values;
}

template <class Model>
std::vector<Values> by_cvode(const Model& model, const Values& start, const Values& times) {
    const auto rates = [&](const Values& y, Values& rate) { model(Site{}, y.data(), rate.data()); };
    return toy::cvode_course(rates, start, times, 1e-11, 1e-14);
}

/// The value of the input at which a yes turns into a no, between two of which one gives each.
template <class Question>
double turning_point(double low, double high, const Question& question) {
    const bool at_low = question(low);
    for (int i = 0; i < 24; ++i) {
        const double middle = 0.5 * (low + high);
        (question(middle) == at_low ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

template <class Num>
Num power2(const Num& x) {
    return x * x;
}
template <class Num>
Num power6(const Num& x) {
    const Num cube = x * x * x;
    return cube * cube;
}

}  // namespace cicatrix::published
