// SPDX-License-Identifier: Apache-2.0
// Values of a cohort: "normal(1.0 mm, 0.2 mm)" and "choice(1, 15, 30)" in a scenario, drawn for one person. Private.
#pragma once

#include "cicatrix/base/document.hpp"

#include <cstdint>

namespace cicatrix {

/// Puts a drawn value in the place of every such text; what is malformed stays and will be complained of by the
/// scenario's own checks. The same seed draws the same values, key by key. Normal ones are cut at 1.5 standard
/// deviations, so that a quantity cannot become negative by chance.
void draw_values(Node& node, std::uint64_t seed, const std::string& path = {});

/// By what factor one person differs from the usual one in a parameter: lognormal, not cut, as rare people are what
/// shares of people are about. `deviation`: the factor of one standard deviation.
double drawn_factor(const std::string& parameter, double deviation, std::uint64_t seed);

}  // namespace cicatrix
