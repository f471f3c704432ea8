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

namespace {

using namespace cicatrix::refinement;

std::map<std::string, std::string> read_arguments(int count, char** given) {
    std::map<std::string, std::string> read;
    for (int i = 1; i + 1 < count; i += 2) read[given[i]] = given[i + 1];
    if (count % 2 == 0) throw std::invalid_argument{"arguments come in pairs: --name value"};
    return read;
}

int study(int count, char** given) {
    std::map<std::string, std::string> asked = read_arguments(count, given);
    StudyPlan plan;
    plan.scenario = asked.at("--scenario");
    if (asked.contains("--patch-um")) plan.patch_um = std::stod(asked["--patch-um"]);
    if (asked.contains("--seed")) plan.seed = std::stoull(asked["--seed"]);
    if (asked.contains("--sessions")) plan.sessions = std::stoi(asked["--sessions"]);
    if (asked.contains("--follow-up-d")) plan.follow_up_d = std::stod(asked["--follow-up-d"]);
    if (asked.contains("--steps-on")) plan.grid = asked["--steps-on"];
    if (asked.contains("--finest")) plan.finest = asked["--finest"];
    const auto tell = [&](const Level& level) {
        std::cerr << plan.scenario << " " << level.name << ": " << level.voxels << " voxels, " << level.steps
                  << " steps, " << level.wall_s << " s" << std::endl;
    };
    const Refinement steps = refine_steps(plan, tell), grid = refine_grid(plan, tell);
    const std::string target = asked.at("--out"), draft = target + ".part";
    {
        std::ofstream out{draft};
        out << as_json(steps, grid, asked.at("--date"), asked.at("--command"));
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
