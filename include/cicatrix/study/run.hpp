// SPDX-License-Identifier: Apache-2.0
// One whole run: the treated skin, the same skin untreated beside it, findings and verdict.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace cicatrix {

struct RunOptions {
    FrameSink* frames = nullptr;
    std::function<bool(double fraction)> progress;  ///< false: stop (interrupted)
    std::set<std::string, std::less<>> off;         ///< mechanisms switched off
};

/// Thrown when progress said stop.
struct Interrupted {};

RunResult run(const Scenario& scenario, const RunOptions& options = {});

}  // namespace cicatrix
