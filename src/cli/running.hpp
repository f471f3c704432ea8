// SPDX-License-Identifier: Apache-2.0
// One run from the command line: progress, Ctrl-C, and a result file that is whole or not there.
#pragma once

#include "cicatrix/outcomes/result.hpp"
#include "loading.hpp"

#include <string>
#include <vector>

namespace cicatrix::cli {

/// How a run is kept, so that the same command can go on after it was broken off.
struct KeepChoices {
    std::string file;         ///< empty: it is not
    double stop_after_s = 0;  ///< 0: at its end
    bool fresh = false;       ///< what was kept before is thrown away
};

/// Runs a scenario. `target` is the result file, empty for none. `label` names the run while it goes. Interrupted tells
/// where it was kept.
RunResult run_scenario(const Scenario& scenario, const std::string& target, const std::string& label, bool quiet,
                       const KeepChoices& keeping = {});

/// Finds out before hours of work whether all results will have a place: folders there, writable, no file twice,
/// none of them one of the inputs. Throws InputError. "-" and empty names are passed over.
void check_targets(const std::vector<std::string>& targets, const std::vector<std::string>& inputs);

/// Writes a text to a file, or to standard output for "-".
void deliver(const std::string& target, std::string_view text);

}  // namespace cicatrix::cli
