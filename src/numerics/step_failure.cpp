// SPDX-License-Identifier: Apache-2.0
// Words for a step that failed.
#include "step_failure.hpp"

#include <cstdio>
#include <string>

namespace cicatrix {

namespace {

std::string number(double x) {
    char text[40];
    std::snprintf(text, sizeof text, "%.4g", x);
    return text;
}

std::string what_happened(const StepFault& fault) {
    switch (fault.kind) {
        case StepFault::Kind::not_finite:
            return "is no longer a number. A law divides by zero, or a rate is far too large";
        case StepFault::Kind::negative:
            return "falls to " + number(fault.size) +
                   ". It was negative before the step, or a law takes away more than there is";
        default:
            return "misses the error limit " + number(fault.size) +
                   " times over however small the step. A law jumps, or the tolerance is too small";
    }
}

}  // namespace

NumericalError hopeless_step(const StepFault& fault, const Layout& layout, double time_h, double step_h) {
    const Field& field = layout.fields()[static_cast<std::size_t>(fault.field)];
    const double depth = layout.grid().centre_um(fault.plane);
    const std::string where =
        "at a depth of " + number(depth) + " um (" + std::string{to_string(layout.grid().layer(fault.plane))} + ")";
    return {"At " + number(time_h) + " h the field " + std::string{field.name} + " " + where + " " +
                what_happened(fault) + ". Step: " + number(step_h) + " h.",
            time_h, std::string{field.name}, depth, step_h};
}

}  // namespace cicatrix
