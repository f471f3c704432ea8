// SPDX-License-Identifier: Apache-2.0
// Holds a finished run against what its scenario expects.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// What became of one line of [expect].
struct Answer {
    std::string observable, expected;
    std::string found;  ///< as a person would write it; empty when there is no such observable
    bool met = false;
};

/// One answer per expectation, in the scenario's order. A series is judged by its last value unless `.final`, `.peak`
/// or `.lowest` is written after its name.
std::vector<Answer> answers(const RunResult& result);

}  // namespace cicatrix
