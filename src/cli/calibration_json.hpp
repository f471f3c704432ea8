// SPDX-License-Identifier: Apache-2.0
// Fits as JSON, for scripts.
#pragma once

#include "cicatrix/calibration/calibration.hpp"

#include <string>
#include <vector>

namespace cicatrix::cli {

std::string calibration_json(const std::vector<Calibration>& calibrations,
                             const std::vector<CalibrationAnswer>& answers);

}  // namespace cicatrix::cli
