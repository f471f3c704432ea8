// SPDX-License-Identifier: Apache-2.0
// The whole engine once through on a small patch, without files or formats: the same program for a machine's own
// processor and for the browser, where it must take the same steps and find the same observables.
#include "cicatrix/biology/network.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/study/run.hpp"
#include "cicatrix/version.hpp"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <vector>

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

/// Some voxels of upper dermis without their surroundings, each hurt to another degree, whole and with stops: their
/// bits.
std::uint64_t well_mixed_bits() {
    using namespace cicatrix;
    const Network network{{}};
    WellMixedSite site;
    site.depth_um = 100;
    site.columns.assign(network.pattern(site.layer).columns.size(), 0.5);
    WellMixedSettings settings;
    std::vector<std::vector<double>> starts(11);
    settings.absolute.clear();
    for (const int f : network.pattern(site.layer).fields) {
        const double scale = network.fields()[static_cast<std::size_t>(f)].scale;
        settings.absolute.push_back(1e-6 * scale);
        for (std::size_t t = 0; t < starts.size(); ++t) starts[t].push_back(scale * static_cast<double>(t));
    }
    std::uint64_t bits = 0;
    const auto add = [&](const std::vector<double>& values) {
        for (const double value : values) {
            std::uint64_t these = 0;
            std::memcpy(&these, &value, sizeof these);
            bits = (bits ^ these) * 1099511628211U;
        }
    };
    const std::vector<double> times{1.0, 100.0};
    for (const auto& course : run_well_mixed_cohort(network, site, starts, {}, times, settings))
        for (const auto& values : course.values) add(values);
    WellMixedTissues stopped{network, site, starts.size(), settings};
    for (std::size_t t = 0; t < starts.size(); ++t) stopped.set(t, starts[t]);
    for (int stop = 0; stop < 40; ++stop) stopped.advance(0.5);
    for (std::size_t t = 0; t < starts.size(); ++t) {
        stopped.get(t, starts[t]);
        add(starts[t]);
    }
    return bits;
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
        cicatrix::Scenario in_double = scenario;
        in_double.run.precision = cicatrix::Precision::double_;
        const cicatrix::RunResult result = cicatrix::run(scenario), second = cicatrix::run(in_double);
        if (result.hash.empty() || result.steps == 0 || second.hash.empty() || second.hash == result.hash) {
            std::fprintf(stderr, "the run gave no result\n");
            return 1;
        }
        std::printf("voxels %zu steps %ld rejected %ld hash %s\n", result.voxels, result.steps, result.rejected,
                    result.hash.c_str());
        std::printf("double precision steps %ld rejected %ld hash %s\n", second.steps, second.rejected,
                    second.hash.c_str());
        std::printf("well mixed %016llx\n", static_cast<unsigned long long>(well_mixed_bits()));
        for (const auto& [name, scalar] : result.findings.scalars) std::printf("%s %.5g\n", name.c_str(), scalar.value);
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
}
