// SPDX-License-Identifier: Apache-2.0
// The commands of the program, one file each, and the exit codes they promise.
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace cicatrix::cli {

/// Part of the interface: scripts rely on these.
inline constexpr int exit_done = 0;
inline constexpr int exit_run_failed = 1;
inline constexpr int exit_wrong_input = 2;
inline constexpr int exit_stopped = 3;  ///< by --stop-after; a signal gives 128 and its number

/// What a command does once its options are read; gives the exit code.
using Action = std::function<int()>;

/// Each declares its options on its own sub-parser and gives the action that will read them.
Action add_run(CLI::App& app);
Action add_compare(CLI::App& app);
Action add_check(CLI::App& app);
Action add_describe(CLI::App& app);
Action add_report(CLI::App& app);
Action add_rerun(CLI::App& app);
Action add_claims(CLI::App& app);
Action add_validate(CLI::App& app);
Action add_calibrate(CLI::App& app);
Action add_screen(CLI::App& app);
Action add_kinetics(CLI::App& app);
Action add_doctor(CLI::App& app);

struct Command {
    std::string_view name, summary;
    Action (*add)(CLI::App& app);
};
/// In the order of the help page.
std::span<const Command> commands();

}  // namespace cicatrix::cli
