// SPDX-License-Identifier: Apache-2.0
// The whole study of one scenario, on request: script/verify --refinement. Takes tens of minutes on the finest grid.
#include "study.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

namespace {

using namespace cicatrix::refinement;

/// `--name value` pairs; what is misspelt must not start hours of work.
std::map<std::string, std::string> read_arguments(int count, char** given) {
    std::map<std::string, std::string> read{
        {"--scenario", ""}, {"--out", ""},      {"--date", ""},        {"--command", ""},  {"--patch-um", ""},
        {"--seed", ""},     {"--sessions", ""}, {"--follow-up-d", ""}, {"--steps-on", ""}, {"--finest", ""}};
    for (int i = 1; i < count; i += 2) {
        const auto place = read.find(given[i]);
        if (place == read.end() || i + 1 == count)
            throw std::invalid_argument{std::string{given[i]} + ": not an option, or without its value"};
        place->second = given[i + 1];
    }
    for (const char* needed : {"--scenario", "--out"})
        if (read[needed].empty()) throw std::invalid_argument{std::string{needed} + " is needed"};
    return read;
}

int study(int count, char** given) {
    std::map<std::string, std::string> asked = read_arguments(count, given);
    StudyPlan plan;
    plan.scenario = asked["--scenario"];
    if (!asked["--patch-um"].empty()) plan.patch_um = std::stod(asked["--patch-um"]);
    if (!asked["--seed"].empty()) plan.seed = std::stoull(asked["--seed"]);
    if (!asked["--sessions"].empty()) plan.sessions = std::stoi(asked["--sessions"]);
    if (!asked["--follow-up-d"].empty()) plan.follow_up_d = std::stod(asked["--follow-up-d"]);
    if (!asked["--steps-on"].empty()) plan.grid = asked["--steps-on"];
    if (!asked["--finest"].empty()) plan.finest = asked["--finest"];
    for (const std::string& grid : {plan.grid, plan.finest})
        if (!cicatrix::find_resolution(grid)) throw std::invalid_argument{grid + ": sketch, preview, standard or fine"};
    const auto tell = [&](const Level& level) {
        std::cerr << plan.scenario << " " << level.name << ": " << level.voxels << " voxels, " << level.steps
                  << " steps, " << level.wall_s << " s" << std::endl;
    };
    const Refinement steps = refine_steps(plan, tell), grid = refine_grid(plan, tell);
    const std::string target = asked["--out"], draft = target + ".part";
    {
        std::ofstream out{draft};
        out << as_json(steps, grid, asked["--date"], asked["--command"]);
        if (!out.good()) throw std::runtime_error{"cannot write " + draft};
    }
    if (std::rename(draft.c_str(), target.c_str()) != 0) throw std::runtime_error{"cannot write " + target};
    return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** given) {
    try {
        return study(count, given);
    } catch (const std::exception& e) {
        std::cerr << "refinement_study: " << e.what() << "\n";
        return EXIT_FAILURE;
    }
}
