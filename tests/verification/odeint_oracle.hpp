// SPDX-License-Identifier: Apache-2.0
// A system of ordinary differential equations in plain C++17, so that Boost's uBLAS (no C++20) can read it.
#pragma once

#include <vector>

namespace cicatrix {

class OdeProblem {
public:
    virtual ~OdeProblem() = default;
    virtual int size() const = 0;
    virtual void rates(const double* y, double* dydt) = 0;
    /// Row by row, size * size entries, all set.
    virtual void jacobian(const double* y, double* dense) = 0;
};

struct OdeTolerance {
    double relative, absolute;
    long most_steps;
};

/// Runs Boost.Odeint's rosenbrock4 from `from_h` to `to_h`. `step_h` is the step to try and is updated.
/// Returns false when the steps shrink to nothing, the values stop being finite or most_steps is reached.
bool run_rosenbrock4(OdeProblem& problem, std::vector<double>& y, double from_h, double to_h, double& step_h,
                     const OdeTolerance& tolerance);

}  // namespace cicatrix
