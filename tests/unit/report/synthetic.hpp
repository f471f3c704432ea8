// SPDX-License-Identifier: Apache-2.0
// Made-up results in the shape of real ones: the report's own tests need no skin, only numbers of every kind.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix::synthetic {

/// A routine of `sessions` sessions every `every_d` days that harms by `harshness` (0 .. 1).
RunResult result(const std::string& title, int sessions, double every_d, double harshness);
/// The first `count` (up to 8) of a set of routines.
std::vector<RunResult> results(int count);
std::vector<const RunResult*> pointers(const std::vector<RunResult>& results);

}  // namespace cicatrix::synthetic
