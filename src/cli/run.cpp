// SPDX-License-Identifier: Apache-2.0
// `cicatrix run`: one scenario, its result file, a summary.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "running.hpp"
#include "summary.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    std::string scenario, result, json, csv;
    RunChoices choices;
    bool writes_to_stdout() const { return json == "-" || csv == "-"; }
};

int execute(const Options& options) {
    if (options.result == "-")
        throw InputError{"a result file is HDF5 and cannot go to standard output; use --json - or --csv -"};
    const auto scenarios = load_scenarios({options.scenario}, options.choices);
    const InterruptGuard guard;  // before anything is written, be it only to try
    check_targets({options.result, options.json, options.csv}, {options.scenario});
    const ThreadLimit threads{options.choices.threads};
    const RunResult result =
        run_scenario(scenarios[0], options.result, short_name(options.scenario), options.choices.quiet);
    if (!options.json.empty()) deliver(options.json, io::runs_json({&result}));
    if (!options.csv.empty()) deliver(options.csv, io::series_csv(result.findings));
    if (options.writes_to_stdout()) return exit_done;
    print_result(summary_text({&result}));
    for (const auto& file : {options.result, options.json, options.csv})
        if (!file.empty()) print_result("written: " + file + "\n");
    return exit_done;
}

}  // namespace

Action add_run(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("scenario", options->scenario, "Scenario file (TOML), or - for standard input")->required();
    app.add_option("-o,--output", options->result, "Result file to write (netCDF)")->type_name("R.nc");
    app.add_option("--json", options->json, "Write outcomes and verdict as JSON; - for standard output")
        ->type_name("FILE");
    app.add_option("--csv", options->csv, "Write the curves as CSV; - for standard output")->type_name("FILE");
    add_scenario_choices(app, options->choices);
    add_thread_choices(app, options->choices);
    app.footer("Example: cicatrix run scenarios/safe_home.toml -o safe_home.nc");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
