// SPDX-License-Identifier: Apache-2.0
// Why a step was not accepted, and how to say so when no smaller one helps.
#pragma once

#include "cicatrix/numerics/integrator.hpp"

namespace cicatrix {

struct StepFault {
    enum class Kind { none, error, negative, not_finite };
    Kind kind = Kind::none;
    int field = -1, plane = 0;
    double size = 0.0;  ///< scaled error, or the lowest value
};

/// The error to throw for a step that cannot be made smaller.
NumericalError hopeless_step(const StepFault& fault, const Layout& layout, double time_h, double step_h);

}  // namespace cicatrix
