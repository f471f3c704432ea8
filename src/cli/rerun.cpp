// SPDX-License-Identifier: Apache-2.0
// `cicatrix rerun`: repeats the run of a result file from the scenario stored in it; same program, same bits.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "running.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    std::string result, again;
    RunChoices choices;
};

int execute(const Options& options) {
    if (options.again == "-") throw InputError{"a result file is HDF5 and cannot go to standard output"};
    const InterruptGuard guard;  // before anything is written, be it only to try
    check_targets({options.again}, {options.result});
    const RunResult before = io::read_result(options.result);
    if (!before.other_mechanisms.empty())
        throw InputError{options.result + " was computed " + before.other_mechanisms +
                         "; the program has its own mechanisms alone, so it cannot repeat this run"};
    Scenario scenario = load_text(before.scenario.text, "scenario stored in " + options.result);
    scenario.path = before.scenario.path;
    const ThreadLimit threads{options.choices.threads};
    const RunResult now = run_scenario(scenario, options.again, short_name(options.result), options.choices.quiet);
    const bool same = now.hash == before.hash;
    print_result("stored " + before.hash + "\nagain  " + now.hash + "\n" + (same ? "the same\n" : "different\n"));
    if (same) return exit_done;
    print_error("the repeated run differs; the file may come from another version of the program");
    return exit_run_failed;
}

}  // namespace

Action add_rerun(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("result", options->result, "Result file (netCDF) of an earlier run")->required();
    app.add_option("-o,--output", options->again, "Keep the repeated run in this result file")->type_name("R.nc");
    add_thread_choices(app, options->choices);
    app.footer("Exit code 0: the same bits. Exit code 1: different.");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
