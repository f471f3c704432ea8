// SPDX-License-Identifier: Apache-2.0
#include "study.hpp"

#include "cicatrix/io/files.hpp"
#include "cicatrix/study/run.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>

namespace cicatrix::refinement {
namespace {

constexpr std::array named{"preview", "standard", "fine"};
constexpr double reference_tolerance = 0.003;

Scenario scenario_of(const StudyPlan& plan, const std::string& grid, double tolerance) {
    Scenario scenario =
        io::load_scenario(std::filesystem::path{CICATRIX_SOURCE_DIR} / "scenarios" / (plan.scenario + ".toml"));
    Resolution resolution = find_resolution(grid).value();
    resolution.nx = resolution.ny = static_cast<int>(std::lround(plan.patch_um / resolution.lateral_um));
    scenario.run.resolution_name = grid;
    scenario.run.resolution = resolution;
    scenario.adjustments.set["numerics.tolerance"] = tolerance;
    if (plan.seed != 0) scenario.run.seed = plan.seed;
    Routine& routine = scenario.plan.routine;
    if (plan.sessions > 0) routine.sessions = plan.sessions;
    if (plan.follow_up_d > 0) scenario.run.follow_up_h = plan.follow_up_d * 24.0;
    scenario.run.end_h = routine.first_at_h + (routine.sessions - 1) * routine.every_h + scenario.run.follow_up_h;
    return scenario;
}

Level run_level(const StudyPlan& plan, const std::string& name, const std::string& grid, double tolerance) {
    const RunResult result = run(scenario_of(plan, grid, tolerance));
    return {name,         tolerance,     find_resolution(grid)->lateral_um, result.voxels,
            result.steps, result.wall_s, headlines(result.findings)};
}

std::string short_number(double x) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", x);
    return text;
}

std::string number(double x) {
    if (!std::isfinite(x)) return "null";
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", x);
    return text;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string levels_json(const Refinement& refinement) {
    std::string out = "[";
    for (const Level& level : refinement.levels) {
        out += (&level == refinement.levels.data() ? "\n" : ",\n");
        out += "  {\"name\": " + quoted(level.name) + ", \"tolerance\": " + number(level.tolerance) +
               ", \"lateral_um\": " + number(level.lateral_um) + ", \"voxels\": " + std::to_string(level.voxels) +
               ", \"steps\": " + std::to_string(level.steps) + ", \"seconds\": " + short_number(level.wall_s) +
               ", \"values\": [";
        for (const Headline& h : level.values) {
            out += (&h == level.values.data() ? "\n" : ",\n");
            const auto place = static_cast<std::size_t>(&h - level.values.data());
            out += "    {\"name\": " + quoted(h.name) + ", \"unit\": " + quoted(h.unit) +
                   ", \"value\": " + number(h.value) +
                   ", \"difference\": " + number(difference(h, refinement.reference().values.at(place))) + "}";
        }
        out += "]}";
    }
    return out + "]";
}

std::string study_json(const Refinement& study) {
    return "{\"grid\": " + quoted(study.plan.grid) + ", \"patch_um\": " + number(study.plan.patch_um) +
           ", \"levels\": " + levels_json(study) + "}";
}

}  // namespace

Refinement refine_steps(const StudyPlan& plan, const Progress& progress) {
    Refinement result{plan, {}};
    std::vector<double> tolerances;
    for (const char* name : named) tolerances.push_back(step_tolerance(name).value());
    tolerances.push_back(reference_tolerance);
    for (const double tolerance : tolerances) {
        result.levels.push_back(run_level(plan, short_number(tolerance), plan.grid, tolerance));
        progress(result.levels.back());
    }
    return result;
}

Refinement refine_grid(const StudyPlan& plan, const Progress& progress) {
    Refinement result{plan, {}};
    for (const char* name : named) {
        result.levels.push_back(run_level(plan, name, name, step_tolerance(name).value()));
        progress(result.levels.back());
        if (name == plan.finest) break;
    }
    return result;
}

std::string as_json(const Refinement& steps, const Refinement& grid, const std::string& date,
                    const std::string& command) {
    const Scenario scenario = scenario_of(steps.plan, steps.plan.grid, reference_tolerance);
    return "{\"scenario\": " + quoted(steps.plan.scenario) + ", \"date\": " + quoted(date) +
           ", \"command\": " + quoted(command) + ",\n\"sessions\": " + std::to_string(scenario.plan.routine.sessions) +
           ", \"follow_up_d\": " + number(scenario.run.follow_up_h / 24.0) + ",\n\"steps\": " + study_json(steps) +
           ",\n\"grids\": " + study_json(grid) + "}\n";
}

}  // namespace cicatrix::refinement
