// SPDX-License-Identifier: Apache-2.0
// How studies move parameters: places across a spread, and factors on declared values.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include <map>
#include <string>

namespace cicatrix {

/// On declared values, by "owner.name".
using Factors = std::map<std::string, double, std::less<>>;

/// What a person's traits do to a parameter stays: factors are multiplied.
void multiply(Adjustments& adjustments, const Factors& factors);

/// A spread to move through from place 0 to place 1; taken on the logarithm when it is wider than a factor of three.
struct Spread {
    double low, high;
    bool logarithmic() const;
    double value(double place) const;
    double place(double value) const;
};

/// "owner.name".
std::string name_of(const ParameterRecord& parameter);

}  // namespace cicatrix
