// SPDX-License-Identifier: Apache-2.0
// The well-mixed mode: one layer's kinetics without space, for cohorts, calibration and published models.
#pragma once

#include "cicatrix/tissue/kinetics.hpp"

#include <span>
#include <vector>

namespace cicatrix {

struct WellMixedSettings {
    double relative = 1e-6;                 ///< error allowed per step, of each value
    std::vector<double> absolute = {1e-9};  ///< the same in each value's own unit: one for all, or one per unknown
    double first_step_h = 1e-3;
    long most_steps = 1'000'000;  ///< between two output times
};

/// The place that the well-mixed tissue stands for.
struct WellMixedSite {
    Layer layer = Layer::papillary;
    double depth_um = 0.0;
    Environment environment;
    std::vector<double> columns;  ///< fixed values of LocalPattern::columns
};

/// Values at each output time, in the local numbering of the layer's pattern (LocalPattern::fields).
struct WellMixedCourse {
    std::vector<double> time_h;
    std::vector<std::vector<double>> values;  ///< one vector per time
};

/// Integrates from `start` at time 0 to each of the rising output times (Boost.Odeint, Rosenbrock of order 4).
/// Throws RunError when the system cannot be integrated.
WellMixedCourse run_well_mixed(const Kinetics& kinetics, const WellMixedSite& site, std::span<const double> start,
                               std::span<const double> output_times_h, const WellMixedSettings& settings = {});

}  // namespace cicatrix
