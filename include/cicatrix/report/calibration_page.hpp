// SPDX-License-Identifier: Apache-2.0
// Fits of parameters as a page of Markdown, and what to change in the model because of them.
#pragma once

#include "cicatrix/calibration/calibration.hpp"

#include <string>
#include <vector>

namespace cicatrix {

std::string calibration_page(const std::vector<Calibration>& calibrations,
                             const std::vector<CalibrationAnswer>& answers);

/// "barrier: 6 numbers of 4 targets, sum of squares 600 -> 12 in 41 evaluations".
std::string fit_summary(const Calibration& calibration, const CalibrationAnswer& answer);
/// "at its upper bound", "not fixed by these data"; empty when there is nothing to say.
std::string fit_remark(const CalibrationAnswer& answer, std::size_t parameter);
/// The fitted values as a scenario's [override] sections.
std::string override_block(const Calibration& calibration, const CalibrationAnswer& answer);

}  // namespace cicatrix
