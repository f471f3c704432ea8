// SPDX-License-Identifier: Apache-2.0
// `cicatrix run`: one scenario, its result file, a summary.
#include "cicatrix/io/checkpoint.hpp"
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
    std::string scenario, result, json, csv, stop_after;
    RunChoices choices;
    KeepChoices keeping;
    bool writes_to_stdout() const { return json == "-" || csv == "-"; }
};

double seconds_of(const std::string& written) {
    QuantityError error;
    const auto q = parse_quantity(written, &error);
    if (!q || !measures(q->unit.dimension, Time) || !(q->value > 0))
        throw InputError{"--stop-after " + written + ": needed is a time such as \"2 h\" or \"30 min\""};
    return q->value * 3600.0;
}

KeepChoices kept(const Options& options) {
    KeepChoices keeping = options.keeping;
    if (keeping.file == "-") throw InputError{"a checkpoint is HDF5 and cannot go to standard output"};
    if (keeping.file.empty() && !options.result.empty()) keeping.file = options.result + ".checkpoint";
    if (options.stop_after.empty()) return keeping;
    if (keeping.file.empty())
        throw InputError{"--stop-after needs a place to keep the run: -o R.nc or --checkpoint FILE"};
    keeping.stop_after_s = seconds_of(options.stop_after);
    return keeping;
}

int execute(const Options& options) {
    if (options.result == "-")
        throw InputError{"a result file is HDF5 and cannot go to standard output; use --json - or --csv -"};
    const KeepChoices keeping = kept(options);
    const auto scenarios = load_scenarios({options.scenario}, options.choices);
    const InterruptGuard guard;  // before anything is written, be it only to try
    check_targets({options.result, options.json, options.csv, keeping.file}, {options.scenario});
    const ThreadLimit threads{options.choices.threads};
    const RunResult result =
        run_scenario(scenarios[0], options.result, short_name(options.scenario), options.choices.quiet, keeping);
    if (!options.json.empty()) deliver(options.json, io::runs_json({&result}));
    if (!options.csv.empty()) deliver(options.csv, io::series_csv(result.findings));
    if (!keeping.file.empty()) io::remove_checkpoint(keeping.file);
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
    app.add_option("--checkpoint", options->keeping.file,
                   "Where the run is kept to go on from; by default R.nc.checkpoint")
        ->type_name("FILE");
    app.add_option("--stop-after", options->stop_after, "Keep the run and end after this time, for example \"2 h\"")
        ->type_name("TIME");
    app.add_flag("--fresh", options->keeping.fresh, "Begin anew, whatever was kept");
    add_scenario_choices(app, options->choices);
    add_thread_choices(app, options->choices);
    app.footer("Example: cicatrix run scenarios/safe_home.toml -o safe_home.nc");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
