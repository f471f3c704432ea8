// SPDX-License-Identifier: Apache-2.0
// What [override] may set, and cohorts may spread.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include <vector>

namespace cicatrix {

/// Of mechanisms, skin, protocol and numerics; outcomes lie above this floor, so that all runs are judged alike.
std::vector<ParameterRecord> overridable_parameters(const Adjustments& adjustments);

}  // namespace cicatrix
