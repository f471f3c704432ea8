// SPDX-License-Identifier: Apache-2.0
// Scenarios from the command line: files or standard input, with what the options change.
#pragma once

#include "cicatrix/scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cicatrix::cli {

/// Options that every command with a run has.
struct RunChoices {
    std::optional<std::uint64_t> seed;
    std::string resolution, precision;  ///< empty: as the scenario says
    int threads = 0;                    ///< 0: all
    bool quiet = false;
};
void add_scenario_choices(CLI::App& app, RunChoices& choices);
void add_thread_choices(CLI::App& app, RunChoices& choices);

/// Reads all scenarios; throws InputError with every complaint about every one of them. "-" is standard input.
std::vector<Scenario> load_scenarios(const std::vector<std::string>& paths, const RunChoices& choices);

/// The same for a text that is already here.
Scenario load_text(const std::string& text, const std::string& name);

/// The file's name without folder and extension; "stdin" for "-".
std::string short_name(const std::string& path);

}  // namespace cicatrix::cli
