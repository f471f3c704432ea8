// SPDX-License-Identifier: Apache-2.0
// `cicatrix report`: an HTML report from result files that are already there.
#include "cicatrix/report/report.hpp"

#include "cicatrix/io/files.hpp"
#include "command.hpp"
#include "running.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    std::vector<std::string> results;
    std::string report;
};

int execute(const Options& options) {
    check_targets({options.report}, options.results);
    std::vector<RunResult> results;
    results.reserve(options.results.size());
    for (const std::string& file : options.results) results.push_back(io::read_result(file));
    std::vector<const RunResult*> runs;
    runs.reserve(results.size());
    for (const RunResult& r : results) runs.push_back(&r);
    deliver(options.report, comparison_report(runs));
    if (options.report != "-")
        print_result("report: " + std::filesystem::absolute(options.report).lexically_normal().string() + "\n");
    return exit_done;
}

}  // namespace

Action add_report(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("results", options->results, "Result files (netCDF) of earlier runs")->required();
    app.add_option("-o,--output", options->report, "HTML file to write; - for standard output")
        ->required()
        ->type_name("R.html");
    app.footer("Example: cicatrix report safe_home.nc cautionary_case.nc -o report.html");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
