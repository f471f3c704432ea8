// SPDX-License-Identifier: Apache-2.0
// Every parameter that a run of a scenario uses, from skin to numerics, as resolved.
#pragma once

#include "cicatrix/simulation/simulation.hpp"

#include <vector>

namespace cicatrix {

/// Skin, tearing, device and protocol, mechanisms, numerics; outcomes declare theirs above this floor.
std::vector<ParameterRecord> model_parameters(const Model& model, const Adjustments& adjustments);

}  // namespace cicatrix
