// SPDX-License-Identifier: Apache-2.0
// `cicatrix compare`: scenarios one after the other, each with all threads, then side by side.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/report/report.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "running.hpp"
#include "summary.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <set>

namespace cicatrix::cli {

namespace {

struct Options {
    std::vector<std::string> scenarios;
    std::string report, json, page, folder;
    RunChoices choices;
};

/// FOLDER/NAME.nc per scenario, with a number added where two have the same name; all empty without a folder.
std::vector<std::string> result_files(const Options& options) {
    std::vector<std::string> files;
    std::set<std::string> taken;
    for (const std::string& path : options.scenarios) {
        if (options.folder.empty()) {
            files.emplace_back();
            continue;
        }
        std::string name = short_name(path);
        for (int i = 2; !taken.insert(name).second; ++i) name = short_name(path) + "_" + std::to_string(i);
        files.push_back((std::filesystem::path{options.folder} / (name + ".nc")).string());
    }
    return files;
}

void check_folder(const std::string& folder) {
    std::error_code ignored;
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
        throw InputError{folder + ": there is no such folder; make it first"};
}

std::vector<RunResult> run_all(const Options& options, const std::vector<Scenario>& scenarios,
                               const std::vector<std::string>& files) {
    const ThreadLimit threads{options.choices.threads};
    std::vector<RunResult> results;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const std::string label =
            std::to_string(i + 1) + "/" + std::to_string(scenarios.size()) + " " + short_name(options.scenarios[i]);
        results.push_back(run_scenario(scenarios[i], files[i], label, options.choices.quiet));
    }
    return results;
}

int execute(const Options& options) {
    const auto scenarios = load_scenarios(options.scenarios, options.choices);
    const auto files = result_files(options);
    const InterruptGuard guard;  // before anything is written, be it only to try
    check_folder(options.folder);
    auto targets = files;
    targets.insert(targets.end(), {options.report, options.page, options.json});
    check_targets(targets, options.scenarios);

    const auto results = run_all(options, scenarios, files);
    std::vector<const RunResult*> runs;
    for (const RunResult& r : results) runs.push_back(&r);
    if (!options.report.empty()) deliver(options.report, comparison_report(runs));
    if (!options.page.empty()) deliver(options.page, course_page(runs));
    if (!options.json.empty()) deliver(options.json, io::runs_json(runs));
    if (options.json == "-" || options.report == "-" || options.page == "-") return exit_done;
    print_result(summary_text(runs));
    if (!options.folder.empty()) print_result("result files: " + options.folder + "\n");
    if (!options.report.empty())
        print_result("report: " + std::filesystem::absolute(options.report).lexically_normal().string() + "\n");
    return exit_done;
}

}  // namespace

Action add_compare(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("scenarios", options->scenarios, "Scenario files (TOML); - for standard input")->required();
    app.add_option("--report", options->report, "Write the comparison as one HTML file")->type_name("R.html");
    app.add_option("--page", options->page, "Write the first week by week, and what the others change (Markdown)")
        ->type_name("FILE.md");
    app.add_option("--json", options->json, "Write outcomes and verdicts as JSON; - for standard output")
        ->type_name("FILE");
    app.add_option("-o,--output", options->folder, "Folder for a result file (netCDF) of each scenario")
        ->type_name("DIR");
    add_scenario_choices(app, options->choices);
    add_thread_choices(app, options->choices);
    app.footer("Example: cicatrix compare scenarios/safe_home.toml scenarios/cautionary_case.toml --report r.html");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
