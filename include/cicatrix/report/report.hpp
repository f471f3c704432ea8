// SPDX-License-Identifier: Apache-2.0
// The comparison as one offline HTML file.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// A complete HTML page: no requests, no external files. Everything from scenarios is escaped.
std::string comparison_report(const std::vector<const RunResult*>& runs);

}  // namespace cicatrix
