// SPDX-License-Identifier: Apache-2.0
// Everything the page shows, as one JSON text.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// About so many bytes of tissue sections are carried per run; beyond it days are left out evenly.
inline constexpr std::size_t section_budget = 420'000;

/// JSON with the keys "cicatrix", "revision", "compiler", "command", "runs", "fields", "differences", "assumed".
std::string report_data(const std::vector<const RunResult*>& runs, std::size_t budget = section_budget);

}  // namespace cicatrix
