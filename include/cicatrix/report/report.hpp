// SPDX-License-Identifier: Apache-2.0
// The comparison as one offline HTML file, or as a page of text.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// A complete HTML page: no requests, no external files. Everything from scenarios is escaped.
std::string comparison_report(const std::vector<const RunResult*>& runs);

/// The first run week by week, and what the others change, in Markdown.
std::string course_page(const std::vector<const RunResult*>& runs);

}  // namespace cicatrix
