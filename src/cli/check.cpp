// SPDX-License-Identifier: Apache-2.0
// `cicatrix check`: what scenarios say, without running them.
#include "cicatrix/simulation/simulation.hpp"
#include "command.hpp"
#include "loading.hpp"
#include "missed_sessions.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

constexpr double hours_per_day = 24.0;
constexpr double bytes_per_mb = 1e6;

struct Options {
    std::vector<std::string> scenarios;
    bool json = false;
    RunChoices choices;
};

struct Facts {
    const Scenario& scenario;
    SessionCount sessions;
    double end_d, memory_mb;
    std::size_t voxels;
    int nx, ny, nz, fields;
    std::vector<Act> acts;
};

double memory_mb(const Layout& layout) {
    std::size_t values = 0;
    for (int f = 0; f < layout.field_count(); ++f) values += layout.array_size(f);
    return bytes_of_run(static_cast<double>(values)) / bytes_per_mb;
}

Facts look_at(const Scenario& scenario) {
    const Model model{scenario};
    const Grid& grid = model.layout()->grid();
    return {scenario,
            count_sessions(model),
            model.end_h() / hours_per_day,
            memory_mb(*model.layout()),
            grid.voxel_count(),
            grid.nx(),
            grid.ny(),
            grid.nz(),
            model.layout()->field_count(),
            model.timeline()};
}

std::string details(const Act& act) {
    if (const auto* n = std::get_if<Needling>(&act.kind)) {
        double deepest = 0;
        for (const Puncture& p : n->punctures) deepest = std::max(deepest, p.depth_um);
        return fmt::format("{} punctures in the patch, the deepest {:.0f} um", n->punctures.size(), deepest);
    }
    if (const auto* e = std::get_if<Exposure>(&act.kind))
        return fmt::format("{:.3g} SED/d on living skin", e->environment.uv_sed_per_h * hours_per_day);
    if (const auto* a = std::get_if<Application>(&act.kind)) return a->product;
    return "pigment laser";
}

std::string text_of(const Facts& f) {
    std::string out = fmt::format(
        "{}: {}\n  sessions    {}\n  end         day {:.4g}\n  grid        {} x {} x {} = {} voxels, {} fields\n"
        "  memory      about {:.0f} MB\n  seed        {}\n  acts\n",
        f.scenario.path, f.scenario.title, f.sessions.all, f.end_d, f.nx, f.ny, f.nz, f.voxels, f.fields, f.memory_mb,
        f.scenario.run.seed);
    for (const Act& act : f.acts)
        out += fmt::format("    day {:8.3f}  {}: {}\n", act.time_h / hours_per_day, act.label, details(act));
    return out;
}

nlohmann::ordered_json json_of(const Facts& f) {
    nlohmann::ordered_json acts = nlohmann::ordered_json::array();
    for (const Act& act : f.acts)
        acts.push_back({{"time_d", act.time_h / hours_per_day}, {"label", act.label}, {"details", details(act)}});
    return {{"scenario", f.scenario.path},
            {"title", f.scenario.title},
            {"sessions", f.sessions.all},
            {"sessions_missed", f.sessions.missed},
            {"end_d", f.end_d},
            {"voxels", f.voxels},
            {"fields", f.fields},
            {"memory_mb", f.memory_mb},
            {"seed", f.scenario.run.seed},
            {"acts", std::move(acts)}};
}

int execute(const Options& options) {
    const auto scenarios = load_scenarios(options.scenarios, options.choices);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    std::string text;
    for (const Scenario& scenario : scenarios) {
        const Facts facts = look_at(scenario);
        const std::string missed = missed_sessions(facts.sessions, scenario.run.resolution);
        if (!missed.empty()) print_note("note: " + short_name(scenario.path) + ": " + missed);
        if (options.json)
            all.push_back(json_of(facts));
        else
            text += text_of(facts) + "\n";
    }
    print_result(options.json ? nlohmann::ordered_json{{"scenarios", all}}.dump(
                                    2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                                    "\n"
                              : text);
    return exit_done;
}

}  // namespace

Action add_check(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("scenarios", options->scenarios, "Scenario files (TOML); - for standard input")->required();
    app.add_flag("--json", options->json, "As JSON");
    add_scenario_choices(app, options->choices);
    app.footer("Exit code 2 when anything is wrong; every complaint is shown at once.");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
