// SPDX-License-Identifier: Apache-2.0
// What one or more runs gave, as text: headline outcomes, verdicts with their reasons, how sure it is.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix::cli {

std::string summary_text(const std::vector<const RunResult*>& runs);

}  // namespace cicatrix::cli
