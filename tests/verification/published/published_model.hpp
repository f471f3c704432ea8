// SPDX-License-Identifier: Apache-2.0
// How a published model is run: by the engine's well-mixed integrator, and by CVODE as a second opinion.
// Kinetics count time in hours. A paper's own unit (hour or day) takes that place here; nothing else depends on it.
#pragma once

#include "../cvode_oracle.hpp"
#include "../toy_tissue.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/well_mixed.hpp"

#include <string>
#include <vector>

namespace cicatrix::published {

using Values = std::vector<double>;

/// Amounts below this do not matter to the whole step; its error is counted in the larger of this and the value.
inline constexpr double smallest_scale = 1e-3;

/// The model's unknowns at each time, by the engine's well-mixed mode.
template <class Model>
std::vector<Values> well_mixed(const Model& model, const Values& start, const Values& times,
                               const WellMixedSettings& settings) {
    const toy::DenseKinetics<Model> kinetics{model};
    return run_well_mixed(kinetics, {}, start, times, settings).values;
}
/// The same at a tolerance for each step, with amounts followed far below what a reference table gives.
template <class Model>
std::vector<Values> well_mixed(const Model& model, const Values& start, const Values& times, double relative = 1e-10) {
    WellMixedSettings settings;
    settings.relative = relative;
    settings.absolute = {1e-14};
    return well_mixed(model, start, times, settings);
}

/// By the step that runs whole tissues, in a tissue of one voxel.
template <class Model>
std::vector<Values> whole_step(const Model& model, const Values& start, const Values& times, double tolerance) {
    std::vector<Field> fields;
    const std::vector<std::string> names{"a", "b", "c", "d", "e", "f", "g"};
    for (std::size_t i = 0; i < Model::size; ++i) fields.push_back(toy::field(names.at(i), 0.0, smallest_scale));
    State state = toy::state_of(toy::one_layer_grid(1, 1, 20, {0, 20}), fields);
    const State rest = state;
    for (std::size_t i = 0; i < Model::size; ++i)
        toy::fill(state, static_cast<int>(i), [&](int, int, int) { return start[i]; });
    const toy::DenseKinetics<Model> kinetics{model};
    const Adjustments adjustments = toy::tolerance(tolerance);
    Integrator integrator{kinetics, rest, NumericalSettings{adjustments}};
    std::vector<Values> course;
    for (const double time : times) {
        integrator.advance(state, time);
        Values now;
        for (std::size_t i = 0; i < Model::size; ++i) now.push_back(state.plane(static_cast<int>(i), 0)[0]);
        course.push_back(now);
    }
    return course;
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
