// SPDX-License-Identifier: Apache-2.0
// `cicatrix screen`: which uncertain parameters decide the outcomes of scenarios, and whether their ranking turns
// round.
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/report/study_pages.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "loading.hpp"
#include "progress.hpp"
#include "running.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    std::vector<std::string> scenarios;
    std::string page;
    int trajectories = 4;
    RunChoices choices;
};

int execute(const Options& options) {
    const auto scenarios = load_scenarios(options.scenarios, options.choices);
    check_targets({options.page}, options.scenarios);
    const ThreadLimit threads{options.choices.threads};
    const InterruptGuard guard;
    Progress progress{"screening", Progress::suitable(options.choices.quiet)};
    ScreeningOptions how;
    how.trajectories = options.trajectories;
    how.progress = [&](double fraction) {
        progress.update(fraction);
        return interrupted_by() == 0;
    };
    const Screening screening = screen(scenarios, how);
    progress.finish();
    if (!options.page.empty()) deliver(options.page, screening_page(screening));
    if (options.page == "-") return exit_done;
    std::vector<std::vector<std::string>> rows{{"parameter", "status", "weight"}};
    for (std::size_t p = 0; p < std::min<std::size_t>(10, screening.parameters.size()); ++p)
        rows.push_back({screening.parameters[p].name, screening.parameters[p].evidence,
                        number_text(screening.parameters[p].weight)});
    print_result(text_table(rows));
    print_result("\n" + std::to_string(screening.runs) + " runs, " + std::to_string(screening.failures.size()) +
                 " broke down.\n");
    return exit_done;
}

}  // namespace

Action add_screen(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("scenarios", options->scenarios, "Scenario files (TOML), the one that should harm most first")
        ->required();
    app.add_option("--trajectories", options->trajectories, "Random paths through all parameters")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_option("--page", options->page, "Write the findings as a page (Markdown)")->type_name("FILE.md");
    add_scenario_choices(app, options->choices);
    add_thread_choices(app, options->choices);
    app.footer("Example: cicatrix screen scenarios/cautionary_case.toml scenarios/safe_home.toml --resolution preview");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
