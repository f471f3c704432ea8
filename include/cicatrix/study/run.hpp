// SPDX-License-Identifier: Apache-2.0
// One whole run: the treated skin, the same skin untreated beside it, findings and verdict.
#pragma once

#include "cicatrix/outcomes/result.hpp"
#include "cicatrix/study/keeper.hpp"

#include <functional>
#include <string>
#include <vector>

namespace cicatrix {

struct RunOptions {
    FrameSink* frames = nullptr;
    Keeper* keeper = nullptr;                        ///< one that was stopped is kept, too
    std::function<void(const std::string&)> note{};  ///< told what a person may want to know, and does not stop the run
    std::function<bool(double fraction)> progress;   ///< false: stop (interrupted)
};

/// Thrown when progress said stop.
struct Interrupted {
    std::string kept_in{};        ///< the file from which the run can go on; empty: nothing was kept
    bool was_begun_anew = false;  ///< on demand, which must not be repeated
};

/// When outcomes look: the usual times, each session's moment and the minute after it, and the frames asked for.
std::vector<double> times_to_look(const Model& model, double frames_every_h);

RunResult run(const Scenario& scenario, const RunOptions& options = {});

}  // namespace cicatrix
