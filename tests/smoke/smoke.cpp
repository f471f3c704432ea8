// SPDX-License-Identifier: Apache-2.0
// The whole engine once through on a small patch, without files or formats: the same program for a machine's own
// processor and for the browser, where it must take the same steps and find the same observables.
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/study/run.hpp"
#include "cicatrix/version.hpp"

#include <cstdio>
#include <exception>

namespace {

/// Two sessions with a dirty pen three days apart, acid on fresh channels, some sun: every mechanism has work.
cicatrix::Scenario small_scenario() {
    cicatrix::Scenario s;
    s.title = "smoke";
    s.person.age_y = 32;
    s.plan.device = cicatrix::Device{};
    s.plan.device->needle_length_mm = 1.0;
    s.plan.device->uses_since_replacement = 6;
    s.plan.routine.sessions = 2;
    s.plan.routine.every_h = 72;
    s.plan.routine.technique.drag_um = 50;
    s.plan.aftercare.push_back({.product = "glycolic acid serum", .at_h = 0.1, .every_h = 24, .for_h = 48});
    s.plan.sun.uv_sed_per_d = 1;
    s.run.resolution_name = "explicit";
    s.run.resolution = {.nx = 12, .ny = 12, .lateral_um = 60, .finest_um = 15, .growth = 1.4, .coarsest_um = 200};
    s.run.follow_up_h = 48;
    s.run.end_h = 120;
    s.run.seed = 7;
    return s;
}

/// Products are data of the protocol floor; a name that went away must be noticed here, not ignored.
bool products_are_known(const cicatrix::Scenario& s) {
    for (const auto& a : s.plan.aftercare)
        if (!cicatrix::find_product(a.product)) return false;
    return true;
}

}  // namespace

int main() {
    try {
        const cicatrix::Scenario scenario = small_scenario();
        if (!products_are_known(scenario)) {
            std::fprintf(stderr, "the smoke scenario uses a product that the product table does not have\n");
            return 1;
        }
        const cicatrix::RunResult result = cicatrix::run(scenario);
        if (result.hash.empty() || result.steps == 0) {
            std::fprintf(stderr, "the run gave no result\n");
            return 1;
        }
        std::printf("voxels %zu steps %ld rejected %ld hash %s\n", result.voxels, result.steps, result.rejected,
                    result.hash.c_str());
        for (const auto& [name, scalar] : result.findings.scalars) std::printf("%s %.5g\n", name.c_str(), scalar.value);
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
}
