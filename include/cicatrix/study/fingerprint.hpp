// SPDX-License-Identifier: Apache-2.0
// A hash of what a run computed: equal bits, equal text.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"

#include <string>

namespace cicatrix {

/// SHA-256 over every field's voxels (without padding) and every series and scalar, in a fixed order.
std::string fingerprint(const State& final_state, const Findings& findings);

}  // namespace cicatrix
